// SPDX-License-Identifier: AGPL-3.0-or-later
// The change corrected for the season: against the change in the same weeks of previous years (specification 2.4).
import { contrast, infer } from './inference.ts';
import { type Failure, fitModel, type Model } from './model.ts';
import type { Observation } from './observations.ts';
import { asRatio, type DayCount, type DayRange, daysIn, place, type Ratio } from './rate-ratio.ts';

/** 52 weeks: a year back on the same weekday. */
const YEAR_SHIFT = 364;

/** The same weekdays `years` years earlier. */
export function yearsEarlier(range: DayRange, years: number): DayRange {
  return { from: range.from - YEAR_SHIFT * years, to: range.to - YEAR_SHIFT * years };
}

/**
 * exp(d) of log mu = a[day type] + g[year] + s[during window, every year] + d[this year and during]; `years` names
 * the previous years used, 1 = the year before. Blocks restart in each phase of each year.
 */
export function ratioOfRatios(
  days: readonly DayCount[],
  before: DayRange,
  during: DayRange,
  years: readonly number[] = [1],
): { ratio: Ratio; model: Model } | Failure {
  const model = fitModel(yearCells(days, before, during, years));
  if (typeof model === 'string') return model;
  return { ratio: asRatio(infer(model, contrast(model, [1]))), model };
}

/** The observations of all cells; regressors are d, s, this year, then one for each previous year but the first. */
function yearCells(
  days: readonly DayCount[],
  before: DayRange,
  during: DayRange,
  years: readonly number[],
): Observation[] {
  return [0, ...years].flatMap((year, position) => {
    const yearColumns = [0, ...years.slice(1)].map((y) => Number(y === year));
    const anchor = yearsEarlier(during, year).from;
    return [before, during].flatMap((window, phase) => {
      const regressors = [phase * Number(year === 0), phase, ...yearColumns];
      return daysIn(days, yearsEarlier(window, year)).map((day) =>
        place(day, 2 * position + phase, regressors, anchor),
      );
    });
  });
}
