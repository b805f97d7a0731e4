// SPDX-License-Identifier: AGPL-3.0-or-later
// How many working days the town hall took to close practices.
import type { ChannelSettings } from '../../sql/settings.ts';
import { type Day, dayText, LAST_DAY } from '../../sql/vocabulary.ts';
import { dayType } from '../compare/calendar.ts';
import { openOn, workingDayTypes } from '../compare/opening.ts';
import { median } from '../compare/statistics/descriptive.ts';
import { number, openingOf } from '../days.ts';
import type { Closing } from '../schemas/practices.ts';
import { type Office, uncounted } from '../town.ts';

/** From so many closed practices on, their times are told. */
export const LEAST_CLOSED = 10;

/** A closed practice: what it was about, and its time in working days. */
interface ClosedPractice {
  kind: string;
  time: number;
}

/** The practices of some days: the closed ones with their times, and how many have no closing date. */
export interface Closings {
  closed: readonly ClosedPractice[];
  open: number;
}

interface ClosingRow {
  kind: string;
  sent: Day;
  closed: Day | null;
  practices: number;
}

/** What had become by the day `until` (null: by now) of the practices that were sent on these days. */
export async function readClosings(
  { database, settings }: Office,
  channel: ChannelSettings,
  days: readonly number[],
  until: Day | null,
): Promise<Closings> {
  const rows = await database.ask<ClosingRow>('breakdowns/closing.sql', {
    days: days.map(dayText),
    until: until ?? LAST_DAY,
    uncounted: uncounted(settings),
  });
  const isWorking = workingDays(settings.patronDay, openOn(openingOf(settings, channel)), channel);
  const closed = rows.flatMap(({ kind, sent, closed, practices }) => {
    if (closed === null) return [];
    const time = daysBetween(number(sent), number(closed), isWorking);
    return Array.from({ length: practices }, () => ({ kind, time }));
  });
  const open = rows.reduce((sum, { closed, practices }) => sum + (closed === null ? practices : 0), 0);
  return { closed, open };
}

/** Median and 90th percentile (the smallest time within which 9 of 10 were closed); null with too few. */
export function closingOf(closed: readonly ClosedPractice[]): Closing {
  if (closed.length < LEAST_CLOSED) return null;
  const times = closed.map(({ time }) => time).sort((a, b) => a - b);
  return { median: median(times)!, p90: times[Math.ceil(0.9 * times.length) - 1]! };
}

function workingDays(
  patronDay: string,
  isOpen: (day: number) => boolean,
  channel: ChannelSettings,
): (day: number) => boolean {
  const types = workingDayTypes(channel);
  return (day) => isOpen(day) && types.includes(dayType(day, patronDay));
}

/** Working days after `from` up to `to`: closed on the day it was sent, 0. */
function daysBetween(from: number, to: number, isWorking: (day: number) => boolean): number {
  let days = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorking(day)) days += 1;
  return days;
}
