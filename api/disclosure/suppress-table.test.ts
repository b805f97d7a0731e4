// SPDX-License-Identifier: AGPL-3.0-or-later
// Tries to get hidden counts of a table back: every table is tried that fits what is shown and both kinds of totals.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressTable } from './suppress-table.ts';

const T = true;
const f = false;

describe('by hand', () => {
  test.each([
    ['a single row is judged by its own total', [[9, 4, 1, 0]], [[f, T, T, f]]],
    ['a single column is the totals of the rows', [[9], [1]], [[f], [f]]],
    [
      'nothing small: nothing hidden',
      [
        [9, 3],
        [0, 4],
      ],
      [
        [f, f],
        [f, f],
      ],
    ],
    [
      'one small one takes its neighbours along',
      [
        [9, 1],
        [9, 9],
      ],
      [
        [T, T],
        [T, T],
      ],
    ],
    [
      'a row that would give it back, and a column too',
      [
        [2, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ],
      [
        [T, T, f],
        [T, T, f],
        [f, f, f],
      ],
    ],
  ])('%s', (_, counts, expected) => {
    expect(suppressTable(counts, 3)).toEqual(expected);
  });
});

/** Every way to fill in the hidden counts, as far as totals allow; a hidden count is zero only where a line is hidden whole. */
function* fillings(counts: number[][], hidden: boolean[][]): Generator<number[]> {
  const places = counts.flatMap((row, i) => row.flatMap((_, j) => (hidden[i]![j] ? [[i, j] as const] : [])));
  const rows = counts.map((row, i) => row.reduce((sum, count, j) => sum + (hidden[i]![j] ? count : 0), 0));
  const columns = counts[0]!.map((_, j) =>
    counts.reduce((sum, row, i) => sum + (hidden[i]![j] ? row[j]! : 0), 0),
  );
  const isWhole = (i: number, j: number) => hidden[i]!.every(Boolean) || hidden.every((row) => row[j]);
  const fill = function* (at: number, filled: number[]): Generator<number[]> {
    if (at === places.length) {
      if (rows.every((left) => left === 0) && columns.every((left) => left === 0)) yield filled;
      return;
    }
    const [i, j] = places[at]!;
    for (let value = isWhole(i, j) ? 0 : 1; value <= Math.min(rows[i]!, columns[j]!); value += 1) {
      rows[i]! -= value;
      columns[j]! -= value;
      yield* fill(at + 1, [...filled, value]);
      rows[i]! += value;
      columns[j]! += value;
    }
  };
  yield* fill(0, []);
}

/** How many values each count may have, by place, when these are hidden. */
function openness(counts: number[][], hidden: boolean[][]): number[][] {
  const possible = counts.map((row) => row.map(() => new Set<number>()));
  for (const filling of fillings(counts, hidden)) {
    let at = 0;
    hidden.forEach((row, i) => {
      row.forEach((isHidden, j) => {
        if (isHidden) possible[i]![j]!.add(filling[at++]!);
      });
    });
  }
  return possible.map((row) => row.map(({ size }) => size));
}

/** The small counts that could be worked out, without those that the totals alone tell: nothing can hide them. */
function told(counts: number[][], threshold: number, marked: boolean[] = []): number[] {
  const left = openness(counts, suppressTable(counts, threshold, marked));
  const suspects = counts.flatMap((row, i) =>
    row.flatMap((value, j) => (value > 0 && value < threshold && left[i]![j]! < 2 ? [{ value, i, j }] : [])),
  );
  if (suspects.length === 0) return [];
  const most = openness(
    counts,
    counts.map((row) => row.map(() => true)),
  );
  return suspects.filter(({ i, j }) => most[i]![j]! > 1).map(({ value }) => value);
}

const count = fc.oneof(fc.nat(3), fc.nat(6));
const table = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

test('a small count is never shown', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 3, max: 5 }), (counts, threshold) => {
      const hidden = suppressTable(counts, threshold);
      counts.forEach((row, i) => {
        row.forEach((each, j) => {
          if (each > 0 && each < threshold) expect(hidden[i]![j]).toBe(true);
        });
      });
    }),
  );
});

test('no small count can be worked out from what is shown and the totals', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 3, max: 5 }), (counts, threshold) => {
      expect(told(counts, threshold)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test('columns that are hidden as a whole stay hidden, and no small count can be worked out beside them', () => {
  const marks = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(table, marks, fc.integer({ min: 3, max: 5 }), (counts, marked, threshold) => {
      const hidden = suppressTable(counts, threshold, marked);
      for (const row of hidden) expect(row.every((isHidden, j) => isHidden || !marked[j])).toBe(true);
      expect(told(counts, threshold, marked)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
