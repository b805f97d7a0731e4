// SPDX-License-Identifier: AGPL-3.0-or-later
// When a channel is expected to be open, and the state of each of its days (specification 2.1).
import { dayType, isHoliday, parseDay, weekday } from './calendar.ts';
import type { DayCount, DayRange } from './statistics/rate-ratio.ts';

/** How a channel opens, as written in the town's settings. */
export interface Opening {
  /** 1 Monday to 7 Sunday. */
  openDays: readonly number[];
  closedOnHolidays: boolean;
  /** Closures written `2020-08-10..2020-08-16`, both days included. */
  closures: readonly string[];
  /** The patron saint's day, `MM-DD`. */
  patronDay: string;
}

/**
 * One calendar day of a channel. `count`: a number came in, zero included. `missing`: open, and nothing came in;
 * never a zero. `closed`: not expected to be open.
 */
export interface DayRow {
  day: number;
  dayType: number;
  state: 'count' | 'missing' | 'closed';
  /** Whether the channel was expected to be open; a count on a closed day is kept, with `open` false. */
  open: boolean;
  count: number | null;
}

/**
 * The rows of every day of `range`. `counts` holds the events by day number; days in `excluded` count as missing.
 * A 0 on a closed day is no observation, a positive count on a closed day is kept.
 *
 * @throws RangeError when a count is negative or not an integer.
 */
export function dayRows(
  counts: ReadonlyMap<number, number>,
  range: DayRange,
  opening: Opening,
  excluded: readonly DayRange[] = [],
): DayRow[] {
  const isOpen = openOn(opening);
  const isExcluded = (day: number) => excluded.some(({ from, to }) => day >= from && day <= to);
  const length = Math.max(0, range.to - range.from + 1);
  return Array.from({ length }, (_, i) => {
    const day = range.from + i;
    const count = isExcluded(day) ? null : checked(counts.get(day), day);
    return row(day, dayType(day, opening.patronDay), isOpen(day), count);
  });
}

/** The days with a count, as the statistics take them. */
export function daysWithData(rows: readonly DayRow[]): DayCount[] {
  return rows.flatMap(({ day, dayType, count }) => (count === null ? [] : [{ day, dayType, count }]));
}

/** The days of `range` on which the channel was expected to be open. */
export function openDaysIn(rows: readonly DayRow[], range: DayRange): DayRow[] {
  return rows.filter(({ day, open }) => open && day >= range.from && day <= range.to);
}

/** A test of whether a channel is expected to be open on a civil day. */
export function openOn(opening: Opening): (day: number) => boolean {
  const closures = opening.closures.map(parseRange);
  return (day) =>
    opening.openDays.includes(weekday(day) + 1) &&
    !(opening.closedOnHolidays && isHoliday(day, opening.patronDay)) &&
    !closures.some(({ from, to }) => day >= from && day <= to);
}

/** Reads `2020-01-01..2020-03-08` as day numbers; throws RangeError on a day that does not exist. */
export function parseRange(text: string): DayRange {
  const [from, to] = text.split('..');
  return { from: parseDay(from ?? ''), to: parseDay(to ?? '') };
}

/**
 * The day types that are working days: Monday to Friday for a channel that never closes, its own opening days for
 * the others; holidays never.
 */
export function workingDayTypes({ openDays }: Pick<Opening, 'openDays'>): number[] {
  const days = openDays.length === 7 ? [1, 2, 3, 4, 5] : openDays;
  return days.map((day) => day - 1);
}

function row(day: number, type: number, open: boolean, count: number | null): DayRow {
  const kept = open ? count : count || null;
  const state = kept !== null ? 'count' : open ? 'missing' : 'closed';
  return { day, dayType: type, state, open, count: kept };
}

function checked(count: number | undefined, day: number): number | null {
  if (count === undefined) return null;
  if (Number.isInteger(count) && count >= 0) return count;
  throw new RangeError(`giorno ${day}: ${count} non è un conteggio (serve un intero da 0 in su)`);
}
