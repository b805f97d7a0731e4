// SPDX-License-Identifier: AGPL-3.0-or-later
// The comparison with the same weeks of previous years, when they are covered (specification 2.4).
import { type DayRow, daysWithData } from './opening.ts';
import { length } from './phases.ts';
import type { Failure } from './statistics/model.ts';
import { type DayCount, type DayRange, daysIn, type Ratio } from './statistics/rate-ratio.ts';
import { ratioOfRatios, yearsEarlier } from './statistics/ratio-of-ratios.ts';
import { MINIMUM_TOTAL } from './status.ts';

/** Why a figure is not corrected for the season. */
export type SeasonReason =
  | 'switched_off'
  | 'not_compared'
  | 'no_previous_year'
  | 'insufficient_coverage'
  | Failure;

export interface Season {
  ratio: Ratio | null;
  reason: SeasonReason | null;
  /** The previous years compared with, in years back: [1] is the year before. */
  years: number[];
}

/** Days with data / expected-open days that every phase of every year needs. */
const MINIMUM_COVERAGE = 0.7;
/** Weeks shifted by 364 days drift by a day or two a year: after five they are no longer the same weeks. */
const MOST_YEARS = 5;

/**
 * The ratio of ratios over `before` and `during`, or null with the reason. A year in whose windows the way of
 * counting changed (`collectionChanges`) is not used; a change between the windows of two years does no harm.
 */
export function season(
  rows: readonly DayRow[],
  before: DayRange,
  during: DayRange,
  collectionChanges: readonly number[] = [],
): Season {
  const years = coveredYears(rows, before, during, collectionChanges);
  if (years.length === 0) return { ratio: null, reason: reasonWithoutYears(rows, before, during), years };
  const days = daysWithData(rows);
  if (smallestTotal(days, before, during, years) < MINIMUM_TOTAL)
    return { ratio: null, reason: 'too_small', years };
  const result = ratioOfRatios(days, before, during, years);
  if (typeof result === 'string') return { ratio: null, reason: result, years };
  return { ratio: result.ratio, reason: null, years };
}

/** The consecutive previous years with at least 70 % coverage in both windows, provided this year has it too. */
function coveredYears(
  rows: readonly DayRow[],
  before: DayRange,
  during: DayRange,
  changes: readonly number[],
) {
  const isCovered = (year: number) =>
    [before, during].every((window) => coverage(rows, yearsEarlier(window, year)) >= MINIMUM_COVERAGE);
  const isUnbroken = (year: number) => {
    const { from, to } = yearsEarlier({ from: before.from, to: during.to }, year);
    return !changes.some((day) => day > from && day <= to);
  };
  const years: number[] = [];
  const isUsable = (year: number) => isCovered(year) && isUnbroken(year);
  while (years.length < MOST_YEARS && isUsable(0) && isUsable(years.length + 1)) years.push(years.length + 1);
  return years;
}

function reasonWithoutYears(rows: readonly DayRow[], before: DayRange, during: DayRange): SeasonReason {
  const hasData = [before, during].every((window) => coverage(rows, yearsEarlier(window, 1)) > 0);
  return hasData ? 'insufficient_coverage' : 'no_previous_year';
}

/** Coverage of a window; the days that `rows` does not reach count as open and missing. */
function coverage(rows: readonly DayRow[], window: DayRange): number {
  const inside = daysIn(rows, window);
  const open = inside.filter((row) => row.open);
  const expected = open.length + length(window) - inside.length;
  return expected === 0 ? 0 : open.filter((row) => row.state === 'count').length / expected;
}

function smallestTotal(
  days: readonly DayCount[],
  before: DayRange,
  during: DayRange,
  years: number[],
): number {
  const total = (window: DayRange) => daysIn(days, window).reduce((sum, { count }) => sum + count, 0);
  return Math.min(
    ...[0, ...years].flatMap((year) => [before, during].map((w) => total(yearsEarlier(w, year)))),
  );
}
