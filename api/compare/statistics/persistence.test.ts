// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { fieller } from './persistence.ts';

test('without covariance and with a sure denominator: u/v and its plain interval', () => {
  expect(fieller(1, 2, { uu: 0.04, vv: 0, uv: 0 }, 2)).toEqual({
    low: expect.closeTo(0.3, 12),
    high: expect.closeTo(0.7, 12),
  });
});

test('an uncertain denominator leaves the share unbounded', () => {
  expect(fieller(1, 2, { uu: 0.04, vv: 1, uv: 0 }, 2)).toEqual({ low: null, high: null });
});

test('a loss keeps its limits in order', () => {
  const { low, high } = fieller(-0.5, -0.8, { uu: 0.01, vv: 0.01, uv: 0.002 }, 2.05);
  expect(low!).toBeLessThan(0.625);
  expect(high!).toBeGreaterThan(0.625);
});
