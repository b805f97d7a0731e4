// SPDX-License-Identifier: AGPL-3.0-or-later
// When did the change begin? The marker's week, the result without it, and the change-point set.
import { formatDay } from './calendar.ts';
import { contains, markerBefore, type Phases, weekOf } from './phases.ts';
import { changePoint, containsDay } from './statistics/change-point.ts';
import { type MarkerWeek, markerWeek } from './statistics/marker-week.ts';
import { type DayCount, daysIn, type Ratio, rateRatio } from './statistics/rate-ratio.ts';
import { crossesOne } from './verdict.ts';

/** The set of days on which one sharp jump may have happened, as YYYY-MM-DD. */
export interface JumpDays {
  first: string;
  last: string;
  best: string;
  days: string[];
  containsLockdown: boolean;
  /** Null without a marker before. */
  containsMarker: boolean | null;
  /** The ratio across the best day; the set is worth telling only when it is demonstrated. */
  step: Ratio;
  scale: number;
  isDemonstrated: boolean;
  /** Whether days on both sides of the set were examined and ruled out; if not, the set says little. */
  isBounded: boolean;
}

export interface Jump {
  /** The ratio without the seven days from the marker. */
  withoutMarkerWeek: Ratio | null;
  /** The marker's week against the weeks before it. */
  markerWeek: (MarkerWeek & { from: string; to: string }) | null;
  changePoint: JumpDays | null;
}

/** The three figures on the beginning of the change; null where there is no marker or too little data. */
export function jump(
  days: readonly DayCount[],
  context: { phases: Phases; markers: readonly number[]; openDaysPerWeek: number },
): Jump {
  const marker = markerBefore(context.markers, context.phases);
  const found =
    marker === null ? { withoutMarkerWeek: null, markerWeek: null } : aroundMarker(days, marker, context);
  return { ...found, changePoint: jumpDays(days, context.phases, marker) };
}

function aroundMarker(
  days: readonly DayCount[],
  marker: number,
  { phases, openDaysPerWeek }: { phases: Phases; openDaysPerWeek: number },
): Omit<Jump, 'changePoint'> {
  const week = weekOf(marker, phases);
  const without = rateRatio(
    days.filter(({ day }) => !contains(week, day)),
    phases.before,
    phases.during,
  );
  const test = markerWeek(daysIn(days, phases.before), marker, minimumDays(openDaysPerWeek));
  return {
    withoutMarkerWeek: typeof without === 'string' ? null : without.ratio,
    markerWeek: test && { ...test, from: formatDay(week.from), to: formatDay(week.to) },
  };
}

/** Days with data that make a week: 5 of 7 for a channel that never closes, 4 for an office. */
function minimumDays(openDaysPerWeek: number): number {
  return openDaysPerWeek === 7 ? 5 : Math.min(4, openDaysPerWeek);
}

function jumpDays(
  days: readonly DayCount[],
  { before, during }: Phases,
  marker: number | null,
): JumpDays | null {
  const found = changePoint(days, { from: before.from, to: during.to });
  if (typeof found === 'string') return null;
  return {
    first: formatDay(found.set[0]!),
    last: formatDay(found.set.at(-1)!),
    best: formatDay(found.best),
    days: found.set.map(formatDay),
    containsLockdown: containsDay(found, during.from),
    containsMarker: marker === null ? null : containsDay(found, marker),
    step: found.step,
    scale: found.scale,
    isDemonstrated: !crossesOne(found.step),
    isBounded: found.set[0] !== found.profile[0]!.day && found.set.at(-1) !== found.profile.at(-1)!.day,
  };
}
