// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Point } from '../../api/schemas.ts';
import { dayText } from '../../sql/vocabulary.ts';
import { tickDays } from './axes.ts';
import { flagLanes } from './markers.ts';
import { hasMean, missingSpans, slopes, stepLine, steps, without } from './marks.ts';

const day = (number: number, state: Point['state']): Point => ({
  from: dayText(number),
  to: dayText(number),
  state,
  count: state === 'count' ? 1 : null,
  daysWithData: state === 'count' ? 1 : 0,
  expectedDays: state === 'closed' ? 0 : 1,
  meanPerDay: state === 'count' ? 1 : null,
});

const week = (start: number, meanPerDay: number | null, days = 6): Point => ({
  from: dayText(start),
  to: dayText(start + 6),
  state: meanPerDay === null ? 'missing' : 'count',
  count: meanPerDay === null ? null : meanPerDay * days,
  daysWithData: days,
  expectedDays: 6,
  meanPerDay,
});

const range = { from: -0.5, to: 27.5 };

test('missing days join over a closed day, and not over a day with data', () => {
  const states = ['missing', 'closed', 'missing', 'count', 'closed', 'missing'] as const;
  expect(missingSpans(states.map((state, i) => day(i, state)))).toEqual([
    { from: -0.5, to: 2.5 },
    { from: 4.5, to: 5.5 },
  ]);
});

test('a step is cut where days are missing, and the line is interrupted there', () => {
  const levels = steps([week(0, 3), week(7, 5)], [{ from: 1.5, to: 3.5 }], range);
  expect(levels).toEqual([
    { from: -0.5, to: 1.5, y: 3 },
    { from: 3.5, to: 6.5, y: 3 },
    { from: 6.5, to: 13.5, y: 5 },
  ]);
  expect(stepLine(levels)).toEqual([
    { x: -0.5, y: 3 },
    { x: 1.5, y: 3 },
    { x: 3.5, y: null },
    { x: 3.5, y: 3 },
    { x: 6.5, y: 3 },
    { x: 6.5, y: 5 },
    { x: 13.5, y: 5 },
  ]);
});

test('a week without data leaves a gap, and so does one with too few days', () => {
  expect(steps([week(0, 3), week(7, null), week(14, 4)], [], range).map(({ from }) => from)).toEqual([
    -0.5, 13.5,
  ]);
  expect(hasMean(week(0, 3, 3))).toBe(true);
  expect(hasMean(week(0, 3, 2))).toBe(false);
  expect(hasMean({ ...week(0, 3, 2), expectedDays: 2 })).toBe(false);
});

test('a sloping line breaks at a missing week and between weeks with missing days', () => {
  const weeks = [week(0, 1), week(7, 2), week(14, null), week(21, 4)];
  expect(slopes(weeks, [])).toEqual([
    [
      { x: 3, y: 1 },
      { x: 10, y: 2 },
    ],
    [
      { x: 22, y: 4 },
      { x: 26, y: 4 },
    ],
  ]);
  expect(slopes([week(0, 1), week(7, 2)], [{ from: 4.5, to: 6.5 }])).toHaveLength(2);
});

test('spans are taken out of a span', () => {
  expect(
    without({ from: 0, to: 10 }, [
      { from: 2, to: 3 },
      { from: 9, to: 12 },
    ]),
  ).toEqual([
    { from: 0, to: 2 },
    { from: 3, to: 9 },
  ]);
  expect(without({ from: 0, to: 10 }, [{ from: -1, to: 11 }])).toEqual([]);
});

test('flags that would touch take the next lane', () => {
  expect(flagLanes([0, 3, 8, 63], 3.3)).toEqual([0, 1, 0, 0]);
  expect(flagLanes([0, 3, 8, 63], 0.8)).toEqual([0, 1, 2, 0]);
});

test('labels stand on firsts of the month, as many as there is room for, or on Mondays of a short range', () => {
  const year = { from: 18261.5, to: 18627.5 };
  expect(tickDays(year, 1200)).toHaveLength(12);
  expect(tickDays(year, 270).map((d) => dayText(d).slice(5))).toEqual([
    '01-01',
    '03-01',
    '05-01',
    '07-01',
    '09-01',
    '11-01',
  ]);
  expect(tickDays({ from: 18329.5, to: 18357.5 }, 1200).map(dayText)).toEqual([
    '2020-03-09',
    '2020-03-16',
    '2020-03-23',
    '2020-03-30',
  ]);
});
