// SPDX-License-Identifier: AGPL-3.0-or-later
// One load: a file is read, its rows are written beside the others, and a single row in the journal makes them visible.

import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Database } from '../sql/client.ts';
import { EngineLost } from '../sql/engine/failures.ts';
import { refresh } from '../sql/rollups.ts';
import type { Settings } from '../sql/settings.ts';
import type { Day } from '../sql/vocabulary.ts';
import { type CoveredDay, monthsOf } from './coverage.ts';
import type { Stamp, Table } from './fact-blocks.ts';
import {
  beginLoad,
  finishLoad,
  GivenUp,
  type Job,
  revokeOtherReadings,
  sameLoad,
  writeRejected,
} from './journal.ts';
import { said } from './language.ts';
import { findLayout, fingerprint } from './read.ts';
import { readWhole } from './reading.ts';
import { dayInRome, NEVER_EXPIRES, refuseExpired, refuseHeld, refuseSealed } from './retention.ts';
import { hashes } from './secret.ts';
import { BadFile, type Source } from './source.ts';
import { removeLeftovers } from './sweep.ts';
import { type Plan, plan, type Rejected } from './translate.ts';
import { markUnderWay, unmark } from './under-way.ts';
import { Writer } from './writer.ts';

export interface LoadOptions {
  settings: Settings;
  secret: string;
  /** Where the visitors' secrets are; without it, in trials of parts, they are derived from `secret`. */
  dataDirectory?: string;
  /** The source, or its name; without it the file's own columns decide. */
  source?: string | Source;
  /** Reads the file and tells what would become of it, without writing anything. */
  dryRun?: boolean;
  /** Whether 01/02 is 1 February or 2 January, where the file itself does not tell. */
  dateOrder?: 'day' | 'month';
  /** Nothing of a file is taken in when more than this share of its rows is rejected. */
  maxRejected?: number;
  demonstration?: boolean;
  onProgress?: (share: number, rows: number) => void;
}

/** What became of a file. */
export interface Outcome {
  /** `unchanged`: the very same file is already in, and nothing has replaced any of it. */
  state: 'committed' | 'refused' | 'unchanged';
  load: string;
  plan: Plan;
  rows: number;
  rejected: number;
  /** The first rejected rows; all of them are kept with the load. */
  rejectedRows: Rejected[];
  /** How many records of each class are no contacts: bots, images. */
  skipped: Map<string, number>;
  first: Day | null;
  last: Day | null;
  days: number;
}

export const MAX_REJECTED = 0.05;
const SHOWN_REJECTED = 20;
const TRIES = 3;

/** Finds out which file it is and how it is to be read. @throws BadFile when it cannot be read as any source. */
export async function prepareLoad(file: string, options: LoadOptions): Promise<Job> {
  const { layout, sample } = await findLayout(file);
  const planned = plan(layout, sample, options.source);
  const how = readingOf(planned, options);
  // Last, because it reads the whole file, which may be a large one of the wrong kind.
  const sha256 = await fingerprint(file);
  return { file, sha256, plan: planned, how, demonstration: options.demonstration ?? false };
}

/**
 * Takes in one file, wholly or not at all.
 *
 * @throws BadFile when it cannot be read as any source, or has nothing to take in; nothing is written then.
 */
export async function loadFile(database: Database, file: string, options: LoadOptions): Promise<Outcome> {
  return loadPrepared(database, await prepareLoad(file, options), options);
}

/** Takes in a file that has been prepared. @throws BadFile when there is nothing in it to take in. */
export async function loadPrepared(database: Database, job: Job, options: LoadOptions): Promise<Outcome> {
  const same = await sameLoad(database, job);
  if (same) return { ...emptyOutcome(same, job.plan), state: 'unchanged' };
  if (options.dryRun) return (await readFile(job, options)).outcome;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await takeIn(database, job, options);
    } catch (error) {
      // The engine went away in the middle: what was written stays invisible, and the file is taken in again.
      if (!(error instanceof EngineLost || error instanceof GivenUp) || attempt === TRIES) throw error;
    }
  }
}

/** Takes back committed loads; what they had replaced counts again. @throws BadFile when a sealed month would change. */
export async function revokeLoads(database: Database, loads: readonly string[]): Promise<void> {
  await refuseHeld(database, loads);
  for (const load of loads) await database.run('loads/revoke.sql', { load });
  await refresh(database);
}

