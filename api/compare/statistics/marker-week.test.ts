// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { markerWeek } from './marker-week.ts';
import { daysIn } from './rate-ratio.ts';
import { CHAT, DAYS, PHASES, seededSeries } from './seeded-series.ts';

test('against the weeks before: an independent calculation in numpy and scipy', () => {
  const week = markerWeek(daysIn(seededSeries(CHAT), PHASES.before), DAYS.marker, 5)!;
  expect(week).toMatchObject({ observed: 12, weeks: 9, outside: false });
  expect(week.expected).toBeCloseTo(17.43452380952381, 10);
  expect(week.ratio).toBeCloseTo(0.6882895186070331, 10);
  expect(week.low).toBeCloseTo(0.4178515009566366, 9);
  expect(week.high).toBeCloseTo(1.5821484990433634, 9);
  expect(week.standardDeviation).toBeCloseTo(0.2175721868233439, 10);
  expect(week.pValue).toBeCloseTo(0.2519592952014093, 9);
});

/** Weeks of seven equal days with these counts, the last of them the marker's. */
const weeks = (...counts: number[]) =>
  counts.flatMap((count, week) =>
    Array.from({ length: 7 }, (_, i) => ({ day: 7 * week + i, dayType: 0, count })),
  );

test('equal weeks leave the Poisson error: 4 weeks of 70, then 140', () => {
  // se = sqrt(1.25/70), t(0.975, 3) = 3.182446
  const margin = 3.182446305284263 * Math.sqrt(1.25 / 70);
  const week = markerWeek(weeks(10, 10, 10, 10, 20), 28, 5)!;
  expect(week).toMatchObject({ observed: 140, expected: expect.closeTo(70, 9), outside: true });
  expect(week.high).toBeCloseTo(1 + margin, 10);
  expect(week.low).toBeCloseTo(1 - margin, 10);
});

test('a week counts only with enough days, and four are needed', () => {
  const short = weeks(10, 10, 10, 10, 20).filter(({ day }) => day > 2);
  expect(markerWeek(short, 28, 5)).toBeNull();
  expect(markerWeek(short, 28, 4)?.weeks).toBe(4);
  expect(markerWeek([], 28, 5)).toBeNull();
});
