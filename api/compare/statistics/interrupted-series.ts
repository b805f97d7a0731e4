// SPDX-License-Identifier: AGPL-3.0-or-later
// Segmented regression: a change of level and of slope at the start of the lockdown (specification 2.6).
import { contrast, type Estimate, type Functional, infer, studentInterval } from './inference.ts';
import { type Failure, fitModel, type Model } from './model.ts';
import type { Observation } from './observations.ts';
import { coefficient, dayTypeEffect, type PoissonFit } from './poisson.ts';
import { type DayCount, type DayRange, twoPhases } from './rate-ratio.ts';

/** Beyond ten weeks a trend drawn from ten weeks of baseline says nothing. */
const LONGEST_EXTRAPOLATION = 70;
/** Parameters of a phase: level and slope. */
const PER_PHASE = 2;

/** One day of a line drawn on: expected events, with 95 % limits where they can be computed. */
export interface ExpectedDay {
  day: number;
  expected: number;
  low: number | null;
  high: number | null;
}

export interface InterruptedSeries {
  /** Log of the jump on the first day of the lockdown. */
  level: Estimate;
  /** Log change a week before the lockdown. */
  time: Estimate;
  /** Change of the log slope a week from the lockdown on. */
  slope: Estimate;
  model: Model;
}

/** Fits log mu = a[day type] + b1 D + b2 t + b3 t D, with t in weeks from the start of the lockdown. */
export function interruptedSeries(
  days: readonly DayCount[],
  before: DayRange,
  during: DayRange,
): InterruptedSeries | Failure {
  const model = fitModel(segments(days, before, during), false);
  if (typeof model === 'string') return model;
  const estimate = (weights: number[]) => infer(model, contrast(model, weights), PER_PHASE);
  return { level: estimate([1, 0, 0]), time: estimate([0, 1, 0]), slope: estimate([0, 0, 1]), model };
}

/** The log ratio to the trend drawn on, `week` weeks after the start of the lockdown: b1 + b3 week. */
export function ratioToTrend({ model }: InterruptedSeries, week: number): Estimate {
  return infer(model, contrast(model, [1, 0, week]), PER_PHASE);
}

/** The trend of before drawn on over `days` (day number and type), with a band by jackknife on the log scale. */
export function trendLine(
  { model }: InterruptedSeries,
  start: number,
  days: readonly { day: number; dayType: number }[],
): ExpectedDay[] {
  return days
    .filter(({ day }) => day - start < LONGEST_EXTRAPOLATION)
    .flatMap(({ day, dayType }) => {
      const of = (fit: PoissonFit) => logTrend(fit, dayType, (day - start) / 7);
      return expectedDay(model, day, { of }, PER_PHASE);
    });
}

/** One day of a line: nothing when the day type is unknown, no limits when a refit does not know it. */
export function expectedDay(model: Model, day: number, log: Functional, perCell: number): ExpectedDay[] {
  const expected = Math.exp(log.of(model.fit));
  if (Number.isNaN(expected)) return [];
  if (model.weekly.some(({ result }) => Number.isNaN(log.of(result))))
    return [{ day, expected, low: null, high: null }];
  const { low, high } = infer(model, log, perCell);
  return [{ day, expected, low: Math.exp(low), high: Math.exp(high) }];
}

/** The log mean of a day type, plus the trend after `weeks`; NaN when the fit has no such day type. */
function logTrend(fit: PoissonFit, dayType: number, weeks: number): number {
  return (dayTypeEffect(fit, dayType) ?? Number.NaN) + coefficient(fit, 1) * weeks;
}

/** Events during the lockdown beyond the trend drawn on, over the days with data of its first ten weeks. */
export interface Excess {
  observed: number;
  counterfactual: Estimate;
  estimate: number;
  low: number;
  high: number;
}

/**
 * The cumulative excess: jackknife of log(sum of the trend), with the degrees of freedom of the sum itself (the
 * logarithm makes the limits positive, it adds no information).
 */
export function excess({ model }: InterruptedSeries, start: number): Excess {
  const days = model.observations.filter((o) => o.cell === 1 && o.day - start < LONGEST_EXTRAPOLATION);
  const observed = days.reduce((sum, o) => sum + o.count, 0);
  const total = infer(model, { of: (fit) => trendTotal(fit, days) }, PER_PHASE);
  const log = infer(model, { of: (fit) => Math.log(trendTotal(fit, days)) }, PER_PHASE);
  const counterfactual = studentInterval(log.estimate, log.standardError, total.degreesOfFreedom);
  const beyond = (logTotal: number) => observed - Math.exp(logTotal);
  const { estimate, low, high } = counterfactual;
  return { observed, counterfactual, estimate: beyond(estimate), low: beyond(high), high: beyond(low) };
}

/** A day type that a refit no longer knows adds nothing: at the limit its mean is zero. */
function trendTotal(fit: PoissonFit, days: readonly Observation[]): number {
  return days.reduce((sum, o) => {
    const log = logTrend(fit, o.dayType, o.regressors[2]!);
    return Number.isNaN(log) ? sum : sum + Math.exp(log);
  }, 0);
}

function segments(days: readonly DayCount[], before: DayRange, during: DayRange): Observation[] {
  return twoPhases(days, before, during).map((o) => {
    const weeks = o.offset / 7;
    return { ...o, regressors: [o.cell, weeks, weeks * o.cell], stratum: o.day };
  });
}
