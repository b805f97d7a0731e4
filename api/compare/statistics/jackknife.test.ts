// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { blocksByCell, blocksOf, jackknifeVariances, satterthwaite, totalVariance } from './jackknife.ts';

test('blocks stay within their cell, count from the anchor backwards too, and skip empty weeks', () => {
  const rows = [-8, -7, -1, 0, 6, 7, 21].map((offset) => ({ cell: offset < 0 ? 0 : 1, offset }));
  const blocks = blocksOf(rows, 7);
  expect(blocks.map(({ cell, rows: own }) => [cell, own.map((row) => row.offset)])).toEqual([
    [0, [-8]],
    [0, [-7, -1]],
    [1, [0, 6]],
    [1, [7]],
    [1, [21]],
  ]);
  expect(blocksByCell(blocks)).toEqual([2, 3]);
});

test('variances and degrees of freedom worked by hand', () => {
  const values = [1, 3, 2, 2, 5].map((result, i) => ({ cell: i < 2 ? 0 : 1, result }));
  const cells = jackknifeVariances(values, 2);
  expect(cells).toEqual([
    { cell: 0, blocks: 2, variance: 1.6 },
    { cell: 1, blocks: 3, variance: 7.2 },
  ]);
  expect(totalVariance(cells)).toBeCloseTo(8.8, 12);
  expect(satterthwaite(cells, 1)).toBeCloseTo(8.8 ** 2 / (1.6 ** 2 / 1 + 7.2 ** 2 / 2), 12);
  expect(satterthwaite(cells.slice(1), 2)).toBeCloseTo(1, 12);
});

test('replicates that never move count every block', () => {
  expect(
    satterthwaite(
      [
        { cell: 0, blocks: 10, variance: 0 },
        { cell: 1, blocks: 8, variance: 0 },
      ],
      1,
    ),
  ).toBe(16);
});
