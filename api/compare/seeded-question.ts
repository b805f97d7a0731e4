// SPDX-License-Identifier: AGPL-3.0-or-later
// Test data: a question about the seeded chat of statistics/seeded-series.ts.
import type { ChannelQuestion } from './channel.ts';
import { dayRows, workingDayTypes } from './opening.ts';
import { CHAT, DAYS, PHASES, type Recipe, seededSeries } from './statistics/seeded-series.ts';

/** An opening every day of the week. */
export const ALWAYS = {
  openDays: [1, 2, 3, 4, 5, 6, 7],
  closedOnHolidays: false,
  closures: [],
  patronDay: '08-10',
};

/** A question about a seeded channel; `change` alters its counts by day, null makes a day missing. */
export function seededQuestion(
  more: Partial<ChannelQuestion> = {},
  recipe: Partial<Recipe> = {},
  change: (day: number, count: number) => number | null = (_, count) => count,
): ChannelQuestion {
  const full = { ...CHAT, ...recipe };
  const changed = seededSeries(full).map(({ day, count }): [number, number | null] => [
    day,
    change(day, count),
  ]);
  const counts = new Map(changed.filter((entry): entry is [number, number] => entry[1] !== null));
  return {
    channel: 'chat',
    rows: dayRows(counts, { from: full.from, to: full.to }, ALWAYS),
    phases: PHASES,
    lastDay: DAYS.end,
    markers: [DAYS.marker],
    seasonal: 'auto',
    workingDayTypes: workingDayTypes(ALWAYS),
    openDaysPerWeek: 7,
    closedByOrder: false,
    confirmedZeros: new Set(),
    earlyEnd: null,
    history: { activated: null, collectionChanges: [] },
    ...more,
  };
}
