// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayText, parsePeriod } from './vocabulary.ts';

test('days are numbered from 1970-01-01, and only days that exist', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2020-03-29')).toBe(18_350);
  for (const wrong of ['2026-02-31', '2019-02-29', '2020-13-01', '2020-3-1', '', '20200301'])
    expect(dayNumber(wrong)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => dayNumber(dayText(day)) === day),
  );
});

test('periods have two days that exist, in order; the end may be left open', () => {
  expect(parsePeriod('2020-01-01..2020-03-08')).toEqual({ from: '2020-01-01', to: '2020-03-08' });
  expect(parsePeriod('2020-05-18..')).toEqual({ from: '2020-05-18', to: null });
  for (const wrong of [
    '2020-03-08..2020-01-01',
    '2020-01-01',
    '..2020-01-01',
    '2020-01-01..2020-02-30',
    'a..b',
    '',
  ]) {
    expect(parsePeriod(wrong)).toBeNull();
  }
});
