// SPDX-License-Identifier: AGPL-3.0-or-later
// What the journal is told of a load, in the order in which it is told.

import { basename, extname } from 'node:path';
import type { Database } from '../sql/client.ts';
import type { LoadState } from '../sql/vocabulary.ts';
import { type CoveredDay, monthsOf } from './coverage.ts';
import type { Outcome } from './load.ts';
import { maskFileName } from './mask.ts';
import { BadFile } from './source.ts';
import type { Plan, Rejected } from './translate.ts';

/** A file and how it is to be read. */
export interface Job {
  file: string;
  sha256: string;
  plan: Plan;
  /** What besides the bytes decides what the file says, as JSON. */
  how: string;
  demonstration: boolean;
}

/** The load of this very file, read the same way, that is in and that nothing has replaced since, if there is one. */
export async function sameLoad(database: Database, job: Job): Promise<string | undefined> {
  const { sha256, plan, how: options, demonstration } = job;
  const question = { sha256, source: plan.source.name, options, demonstration };
  const [same] = await database.ask<{ id: string }>('loads/same.sql', question);
  if (!same) return undefined;
  const replaced = await database.ask('loads/replaced.sql', { load: same.id });
  return replaced.length > 0 ? undefined : same.id;
}

/** The name of a file as the journal keeps it: what may tell of a person only as its shape, or not at all. */
export function keptName(
  file: string,
  of: { source: string; demonstration: boolean; namesPeople: boolean },
): string {
  if (of.namesPeople) return of.source + extname(file);
  return of.demonstration ? basename(file) : maskFileName(basename(file));
}

/** From here on rows may carry the load's id; they are invisible. */
export async function beginLoad(database: Database, load: string, job: Job): Promise<void> {
  const { file, sha256, plan, how: options, demonstration } = job;
  const { name: source, identity, namesPeople = false } = plan.source;
  const name = keptName(file, { source, demonstration, namesPeople });
  await database.run('loads/begin.sql', {
    load,
    source,
    identity,
    file: name,
    sha256,
    options,
    demonstration,
  });
}

/**
 * Takes back the earlier loads of the same file that were read another way: what joins by key would count twice. What
 * replaces its days needs no such care.
 */
export async function revokeOtherReadings(
  database: Database,
  load: string,
  { sha256, plan }: Job,
): Promise<void> {
  if (plan.source.identity === 'part') {
    await database.run('loads/revoke-other-readings.sql', { load, sha256, source: plan.source.name });
  }
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

/** The journal gave up a load that was still being taken in: another process had taken it for one that was cut off. */
export class GivenUp extends Error {}

/**
 * Writes the days the load vouches for, then, with one row, makes the load visible or says that it was refused.
 *
 * @throws GivenUp when it had been given up in the meantime; it is not visible then.
 */
export async function finishLoad(
  database: Database,
  outcome: Outcome,
  days: readonly CoveredDay[],
): Promise<void> {
  const { load, plan, state, rows, rejected, first, last } = outcome;
  const { name: source, precedence = 0 } = plan.source;
  const covered = days.map((day) => ({ load, source, precedence, ...day }));
  await database.insertRows('load_days', covered);
  await database.run('loads/finish.sql', {
    load,
    state,
    rows,
    rejected,
    first,
    last,
    months: monthsOf(days),
  });
  const [now] = await database.ask<{ state: LoadState }>('loads/state.sql', { load });
  if (now?.state !== state) throw new GivenUp(load);
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
