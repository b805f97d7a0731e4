// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Compare, Comparison, Description, Town } from '../api/schemas.ts';
import { coverage, standing } from './comparison.ts';
import { answer, correction, unit } from './sentence.ts';
import { summary } from './summary.ts';

/** What the page reads of a phase; the API says more. */
const phase = (meanPerDay: number, change: Partial<Description> = {}) =>
  ({
    expectedDays: 60,
    daysWithData: 60,
    coverage: 1,
    total: meanPerDay * 60,
    meanPerDay,
    zeroDays: 0,
    ...change,
  }) as Description;

/** Demonstrated when the limits are on one side of "as before". */
const ratioOf = (estimate: number) => {
  const [low, high] = [estimate * 0.8, estimate * 1.2];
  const verdict = low > 1 ? 'increase' : high < 1 ? 'decrease' : 'none';
  return { estimate, low, high, verdict } as NonNullable<Comparison['ratio']>;
};

/** What the page reads of a comparison, with limits 20 % to both sides of the ratio. */
const compared = (channel: string, before: number, during: number, change: Partial<Comparison> = {}) =>
  ({
    channel,
    status: 'ok',
    closedByLaw: channel === 'desk',
    before: phase(before),
    during: phase(during),
    after: phase(before),
    headline: 'ratio',
    ratio: ratioOf(during / before),
    missing: [],
    ...change,
  }) as Comparison;

const channel = (code: string, label: string, digital: boolean): Town['channels'][number] => ({
  code,
  label,
  digital,
  openDays: [1],
  closedOnHolidays: false,
  closures: [],
  closedByLaw: [],
});
const channels = [
  channel('chat', 'Chat', true),
  channel('email', 'E-mail', true),
  channel('phone', 'Telefono', false),
  channel('desk', 'Sportello', false),
  channel('pec', 'PEC', true),
];

const said = (list: Comparison[]): string =>
  answer(list, channels)
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u2060', '');

test('the digital channel that grew most leads, the others follow by outcome and from high to low', () => {
  const list = [
    compared('desk', 22, 1.76),
    compared('email', 10, 16),
    compared('chat', 3.5, 10.4),
    compared('phone', 1, 5),
  ];
  expect(said(list)).toBe(
    'Le chat sono passate da 3,5 a 10,4 per giorno di apertura: 3,0 volte tanto (2,4–3,6). ' +
      'Aumenti dimostrati per telefono (5,0 volte tanto) ed e-mail (+60\u00a0%); chiuso per legge: sportello (0,08 volte).',
  );
});

test('what is not demonstrated is said to be so, and no cause is named', () => {
  const list = [compared('chat', 3.5, 10.4), compared('phone', 10, 10.9), compared('email', 10, 8)];
  expect(said(list)).toBe(
    'Le chat sono passate da 3,5 a 10,4 per giorno di apertura: 3,0 volte tanto (2,4–3,6). ' +
      'Diminuzione dimostrata per e-mail (\u221220\u00a0%); per telefono (+9\u00a0%) nessuna variazione è dimostrabile.',
  );
  expect(said(list)).not.toMatch(/grazie|causa/i);
});

test('a lead that is not demonstrated stands back', () => {
  const weak = { ...ratioOf(1.09), verdict: 'weak' } as NonNullable<Comparison['ratio']>;
  const [, figure, , end] = answer([compared('chat', 10, 10.9, { ratio: weak })], channels);
  expect([figure?.tone, end?.text]).toEqual(['soft', ', indicazione debole. ']);
});

test('the ratio corrected for the season is the one that is said, where there is one', () => {
  const corrected: Partial<Comparison> = {
    headline: 'ratioOfRatios',
    ratioOfRatios: ratioOf(2.5),
    previousYears: [1],
  };
  const chat = compared('chat', 3.5, 10.4, corrected);
  expect(said([chat])).toContain('2,5 volte tanto (2,0–3,0)');
  const during = { from: '2020-03-09', to: '2020-05-17' };
  const of = (channels: Comparison[]) => correction({ channels, during } as Compare);
  expect(of([chat])).toContain('corretti con le stesse settimane del 2019');
  expect(of([chat, compared('email', 1, 2)])).toContain('corretti per la stagione dove');
  expect(of([compared('email', 1, 2)])).toContain('non corretti per la stagione');
  expect(of([chat, compared('email', 1, 2)])).toContain('quelli degli altri canali sono nelle schede');
  expect(of([chat])).not.toContain('altri canali');
});

test('a channel of the town’s own is named by its label', () => {
  expect(said([compared('pec', 2, 3)])).toBe(
    'PEC: i contatti sono passati da 2,0 a 3,0 per giorno di apertura: +50\u00a0% (da +20\u00a0% a +80\u00a0%). ',
  );
  expect(unit('pec', 2)).toBe('contatti');
  expect(unit('chat', 1)).toBe('conversazione');
});

test('channels that cannot be compared stay out of the sentence', () => {
  const few = compared('chat', 3.5, 10.4, { status: 'insufficient_coverage', ratio: null });
  expect(said([few])).toBe('Con questi dati nessun canale si può confrontare.');
});

test('where a comparison stands: in the word of the API, and no data has one of its own', () => {
  const none = phase(0, { daysWithData: 0, coverage: 0, meanPerDay: null });
  const stands = (change: Partial<Comparison>) => standing(compared('chat', 3.5, 10.4, change));
  expect(stands({})).toBe('compared');
  expect(stands({ status: 'no_baseline', ratio: null })).toBe('no_baseline');
  expect(stands({ status: 'insufficient_coverage', during: none, ratio: null })).toBe('no_data');
  expect(stands({ ratio: null })).toBe('no_fit');
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
