// SPDX-License-Identifier: AGPL-3.0-or-later
// Keeps the activity, which the dashboard reads, equal to what the visible loads say.
// Each month carries the version it was built from, so whoever looks can tell whether it is up to date; a build
// that was cut off, that another one overtook, or that met another one in the same moment, is found and done again. No
// lock is needed.
import { randomUUID } from 'node:crypto';
import type { Database } from './client.ts';

/** Raise it when the shape or meaning of the activity changes: every month is then built again. */
const FORMAT = 3;
/** Two processes that load without pause can overtake each other; more often than this is a fault. */
const MOST_TURNS = 50;

/** A state of the data. */
export interface DataState {
  /** Changes whenever a load changes what is visible. */
  dataVersion: string;
  /** The version of ClickHouse. */
  engine: string;
  /** Months, as 202003, whose activity is not built from the loads that are visible now. */
  outdated: number[];
  /** Months that have activity and no visible load any more. */
  gone: number[];
}

/** The state of the data now. */
export async function dataState(database: Database): Promise<DataState> {
  const [state] = await database.ask<DataState>('rollups/state.sql', { format: FORMAT });
  if (!state) throw new Error('the engine did not tell the state of the data');
  return state;
}

/** Changes with every change of a load; far cheaper to ask than the state, for whoever only wants to know that. */
export async function journalStamp(database: Database): Promise<string> {
  const [journal] = await database.ask<{ stamp: string }>('loads/stamp.sql');
  return journal?.stamp ?? '';
}

/**
 * Rebuilds every month that is not up to date; returns the state when all are. The months that are `known` not to be
 * are built first, without asking.
 */
export async function refresh(database: Database, known: readonly number[] = []): Promise<DataState> {
  await rebuild(database, known);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const state = await dataState(database);
    if (state.outdated.length === 0 && state.gone.length === 0) return state;
    await rebuild(database, state.outdated);
    for (const month of state.gone) await dropMonth(database, month);
  }
  throw new Error('The activity was still not up to date after many rebuilds.');
}

/** Builds the months beside the table and puts each in place at once. */
async function rebuild(database: Database, months: readonly number[]): Promise<void> {
  if (months.length === 0) return;
  const build = randomUUID();
  const staging = `activity_build_${build.replaceAll('-', '')}`;
  const made = database.command('create table {staging:Identifier} as activity', { staging });
  try {
    await Promise.all([
      made,
      dropForgottenBuilds(database),
      database.run('rollups/snapshot.sql', { build, months, format: FORMAT }),
    ]);
    await database.run('rollups/cover.sql', { build });
    await database.run('rollups/fill.sql', { build, staging });
    const built = await database.ask<{ month: number }>('rollups/built-months.sql', { staging });
    await Promise.all(built.map(({ month }) => replaceMonth(database, staging, month)));
  } finally {
    // Where something else failed it may still be on its way, and would come after its end.
    await made.catch(() => {});
    await database.command('drop table if exists {staging:Identifier}', { staging });
  }
}

/** ClickHouse takes no parameter after FROM here: the name is made of a UUID of our own, and nothing else. */
async function replaceMonth(database: Database, staging: string, month: number): Promise<void> {
  if (!/^activity_build_[0-9a-f]{32}$/.test(staging)) throw new Error(`not a build of ours: ${staging}`);
  const sql = `alter table activity replace partition id {month:String} from ${staging}`;
  await database.command(sql, { month: String(month) });
}

async function dropMonth(database: Database, month: number): Promise<void> {
  await database.command('alter table activity drop partition id {month:String}', { month: String(month) });
  await database.run('retention/free.sql', { month });
}

/** What a build that was killed left behind; an hour is far longer than any build takes. */
async function dropForgottenBuilds(database: Database): Promise<void> {
  for (const { name } of await database.ask<{ name: string }>('rollups/forgotten-builds.sql', {
    database: database.name,
  })) {
    await database.command('drop table if exists {name:Identifier}', { name });
  }
}
