// SPDX-License-Identifier: AGPL-3.0-or-later
// Expected values: an independent calculation in numpy and scipy from the same seeded counts.
import { expect, test } from 'vitest';
import { changePoint, containsDay } from './change-point.ts';
import { CHAT, DAYS, seededSeries } from './seeded-series.ts';

const range = { from: DAYS.start, to: DAYS.reopening - 1 };
const found = changePoint(seededSeries(CHAT), range);
if (typeof found === 'string') throw new Error(found);

test('the best day, the set and the scale', () => {
  expect(found.best).toBe(18339);
  expect(found.set).toEqual([18333, 18334, 18335, 18338, 18339, 18340, 18344, 18348]);
  expect(found.scale).toBeCloseTo(2.205262387587636, 9);
  expect(found.step.estimate).toBeCloseTo(2.592324431960654, 9);
  expect(found.step.standardError).toBeCloseTo(0.1194225872969818, 9);
});

test('candidates are days with data, 28 days from each end', () => {
  const examined = found.profile.map(({ day }) => day);
  expect(examined.at(0)).toBe(DAYS.start + 28);
  expect(examined.at(-1)).toBe(DAYS.reopening - 28);
  expect(examined.some((day) => day % 17 === 0)).toBe(false);
});

test('a date without data is decided by the next day with data', () => {
  const small = { set: [11, 15], profile: [9, 11, 15, 16].map((day) => ({ day, deviance: 0 })) };
  expect([8, 9, 10, 11, 12, 16, 17].map((day) => containsDay(small, day))).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a side without any event is at its limit, not a failure', () => {
  const silent = seededSeries(CHAT).map((day) => (day.day < DAYS.start + 35 ? { ...day, count: 0 } : day));
  const jump = changePoint(silent, range);
  expect(typeof jump === 'string' ? jump : jump.profile[0]!.day).toBe('too_small');
  const late = silent.map((day) => (day.day === DAYS.start + 3 ? { ...day, count: 1 } : day));
  expect(changePoint(late, range)).toBe('too_small');
});

test('a period without room on both sides is too short', () => {
  expect(changePoint(seededSeries(CHAT), { from: DAYS.start, to: DAYS.start + 54 })).toBe('too_short');
});

test('the same count every day has no jump to look for', () => {
  const steady = seededSeries(CHAT).map((day) => ({ ...day, count: 1 }));
  expect(changePoint(steady, range)).toBe('no_fit');
});
