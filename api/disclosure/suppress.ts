// SPDX-License-Identifier: AGPL-3.0-or-later
// Which counts of a column must be hidden so that nobody learns a small one, even by subtracting from the total and even
// knowing this rule (docs/disclosure.md). The total of the column is taken to be public.

/** Why a count is not shown: it is small, or it would give a small one back. */
export type Suppressed = 'small' | 'secondary';

/**
 * For each count of a column, why it is hidden, or null where it is shown. Counts from 1 to `threshold` - 1 always are;
 * the limit is raised until what is hidden cannot be worked out. A column needs two counts or more, zeros included.
 *
 * @example suppress([20, 2, 1, 0], 3) // [null, 'small', 'small', null]
 * @example suppress([20, 4, 1, 0], 3) // [null, 'secondary', 'secondary', null]
 */
export function suppress(counts: readonly number[], threshold: number): (Suppressed | null)[] {
  const small = counts.filter((count) => count > 0 && count < threshold);
  if (small.length === 0) return counts.map(() => null);
  const limit = limitsToTry(counts, threshold).find((tried) => isSafe(counts, tried));
  // Not even all that is not zero is enough: where the zeros are must not be seen either.
  if (limit === undefined) return counts.map(() => 'secondary');
  const reason = isSafeToCallSmall(small, limit, threshold) ? 'small' : 'secondary';
  return counts.map((count) => (isHidden(count, limit) ? reason : null));
}

const isHidden = (count: number, limit: number) => count > 0 && count <= limit;

/** One below the threshold, then every larger count that occurs: equal counts are hidden or shown together. */
function limitsToTry(counts: readonly number[], threshold: number): number[] {
  const larger = new Set(counts.filter((count) => count >= threshold));
  return [threshold - 1, ...[...larger].sort((a, b) => a - b)];
}

/**
 * Whether the counts up to `limit` can be hidden: several, not all of them 1, and not all of them as large as what is
 * shown allows. Everything this asks can be seen in the answer, so that the rule itself tells nothing.
 */
function isSafe(counts: readonly number[], limit: number): boolean {
  const hidden = counts.filter((count) => isHidden(count, limit));
  const smallestShown = Math.min(...counts.filter((count) => count > limit));
  const sum = total(hidden);
  const least = hidden.length + (smallestShown === Number.POSITIVE_INFINITY ? 2 : 1);
  return hidden.length >= 2 && sum >= least && sum <= hidden.length * (smallestShown - 1) - 2;
}

/** To say "fewer than the threshold" of each is to say more: then not all of them may be one below it. */
function isSafeToCallSmall(small: readonly number[], limit: number, threshold: number): boolean {
  return limit < threshold && total(small) < small.length * (threshold - 1);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