/** Makes a revoked load count again, as if it had never been revoked. @throws BadFile when its rows have expired. */
export async function restoreLoad(database: Database, load: string, settings: Settings): Promise<void> {
  await refuseExpired(database, load, settings);
  await database.run('loads/restore.sql', { load });
  await refresh(database);
}

async function takeIn(database: Database, job: Job, options: LoadOptions): Promise<Outcome> {
  const load = randomUUID();
  markUnderWay(options.dataDirectory, load);
  await beginLoad(database, load, job);
  const writer = new Writer(database);
  try {
    const taken = job.demonstration ? NEVER_EXPIRES : dayInRome();
    const { outcome, days, rejected } = await readFile(job, options, { load, taken }, writer);
    outcome.load = load;
    await writer.end();
    if (outcome.state === 'committed') await refuseSealed(database, days);
    await writeRejected(database, load, rejected);
    await finishLoad(database, outcome, outcome.state === 'committed' ? days : []);
    if (outcome.state === 'committed') await revokeOtherReadings(database, load, job);
    else await removeLeftovers(database);
    await refresh(database, outcome.state === 'committed' ? monthsOf(days) : []);
    unmark(options.dataDirectory, [load]);
    return outcome;
  } catch (error) {
    writer.abandon();
    if (error instanceof BadFile) {
      await finishLoad(database, { ...emptyOutcome(load, job.plan), state: 'refused' }, []);
      await removeLeftovers(database);
      unmark(options.dataDirectory, [load]);
    }
    throw error;
  }
}

/** Reads and translates the whole file; facts go to the writer if there is one. */
async function readFile(
  { file, plan: planned }: Job,
  options: LoadOptions,
  stamp: Stamp = { load: '', taken: '' },
  writer?: Writer,
) {
  const { settings, secret, dataDirectory, dateOrder, onProgress } = options;
  const circumstances = {
    settings,
    secret,
    ...(dataDirectory && { dataDirectory }),
    ...(dateOrder && { dateOrder }),
  };
  const { size } = statSync(file);
  const give = writer && ((table: Table, block: Uint8Array) => writer.write(table, block));
  const found = await readWhole(file, planned, circumstances, stamp, give, (bytes, rows) =>
    onProgress?.(bytes / size, rows),
  );
  const days = [...found.coverage.days(found.vouch)];
  return { outcome: settle(planned, found, days, options), days, rejected: found.rejectedRows };
}

/** Decides whether a file that has been read is taken in. @throws BadFile when it held nothing at all. */
function settle(
  planned: Plan,
  { rows, records, rejected, rejectedRows, skipped, coverage }: Awaited<ReturnType<typeof readWhole>>,
  days: CoveredDay[],
  options: LoadOptions,
): Outcome {
  const left = [...skipped.values()].reduce((sum, count) => sum + count, 0);
  if (rows + rejected + left === 0) throw new BadFile(NO_DATA);
  const span = coverage.span();
  const refused = rejected / records > (options.maxRejected ?? MAX_REJECTED) || span === null;
  return {
    ...emptyOutcome('', planned),
    state: refused ? 'refused' : 'committed',
    rows,
    rejected,
    rejectedRows: rejectedRows.slice(0, SHOWN_REJECTED),
    skipped,
    first: span?.first ?? null,
    last: span?.last ?? null,
    days: new Set(days.map(({ day }) => day)).size,
  };
}

const NO_DATA = said(
  'non contiene nessuna riga di dati: controlla di aver esportato il periodo giusto',
  'it has no row of data: check that the right period was exported',
);

function emptyOutcome(load: string, planned: Plan): Outcome {
  const none = {
    rows: 0,
    rejected: 0,
    rejectedRows: [],
    skipped: new Map(),
    first: null,
    last: null,
    days: 0,
  };
  return { state: 'committed', load, plan: planned, ...none };
}

/** What besides the bytes decides what a file says; the names of the office, and a mapping with its columns, only as a hash. */
function readingOf(
  { source, layout, delimiter }: Plan,
  { settings, secret, dateOrder }: LoadOptions,
): string {
  const { encoding, compression } = layout;
  const table = source.records === 'rows' ? { delimiter } : {};
  const hashed = (text: string) => String(hashes(secret).hash(text));
  const office = source.namesPeople ? { office: hashed(settings.officeNames.join('\n')) } : {};
  const { options } = source;
  return JSON.stringify({
    ...(options && { options: hashed(JSON.stringify(options)) }),
    encoding,
    compression,
    ...table,
    ...(dateOrder && { dateOrder }),
    ...office,
  });
}
