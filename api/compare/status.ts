// SPDX-License-Identifier: AGPL-3.0-or-later
// Whether a channel can be compared, and if not, why (specification 2.12).
import type { Phases } from './phases.ts';
import { length } from './phases.ts';
import type { Descriptive } from './statistics/descriptive.ts';
import { FAILURES } from './statistics/model.ts';

/** Why a channel has a ratio (`ok`) or none. */
export const STATUSES = [
  'ok',
  'insufficient_coverage',
  'collection_change',
  'all_zero',
  'no_baseline',
  'zeroed',
  ...FAILURES,
] as const;
export type Status = (typeof STATUSES)[number];

/** Below this share of days with data a phase gives no index and no ratio. */
export const MINIMUM_COVERAGE = 0.5;
/** Fewer events than this in a phase are counts to be shown, not a ratio. */
export const MINIMUM_TOTAL = 10;

/** What is known of a channel beside its counts. */
export interface History {
  /** The first day of a channel that did not exist before; null when it always did. */
  activated: number | null;
  /** Days on which the way of counting changed: no ratio is formed across one. */
  collectionChanges: readonly number[];
}

/** The status as far as the counts and the history of the channel decide it. */
export function statusOfCounts(
  before: Descriptive,
  during: Descriptive,
  phases: Phases,
  history: History,
): Status {
  if (length(phases.before) === 0 || length(phases.during) === 0) return 'too_short';
  if (history.activated !== null && history.activated > phases.before.to) return 'no_baseline';
  if (Math.min(before.coverage, during.coverage) < MINIMUM_COVERAGE) return 'insufficient_coverage';
  if (countingChanged(phases.before.from, phases.during.to, history)) return 'collection_change';
  return statusOfTotals(before.total, during.total);
}

/** Whether the way of counting changed after day `from` and up to day `to`. */
export function countingChanged(from: number, to: number, { collectionChanges }: History): boolean {
  return collectionChanges.some((day) => day > from && day <= to);
}

function statusOfTotals(before: number, during: number): Status {
  if (before === 0 && during === 0) return 'all_zero';
  if (before === 0) return 'no_baseline';
  if (during === 0) return 'zeroed';
  return Math.min(before, during) < MINIMUM_TOTAL ? 'too_small' : 'ok';
}
