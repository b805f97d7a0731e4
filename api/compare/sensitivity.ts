// SPDX-License-Identifier: AGPL-3.0-or-later
// The same ratio under other defensible choices: does the result hang on one of them? (specification 1f)
import type { DayRow } from './opening.ts';
import { asRanges, contains, length, type Phases } from './phases.ts';
import type { Failure } from './statistics/model.ts';
import { type DayCount, type DayRange, daysIn, type Ratio, rateRatio } from './statistics/rate-ratio.ts';
import { crossesOne } from './verdict.ts';

/** The choices tried. */
export const VARIANTS = [
  'as_configured',
  'without_marker_week',
  'before_ends_early',
  'versus_previous_years',
  'without_suspicious_zeros',
  'without_part_beyond_gap',
] as const;

export interface Sensitivity {
  variant: (typeof VARIANTS)[number];
  ratio: Ratio | null;
  /** Why there is no ratio; null when there is one. */
  reason: Failure | string | null;
}

/** Days without data that split a phase in two. */
const LONG_GAP = 14;

/** The ratio on the days outside `left`. */
export function without(
  variant: Sensitivity['variant'],
  days: readonly DayCount[],
  { before, during }: Phases,
  left: readonly DayRange[],
): Sensitivity {
  const kept = days.filter(({ day }) => !left.some((range) => contains(range, day)));
  const result = rateRatio(kept, before, during);
  return typeof result === 'string'
    ? { variant, ratio: null, reason: result }
    : { variant, ratio: result.ratio, reason: null };
}

/** Whether another choice makes a difference disappear that the headline shows. */
export function dependsOnChoices(headline: Ratio, strip: readonly Sensitivity[]): boolean {
  return !crossesOne(headline) && strip.some(({ ratio }) => ratio !== null && crossesOne(ratio));
}

/** The parts of a phase cut off by more than 14 days without data: on each such gap the part with fewer days. */
export function partsBeyondGaps(rows: readonly DayRow[], phase: DayRange): DayRange[] {
  const inside = daysIn(rows, phase);
  return longGaps(inside).flatMap((gap) => {
    const sides = [
      { from: phase.from, to: gap.from - 1 },
      { from: gap.to + 1, to: phase.to },
    ].map((range) => ({ range, data: daysIn(inside, range).filter((row) => row.state === 'count').length }));
    const smaller = sides[0]!.data < sides[1]!.data ? sides[0]! : sides[1]!;
    return sides.every(({ data }) => data > 0) ? [smaller.range] : [];
  });
}

/** Runs of more than 14 calendar days without a count, of which at least one is missing and not just closed. */
export function longGaps(rows: readonly DayRow[]): DayRange[] {
  const without = asRanges(rows.filter((row) => row.state !== 'count').map((row) => row.day));
  const isMissing = (range: DayRange) => daysIn(rows, range).some((row) => row.state === 'missing');
  return without.filter((range) => length(range) > LONG_GAP && isMissing(range));
}
