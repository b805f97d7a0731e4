// SPDX-License-Identifier: AGPL-3.0-or-later
// Tries to get hidden counts back: by subtraction from the total, and by knowing the rule.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppress } from './suppress.ts';

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const threshold = fc.integer({ min: 3, max: 10 });
const column = fc.array(fc.oneof({ maxDepth: 0 }, fc.nat(4), fc.nat(12), fc.nat(400)), {
  minLength: 2,
  maxLength: 12,
});

describe('by hand', () => {
  test.each([
    ['nothing small: nothing hidden', [20, 0, 3], 3, [null, null, null]],
    ['two small ones that may be 1 and 2 or 2 and 1', [20, 2, 1, 0], 3, [null, 'small', 'small', null]],
    ['one small one takes the next larger with it', [20, 4, 1, 0], 3, [null, 'secondary', 'secondary', null]],
    ['equal ones go together', [20, 4, 4, 1], 3, [null, 'secondary', 'secondary', 'secondary']],
    ['ones only could be counted off', [20, 5, 1, 1], 3, [null, 'secondary', 'secondary', 'secondary']],
    [
      'twos only next to a three could be too: it goes with them',
      [20, 3, 2, 2],
      3,
      [null, 'secondary', 'secondary', 'secondary'],
    ],
    ['a higher threshold', [20, 6, 4, 0], 10, [null, 'small', 'small', null]],
    [
      'nothing else to hide: where the zeros are is hidden too',
      [0, 2, 0],
      3,
      ['secondary', 'secondary', 'secondary'],
    ],
  ] as const)('%s', (_, counts, limit, expected) => {
    expect(suppress(counts, limit)).toEqual(expected);
  });
});

test('a small count is never shown, and a zero is never called small', () => {
  fc.assert(
    fc.property(column, threshold, (counts, limit) => {
      const reasons = suppress(counts, limit);
      counts.forEach((count, i) => {
        if (count > 0 && count < limit) expect(reasons[i]).not.toBeNull();
        if (reasons[i] === 'small') expect(count > 0 && count < limit).toBe(true);
      });
      if (counts.every((count) => count === 0 || count >= limit))
        expect(reasons.every((reason) => reason === null)).toBe(true);
    }),
  );
});

/** The least and the largest value that one count can have, given the total, what is shown, and the words on the rest. */
function rangeOf(counts: readonly number[], reasons: ReturnType<typeof suppress>, limit: number, i: number) {
  const shown = counts.filter((count, j) => count > 0 && reasons[j] === null);
  const isWhole = reasons.every((reason) => reason !== null);
  const limits = (j: number) => {
    if (reasons[j] === 'small') return { low: 1, high: limit - 1 };
    // Whoever knows that the smallest are hidden first knows that each is smaller than all that is shown.
    return { low: isWhole ? 0 : 1, high: Math.min(...shown) - 1 };
  };
  const others = counts.flatMap((_, j) => (j !== i && reasons[j] !== null ? [limits(j)] : []));
  const hidden = sum(counts.filter((_, j) => reasons[j] !== null));
  const own = limits(i);
  return {
    low: Math.max(own.low, hidden - sum(others.map(({ high }) => high))),
    high: Math.min(own.high, hidden - sum(others.map(({ low }) => low))),
  };
}

test('the total leaves at least two values open for each hidden count', () => {
  fc.assert(
    fc.property(column, threshold, (counts, limit) => {
      const reasons = suppress(counts, limit);
      counts.forEach((count, i) => {
        if (reasons[i] === null) return;
        const { low, high } = rangeOf(counts, reasons, limit, i);
        expect(low).toBeLessThanOrEqual(count);
        expect(high).toBeGreaterThanOrEqual(count);
        expect(high - low).toBeGreaterThanOrEqual(1);
      });
    }),
    { numRuns: 2_000 },
  );
});

/** Every column of `length` counts up to `most`. */
function* columns(length: number, most: number): Generator<number[]> {
  if (length === 0) return yield [];
  for (const rest of columns(length - 1, most))
    for (let count = 0; count <= most; count += 1) yield [...rest, count];
}

test.each([
  [2, 16, 3],
  [3, 14, 3],
  [4, 11, 3],
  [5, 6, 3],
  [3, 14, 4],
  [4, 10, 4],
  [3, 14, 5],
  [2, 26, 10],
])(
  'nor does the rule, to whoever works back from it: %i counts up to %i, threshold %i',
  (length, most, limit) => {
    const possible = new Map<string, Set<number>[]>();
    for (const counts of columns(length, most)) {
      const reasons = suppress(counts, limit);
      if (reasons.every((reason) => reason === null)) continue;
      const published = `${counts.map((count, i) => reasons[i] ?? count)} of ${sum(counts)}`;
      const values = possible.get(published) ?? counts.map(() => new Set<number>());
      for (const [i, count] of counts.entries()) values[i]!.add(count);
      possible.set(published, values);
    }
    const told = [...possible].filter(([published, values]) =>
      published
        .split(' of ')[0]!
        .split(',')
        .some((word, i) => /^s/.test(word) && values[i]!.size < 2),
    );
    expect(possible.size).toBeGreaterThan(0);
    expect(told.map(([published]) => published)).toEqual([]);
  },
);
