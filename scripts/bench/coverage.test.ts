// SPDX-License-Identifier: AGPL-3.0-or-later
// The made-up series have the truth that the simulation says they have; the simulation itself is run by hand.
import { expect, test } from 'vitest';
import { CELLS, coverage, random, series } from './coverage.ts';

const SEVERAL = 400;
const LOCKDOWN = 18330;

test.each(CELLS.slice(0, 4))('$name: the mean and the ratio are those declared', (cell) => {
  const next = random(1);
  const all = Array.from({ length: SEVERAL }, () => series(cell, next));
  const perDayType = (isDuring: boolean, type: number) => {
    const counts = all.flat().filter(({ day, dayType }) => day >= LOCKDOWN === isDuring && dayType === type);
    return counts.reduce((sum, { count }) => sum + count, 0) / counts.length;
  };
  expect(perDayType(false, 0) / (cell.mean * cell.week[0]!)).toBeCloseTo(1, 1);
  expect(perDayType(true, 0) / perDayType(false, 0) / cell.ratio).toBeCloseTo(1, 1);
});

test('an office has no Sundays and no holidays: 56 days before, 57 during', () => {
  const days = series(CELLS[3]!, random(1));
  expect(days.filter(({ day }) => day < LOCKDOWN)).toHaveLength(56);
  expect(days.filter(({ day }) => day >= LOCKDOWN)).toHaveLength(57);
  expect(new Set(days.map(({ dayType }) => dayType))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

test('the same seed gives the same figures, and they are shares', () => {
  const [once, again] = [coverage(CELLS[0]!, 20, 7), coverage(CELLS[0]!, 20, 7)];
  expect(again).toEqual(once);
  expect(once.covered).toBeGreaterThan(0.7);
  expect(once.naive).toBeLessThan(once.covered);
  expect(once.error).toBeCloseTo(Math.sqrt((once.covered * (1 - once.covered)) / 20), 12);
});
