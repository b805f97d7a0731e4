// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Compare, Comparison, Description, Town } from '../api/schemas.ts';
import { coverage, standing } from './comparison.ts';
import { answer, hasIntervals, unit } from './sentence.ts';
import { summary } from './summary.ts';

const phase = (meanPerDay: number, change: Partial<Description> = {}): Description => ({
  calendarDays: 70,
  expectedDays: 60,
  daysWithData: 60,
  coverage: 1,
  total: meanPerDay * 60,
  meanPerDay,
  meanPerWorkingDay: meanPerDay,
  median: meanPerDay,
  zeroDays: 0,
  ...change,
});

const compared = (channel: string, before: number, during: number): Comparison => ({
  channel,
  status: 'ok',
  before: phase(before),
  during: phase(during),
  after: phase(before),
  index: null,
  ratio: before > 0 ? { estimate: during / before, low: null, high: null } : null,
  missing: [],
});

const channel = (code: string, label: string, digital: boolean): Town['channels'][number] => ({
  code,
  label,
  digital,
  openDays: [1],
  closedOnHolidays: false,
  closures: [],
  closedByLaw: code === 'desk' ? ['2020-03-09..2020-05-17'] : [],
});
const channels = [
  channel('chat', 'Chat', true),
  channel('email', 'E-mail', true),
  channel('phone', 'Telefono', false),
  channel('desk', 'Sportello', false),
  channel('pec', 'PEC', true),
];

const compare = (list: Comparison[]): Compare => ({
  before: { from: '2020-01-01', to: '2020-03-08' },
  during: { from: '2020-03-09', to: '2020-05-17' },
  after: null,
  asOf: '2020-12-31',
  dataVersion: '1',
  channels: list,
});
const said = (list: Comparison[]): string =>
  answer(compare(list), channels)
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u2060', '');

test('the digital channel that grew most leads, the others follow from high to low', () => {
  const list = [
    compared('desk', 22, 1.76),
    compared('email', 10, 16),
    compared('chat', 3.5, 10.4),
    compared('phone', 1, 5),
  ];
  expect(said(list)).toBe(
    'Le chat sono passate da 3,5 a 10,4 per giorno di apertura: 3,0 volte tanto. ' +
      'Medie più alte per telefono (5,0 volte tanto) ed e-mail (+60\u00a0%); chiuso per legge: sportello (0,08 volte).',
  );
});

test('with intervals it says the leading one, and which others include "as before"; still no verdict', () => {
  const withLimits = (c: Comparison, low: number, high: number): Comparison => ({
    ...c,
    ratio: { estimate: c.ratio?.estimate ?? 0, low, high },
  });
  const list = [
    withLimits(compared('chat', 3.5, 10.4), 2.41, 3.79),
    withLimits(compared('phone', 10, 10.9), 0.88, 1.35),
    withLimits(compared('email', 10, 8), 0.7, 0.9),
  ];
  expect(said(list)).toBe(
    'Le chat sono passate da 3,5 a 10,4 per giorno di apertura: 3,0 volte tanto (2,4–3,8). ' +
      'Media più bassa per e-mail (\u221220\u00a0%); per telefono (+9\u00a0%) l’intervallo comprende «come prima».',
  );
  expect(hasIntervals(compare(list))).toBe(true);
  expect(hasIntervals(compare([compared('chat', 1, 2)]))).toBe(false);
});

test('without an interval it never gives a verdict', () => {
  expect(said([compared('chat', 3.5, 10.4), compared('desk', 22, 1.8)])).not.toMatch(/dimostrat|grazie/i);
});

test('a channel of the town’s own is named by its label', () => {
  expect(said([compared('pec', 2, 3)])).toBe(
    'PEC: i contatti sono passati da 2,0 a 3,0 per giorno di apertura: +50\u00a0%. ',
  );
  expect(unit('pec', 2)).toBe('contatti');
  expect(unit('chat', 1)).toBe('conversazione');
});

test('channels that cannot be compared stay out of the sentence', () => {
  const few = compared('chat', 3.5, 10.4);
  few.during = phase(10.4, { daysWithData: 20, coverage: 1 / 3 });
  expect(said([few])).toBe('Con questi dati nessun canale si può confrontare.');
});

test('where a comparison stands: the data first, then the word of the API', () => {
  const chat = compared('chat', 3.5, 10.4);
  const none = phase(0, { daysWithData: 0, coverage: 0, meanPerDay: null });
  expect(standing(chat)).toBe('compared');
  expect(standing({ ...chat, during: none })).toBe('no_data');
  expect(standing({ ...chat, before: phase(3, { coverage: 0.49 }) })).toBe('insufficient_coverage');
  expect(standing({ ...chat, before: phase(0) })).toBe('no_baseline');
  expect(standing({ ...chat, during: phase(0) })).toBe('zeroed');
  expect(standing({ ...chat, before: phase(0), during: phase(0) })).toBe('all_zero');
  expect(standing({ ...chat, status: 'too_small' })).toBe('too_small');
  expect(standing({ ...chat, status: 'something_new' })).toBe('not_compared');
  expect(standing({ ...chat, ratio: null })).toBe('not_compared');
});

test('coverage joins before and during; nothing expected is not complete', () => {
  const chat = compared('chat', 3.5, 10.4);
  expect(coverage({ ...chat, during: phase(9, { daysWithData: 42 }) })).toBe(102 / 120);
  const closed = phase(0, { expectedDays: 0, daysWithData: 0, coverage: null });
  expect(coverage({ ...chat, before: closed, during: closed })).toBeNull();
});

test('the summary says the means, the zeros and the missing days', () => {
  const chat = compared('chat', 3.5, 10.4);
  chat.before = phase(3.5, { daysWithData: 54, zeroDays: 2 });
  chat.missing = [{ from: '2020-02-03', to: '2020-02-08' }];
  const inside = (name: string) => ({ before: 'prima', during: 'nel lockdown', after: 'dopo' })[name] ?? '';
  expect(summary(chat, [], inside)).toBe(
    'In media 3,5 conversazioni prima, 10,4 nel lockdown e 3,5 dopo per giorno di apertura. ' +
      '2 giorni di apertura sono a zero. ' +
      'Calcolato su 174 giorni di apertura su 180 (96\u00a0%): mancano i dati dal 3 all’8 febbraio. ' +
      'I giorni mancanti non contano come zero.',
  );
});
