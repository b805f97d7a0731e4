// SPDX-License-Identifier: AGPL-3.0-or-later
// Questions to the API of our own server; an answer that is not one becomes a Failure.

import type { Breakdown, Dimension } from '../api/schemas/breakdown.ts';
import type { Coverage } from '../api/schemas/coverage.ts';
import type { Decision, NewDecision } from '../api/schemas/decisions.ts';
import type { Hours } from '../api/schemas/hours.ts';
import type { NewNote, Note } from '../api/schemas/notes.ts';
import type { Practices } from '../api/schemas/practices.ts';
import type { NewComment, Report, ReportState } from '../api/schemas/report.ts';
import type { Retention } from '../api/schemas/retention.ts';
import type { Compare, Load, Problem, Series, Town } from '../api/schemas.ts';
import type { Granularity, Period } from '../sql/vocabulary.ts';
import { type Choices, type OpenPeriod, type Phases, periodText } from './address.ts';

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
  return { path: `/api/v1/compare?${phasesQuery(phases)}&channels=${channels.join(',')}` };
}

function phasesQuery({ before, during, after }: Phases): string {
  const periods = Object.entries({ before, during, after });
  return periods.map(([name, period]) => `${name}=${periodText(period)}`).join('&');
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
  topic: string | null = null,
): Question<Series> {
  const query = `from=${from}&to=${to}&granularity=${granularity}&channels=${channels.join(',')}`;
  return { path: `/api/v1/series?${query}${topic ? `&topic=${encodeURIComponent(topic)}` : ''}` };
}

const topicText = ({ topic }: Choices): string => (topic ? `&topic=${encodeURIComponent(topic)}` : '');

/** The contacts of a channel told apart by one dimension, between the phases. */
export function breakdownQuestion(choices: Choices, channel: string, by: Dimension): Question<Breakdown> {
  const topic = TOPICLESS.includes(by) ? '' : topicText(choices);
  return { path: `/api/v1/breakdown?channel=${channel}&by=${by}&${phasesQuery(choices.phases)}${topic}` };
}

/** What cannot be narrowed to a topic. */
const TOPICLESS: readonly Dimension[] = ['topic', 'page', 'referrer', 'action', 'device'];

/** The contacts of a channel by weekday and hour, between the phases. */
export function hoursQuestion(choices: Choices, channel: string): Question<Hours> {
  const topic = channel === 'web' ? '' : topicText(choices);
  return { path: `/api/v1/hours?channel=${channel}&${phasesQuery(choices.phases)}${topic}` };
}

/** The practices of the phases by kind, topic, means and outcome, with the times to close. */
export const practicesQuestion = ({ phases }: Choices): Question<Practices> => ({
  path: `/api/v1/practices?${phasesQuery(phases)}`,
});

/** Which days of each channel are known. */
export const coverageQuestion = ({ from, to }: Period, channels: readonly string[]): Question<Coverage> => ({
  path: `/api/v1/coverage?from=${from}&to=${to}&channels=${channels.join(',')}`,
});

/** The months of which there are reports, the latest first. */
export const reportsQuestion: Question<{ reports: ReportState[] }> = { path: '/api/v1/reports' };

/** The report of a month as data. */
export const reportQuestion = (month: string): Question<Report> => ({ path: `/api/v1/reports/${month}` });

/** Where the report of a month is as a file; `asNow`: as the data are now, even if it was frozen. */
export const reportFile = (month: string, form: 'html' | 'pdf', asNow = false): string =>
  `/api/v1/reports/${month}.${form}${asNow ? '?data=now' : ''}`;

/** The report of a month as it is read. @throws Failure when it could not be had. */
export async function readReport(file: string): Promise<string> {
  const response = await reach(file);
  if (!response.ok) throw new Failure(`${response.status} ${file}`);
  return response.text();
}

/** Writes the office's words into a report. @throws Failure when they are not taken. */
export const comment = (month: string, words: NewComment): Promise<unknown> =>
  change(`/api/v1/reports/${month}/comments`, 'POST', words);

/** Freezes a report, or lets it follow the data again. @throws Failure when that is not done. */
export const freeze = (month: string, frozen: boolean): Promise<unknown> =>
  change(`/api/v1/reports/${month}/versions`, 'POST', { frozen });

export const loadsQuestion: Question<Load[]> = { path: '/api/v1/loads' };
export const retentionQuestion: Question<Retention> = { path: '/api/v1/retention' };
export const decisionsQuestion: Question<{ decisions: Decision[] }> = { path: '/api/v1/decisions' };

/** Where the answer to a question is offered as a table, of the same name unless another is given. */
export const tableFile = ({ path }: Question<unknown>, name = '$1'): string =>
  path.replace(/^\/api\/v1\/(\w+)/, `/api/v1/tables/${name}.it.csv`);

/** All the notes about days. */
export const notesQuestion: Question<{ notes: Note[] }> = { path: '/api/v1/notes' };

/** Writes a note down. @throws Failure when it is not taken. */
export const writeNote = (note: NewNote): Promise<unknown> => change('/api/v1/notes', 'POST', note);

/** Takes a note away. @throws Failure when it is not there any more. */
export const deleteNote = (id: string): Promise<unknown> => change(`/api/v1/notes/${id}`, 'DELETE');

/** Writes a decision about suspicious zeros down. @throws Failure when it is not taken. */
export const decide = (decision: NewDecision): Promise<unknown> =>
  change('/api/v1/decisions', 'POST', decision);

/** Takes a decision back. @throws Failure when it does not stand any more. */
export const undoDecision = (id: string): Promise<unknown> => change(`/api/v1/decisions/${id}`, 'DELETE');

async function change(path: string, method: 'POST' | 'DELETE', content?: object): Promise<void> {
  const body = content && JSON.stringify(content);
  const response = await reach(path, { method, headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Failure(`${response.status} ${path}`);
}

/** Where to sign in, and come back to this very page. */
export const signInPath = (): string =>
  `/accesso?ritorno=${encodeURIComponent(location.pathname + location.search + location.hash)}`;

/** Asks the server; who is not signed in any more is led to do so. */
async function reach(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init);
  if (response.status === 401) location.assign(signInPath());
  return response;
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
  const response = await reach(path, { headers: { accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const problem = body as Problem | null;
  throw new Failure(problem?.detail ?? `${response.status} ${path}`, problem);
}
