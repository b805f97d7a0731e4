// SPDX-License-Identifier: AGPL-3.0-or-later
// How it would have gone on: the level of before drawn on (flat), or with its trend. A hypothesis, not a measure.
import { formatDay } from './calendar.ts';
import type { Phases } from './phases.ts';
import {
  type ExpectedDay,
  excess,
  expectedDay,
  interruptedSeries,
  ratioToTrend,
  trendLine,
} from './statistics/interrupted-series.ts';
import type { Model } from './statistics/model.ts';
import { dayTypeEffect } from './statistics/poisson.ts';
import { asRatio, type DayCount, type Ratio } from './statistics/rate-ratio.ts';

/** One day of the dashed line: events expected, with 95 % limits (null where they cannot be computed). */
export interface CounterfactualDay extends Omit<ExpectedDay, 'day'> {
  day: string;
}

/** The segmented regression, as ratios; each standard error is that of the logarithm. */
export interface Trend {
  /** The jump on the first day of the lockdown. */
  level: Ratio;
  /** The factor a week before the lockdown. */
  time: Ratio;
  /** The factor by which that weekly factor changed. */
  slope: Ratio;
  /** Ratio to the trend drawn on, at the middle and at the last week. */
  ratioByWeek: (Ratio & { week: number })[];
  /** Events beyond the trend; `isTelling` is false when the band is too wide for the number to be shown. */
  excess: {
    observed: number;
    expected: { estimate: number; low: number; high: number; degreesOfFreedom: number };
    estimate: number;
    low: number;
    high: number;
    isTelling: boolean;
  };
  counterfactual: CounterfactualDay[];
}

interface CalendarDay {
  day: number;
  dayType: number;
}

/** A band whose limits differ by more than this factor says nothing about a number. */
const WIDEST_BAND = 3;
const WEEKS_SHOWN = [4, 9];

/** The day-type-adjusted level of before on `openDays`, with its band. */
export function flatLevel(model: Model, openDays: readonly CalendarDay[]): CounterfactualDay[] {
  // One interval for each day type, not for each day: it is the same all along.
  const levels = new Map(
    model.fit.dayTypes.map((type) => [type, expectedDay(model, 0, effectOf(model, type), 1)]),
  );
  return openDays.flatMap(({ day, dayType }) =>
    (levels.get(dayType) ?? []).map((level) => dated({ ...level, day })),
  );
}

/** The segmented regression over before and during; null when it cannot be fitted. */
export function trend(
  days: readonly DayCount[],
  { before, during }: Phases,
  openDays: readonly CalendarDay[],
): Trend | null {
  const series = interruptedSeries(days, before, during);
  if (typeof series === 'string') return null;
  const { counterfactual, ...rest } = excess(series, during.from);
  const [expected, low, high] = [counterfactual.estimate, counterfactual.low, counterfactual.high].map(
    Math.exp,
  );
  const { degreesOfFreedom } = counterfactual;
  return {
    level: asRatio(series.level),
    time: asRatio(series.time),
    slope: asRatio(series.slope),
    ratioByWeek: WEEKS_SHOWN.map((week) => ({ week, ...asRatio(ratioToTrend(series, week)) })),
    excess: {
      ...rest,
      expected: { estimate: expected!, low: low!, high: high!, degreesOfFreedom },
      isTelling: high! / low! <= WIDEST_BAND,
    },
    counterfactual: trendLine(series, during.from, openDays).map(dated),
  };
}

/** The log level of a day type, with its gradient where the fit knows the type. */
function effectOf(model: Model, dayType: number) {
  const gradient = Array.from(model.fit.coefficients, (_, i) => Number(model.fit.dayTypes[i] === dayType));
  return { of: (fit: Model['fit']) => dayTypeEffect(fit, dayType) ?? Number.NaN, gradient };
}

function dated({ day, ...rest }: ExpectedDay): CounterfactualDay {
  return { day: formatDay(day), ...rest };
}
