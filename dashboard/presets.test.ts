// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Town } from '../api/schemas.ts';
import { learn } from './i18n/words.ts';
import { presetsOf, readPeriods, writePeriods } from './presets.ts';

const town = {
  phases: { before: '2020-01-01..2020-03-08', during: '2020-03-09..2020-05-17', after: '2020-05-18..' },
  comparisons: [{ label: 'Zona rossa', before: '2020-09-14..2020-11-08', during: '2020-11-11..2020-12-05' }],
  firstDay: '2020-01-01',
  lastDay: '2021-01-15',
} as unknown as Town;

test('the presets are those of the town, its year before and its last whole month', async () => {
  await learn('compare');
  const list = presetsOf(town).map(({ label, periods, isKnown }) => [label, writePeriods(periods), isKnown]);
  expect(list).toEqual([
    ['Il lockdown rispetto a prima', '2020-01-01..2020-03-08,2020-03-09..2020-05-17', true],
    // 52 weeks earlier: Monday 11 March 2019 for Monday 9 March 2020.
    ['Il lockdown e le stesse settimane del 2019', '2019-03-11..2019-05-19,2020-03-09..2020-05-17', false],
    ['Zona rossa', '2020-09-14..2020-11-08,2020-11-11..2020-12-05', true],
    ['Dicembre 2020 rispetto a novembre 2020', '2020-11-01..2020-11-30,2020-12-01..2020-12-31', true],
    ['Dicembre 2020 rispetto a dicembre 2019', '2019-12-01..2019-12-31,2020-12-01..2020-12-31', false],
  ]);
});

test('a month that ends with the data is whole', () => {
  const [, , , month] = presetsOf({ ...town, lastDay: '2020-02-29' });
  expect(month && writePeriods(month.periods)).toBe('2020-01-01..2020-01-31,2020-02-01..2020-02-29');
});

test('periods that overlap, come in the wrong order or do not exist are none', () => {
  expect(readPeriods('2020-01-01..2020-01-31,2020-02-01..2020-02-29')).not.toBeNull();
  for (const wrong of [
    null,
    '',
    '2020-01-01..2020-01-31',
    '2020-01-01..2020-01-31,2020-01-31..2020-02-29',
    '2020-02-01..2020-02-29,2020-01-01..2020-01-31',
    '2020-01-01..2020-01-31,2020-02-01..2020-02-31',
    '2020-01-01..2020-01-31,2020-02-01..',
    '2020-01-01..2020-01-02,2020-01-03..2020-01-04,2020-01-04..2020-01-06',
  ])
    expect(readPeriods(wrong)).toBeNull();
});
