// SPDX-License-Identifier: AGPL-3.0-or-later
// Keeps the activity, which the dashboard reads, equal to what the visible loads say.
// Each month carries the version it was built from, so whoever looks can tell whether it is up to date; a build
// that was cut off, or that another build overtook, is found and done again. No lock is needed.
import { randomUUID } from 'node:crypto';
import type { Database } from './client.ts';

/** Raise it when the shape or meaning of the activity changes: every month is then built again. */
const FORMAT = 1;
/** Two processes that load without pause can overtake each other; more often than this is a fault. */
const MOST_TURNS = 50;

interface StaleMonth {
  month: number;
  visible: 0 | 1;
}

/** The months whose activity is not built from the loads that are visible now. */
export function staleMonths(database: Database): Promise<StaleMonth[]> {
  return database.ask<StaleMonth>('rollups/stale.sql', { format: FORMAT });
}

/** Rebuilds every month that is not up to date, and returns when all are. */
export async function refresh(database: Database): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const stale = await staleMonths(database);
    if (stale.length === 0) return;
    await rebuild(
      database,
      stale.filter(({ visible }) => visible).map(({ month }) => month),
    );
    for (const { month } of stale.filter(({ visible }) => !visible)) await dropMonth(database, month);
  }
  throw new Error('The activity was still not up to date after many rebuilds.');
}

/** Builds the months beside the table and puts each in place at once. */
async function rebuild(database: Database, months: number[]): Promise<void> {
  if (months.length === 0) return;
  const build = randomUUID();
  const staging = `activity_build_${build.replaceAll('-', '')}`;
  await dropForgottenBuilds(database);
  await database.command('create table {staging:Identifier} as activity', { staging });
  try {
    await database.run('rollups/snapshot.sql', { build, months, format: FORMAT });
    await database.run('rollups/fill.sql', { build, staging });
    const built = await database.ask<{ month: number }>('rollups/built-months.sql', { staging });
    for (const { month } of built) await replaceMonth(database, staging, month);
  } finally {
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
}

/** What a build that was killed left behind; an hour is far longer than any build takes. */
async function dropForgottenBuilds(database: Database): Promise<void> {
  for (const { name } of await database.ask<{ name: string }>('rollups/forgotten-builds.sql', {
    database: database.name,
  })) {
    await database.command('drop table if exists {name:Identifier}', { name });
  }
}
