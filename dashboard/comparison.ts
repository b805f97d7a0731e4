// SPDX-License-Identifier: AGPL-3.0-or-later
// What may be said of one channel's comparison: a ratio, or the words for why there is none.
import type { Compare, Comparison, Description } from '../api/schemas.ts';

/** Where a comparison stands; only `compared` has a ratio that may be shown. */
export type Standing = 'compared' | 'no_data' | Exclude<Comparison['status'], 'ok'>;

/** Under this share of days with data no ratio is shown; under the second one the badge warns. */
const LEAST_COVERAGE = 0.5;
export const GOOD_COVERAGE = 0.8;

/**
 * Where a comparison stands, in the word of the API; no data at all has a word of its own.
 *
 * @example standing({ ...chat, status: 'no_baseline' }) // 'no_baseline'
 */
export function standing({ status, ratio, before, during }: Comparison): Standing {
  if (before.daysWithData === 0 || during.daysWithData === 0) return 'no_data';
  if (status !== 'ok') return status;
  return ratio ? 'compared' : 'no_fit';
}

/** Whether a phase has too few days with data for a ratio. */
export const tooFewDays = (phase: Description): boolean =>
  phase.coverage !== null && phase.coverage < LEAST_COVERAGE;

/** Opening days with data and expected, before and during together. */
export function daysCompared({ before, during }: Comparison): { withData: number; expected: number } {
  return {
    withData: before.daysWithData + during.daysWithData,
    expected: before.expectedDays + during.expectedDays,
  };
}

/** The share of expected days with data, before and during together; null when none was expected. */
export function coverage(comparison: Comparison): number | null {
  const { withData, expected } = daysCompared(comparison);
  return expected === 0 ? null : withData / expected;
}

export type Ratio = NonNullable<Comparison['ratio']>;

/** The ratio that answers: corrected for the season where the years before are known, else the plain one. */
export function headline({ headline, ratio, ratioOfRatios }: Comparison): Ratio | null {
  return headline === 'ratioOfRatios' ? ratioOfRatios : ratio;
}

/** What may be claimed of a ratio; `law`: the law kept people away, so that a fall is no choice of theirs. */
export type Outcome = Ratio['verdict'] | 'law';

/** The word for a channel that was compared. */
export function outcome(comparison: Comparison): Outcome {
  if (comparison.closedByLaw) return 'law';
  return headline(comparison)?.verdict ?? 'none';
}

/** Whether an outcome may be shown in the colour of what is demonstrated. */
export const isDemonstrated = (outcome: Outcome): boolean => outcome === 'increase' || outcome === 'decrease';

/** The channels that were compared, those that grew most first; then the others in the town's order. */
export function byRatio({ channels }: Compare): Comparison[] {
  const estimate = (comparison: Comparison) =>
    standing(comparison) === 'compared' ? (headline(comparison)?.estimate ?? 0) : -1;
  return [...channels].sort((a, b) => estimate(b) - estimate(a));
}
