// SPDX-License-Identifier: AGPL-3.0-or-later
// The practices through the front door, counted by hand.
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import type { BreakdownRow } from '../schemas/breakdown.ts';
import type { Cell } from '../schemas/cells.ts';

const PHASES = { before: '2020-03-02..2020-03-08', during: '2020-04-06..2020-04-12', after: '2020-05-18..' };

const said = (cell: Cell | null) => {
  if (cell === null) return '-';
  return 'suppressed' in cell ? cell.suppressed : String(cell.count);
};
const brief = ({ kind, value, before, during }: BreakdownRow) =>
  `${kind === 'value' ? value : kind}: ${said(before)} ${said(during)}`;

let sent = 0;
/** Practices of one kind, sent on a day and closed on these, or not yet (''). */
function list(day: string, kind: string, closed: readonly string[], means = 'web'): string {
  return closed
    .map((end) => {
      sent += 1;
      return `${sent};${day};${kind};bonus;${means};${end === '' ? 'in corso' : 'accolta'};${end}\n`;
    })
    .join('');
}

const times = (n: number, day: string) => Array.from({ length: n }, () => day);

let town: TestTown;
beforeAll(async () => {
  town = await testTown(
    { phases: PHASES },
    {
      'practices.csv':
        'numero;presentata il;tipo;argomento;canale;esito;chiusa il\n' +
        // Friday 6 March; Monday the 9th is one working day later.
        list('06/03/2020', 'Tari', [...times(8, '06/03/2020'), '09/03/2020']) +
        // Thursday before Easter; Friday 1, Tuesday the 14th 2 (Easter Monday is none), the 24th 10, Monday the 27th 11
        // (Saturday the 25th is a holiday anyway).
        list('09/04/2020', 'Bonus', [
          ...times(5, '10/04/2020'),
          ...times(4, '14/04/2020'),
          '24/04/2020',
          '27/04/2020',
          ...times(4, ''),
        ]) +
        list('09/04/2020', 'Nido', ['09/04/2020'], 'pec') +
        list('10/04/2020', 'Mensa', ['14/04/2020', ''], 'pec') +
        list('10/04/2020', 'Residenza', times(7, '10/04/2020'), 'email'),
    },
  );
});

test('as it was on a day: what was closed later was open', async () => {
  const { asOf, closingKnown, during, after, kinds, outcomes } = await town.ask('practices?until=2020-04-14');
  expect(asOf).toBe('2020-04-10');
  expect(closingKnown).toBe(true);
  expect(after).toBeNull();
  expect([during.closed.count, during.open.count]).toEqual([18, 7]);
  expect(kinds.find(({ value }: BreakdownRow) => value === 'bonus').closing.during).toBeNull();
  // The two closed later (of 25) had no outcome: so few hide the next larger with them.
  expect(outcomes.map(brief)).toEqual(['accolta: 9 18', 'in corso: 0 secondary', 'unknown: 0 secondary']);
});

test('by kind, with the working days it took', async () => {
  const { kinds } = await town.ask('practices');
  expect(kinds.map(brief)).toEqual([
    'bonus: 0 15',
    'residenza: 0 7',
    'tari: 9 0',
    'mensa: 0 small',
    'nido: 0 small',
  ]);
  const closing = Object.fromEntries(
    kinds.map(({ value, closing }: { value: string; closing: object }) => [value, closing]),
  );
  // Eleven closed: 1 five times, 2 four times, 10, 11: the sixth is 2, the tenth 10.
  expect(closing.bonus).toEqual({ before: null, during: { median: 2, p90: 10 }, after: null });
  // Nine closed, seven closed: too few.
  expect(closing.tari).toEqual({ before: null, during: null, after: null });
  expect(closing.residenza).toEqual({ before: null, during: null, after: null });
});

