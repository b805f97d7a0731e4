// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { type DescribedDay, describe } from './statistics/descriptive.ts';
import { type History, type Status, statusOfCounts } from './status.ts';

const PHASES = { before: { from: 1, to: 20 }, during: { from: 21, to: 40 }, after: null };
const NOTHING: History = { activated: null, collectionChanges: [] };

/** Twenty days, the first `missing` of them without data, `total` events on the last. */
function phase(total: number, missing = 0) {
  const days = Array.from({ length: 20 }, (_, i): DescribedDay => {
    const count = i < missing ? null : i === 19 ? total : 0;
    return { dayType: i % 7, state: count === null ? 'missing' : 'count', open: true, count };
  });
  return describe(days, [0]);
}

test.each<[Status, number, number, number, Partial<History>]>([
  ['ok', 10, 10, 10, {}],
  ['all_zero', 0, 0, 0, {}],
  ['no_baseline', 0, 500, 0, {}],
  ['zeroed', 500, 0, 0, {}],
  ['too_small', 9, 500, 0, {}],
  ['too_small', 500, 9, 0, {}],
  ['insufficient_coverage', 500, 500, 11, {}],
  ['insufficient_coverage', 0, 500, 11, {}],
  ['no_baseline', 0, 500, 20, { activated: 21 }],
  ['collection_change', 500, 500, 0, { collectionChanges: [21] }],
  ['collection_change', 500, 500, 0, { collectionChanges: [2] }],
  ['ok', 500, 500, 0, { collectionChanges: [1, 41] }],
])('%s: %d before, %d during, %d days missing before, %o', (status, before, during, missing, history) => {
  expect(statusOfCounts(phase(before, missing), phase(during), PHASES, { ...NOTHING, ...history })).toBe(
    status,
  );
});

test('a phase that has not begun is too short', () => {
  const phases = { ...PHASES, during: { from: 21, to: 18 } };
  expect(statusOfCounts(phase(50), describe([], [0]), phases, NOTHING)).toBe('too_short');
});
