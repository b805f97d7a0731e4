// SPDX-License-Identifier: AGPL-3.0-or-later
// The same calculation at dates where nothing happened: how often does it find a change as large? (specification 1f)
import { weekday } from './calendar.ts';
import { type DayRow, daysWithData } from './opening.ts';
import { length, type Phases } from './phases.ts';
import { season } from './season.ts';
import { describe } from './statistics/descriptive.ts';
import { type DayRange, daysIn, type Ratio, rateRatio } from './statistics/rate-ratio.ts';
import { statusOfCounts } from './status.ts';
import { crossesOne } from './verdict.ts';

/** One placebo date: a Monday taken for the start of a lockdown that was none. */
export interface PlaceboDate {
  day: number;
  ratio: Ratio;
}

export interface Placebo {
  /** Dates at which the calculation could be done. */
  dates: number;
  /** Share of them with a change at least as large as the headline, in either direction; null without dates. */
  shareAsLarge: number | null;
  /** Share of them whose interval excludes 1; about 0.05 for an honest interval. */
  shareExcludingOne: number | null;
}

export interface PlaceboQuestion {
  rows: readonly DayRow[];
  phases: Phases;
  /** The headline of the channel decides which calculation is repeated. */
  headline: 'ratioOfRatios' | 'ratio';
  /** The last day on which nothing had happened yet: the day before the first marker or the lockdown. */
  quietUntil: number;
}

/** Days of history before the real lockdown without which there is no placebo. */
const MINIMUM_HISTORY = 365;

/**
 * The headline at every Monday whose phases, as long as the real ones, end by `quietUntil`. A generator: each step is one
 * calculation of a few milliseconds, so that the caller can let other requests through in between.
 */
export function* placeboDates(question: PlaceboQuestion): Generator<PlaceboDate | null, void> {
  const { rows, phases, quietUntil } = question;
  const first = rows.find((row) => row.state === 'count')?.day;
  if (first === undefined || phases.during.from - first < MINIMUM_HISTORY) return;
  const last = quietUntil - length(phases.during) + 1;
  for (let day = nextMonday(first + length(phases.before)); day <= last; day += 7) {
    const ratio = placeboRatio(question, day);
    yield ratio && { day, ratio };
  }
}

/** Sums up placebo dates against the real headline. */
export function placebo(dates: readonly PlaceboDate[], headline: Pick<Ratio, 'estimate'>): Placebo {
  const size = ({ estimate }: Pick<Ratio, 'estimate'>) => Math.abs(Math.log(estimate));
  const share = (test: (date: PlaceboDate) => boolean) =>
    dates.length === 0 ? null : dates.filter(test).length / dates.length;
  return {
    dates: dates.length,
    shareAsLarge: share(({ ratio }) => size(ratio) >= size(headline)),
    shareExcludingOne: share(({ ratio }) => !crossesOne(ratio)),
  };
}

function placeboRatio({ rows, phases, headline }: PlaceboQuestion, day: number): Ratio | null {
  const before = { from: day - length(phases.before), to: day - 1 };
  const during = { from: day, to: day + length(phases.during) - 1 };
  if (!isComparable(rows, before, during)) return null;
  if (headline === 'ratioOfRatios') return season(rows, before, during).ratio;
  const result = rateRatio(daysWithData(rows), before, during);
  return typeof result === 'string' ? null : result.ratio;
}

function isComparable(rows: readonly DayRow[], before: DayRange, during: DayRange): boolean {
  const [first, second] = [before, during].map((range) => describe(daysIn(rows, range), []));
  const history = { activated: null, collectionChanges: [] };
  return statusOfCounts(first!, second!, { before, during, after: null }, history) === 'ok';
}

function nextMonday(day: number): number {
  return day + ((7 - weekday(day)) % 7);
}
