// SPDX-License-Identifier: AGPL-3.0-or-later
// A question as of a day: what came later changes no figure, whatever it is.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, expect, test } from 'vitest';
import { loadFile } from '../ingest/load.ts';
import { testDatabase } from '../scripts/test-database.ts';
import { checkSettings } from '../sql/settings.ts';
import { createApp } from './app.ts';
import { formatDay, parseDay } from './compare/calendar.ts';
import { CHAT, DAYS, seededSeries } from './compare/statistics/seeded-series.ts';
import type { Compare, Problem } from './schemas.ts';

const UNTIL = '2020-04-30';
const settings = checkSettings({});
const folder = mkdtempSync(join(tmpdir(), 'affluenza-until-'));

/** Chats and practices; after the day in question ten times as many, and phone calls from a day before it on. */
function linesUntil(last: number): string {
  const grown = (day: number, count: number) => (day > parseDay(UNTIL) ? count * 10 : count);
  const chats = seededSeries({ ...CHAT, from: DAYS.start });
  const practices = seededSeries({ ...CHAT, from: DAYS.start, seed: 7 });
  const phone = chats.filter(({ day }) => day > DAYS.lockdown && formatDay(day) !== UNTIL);
  const rows = [
    ...chats.map((row) => ({ ...row, channel: 'chat' })),
    ...practices.map((row) => ({ ...row, channel: 'practice' })),
    ...phone.map((row) => ({ ...row, channel: 'phone' })),
  ].filter(({ day }) => day <= last);
  const lines = rows.map(({ day, channel, count }) => `${formatDay(day)},${channel},${grown(day, count)}`);
  return `day,channel,count\n${lines.join('\n')}\n`;
}

async function appWithDataUntil(last: number): Promise<OpenAPIHono> {
  const database = await testDatabase();
  const file = join(folder, `counts-${last}.csv`);
  writeFileSync(file, linesUntil(last));
  await loadFile(database, file, { settings, secret: 'test' });
  return createApp({ database, settings });
}

let thenKnown: OpenAPIHono;
let knownNow: OpenAPIHono;

beforeAll(async () => {
  thenKnown = await appWithDataUntil(parseDay(UNTIL));
  knownNow = await appWithDataUntil(DAYS.end);
});

async function compare(app: OpenAPIHono, query: string) {
  const answer = await app.request(`/api/v1/compare?${query}`);
  const found = (await answer.json()) as Partial<Compare & Problem>;
  const { dataVersion: _, placeboPending: __, ...rest } = found;
  const channels = found.channels?.map(({ placebo: ___, ...channel }) => channel);
  return { ...rest, channels, status: answer.status };
}

test('is answered as if nothing later had come', async () => {
  const then = await compare(thenKnown, `until=${UNTIL}`);
  expect(then.during).toEqual({ from: '2020-03-09', to: UNTIL });
  expect(then.after).toBeNull();
  expect(then.asOf).toBe(UNTIL);
  expect(await compare(knownNow, `until=${UNTIL}`)).toEqual(then);
  expect(await compare(knownNow, '')).not.toEqual(then);
});

test('keeps the part of a phase that had passed', async () => {
  const { after } = await compare(knownNow, 'until=2020-06-10');
  expect(after).toEqual({ from: '2020-05-18', to: '2020-06-10' });
});

test('is refused when the phases had not begun, or for a day that does not exist', async () => {
  expect(await compare(knownNow, 'until=2020-03-08')).toMatchObject({ status: 400, parameter: 'until' });
  expect(await compare(knownNow, 'until=2020-02-30')).toMatchObject({ status: 400, parameter: 'until' });
});
