// SPDX-License-Identifier: AGPL-3.0-or-later
// What must not change an answer, from the file to the API on the real engine (specification, section 5). The same on
// the calculation alone, with many series: compare/invariances.test.ts.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadFile } from '../ingest/load.ts';
import { testDatabase } from '../scripts/test-database.ts';
import { checkSettings } from '../sql/settings.ts';
import { createApp } from './app.ts';
import { formatDay } from './compare/calendar.ts';
import { openOn } from './compare/opening.ts';
import { CHAT, DAYS, seededSeries, uniform } from './compare/statistics/seeded-series.ts';
import type { Compare } from './compare-schema.ts';

const settings = checkSettings({});
const PHASES = 'before=2020-01-01..2020-03-08&during=2020-03-09..2020-05-17&after=2020-05-18..2020-07-31';
const folder = mkdtempSync(join(tmpdir(), 'affluenza-invariances-'));
/** A week and a single day in the lockdown, a day before it, and one of the previous year; no Sunday, no holiday. */
const LEFT_OUT = [
  '2020-04-14..2020-04-18',
  '2020-05-05..2020-05-05',
  '2020-02-12..2020-02-12',
  '2019-04-10..2019-04-10',
];
const isLeftOut = (day: string) =>
  LEFT_OUT.some((period) => period.slice(0, 10) <= day && day <= period.slice(12));

interface Row {
  day: string;
  channel: string;
  count: number;
}

const isOpen = openOn({
  openDays: [1, 2, 3, 4, 5, 6],
  closedOnHolidays: true,
  closures: [],
  patronDay: '08-10',
});
const rowsOf = (channel: string, seed: number): Row[] =>
  seededSeries({ ...CHAT, seed })
    .filter(({ day }) => channel !== 'chat' || isOpen(day))
    .map(({ day, count }) => ({ day: formatDay(day), channel, count }));
const ROWS = [...rowsOf('chat', 2020), ...rowsOf('web', 7)];

/** A town of its own, with these rows loaded. */
async function town(name: string, rows: readonly Row[]): Promise<OpenAPIHono> {
  const database = await testDatabase();
  const file = join(folder, `${name}.csv`);
  const lines = rows.map(({ day, channel, count }) => `${day},${channel},${count}`);
  writeFileSync(file, `day,channel,count\n${lines.join('\n')}\n`);
  await loadFile(database, file, { settings, secret: 'test' });
  return createApp({ database, settings });
}

/** The answer without what names the state of the data. */
async function answer(app: OpenAPIHono, more = ''): Promise<Omit<Compare, 'dataVersion'>> {
  const response = await app.request(`/api/v1/compare?channels=chat,web&${PHASES}${more}`);
  expect(response.status).toBe(200);
  const { dataVersion, ...rest } = (await response.json()) as Compare;
  const channels = rest.channels.map((each) => ({ ...each, placebo: null }));
  return { ...rest, channels, placeboPending: true };
}

let whole: OpenAPIHono;
beforeAll(async () => {
  whole = await town('whole', ROWS);
});

test('leaving days out is the same as never having had them, and is not a 0', async () => {
  const deleted = await town(
    'deleted',
    ROWS.filter(({ day }) => !isLeftOut(day)),
  );
  const zero = await town(
    'zero',
    ROWS.map((row) => (isLeftOut(row.day) ? { ...row, count: 0 } : row)),
  );
  const found = await answer(deleted);
  expect(await answer(whole, `&exclude=${LEFT_OUT.join(',')}`)).toEqual(found);
  expect(found.channels[0]!.status).toBe('ok');
  expect(found.channels[0]!.ratioOfRatios).not.toBeNull();
  const counted = await answer(zero);
  const ratio = ({ channels: [chat] }: typeof found) => chat!.ratio!.estimate;
  expect(ratio(counted)).toBeLessThan(ratio(found));
  expect(ratio(await answer(whole))).not.toBe(ratio(found));
});

test('the order of the rows in the file, and zeros on days of closure, change nothing', async () => {
  const next = uniform(1);
  const shuffled = [...ROWS, ...sundays()]
    .map((row) => ({ row, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);
  expect(await answer(await town('shuffled', shuffled))).toEqual(await answer(whole));
});

test('any single day left out takes away its own events and no others', async () => {
  const all = await answer(whole);
  const day = fc.integer({ min: DAYS.start, max: DAYS.reopening - 1 }).map(formatDay);
  await fc.assert(
    fc.asyncProperty(day, async (left) => {
      const { channels } = await answer(whole, `&exclude=${left}..${left}`);
      for (const [i, found] of channels.entries()) {
        const { before, during } = found;
        const lost =
          all.channels[i]!.before.total + all.channels[i]!.during.total - before.total - during.total;
        const [row] = ROWS.filter((each) => each.channel === found.channel && each.day === left);
        expect(lost).toBe(row?.count ?? 0);
      }
    }),
    { numRuns: 5 },
  );
});

/** A chat is closed on Sundays: a 0 says nothing there. */
function sundays(): Row[] {
  const days = Array.from({ length: DAYS.end - DAYS.start }, (_, i) => DAYS.start + i);
  const closed = days.filter((day) => (day + 3) % 7 === 6);
  return closed.map((day) => ({ day: formatDay(day), channel: 'chat', count: 0 }));
}
