// SPDX-License-Identifier: AGPL-3.0-or-later
// What was counted in one phase, without any model (specification 1a).

/** One calendar day of a channel. */
export interface DescribedDay {
  /** 0 Monday to 6 Sunday, 7 holiday. */
  dayType: number;
  state: 'count' | 'missing' | 'closed';
  /** Whether the channel was expected to be open. */
  open: boolean;
  /** Events; null unless the state is `count`. */
  count: number | null;
}

export interface Descriptive {
  calendarDays: number;
  /** Days on which the channel was expected to be open. */
  expectedDays: number;
  daysWithData: number;
  /** Expected-open days with data / expected-open days, 0 to 1. */
  coverage: number;
  /** Events on the days with data, never extrapolated. */
  total: number;
  meanPerDay: number | null;
  median: number | null;
  variance: number | null;
  zeroDays: number;
  workingDaysWithData: number;
  meanPerWorkingDay: number | null;
  medianWorkingDay: number | null;
  /** Mean by day type, Monday to Sunday and holiday; null without data. */
  meanByDayType: (number | null)[];
}

const DAY_TYPES = [0, 1, 2, 3, 4, 5, 6, 7];

/** Describes the days of a phase; `workingDayTypes` are the day types that count as working days of the channel. */
export function describe(days: readonly DescribedDay[], workingDayTypes: readonly number[]): Descriptive {
  const counts = (keep: (day: DescribedDay) => boolean) =>
    days.filter((day) => day.state === 'count' && keep(day)).map((day) => day.count!);
  const all = counts(() => true);
  const working = counts((day) => workingDayTypes.includes(day.dayType));
  const expectedDays = days.filter((day) => day.open).length;
  return {
    calendarDays: days.length,
    expectedDays,
    daysWithData: all.length,
    coverage: expectedDays === 0 ? 0 : counts((day) => day.open).length / expectedDays,
    total: sum(all),
    meanPerDay: mean(all),
    median: median(all),
    variance: variance(all),
    zeroDays: all.filter((count) => count === 0).length,
    workingDaysWithData: working.length,
    meanPerWorkingDay: mean(working),
    medianWorkingDay: median(working),
    meanByDayType: DAY_TYPES.map((type) => mean(counts((day) => day.dayType === type))),
  };
}

/** Mean during / mean before x 100, on the days with data; null when one is unknown or the first is 0. */
export function index(before: Descriptive, during: Descriptive): number | null {
  if (before.meanPerDay === null || during.meanPerDay === null || before.meanPerDay === 0) return null;
  return (100 * during.meanPerDay) / before.meanPerDay;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** The middle value, or the mean of the two middle values; null without values. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Sample variance, divisor n - 1; null with fewer than two values. */
function variance(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const centre = sum(values) / values.length;
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}
