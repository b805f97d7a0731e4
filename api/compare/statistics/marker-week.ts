// SPDX-License-Identifier: AGPL-3.0-or-later
// Was one week out of the ordinary? The week of a marker against the weeks before it (specification 2.5).
import { blocksOf } from './jackknife.ts';
import { groupsOf, informative, type Observation } from './observations.ts';
import { fitPoisson } from './poisson.ts';
import { type DayCount, place } from './rate-ratio.ts';
import { studentQuantile, twoSidedTail } from './student.ts';

/** With fewer earlier weeks nobody knows how far a week may swing. */
const MINIMUM_WEEKS = 4;

export interface MarkerWeek {
  /** Events in the week of the marker. */
  observed: number;
  /** Events that the earlier days of the same types lead to expect. */
  expected: number;
  ratio: number;
  /** Lower and upper 95 % limit of the ratio of an ordinary week. */
  low: number;
  high: number;
  outside: boolean;
  pValue: number;
  /** Earlier weeks the limits come from. */
  weeks: number;
  /** Standard deviation of their ratios. */
  standardDeviation: number;
}

/**
 * Compares the seven days from `marker` with the days before it, by day type; a week counts with at least
 * `minimumDays` days with data. Null without four such weeks, or without data or expectation in the marker's week.
 */
export function markerWeek(
  days: readonly DayCount[],
  marker: number,
  minimumDays: number,
): MarkerWeek | null {
  const placed = days.filter(({ day }) => day < marker + 7).map((day) => place(day, 0, [], marker));
  const earlier = informative(placed.filter((o) => o.offset < 0));
  const fit = fitPoisson(groupsOf(earlier));
  if (fit === undefined) return null;
  const means = new Map(fit.dayTypes.map((type, i) => [type, Math.exp(fit.coefficients[i]!)]));
  const ratios = ordinaryWeeks(earlier, means, minimumDays);
  const week = compare(
    placed.filter((o) => o.offset >= 0),
    means,
  );
  if (ratios.length < MINIMUM_WEEKS || week === null) return null;
  return { ...week, ...prediction(ratios, week) };
}

/** The ratios observed / expected of the earlier weeks with enough days. */
function ordinaryWeeks(
  earlier: readonly Observation[],
  means: ReadonlyMap<number, number>,
  minimumDays: number,
) {
  return blocksOf(earlier, 7)
    .filter(({ rows }) => rows.length >= minimumDays)
    .map(({ rows }) => compare(rows, means)!.ratio);
}

/** Observed and expected over the days whose type is known; null when there is none. */
function compare(days: readonly DayCount[], means: ReadonlyMap<number, number>) {
  const known = days.filter(({ dayType }) => means.has(dayType));
  const observed = known.reduce((sum, { count }) => sum + count, 0);
  const expected = known.reduce((sum, { dayType }) => sum + means.get(dayType)!, 0);
  return known.length === 0 ? null : { observed, expected, ratio: observed / expected };
}

/** 1 -+ t se with se = max(s sqrt(1 + 1/G), sqrt((1 + 1/G)/expected)) and G - 1 degrees of freedom. */
function prediction(ratios: readonly number[], week: { expected: number; ratio: number }) {
  const inflation = 1 + 1 / ratios.length;
  const deviation = standardDeviation(ratios);
  const error = Math.max(deviation * Math.sqrt(inflation), Math.sqrt(inflation / week.expected));
  const margin = studentQuantile(0.975, ratios.length - 1) * error;
  return {
    low: Math.max(0, 1 - margin),
    high: 1 + margin,
    outside: Math.abs(week.ratio - 1) > margin,
    pValue: twoSidedTail((week.ratio - 1) / error, ratios.length - 1),
    weeks: ratios.length,
    standardDeviation: deviation,
  };
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
}
