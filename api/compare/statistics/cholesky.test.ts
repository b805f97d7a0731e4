// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { cholesky, inverse, solve } from './cholesky.ts';

const MATRIX = [
  [4, 0, 0],
  [2, 5, 0],
  [0, 4, 8],
];

test('a matrix worked by hand', () => {
  const lower = cholesky(MATRIX)!;
  expect(lower).toEqual([
    [2, 0, 0],
    [1, 2, 0],
    [0, 2, 2],
  ]);
  expect(solve(lower, [8, 20, 28])).toEqual([1.5, 1, 3]);
  expect(inverse(lower)).toEqual([
    [0.375, -0.25, 0.125],
    [-0.25, 0.5, -0.25],
    [0.125, -0.25, 0.25],
  ]);
});

test('collinear columns and what is not a number are refused', () => {
  expect(
    cholesky([
      [1, 0],
      [2, 4],
    ]),
  ).toBeUndefined();
  expect(cholesky([[Number.NaN]])).toBeUndefined();
});