test('in all, with those that are open', async () => {
  const { before, during, after, asOf, leastClosed, closingKnown, suppression } = await town.ask('practices');
  expect({ asOf, leastClosed, closingKnown, suppression, after }).toEqual({
    asOf: '2020-04-10',
    leastClosed: 10,
    closingKnown: true,
    suppression: { threshold: 3 },
    after: null,
  });
  expect(before).toMatchObject({ daysWithData: 3, total: 9, closing: null });
  expect(said(before.closed)).toBe('9');
  expect(said(before.open)).toBe('0');
  expect(during).toMatchObject({ to: '2020-04-10', daysWithData: 5, total: 25 });
  expect(during.closed).toEqual({ count: 20, perDay: 4, share: 0.8 });
  expect(said(during.open)).toBe('5');
  // 0 eight times, 1 five times, 1 once more (a practice about meals, over Easter), 2 four times, 10, 11.
  expect(during.closing).toEqual({ median: 1, p90: 2 });
});

test('by means, topic and outcome', async () => {
  const { topics, means, outcomes } = await town.ask('practices');
  expect(topics.map(brief)).toEqual(['bonus: 9 25']);
  expect(means.map(brief)).toEqual(['web: 9 15', 'email: 0 7', 'pec: 0 3']);
  expect(outcomes.map(brief)).toEqual(['accolta: 9 20', 'in corso: 0 5']);
});

describe('a few practices that are open', () => {
  test('are hidden, and the closed ones with them', async () => {
    const { during } = await town.ask('practices?during=2020-04-10..2020-04-12');
    expect(during.total).toBe(9);
    expect([said(during.closed), said(during.open)]).toEqual(['secondary', 'secondary']);
  });
});

const HEADER = 'numero;presentata il;tipo;argomento;canale;esito;chiusa il\n';

test('the times of a kind whose count is hidden are hidden with it', async () => {
  const small = await testTown(
    { phases: PHASES },
    {
      'practices.csv':
        HEADER +
        list('06/03/2020', 'Tari', times(12, '09/03/2020')) +
        list('06/03/2020', 'Nido', times(1, '09/03/2020')) +
        list('06/03/2020', 'Bonus', times(30, '09/03/2020')),
    },
  );
  const { kinds } = await small.ask('practices');
  const told = kinds.map((kind: BreakdownRow & { closing: { before: object | null } }) => [
    brief(kind),
    kind.closing.before,
  ]);
  expect(told).toEqual([
    ['bonus: 30 0', { median: 1, p90: 1 }],
    ['nido: secondary 0', null],
    ['tari: secondary 0', null],
  ]);
});

test('days on which the office is closed are no working days', async () => {
  const channels = [{ code: 'practice', label: 'Pratiche', closures: ['2020-03-09..2020-03-13'] }];
  const closed = await testTown(
    { phases: PHASES, channels },
    {
      'practices.csv': HEADER + list('06/03/2020', 'Tari', times(10, '16/03/2020')),
    },
  );
  expect((await closed.ask('practices')).before.closing).toEqual({ median: 1, p90: 1 });
});

test('a list without closing dates does not say that all are open', async () => {
  const silent = await testTown(
    { phases: PHASES },
    {
      'practices.csv': `numero;presentata il;tipo\n${[1, 2, 3, 4].map((n) => `${n};06/03/2020;Tari\n`).join('')}`,
    },
  );
  const { closingKnown, before, outcomes } = await silent.ask('practices');
  expect(closingKnown).toBe(false);
  expect(before.closing).toBeNull();
  expect(outcomes.map(brief)).toEqual(['unknown: 4 0']);
});

test('a practice that a later list no longer has is gone from all of this', async () => {
  await town.load(
    'again.csv',
    `numero;presentata il;tipo;argomento;canale;esito;chiusa il\n${list('09/04/2020', 'Nido', times(5, '14/04/2020'))}`,
  );
  const { kinds, outcomes, during } = await town.ask('practices?during=2020-04-09..2020-04-09');
  expect(kinds.map(brief)).toEqual(['nido: 0 5', 'tari: 9 0']);
  expect(outcomes.map(brief)).toEqual(['accolta: 9 5']);
  expect(said(during.closed)).toBe('5');
});
