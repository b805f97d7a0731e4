// SPDX-License-Identifier: AGPL-3.0-or-later
// What the journal is told of a load, in the order in which it is told.
import { basename } from 'node:path';
import type { Database } from '../sql/client.ts';
import type { LoadState } from '../sql/vocabulary.ts';
import type { CoveredDay } from './coverage.ts';
import type { Outcome } from './load.ts';
import { BadFile } from './source.ts';
import type { Plan, Rejected } from './translate.ts';

/** The load of this very file that is in and that nothing has replaced since, if there is one. */
export async function sameLoad(
  database: Database,
  plan: Plan,
  sha256: string,
  demonstration = false,
): Promise<string | undefined> {
  const question = { sha256, source: plan.source.name, options: optionsText(plan), demonstration };
  const [same] = await database.ask<{ id: string }>('loads/same.sql', question);
  return same?.id;
}

/** From here on rows may carry the load's id; they are invisible. */
export async function beginLoad(
  database: Database,
  load: string,
  file: string,
  sha256: string,
  plan: Plan,
  demonstration = false,
): Promise<void> {
  const { name: source, identity } = plan.source;
  const parameters = {
    load,
    source,
    identity,
    file: basename(file),
    sha256,
    options: optionsText(plan),
    demonstration,
  };
  await database.run('loads/begin.sql', parameters);
}

/** Keeps the rejected rows with their load. */
export async function writeRejected(
  database: Database,
  load: string,
  rejected: readonly Rejected[],
): Promise<void> {
  const rows = rejected.map((row) => ({ load, ...row }));
  await database.insertRows('rejected_rows', rows);
}

/** Writes the days the load vouches for, then, with one row, makes the load visible or says that it was refused. */
export async function finishLoad(
  database: Database,
  outcome: Outcome,
  days: readonly CoveredDay[],
): Promise<void> {
  const { load, plan, state, rows, rejected, first, last } = outcome;
  const { name: source, precedence = 0 } = plan.source;
  const covered = days.map((day) => ({ load, source, precedence, ...day }));
  await database.insertRows('load_days', covered);
  const months = [...new Set(days.map(({ day }) => Number(day.slice(0, 7).replace('-', ''))))];
  await database.run('loads/finish.sql', { load, state, rows, rejected, first, last, months });
}

/** A load as the journal shows it. */
export interface Load {
  id: string;
  source: string;
  file: string;
  sha256: string;
  state: LoadState;
  rows: number;
  rejected: number;
  firstDay: string | null;
  lastDay: string | null;
  demonstration: boolean;
  startedAt: string;
  committedAt: string | null;
  changedAt: string;
}

/** All loads, the newest first. */
export function listLoads(database: Database): Promise<Load[]> {
  return database.ask<Load>('loads/list.sql');
}

/** The load whose id begins with `start`. @throws BadFile when there is none, or more than one. */
export async function findLoad(database: Database, start: string): Promise<Load> {
  const found = (await listLoads(database)).filter(({ id }) => id.startsWith(start.toLowerCase()));
  if (found.length === 1 && found[0]) return found[0];
  throw new BadFile(
    found.length === 0 ? `nessun carico ${start}` : `più carichi cominciano con ${start}: scrivine di più`,
  );
}

/** The rows of a load that were not taken in. */
export function listRejected(database: Database, load: string): Promise<Rejected[]> {
  return database.ask<Rejected>('loads/rejected.sql', { load });
}

/** What besides the bytes decides what a file says. */
function optionsText({ source, layout, delimiter }: Plan): string {
  return JSON.stringify(source.records === 'rows' ? { ...layout, delimiter } : layout);
}
