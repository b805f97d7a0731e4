// SPDX-License-Identifier: AGPL-3.0-or-later
// The phases of the comparison: ranges of civil days, both ends included.
import type { DayRange } from './statistics/rate-ratio.ts';

export interface Phases {
  before: DayRange;
  during: DayRange;
  /** Null when the comparison has two phases. */
  after: DayRange | null;
}

/** The phases cut at the last complete day; a phase that starts later has no days left (`after` becomes null). */
export function cutPhases(phases: Phases, lastDay: number): Phases {
  const cut = ({ from, to }: DayRange) => ({ from, to: Math.min(to, lastDay) });
  const after = phases.after && cut(phases.after);
  return {
    before: cut(phases.before),
    during: cut(phases.during),
    after: after && length(after) > 0 ? after : null,
  };
}

/** Calendar days in a range; 0 when it ends before it starts. */
export function length({ from, to }: DayRange): number {
  return Math.max(0, to - from + 1);
}

/** Whether a day lies in a range. */
export function contains({ from, to }: DayRange, day: number): boolean {
  return day >= from && day <= to;
}

/** The first marker in the phase before: the change that came shortly before the lockdown, or null. */
export function markerBefore(markers: readonly number[], { before }: Phases): number | null {
  const inside = markers.filter((marker) => contains(before, marker)).sort((a, b) => a - b);
  return inside[0] ?? null;
}

/** The seven days from a marker, cut at the end of the phase before. */
export function weekOf(marker: number, { before }: Phases): DayRange {
  return { from: marker, to: Math.min(marker + 6, before.to) };
}

/** Days as maximal runs of consecutive days, ascending. */
export function asRanges(days: readonly number[]): DayRange[] {
  const ranges: DayRange[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && day <= last.to + 1) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}

/** Whether the first two phases lie whole years apart, to within a week: in the same season. */
export function isYearsApart({ before, during }: Omit<Phases, 'after'>): boolean {
  const distance = during.from - before.from;
  const years = Math.round(distance / 365.25);
  return years > 0 && Math.abs(distance - years * 365.25) <= 7;
}
