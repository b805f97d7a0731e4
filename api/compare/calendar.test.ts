// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { dayInRome, dayType, easter, formatDay, holidays, isHoliday, parseDay, weekday } from './calendar.ts';

const PATRON = '08-10';

test('civil days are integers and read back the same', () => {
  expect(parseDay('1970-01-01')).toBe(0);
  expect(parseDay('2020-03-29')).toBe(18350);
  expect(formatDay(18350)).toBe('2020-03-29');
  expect(parseDay('2020-02-29') + 1).toBe(parseDay('2020-03-01'));
});

test.each(['2026-02-31', '2019-02-29', '2020-13-01', '2020-3-9', 'ieri', ''])('%s is refused', (text) => {
  expect(() => parseDay(text)).toThrow(RangeError);
});

test('weekdays, before 1970 too', () => {
  expect(
    ['2020-03-09', '2020-03-15', '1969-12-31', '2000-01-01'].map((day) => weekday(parseDay(day))),
  ).toEqual([0, 6, 2, 5]);
});

// The Easter table printed in every missal.
test.each([
  ['2018-04-01'],
  ['2019-04-21'],
  ['2020-04-12'],
  ['2021-04-04'],
  ['2022-04-17'],
  ['2023-04-09'],
  ['2024-03-31'],
  ['2025-04-20'],
  ['2026-04-05'],
  ['2027-03-28'],
  ['2028-04-16'],
  ['2029-04-01'],
  ['2030-04-21'],
  ['1961-04-02'],
  ['2038-04-25'],
  ['2285-03-22'],
])('Easter %s', (sunday) => {
  expect(formatDay(easter(Number(sunday.slice(0, 4))))).toBe(sunday);
});

test('the holidays of 2020 at Montevarchi', () => {
  expect(holidays(2020, PATRON).map(formatDay)).toEqual([
    '2020-01-01',
    '2020-01-06',
    '2020-04-12',
    '2020-04-13',
    '2020-04-25',
    '2020-05-01',
    '2020-06-02',
    '2020-08-10',
    '2020-08-15',
    '2020-11-01',
    '2020-12-08',
    '2020-12-25',
    '2020-12-26',
  ]);
});

describe('what changes with the year and the town', () => {
  test('4 October is a holiday from 2026', () => {
    expect([2025, 2026].map((year) => isHoliday(parseDay(`${year}-10-04`), PATRON))).toEqual([false, true]);
  });

  test('the patron is a setting; on a national holiday it is counted once; 29 February only where it exists', () => {
    expect(isHoliday(parseDay('2020-06-24'), '06-24')).toBe(true);
    expect(isHoliday(parseDay('2020-08-10'), '06-24')).toBe(false);
    expect(holidays(2020, '12-25')).toHaveLength(12);
    expect([holidays(2019, '02-29').length, holidays(2020, '02-29').length]).toEqual([12, 13]);
  });
});

test('day types: a holiday overrides the weekday, but not the Sunday', () => {
  const types = [
    '2020-04-10',
    '2020-04-11',
    '2020-04-12',
    '2020-04-13',
    '2020-04-25',
    '2020-11-01',
    '2020-08-10',
  ];
  expect(types.map((day) => dayType(parseDay(day), PATRON))).toEqual([4, 5, 6, 7, 7, 6, 7]);
});

test.each([
  ['2020-03-28T22:59:59Z', '2020-03-28'],
  ['2020-03-28T23:00:00Z', '2020-03-29'],
  ['2020-03-29T21:59:59Z', '2020-03-29'],
  ['2020-03-29T22:00:00Z', '2020-03-30'],
  ['2020-10-24T22:00:00Z', '2020-10-25'],
  ['2020-10-25T22:59:59Z', '2020-10-25'],
  ['2020-10-25T23:00:00Z', '2020-10-26'],
])('%s is %s in Rome, on the days of 23 and 25 hours too', (instant, day) => {
  expect(formatDay(dayInRome(Date.parse(instant)))).toBe(day);
});
