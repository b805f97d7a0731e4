// SPDX-License-Identifier: AGPL-3.0-or-later
// Coverage through the front door, counted by hand.
import { expect, test } from 'vitest';
import { testTown } from '../../scripts/test-town.ts';
import { dayNumber, dayText } from '../../sql/vocabulary.ts';
import { dayInRome } from '../compare/calendar.ts';
import type { ChannelCoverage } from '../schemas/coverage.ts';

const PHASES = { before: '2020-01-01..2020-03-08', during: '2020-03-09..2020-05-17', after: '2020-05-18..' };
const counts = (channel: string, rows: Record<string, number>) =>
  `day,channel,count\n${Object.entries(rows)
    .map(([day, count]) => `${day},${channel},${count}\n`)
    .join('')}`;
const brief = ({ days }: ChannelCoverage) => days.map(({ day, state }) => `${day.slice(5)} ${state}`);

test('present, zero, missing and closed days are told apart, and added up', async () => {
  const town = await testTown(
    { phases: PHASES },
    {
      'phone.csv': counts('phone', { '2020-03-05': 4, '2020-03-06': 0, '2020-03-09': 7, '2020-03-15': 2 }),
    },
  );
  const { from, to, channels } = await town.ask('coverage?channels=phone&from=2020-03-05&to=2020-03-15');
  expect({ from, to }).toEqual({ from: '2020-03-05', to: '2020-03-15' });
  const [phone] = channels;
  expect(brief(phone)).toEqual([
    '03-05 present',
    '03-06 zero',
    '03-07 missing',
    '03-08 closed',
    '03-09 present',
    '03-10 missing',
    '03-11 missing',
    '03-12 missing',
    '03-13 missing',
    '03-14 missing',
    // A Sunday on which somebody was called all the same.
    '03-15 present',
  ]);
  expect(phone).toMatchObject({
    channel: 'phone',
    totals: { present: 3, zero: 1, missing: 6, closed: 1, suspicious: 0, fault: 0, expected: 9 },
    missing: [
      { from: '2020-03-07', to: '2020-03-07' },
      { from: '2020-03-10', to: '2020-03-14' },
    ],
    suspicious: [],
    lastDay: '2020-03-15',
    daysSince: dayInRome(Date.now()) - 1 - dayNumber('2020-03-15')!,
    rhythm: null,
    late: null,
  });
});

test('a channel without any data has no last day, and is missing rather than zero', async () => {
  const town = await testTown({ phases: PHASES }, { 'phone.csv': counts('phone', { '2020-03-05': 4 }) });
  const { channels } = await town.ask('coverage');
  expect(channels).toHaveLength(7);
  expect(channels.find(({ channel }: ChannelCoverage) => channel === 'email')).toEqual({
    channel: 'email',
    days: [{ day: '2020-03-05', state: 'missing', count: null }],
    totals: { present: 0, zero: 0, missing: 1, closed: 0, suspicious: 0, fault: 0, expected: 1 },
    missing: [{ from: '2020-03-05', to: '2020-03-05' }],
    suspicious: [],
    lastDay: null,
    daysSince: null,
    rhythm: null,
    late: null,
    sources: [],
  });
});

test('each source says on which days, and from which loads', async () => {
  const header = 'giorno,piattaforma,argomento,contatti\n';
  const town = await testTown(
    { phases: PHASES },
    {
      '1.csv': `${header}2020-03-02,facebook,,3\n2020-03-03,facebook,,2\n2020-03-04,facebook,,1\n`,
      '2.csv': `${header}2020-03-04,facebook,,5\n2020-03-04,instagram,,1\n2020-03-06,facebook,,2\n`,
      '3.csv': counts('social', { '2020-03-06': 9 }),
    },
  );
  const ids = Object.fromEntries(
    (await town.ask('loads')).map(({ file, id }: { file: string; id: string }) => [file, id]),
  );
  const [social] = (await town.ask('coverage?channels=social&from=2020-03-03')).channels;
  expect(social.sources).toEqual([
    {
      source: 'counts',
      scope: 'social',
      firstDay: '2020-03-06',
      lastDay: '2020-03-06',
      runs: [{ from: '2020-03-06', to: '2020-03-06', loads: [ids['3.csv']] }],
    },
    {
      source: 'social',
      scope: 'facebook',
      firstDay: '2020-03-02',
      lastDay: '2020-03-06',
      runs: [
        { from: '2020-03-03', to: '2020-03-03', loads: [ids['1.csv']] },
        { from: '2020-03-04', to: '2020-03-04', loads: [ids['2.csv']] },
        { from: '2020-03-06', to: '2020-03-06', loads: [] },
      ],
    },
    {
      source: 'social',
      scope: 'instagram',
      firstDay: '2020-03-04',
      lastDay: '2020-03-06',
      runs: [
        { from: '2020-03-04', to: '2020-03-04', loads: [ids['2.csv']] },
        { from: '2020-03-06', to: '2020-03-06', loads: [] },
      ],
    },
  ]);
});

test('zeros that are almost impossible are suspicious, where the comparison finds them so', async () => {
  const rows: Record<string, number> = {};
  for (let day = dayNumber('2020-01-01')!; day <= dayNumber('2020-05-17')!; day += 1) {
    const text = dayText(day);
    rows[text] = text >= '2020-04-21' && text <= '2020-04-24' ? 0 : 30 + (day % 5);
  }
  const town = await testTown({ phases: PHASES }, { 'web.csv': counts('web', rows) });
  const [web] = (await town.ask('coverage?channels=web&from=2020-04-20&to=2020-04-25')).channels;
  expect(brief(web)).toEqual([
    '04-20 present',
    '04-21 suspicious',
    '04-22 suspicious',
    '04-23 suspicious',
    '04-24 suspicious',
    '04-25 present',
  ]);
  const { channels } = await town.ask('compare?channels=web');
  const [{ first, last, ...found }] = channels[0].suspiciousZeros;
  expect(web.suspicious).toEqual([{ from: first, to: last, ...found }]);
  const [may] = (await town.ask('coverage?channels=web&from=2020-05-01')).channels;
  expect(may.suspicious).toEqual([]);
});

test('a channel is late when it has been silent for longer than ever between two loads', async () => {
  const yesterday = dayInRome(Date.now()) - 1;
  const load = (channel: string, ago: number) => counts(channel, { [dayText(yesterday - ago)]: 1 });
  const files = [40, 33, 20, 14].map((ago) => [`${ago}.csv`, load('chat', ago)]);
  const recent = [30, 20, 11, 10].map((ago) => [`phone-${ago}.csv`, load('phone', ago)]);
  const few = [40, 35, 20].map((ago) => [`desk-${ago}.csv`, load('desk', ago)]);
  const town = await testTown({ phases: PHASES }, Object.fromEntries([...files, ...recent, ...few]));
  const { channels } = await town.ask('coverage?channels=chat,phone,desk');
  const seen = channels.map(({ channel, daysSince, rhythm, late }: ChannelCoverage) => ({
    channel,
    daysSince,
    rhythm,
    late,
  }));
  expect(seen).toEqual([
    { channel: 'chat', daysSince: 14, rhythm: { medianDays: 7, longestDays: 13 }, late: true },
    // Silent for ten days, as once before.
    { channel: 'phone', daysSince: 10, rhythm: { medianDays: 9, longestDays: 10 }, late: false },
    { channel: 'desk', daysSince: 20, rhythm: null, late: null },
  ]);
});
