// SPDX-License-Identifier: AGPL-3.0-or-later
// The adjusted rate ratio: how many times as many events a day, weekday for weekday (specification 2.2 and 2.3).
import { contrast, type Estimate, infer } from './inference.ts';
import { type Failure, fitModel, type Model } from './model.ts';
import type { Observation } from './observations.ts';
import { dayTypeEffect, type PoissonFit } from './poisson.ts';

/** One day with data: civil day number, day type 0-7, events. */
export interface DayCount {
  day: number;
  dayType: number;
  count: number;
}

/** Civil day numbers, both included. */
export interface DayRange {
  from: number;
  to: number;
}

/** A ratio with its 95 % interval; the standard error is that of its logarithm. */
export interface Ratio {
  estimate: number;
  low: number;
  high: number;
  standardError: number;
  degreesOfFreedom: number;
  pValue: number;
}

/** The two-phase model; `model` serves the figures that are drawn from it. */
export interface RateRatio {
  ratio: Ratio;
  /** The same on the log scale. */
  logRatio: Estimate;
  model: Model;
}

/** The contrasts of the three-phase model. */
export interface ThreePhases {
  during: Ratio;
  after: Ratio;
  afterVersusDuring: Ratio;
  model: Model;
}

/** During against before, in events a day: log mu = a[day type] + b D, ratio exp(b). */
export function rateRatio(
  days: readonly DayCount[],
  before: DayRange,
  during: DayRange,
): RateRatio | Failure {
  const model = fitModel(twoPhases(days, before, during));
  if (typeof model === 'string') return model;
  const logRatio = infer(model, contrast(model, [1]));
  return { ratio: asRatio(logRatio), logRatio, model };
}

/** The observations of the two-phase model, with blocks anchored at the start of the second phase. */
export function twoPhases(days: readonly DayCount[], before: DayRange, during: DayRange): Observation[] {
  const first = daysIn(days, before).map((day) => place(day, 0, [0], during.from));
  return [...first, ...daysIn(days, during).map((day) => place(day, 1, [1], during.from))];
}

/** A day as an observation of cell `cell`, whose blocks are counted from `anchor` and whose regressors are equal. */
export function place(
  day: DayCount,
  cell: number,
  regressors: readonly number[],
  anchor: number,
): Observation {
  // Written out: a spread here costs more than the fit that follows.
  const { dayType, count } = day;
  return { day: day.day, dayType, count, regressors, stratum: cell, cell, offset: day.day - anchor };
}

/** During and after against before in one model over all days: log mu = a[day type] + b D + c A. */
export function threePhases(
  days: readonly DayCount[],
  before: DayRange,
  during: DayRange,
  after: DayRange,
): ThreePhases | Failure {
  const model = fitModel(threePhaseObservations(days, before, during, after));
  if (typeof model === 'string') return model;
  const ratio = (weights: number[]) => asRatio(infer(model, contrast(model, weights)));
  return { during: ratio([1, 0]), after: ratio([0, 1]), afterVersusDuring: ratio([-1, 1]), model };
}

/** The observations of the three-phase model: the count of blocks restarts at each phase start. */
export function threePhaseObservations(
  days: readonly DayCount[],
  before: DayRange,
  during: DayRange,
  after: DayRange,
): Observation[] {
  return [
    ...daysIn(days, before).map((day) => place(day, 0, [0, 0], during.from)),
    ...daysIn(days, during).map((day) => place(day, 1, [1, 0], during.from)),
    ...daysIn(days, after).map((day) => place(day, 2, [0, 1], after.from)),
  ];
}

/** The days of `days` that lie in `range`. */
export function daysIn<Day extends { day: number }>(days: readonly Day[], range: DayRange): Day[] {
  return days.filter(({ day }) => day >= range.from && day <= range.to);
}

/** An estimate of a log ratio as a ratio. */
export function asRatio(log: Estimate): Ratio {
  const { standardError, degreesOfFreedom, pValue } = log;
  const [estimate, low, high] = [Math.exp(log.estimate), Math.exp(log.low), Math.exp(log.high)];
  return { estimate, low, high, standardError, degreesOfFreedom, pValue };
}

/**
 * The mean a working day before, standardised: the mean of exp(a[t]) over the working-day types the fit knows, in
 * events a day. Times the ratio it gives the mean during, so that the two numbers and the ratio agree.
 */
export function standardisedMean(fit: PoissonFit, workingDayTypes: readonly number[]): number {
  const effects = workingDayTypes
    .map((type) => dayTypeEffect(fit, type))
    .filter((effect) => effect !== undefined);
  return effects.reduce((sum, effect) => sum + Math.exp(effect), 0) / effects.length;
}

/** The events during beyond the level of before: sum y (1 - 1/ratio), with the limits of the ratio. */
export function extraEvents(total: number, ratio: Ratio): { estimate: number; low: number; high: number } {
  const extra = (r: number) => total * (1 - 1 / r);
  return { estimate: extra(ratio.estimate), low: extra(ratio.low), high: extra(ratio.high) };
}
