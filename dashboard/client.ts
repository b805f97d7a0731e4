// SPDX-License-Identifier: AGPL-3.0-or-later
// Questions to the API of our own server; an answer that is not one becomes a Failure.
import type { Compare, Problem, Series, Town } from '../api/schemas.ts';
import type { Granularity, Period } from '../sql/vocabulary.ts';
import { type Choices, type OpenPeriod, periodText } from './address.ts';

/** The API did not answer, or answered with a problem. */
export class Failure extends Error {
  readonly problem: Problem | null;

  constructor(message: string, problem: Problem | null = null) {
    super(message);
    this.problem = problem;
  }
}

/** A question: where to ask it, and the shape of its answer. */
export interface Question<Answer> {
  path: string;
  /** Carries the type only. */
  answer?: Answer;
}

export const townQuestion: Question<Town> = { path: '/api/v1/town' };

/** What changed between the phases, by channel. */
export function compareQuestion({ phases, channels }: Choices): Question<Compare> {
  const periods = { before: phases.before, during: phases.during, after: phases.after };
  const query = Object.entries(periods).map(([name, period]) => `${name}=${periodText(period)}`);
  return { path: `/api/v1/compare?${[...query, `channels=${channels.join(',')}`].join('&')}` };
}

/** What changed from one period to another, and to a third; `isYearly`: the periods are a year apart. */
export function pairQuestion(
  { first, second, third }: { first: Period; second: Period; third: Period | null },
  channels: readonly string[],
  isYearly: boolean,
): Question<Compare> {
  const after = third ? periodText(third) : 'none';
  const query = `before=${periodText(first)}&during=${periodText(second)}&after=${after}`;
  const seasonal = isYearly ? '&seasonal=off' : '';
  return { path: `/api/v1/compare?${query}&channels=${channels.join(',')}${seasonal}` };
}

/** The counts by day, week or month, by channel. */
export function seriesQuestion(
  { from, to }: OpenPeriod,
  granularity: Granularity,
  channels: readonly string[],
): Question<Series> {
  const query = `from=${from}&to=${to}&granularity=${granularity}&channels=${channels.join(',')}`;
  return { path: `/api/v1/series?${query}` };
}

/** The questions on their way: parts of a page that ask the same get the same answer. */
const asked = new Map<string, Promise<unknown>>();

/**
 * Asks a question.
 *
 * @throws Failure when there is no answer, or it is a problem.
 */
export function ask<Answer>({ path }: Question<Answer>): Promise<Answer> {
  const known = asked.get(path) ?? fetchAnswer(path).finally(() => asked.delete(path));
  asked.set(path, known);
  return known as Promise<Answer>;
}

async function fetchAnswer(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const problem = body as Problem | null;
  throw new Failure(problem?.detail ?? `${response.status} ${path}`, problem);
}
