// SPDX-License-Identifier: AGPL-3.0-or-later
// The invented data say what the article said of the real ones: 200 practices, hundreds of social contacts, chats
// about tripled, tens of clicks a day; and they have their two gaps.
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../scripts/test-database.ts';
import type { Database } from '../sql/client.ts';
import { checkSettings } from '../sql/settings.ts';
import { loadDemonstration, removeDemonstration, wantsDemonstration } from './demonstration.ts';
import { listLoads } from './journal.ts';

let database: Database;
const options = { settings: checkSettings({}), secret: 'a secret for tests' };

beforeAll(async () => {
  database = await testDatabase();
  await loadDemonstration(database, options);
});

interface Day {
  day: string;
  count: number;
}

function days(channel: string, from: string, to: string): Promise<Day[]> {
  const nothing = { uncounted: [], ended_sources: [], ended_scopes: [], ended_days: [] };
  return database.ask<Day>('metrics/days.sql', { from, to, channels: [channel], ...nothing });
}

const total = (list: Day[]) => list.reduce((sum, { count }) => sum + count, 0);
const mean = (list: Day[]) => total(list) / list.length;
const before = ['2020-01-01', '2020-03-08'] as const;
const during = ['2020-03-09', '2020-05-17'] as const;

test('no row is rejected', async () => {
  expect((await listLoads(database)).map(({ state, rejected }) => `${state} ${rejected}`)).toEqual(
    Array.from({ length: 6 }, () => 'committed 0'),
  );
});

test('two hundred practices', async () => {
  expect(total(await days('practice', ...during))).toBe(200);
});

test('hundreds of contacts on the social networks', async () => {
  expect(total(await days('social', ...during))).toBe(441);
});

test('chats about tripled', async () => {
  const ratio = mean(await days('chat', ...during)) / mean(await days('chat', ...before));
  expect(ratio).toBeGreaterThan(2.7);
  expect(ratio).toBeLessThan(3.3);
});

test('tens of clicks a day', async () => {
  const clicks = await days('web', ...during);
  expect(total(clicks)).toBe(3070);
  expect(clicks).toHaveLength(66);
});

test('two gaps without data', async () => {
  expect(await days('web', '2020-04-21', '2020-04-24')).toEqual([]);
  expect(await days('chat', '2020-02-03', '2020-02-08')).toEqual([]);
});

test('are wanted until the last file is in, and never again', async () => {
  const loads = await listLoads(database);
  expect(wantsDemonstration([])).toBe(true);
  // Cut off between two files, and in the middle of one.
  expect(wantsDemonstration(loads.slice(1))).toBe(true);
  const [last, ...others] = loads;
  expect(wantsDemonstration([{ ...last!, state: 'started' }, ...others])).toBe(true);
  expect(wantsDemonstration(loads)).toBe(false);
  expect(wantsDemonstration([{ ...last!, state: 'started' }, ...loads])).toBe(false);
  expect(wantsDemonstration([{ ...last!, demonstration: false }])).toBe(false);
});

test('taken away they leave nothing', async () => {
  expect(await removeDemonstration(database)).toBe(6);
  expect(await days('chat', '2019-01-01', '2020-12-31')).toEqual([]);
  expect(wantsDemonstration(await listLoads(database))).toBe(false);
});
