// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { groupsOf, informative, type Observation, withoutGroups } from './observations.ts';
import {
  coefficient,
  dayTypeEffect,
  deviance,
  dispersion,
  fitPoisson,
  fittedMeans,
  unscaledCovariance,
} from './poisson.ts';

/** Monday 2 and 4 before, Monday 9 during; Tuesday 6 before, 12 and 12 during; Sunday always 0. */
const DAYS: Observation[] = [
  [0, 2, 0],
  [0, 4, 0],
  [0, 9, 1],
  [1, 6, 0],
  [1, 12, 1],
  [1, 12, 1],
  [6, 0, 0],
  [6, 0, 1],
].map(([dayType, count, phase], i) => ({
  day: i,
  dayType: dayType!,
  count: count!,
  regressors: [phase!],
  stratum: phase!,
  cell: phase!,
  offset: i,
}));

test('day types without events are left out; score equations hold', () => {
  const fit = fitPoisson(groupsOf(DAYS))!;
  expect(fit.dayTypes).toEqual([0, 1]);
  expect(dayTypeEffect(fit, 6)).toBeUndefined();
  const used = informative(DAYS);
  expect(used).toHaveLength(6);
  const residuals = fittedMeans(fit, used).map((mean, i) => used[i]!.count - mean);
  const total = (keep: (o: Observation) => boolean) =>
    residuals.reduce((s, r, i) => s + (keep(used[i]!) ? r : 0), 0);
  // A Poisson fit reproduces the total of each day type and of the phase.
  expect(total((o) => o.dayType === 0)).toBeCloseTo(0, 10);
  expect(total((o) => o.dayType === 1)).toBeCloseTo(0, 10);
  expect(total((o) => o.cell === 1)).toBeCloseTo(0, 10);
});

test('one day type: the closed form', () => {
  const mondays = DAYS.slice(0, 3);
  const fit = fitPoisson(groupsOf(mondays))!;
  expect(Math.exp(dayTypeEffect(fit, 0)!)).toBeCloseTo(3, 12);
  expect(Math.exp(coefficient(fit, 0))).toBeCloseTo(3, 12);
  expect(dispersion(fit, mondays)).toBeCloseTo(2 / 3, 12);
  expect(dispersion(fit, mondays.slice(1))).toBeUndefined();
  expect(deviance(fit, mondays)).toBeCloseTo(2 * (2 * Math.log(2 / 3) + 4 * Math.log(4 / 3)), 12);
  // Var(b) = 1/(sum before) + 1/(sum during).
  expect(unscaledCovariance(fit, groupsOf(mondays))![1]![1]).toBeCloseTo(1 / 6 + 1 / 9, 12);
});

test('0 log 0 counts as 0 in the deviance', () => {
  const days = [0, 4].map((count, day) => ({ ...DAYS[0]!, day, count }));
  const constant = days.map((o) => ({ ...o, regressors: [] }));
  expect(deviance(fitPoisson(groupsOf(constant))!, constant)).toBeCloseTo(2 * 4 * Math.log(2), 12);
});

test('collinear columns give no fit, a type without events outside the fit a mean of 0', () => {
  expect(fitPoisson(groupsOf(DAYS.filter((o) => o.cell === 1)))).toBeUndefined();
  const fit = fitPoisson(groupsOf(DAYS))!;
  expect(fittedMeans(fit, [{ dayType: 6, regressors: [1] }])).toEqual([0]);
});

test('groups without a block are the groups of the other days', () => {
  const rest = withoutGroups(groupsOf(DAYS), groupsOf(DAYS.slice(0, 3)));
  expect(rest).toEqual(groupsOf(DAYS.slice(3)));
});
