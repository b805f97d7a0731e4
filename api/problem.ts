// SPDX-License-Identifier: AGPL-3.0-or-later
// Errors as answers (RFC 9457): a caller's fault says which words are allowed, ours says nothing but a number.
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Problem } from './schemas.ts';

/** A question that cannot be answered as it was asked: a 400 that names the parameter and what it may be. */
export class BadQuestion extends Error {
  readonly parameter: string;
  readonly allowed: readonly string[];

  constructor(parameter: string, reason: string, allowed: readonly string[] = []) {
    super(reason);
    this.parameter = parameter;
    this.allowed = allowed;
  }
}

/** The answer to a question that cannot be answered. */
export function badQuestion(context: Context, { parameter, message, allowed }: BadQuestion): Response {
  return problem(context, {
    title: 'Bad request',
    status: 400,
    detail: message,
    parameter,
    allowed: [...allowed],
  });
}

export function notFound(context: Context): Response {
  return problem(context, { title: 'Not found', status: 404, detail: 'There is nothing at this address.' });
}

/** Nobody is signed in, or what was sent proves nothing. */
export function unauthorized(context: Context): Response {
  context.header('WWW-Authenticate', 'Bearer');
  const detail = 'Sign in at /accesso, or send a key that is valid.';
  return problem(context, { title: 'Unauthorized', status: 401, detail });
}

/** Something that this role must not see or do, or that must not be done from here. */
export function forbidden(context: Context, detail: string): Response {
  return problem(context, { title: 'Forbidden', status: 403, detail });
}

/** What was sent is longer than anything that could be meant. */
export function tooLong(context: Context): Response {
  return problem(context, { title: 'Too long', status: 413, detail: 'More was sent than is taken here.' });
}

/** An answer that takes so long helps nobody. */
export function tooSlow(context: Context): Response {
  const detail = 'The answer took too long. The figures are not zero: they are not known now.';
  return problem(context, { title: 'Too slow', status: 504, detail });
}

/** What was sent is no JSON, or not said to be. */
export function unreadable(context: Context): Response {
  return problem(context, { title: 'Bad request', status: 400, detail: 'What was sent is no JSON.' });
}

/** The engine is away or full: not the caller's fault, and it may pass. */
export function engineAway(context: Context, error: Error): Response {
  console.error(`${new Date().toISOString()} ${context.req.method} ${context.req.path}: ${error.message}`);
  const detail = 'The database does not answer. The figures are not zero: they are not known now.';
  return problem(context, { title: 'Database unavailable', status: 503, detail });
}

/** Logs an error of ours once, under an id that the answer names. */
export function ourFault(context: Context, error: Error): Response {
  const id = randomUUID();
  console.error(`${new Date().toISOString()} ${id} ${context.req.method} ${context.req.path}`, error);
  const detail = 'The server could not answer. The line in its log has this id.';
  return problem(context, { title: 'Internal error', status: 500, detail, id });
}

function problem(context: Context, content: Omit<Problem, 'type'>): Response {
  const body = JSON.stringify({ type: 'about:blank', ...content });
  return context.body(body, content.status as 400 | 401 | 403 | 404 | 413 | 500 | 503 | 504, {
    'Content-Type': 'application/problem+json',
  });
}
