// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { mix } from './mix.ts';
import { daysIn } from './rate-ratio.ts';
import { CHAT, DAYS, PHASES, seededSeries } from './seeded-series.ts';

const { before, during } = PHASES;
const days = daysIn(seededSeries(CHAT), { from: DAYS.start, to: DAYS.reopening - 1 }).map(
  ({ day, count }) => ({
    day,
    digital: count,
    desk: day < DAYS.lockdown ? (day % 5) + 1 : day % 2,
  }),
);

test('share, total and difference: an independent calculation in numpy and scipy', () => {
  const found = mix(days, before, during);
  expect(found.before.share).toBeCloseTo(0.4961439588688946, 12);
  expect(found.during.share).toBeCloseTo(0.9390018484288355, 12);
  expect(found.before.days + found.during.days).toBe(130);
  expect(found.difference).toEqual({
    points: expect.closeTo(44.285788955994086, 9),
    low: expect.closeTo(37.94656341246437, 7),
    high: expect.closeTo(50.625014499523814, 7),
    degreesOfFreedom: expect.closeTo(9.8395994315578, 7),
  });
});

test('no events, too few weeks, all events in one week', () => {
  const nothing = days.map((day) => (day.day >= DAYS.lockdown ? { ...day, digital: 0, desk: 0 } : day));
  expect(mix(nothing, before, during)).toMatchObject({ during: { share: null }, difference: 'too_small' });
  const short = days.filter(({ day }) => day < DAYS.lockdown + 21);
  expect(mix(short, before, during).difference).toBe('too_short');
  const once = nothing.map((day) => (day.day === DAYS.lockdown ? { ...day, desk: 4 } : day));
  expect(mix(once, before, during).difference).toBe('too_small');
});
