// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { judge } from './verdict.ts';

const ratio = (estimate: number, low: number, high: number, pValue: number) => ({
  estimate,
  low,
  high,
  pValue,
  standardError: 1,
  degreesOfFreedom: 10,
});

test('the word takes account of the whole table', () => {
  const judged = judge([
    ratio(2, 1.5, 3, 0.001),
    ratio(0.5, 0.3, 0.8, 0.002),
    ratio(1.3, 1.01, 1.7, 0.04),
    ratio(1.1, 0.9, 1.4, 0.4),
  ]);
  expect(judged.map(({ verdict }) => verdict)).toEqual(['increase', 'decrease', 'weak', 'none']);
  expect(judged.map(({ pHolm }) => pHolm)).toEqual([0.004, 0.006, 0.08, 0.4]);
  expect(judged[2]!.pBenjaminiHochberg).toBeCloseTo((0.04 * 4) / 3, 12);
});

test('alone, the same ratio is demonstrated', () => {
  expect(judge([ratio(1.3, 1.01, 1.7, 0.04)])[0]!.verdict).toBe('increase');
});
