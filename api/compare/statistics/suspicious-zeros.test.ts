// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { twoPhases } from './rate-ratio.ts';
import { CHAT, PHASES, seededSeries } from './seeded-series.ts';
import { suspiciousZeros } from './suspicious-zeros.ts';

const { before, during } = PHASES;
const days = seededSeries(CHAT);
const broken = (from: number, to: number) =>
  twoPhases(
    days.map((day) => (day.day >= from && day.day <= to ? { ...day, count: 0 } : day)),
    before,
    during,
  );

test('ordinary zeros are left alone', () => {
  expect(suspiciousZeros(twoPhases(days, before, during))).toEqual([]);
});

test('a counter that fails for five days: an independent calculation in numpy', () => {
  expect(suspiciousZeros(broken(18350, 18354))).toEqual([
    {
      first: 18350,
      last: 18354,
      days: 5,
      expected: expect.closeTo(38.09095438353187, 8),
      probability: expect.closeTo(1.2486362844953113e-9, 15),
    },
  ]);
});

test('a missing day does not interrupt a run', () => {
  // 18360 = 17 x 1080 is missing; 18357 is a true zero that joins the run.
  const [run] = suspiciousZeros(broken(18358, 18362));
  expect(run).toMatchObject({ first: 18357, last: 18362, days: 5 });
});

test('a phase without events has a status, not a suspicion', () => {
  expect(suspiciousZeros(broken(during.from, during.to))).toEqual([]);
});
