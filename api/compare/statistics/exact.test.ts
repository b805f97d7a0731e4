// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { exactRatio, ruleOfThree } from './exact.ts';

test('3 in 68 days against 5 in 70: limits from the beta quantiles of scipy', () => {
  const ratio = exactRatio({ total: 3, days: 68 }, { total: 5, days: 70 });
  expect(ratio.estimate).toBeCloseTo(1.6190476190476188, 12);
  expect(ratio.low).toBeCloseTo(0.3149987255631129, 10);
  expect(ratio.high).toBeCloseTo(10.425845388103964, 8);
});

test('a total of 0 has a limit of 0 or none', () => {
  expect(exactRatio({ total: 4, days: 10 }, { total: 0, days: 10 }).low).toBe(0);
  expect(exactRatio({ total: 0, days: 10 }, { total: 4, days: 10 }).high).toBe(Number.POSITIVE_INFINITY);
});

test('rule of three', () => {
  expect(ruleOfThree(68)).toBeCloseTo(0.0440549, 7);
});
