// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import type { AuditAction, Role } from '../../sql/vocabulary.ts';
import { problemSchema } from '../schemas.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const REFUSALS = {
  400: problem('Something that cannot be written down'),
  401: problem('Nobody is signed in'),
  403: problem('Changes are not taken from here, or not by this role'),
};

/** Who may make a change, and under what name it is written down. */
interface Change {
  role: Role;
  audit: AuditAction;
}

/** A POST route that takes JSON of `body` and answers with what was made of it. */
export function postRoute<Path extends string, Body extends z.ZodType, Schema extends z.ZodType>(
  { role, audit }: Change,
  path: Path,
  summary: string,
  body: Body,
  schema: Schema,
) {
  return {
    method: 'post' as const,
    path,
    'x-role': role,
    'x-audit': audit,
    summary,
    request: { body: { content: { 'application/json': { schema: body } }, required: true } },
    responses: {
      201: { description: summary, content: { 'application/json': { schema } } },
      413: problem('Too long'),
      ...REFUSALS,
    },
  };
}

/** A DELETE route for one thing with an id. */
export function deleteRoute<Path extends string>({ role, audit }: Change, path: Path, summary: string) {
  return {
    method: 'delete' as const,
    path,
    'x-role': role,
    'x-audit': audit,
    summary,
    request: { params: z.object({ id: z.uuid('no id of anything here') }) },
    responses: { 204: { description: summary }, 404: problem('There is none with this id'), ...REFUSALS },
  };
}
