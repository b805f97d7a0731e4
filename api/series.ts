// SPDX-License-Identifier: AGPL-3.0-or-later
// A channel over time: by day, week or month, with the days without data and the closed ones told apart from zeros.
import type { Granularity } from '../sql/vocabulary.ts';
import { formatDay, weekday } from './compare/calendar.ts';
import type { DayRow } from './compare/opening.ts';
import type { Point } from './schemas.ts';

/** Below this share of its open days with data, or this number of them, a week or month has no value. */
const LEAST_SHARE = 0.5;
const LEAST_DAYS = 3;

/** The points of one channel, ascending; a week begins on Monday, and one at the edge may be cut. */
export function points(rows: readonly DayRow[], granularity: Granularity): Point[] {
  const groups = new Map<string, DayRow[]>();
  for (const row of rows) {
    const name = nameOf(row.day, granularity);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()].map((group) =>
    granularity === 'day' ? dayPoint(group[0]!) : longPoint(group),
  );
}

function nameOf(day: number, granularity: Granularity): string {
  if (granularity === 'day') return String(day);
  return granularity === 'week' ? String(day - weekday(day)) : formatDay(day).slice(0, 7);
}

function dayPoint({ day, state, count, open }: DayRow): Point {
  const text = formatDay(day);
  const daysWithData = count === null ? 0 : 1;
  return { from: text, to: text, state, count, daysWithData, expectedDays: open ? 1 : 0, meanPerDay: count };
}

function longPoint(rows: readonly DayRow[]): Point {
  const counted = rows.filter(({ count }) => count !== null);
  const expectedDays = rows.filter(({ open }) => open).length;
  const withData = counted.filter(({ open }) => open).length;
  const state = expectedDays === 0 ? 'closed' : isEnough(withData, expectedDays) ? 'count' : 'missing';
  const total = counted.reduce((sum, { count }) => sum + (count ?? 0), 0);
  return {
    from: formatDay(rows[0]!.day),
    to: formatDay(rows.at(-1)!.day),
    state,
    count: state === 'count' ? total : null,
    daysWithData: withData,
    expectedDays,
    meanPerDay: state === 'count' ? total / counted.length : null,
  };
}

/** A week with fewer than three open days at all (the edge of a period) gives no weekly value either. */
function isEnough(withData: number, expectedDays: number): boolean {
  return withData >= LEAST_DAYS && withData / expectedDays >= LEAST_SHARE;
}
