// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { type DescribedDay, describe, index, median } from './descriptive.ts';

const day = (
  dayType: number,
  state: DescribedDay['state'],
  count: number | null,
  open = true,
): DescribedDay => ({ dayType, state, count, open });

test('these few rows, this whole answer', () => {
  const rows = [
    day(0, 'count', 4),
    day(1, 'count', 0),
    day(2, 'missing', null),
    day(3, 'count', 5),
    day(5, 'closed', null, false),
    day(6, 'count', 1, false),
    day(0, 'count', 8),
  ];
  expect(describe(rows, [0, 1, 2, 3, 4])).toEqual({
    calendarDays: 7,
    expectedDays: 5,
    daysWithData: 5,
    coverage: 0.8,
    total: 18,
    meanPerDay: 3.6,
    median: 4,
    variance: expect.closeTo(10.3, 12),
    zeroDays: 1,
    workingDaysWithData: 4,
    meanPerWorkingDay: 4.25,
    medianWorkingDay: 4.5,
    meanByDayType: [6, 0, null, 5, null, null, 1, null],
  });
});

test('no data: nothing is a number that is not known', () => {
  expect(describe([day(0, 'missing', null)], [0])).toMatchObject({
    coverage: 0,
    total: 0,
    meanPerDay: null,
    median: null,
    variance: null,
  });
  expect(describe([], [0]).coverage).toBe(0);
});

test('index, and none from zero', () => {
  const of = (count: number) => describe([day(0, 'count', count)], [0]);
  expect(index(of(4), of(5))).toBe(125);
  expect(index(of(0), of(5))).toBeNull();
  expect([index(describe([], [0]), of(5)), index(of(5), describe([], [0]))]).toEqual([null, null]);
});

test('median of an even and an odd number of values, sorted as numbers', () => {
  expect([median([10, 9, 1]), median([10, 9, 1, 2]), median([])]).toEqual([9, 5.5, null]);
});
