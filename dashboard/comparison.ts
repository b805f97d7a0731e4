// SPDX-License-Identifier: AGPL-3.0-or-later
// What may be said of one channel's comparison: a ratio, or the words for why there is none.
import type { Comparison, Description, Town } from '../api/schemas.ts';
import { type Period, parsePeriod } from '../sql/vocabulary.ts';

/** Where a comparison stands; only `compared` has a ratio that may be shown. */
export const STANDINGS = [
  'compared',
  'no_data',
  'insufficient_coverage',
  'collection_change',
  'all_zero',
  'no_baseline',
  'zeroed',
  'too_small',
  'too_short',
  'not_compared',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Under this share of days with data no ratio is shown; under the second one the badge warns. */
const LEAST_COVERAGE = 0.5;
export const GOOD_COVERAGE = 0.8;

/**
 * Where a comparison stands: the data themselves first, then the word of the API.
 *
 * @example standing({ ...chat, before: { ...chat.before, total: 0 } }) // 'no_baseline'
 */
export function standing(comparison: Comparison): Standing {
  const { before, during, status, ratio } = comparison;
  if (before.daysWithData === 0 || during.daysWithData === 0) return 'no_data';
  if (tooFewDays(before) || tooFewDays(during)) return 'insufficient_coverage';
  if (during.total === 0) return before.total === 0 ? 'all_zero' : 'zeroed';
  if (before.total === 0) return 'no_baseline';
  if (status === 'ok' && ratio) return 'compared';
  return STANDINGS.find((known) => known === status && known !== 'compared') ?? 'not_compared';
}

/** Whether a phase has too few days with data for a ratio. */
export const tooFewDays = (phase: Description): boolean =>
  phase.coverage !== null && phase.coverage < LEAST_COVERAGE;

/** Whether the law kept people away from a channel in a period: then the change is no choice of theirs. */
export const isClosedByLaw = (channel: Town['channels'][number] | undefined, { from, to }: Period): boolean =>
  (channel?.closedByLaw ?? []).some((text) => {
    const closed = parsePeriod(text);
    return closed !== null && closed.from <= to && (closed.to ?? to) >= from;
  });

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
