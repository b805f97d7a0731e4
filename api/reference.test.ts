// SPDX-License-Identifier: AGPL-3.0-or-later
// The whole way of a figure: a table of counts is taken in, the API is asked, and its answer equals an independent
// calculation (numpy and scipy, see compare/statistics/rate-ratio.test.ts) of the same made-up chat.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFile } from '../ingest/load.ts';
import { testDatabase } from '../scripts/test-database.ts';
import { checkSettings } from '../sql/settings.ts';
import { dayText } from '../sql/vocabulary.ts';
import { createApp } from './app.ts';
import { CHAT, seededSeries } from './compare/statistics/seeded-series.ts';
import type { Compare } from './compare-schema.ts';

const everyDay = (code: string) => ({ code, label: code });
const settings = checkSettings({
  channels: [everyDay('chat'), everyDay('fax'), everyDay('app')],
  markers: [{ day: '2020-03-02', label: 'Rafforzamento' }],
  phases: {
    before: '2020-01-01..2020-03-08',
    during: '2020-03-09..2020-05-17',
    after: '2020-05-18..2020-07-31',
  },
});

/** The chat, a fax that nobody used, and an app that had six messages in the lockdown. */
function table(): string {
  const days = seededSeries(CHAT).map(({ day, count }) => `${dayText(day)},chat,${count}`);
  const year = Array.from({ length: 140 }, (_, i) => dayText(18262 + i));
  const others = year.flatMap((day, i) => [`${day},fax,0`, `${day},app,${i >= 70 && i < 76 ? 1 : 0}`]);
  return ['day,channel,count', ...days, ...others, ''].join('\n');
}

test('the answer of the API equals the independent calculation', async () => {
  const database = await testDatabase();
  const file = join(mkdtempSync(join(tmpdir(), 'affluenza-reference-')), 'counts.csv');
  writeFileSync(file, table());
  await loadFile(database, file, { settings, secret: 'a secret for tests' });
  const answer = await createApp({ database, settings }).request('/api/v1/compare');
  const { channels } = (await answer.json()) as Compare;
  const [chat, fax, app] = channels;

  const near = (value: number) => expect.closeTo(value, 8);
  expect(chat).toMatchObject({
    status: 'ok',
    headline: 'ratioOfRatios',
    ratio: {
      estimate: near(2.493495399273622),
      low: near(1.8073264335688466),
      high: near(3.4401750512336955),
      standardError: near(0.15308319978013776),
      degreesOfFreedom: near(17.82919995074255),
      pHolm: near(1.2507596370947311e-5),
      verdict: 'increase',
    },
    ratioOfRatios: { estimate: near(1.9095679193723307) },
    means: { before: near(3.6856300608571275) },
    extraEvents: { estimate: expect.closeTo(304.26992688737863, 6) },
    interruptedSeries: { level: { estimate: near(2.7376076168937424) } },
    afterRatio: { estimate: near(1.9374377565952932) },
    persistence: { share: near(0.6399140818307318) },
  });
  expect(fax).toMatchObject({ status: 'all_zero', ratio: null, index: null });
  expect(app).toMatchObject({
    status: 'no_baseline',
    ratio: null,
    before: { total: 0 },
    during: { total: 6 },
  });
  expect(chat?.sentence.it).toMatch(/2,5 volte tanto \(intervallo 95\s%: 1,8–3,4\)/);
});

test('across a change in the way of counting, and before a channel existed, no ratio is formed', async () => {
  const database = await testDatabase();
  const file = join(mkdtempSync(join(tmpdir(), 'affluenza-reference-')), 'counts.csv');
  writeFileSync(file, table());
  await loadFile(database, file, { settings, secret: 'a secret for tests' });
  const told = checkSettings({
    ...settings,
    channels: [
      { ...everyDay('chat'), countingChanged: ['2020-02-01'] },
      { ...everyDay('app'), since: '2020-03-11' },
    ],
  });
  const answer = await createApp({ database, settings: told }).request('/api/v1/compare');
  const { channels } = (await answer.json()) as Compare;
  expect(channels[0]).toMatchObject({ status: 'collection_change', ratio: null });
  expect(channels[1]).toMatchObject({ status: 'no_baseline' });
  expect(channels[1]?.sentence.it).toContain('canale attivato l’11 marzo');
});
