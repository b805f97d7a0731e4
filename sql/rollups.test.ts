// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadFile } from '../ingest/load.ts';
import { rawQuery, testDatabase } from '../scripts/test-database.ts';
import type { Database } from './client.ts';
import { dataState, refresh } from './rollups.ts';
import { checkSettings } from './settings.ts';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
let database: Database;
const counted = async () => (await rawQuery(database, 'select sum(count) from activity')).trim();

beforeAll(async () => {
  database = await testDatabase();
  const file = join(mkdtempSync(join(tmpdir(), 'affluenza-rollups-')), 'counts.csv');
  const days = MONTHS.map((month) => `2020-${month}-07,chat,5`);
  writeFileSync(file, `day,channel,count\n${days.join('\n')}\n`);
  await loadFile(database, file, { settings: checkSettings({}), secret: 'a secret for tests' });
});

test('a month that two builds have both left their rows in is no state of the data, and is built again', async () => {
  const { dataVersion } = await dataState(database);
  const other = `toUUID('${crypto.randomUUID()}')`;
  await rawQuery(database, `insert into activity select * replace (${other} as build) from activity`);
  expect(await counted()).toBe('120');
  const met = await dataState(database);
  expect(met.outdated).toEqual(MONTHS.map((month) => Number(`2020${month}`)));
  expect(met.dataVersion).not.toBe(dataVersion);
  expect((await refresh(database)).dataVersion).toBe(dataVersion);
  expect(await counted()).toBe('60');
});

test('whoever builds at the same time as others has the right numbers in the end', async () => {
  for (let i = 0; i < 10; i += 1) {
    await database.command('truncate table activity');
    await Promise.all([1, 2, 3, 4].map(() => refresh(database)));
    expect(await counted()).toBe('60');
  }
});
