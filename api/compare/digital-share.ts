// SPDX-License-Identifier: AGPL-3.0-or-later
// The digital share of practices over the days on which both the digital channel and the desk are known.
import { weekday } from './calendar.ts';
import type { DayRow } from './opening.ts';
import { cutPhases, type Phases } from './phases.ts';
import { type Mix, type MixDay, mix, type PhaseMix, phaseMix } from './statistics/mix.ts';
import { type DayRange, daysIn } from './statistics/rate-ratio.ts';

/** Below this share of its calendar days with both known, or this number of them, a week has no value. */
const LEAST_SHARE = 0.5;
const LEAST_DAYS = 3;

/** Share and total of one week, Monday to Sunday, or of the part of it that was asked for. */
export interface WeekMix extends Omit<PhaseMix, 'totalPerDay'> {
  from: number;
  to: number;
  /** Null where too few of its days are known. */
  totalPerDay: number | null;
}

/** The share together with its weeks and the phase after. */
export interface DigitalShare extends Mix {
  after: PhaseMix | null;
  weeks: WeekMix[];
}

/**
 * Share and total per phase from the rows of the two channels, cut at the last complete day; a channel closed by
 * its calendar gives 0, a missing day of either leaves the day out.
 */
export function digitalShare(
  digital: readonly DayRow[],
  desk: readonly DayRow[],
  phases: Phases,
  lastDay: number,
): DigitalShare {
  const { before, during, after } = cutPhases(phases, lastDay);
  const desks = new Map(desk.map((row) => [row.day, known(row)]));
  const days = digital.flatMap((row): MixDay[] => {
    const [online, atDesk] = [known(row), desks.get(row.day) ?? null];
    return online === null || atDesk === null ? [] : [{ day: row.day, digital: online, desk: atDesk }];
  });
  const end = after?.to ?? during.to;
  const later = after && phaseMix(daysIn(days, after));
  return {
    ...mix(days, before, during),
    after: later && later.days > 0 ? later : null,
    weeks: weeksOf({ from: before.from, to: end }).map((week) => weekMix(days, week)),
  };
}

/** The weeks of a range, Monday to Sunday; the first and the last may be cut. */
function weeksOf({ from, to }: DayRange): DayRange[] {
  const weeks: DayRange[] = [];
  for (let start = from; start <= to; start += 7 - weekday(start))
    weeks.push({ from: start, to: Math.min(to, start + 6 - weekday(start)) });
  return weeks;
}

function weekMix(days: readonly MixDay[], week: DayRange): WeekMix {
  const known = phaseMix(daysIn(days, week));
  const isEnough = known.days >= LEAST_DAYS && known.days >= LEAST_SHARE * (week.to - week.from + 1);
  const none = { share: null, totalPerDay: null };
  return { ...week, ...known, ...(isEnough ? {} : none) };
}

/** The events of a day, 0 when closed, null when missing. */
function known({ state, count }: DayRow): number | null {
  return state === 'closed' ? 0 : count;
}
