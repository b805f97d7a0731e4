// SPDX-License-Identifier: AGPL-3.0-or-later
// Expected values: an independent calculation in numpy 2.4 and scipy 1.17 with full dummy matrices and Newton's
// method, from the same seeded counts.
import { describe, expect, test } from 'vitest';
import { contrast, infer, standardErrors } from './inference.ts';
import { neweyWest } from './newey-west.ts';
import { persistence } from './persistence.ts';
import { extraEvents, rateRatio, standardisedMean, threePhases } from './rate-ratio.ts';
import { ratioOfRatios, yearsEarlier } from './ratio-of-ratios.ts';
import { CHAT, PHASES, seededSeries } from './seeded-series.ts';

const days = seededSeries(CHAT);
const { before, during, after } = PHASES;

/** Compares numbers to nine significant digits. */
function expectFigures(actual: object, expected: Record<string, number>): void {
  for (const [key, value] of Object.entries(expected)) {
    expect((actual as Record<string, number>)[key]! / value, key).toBeCloseTo(1, 9);
  }
}

test('the seeded series is the one the expected values come from', () => {
  expect(days.length).toBe(544);
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(2141);
  expect(days.slice(0, 8).map(({ count }) => count)).toEqual([0, 4, 7, 3, 2, 0, 2, 0]);
});

describe('two phases', () => {
  const result = rateRatio(days, before, during);
  if (typeof result === 'string') throw new Error(result);

  test('ratio, interval and p', () => {
    expectFigures(result.ratio, {
      estimate: 2.493495399273622,
      low: 1.8073264335688466,
      high: 3.4401750512336955,
      standardError: 0.15308319978013776,
      degreesOfFreedom: 17.82919995074255,
      pValue: 1.2507596370947311e-5,
    });
  });

  test('the largest of three standard errors is used, here that of two weeks', () => {
    expectFigures(standardErrors(result.model, contrast(result.model, [1])), {
      quasi: 0.12946722136243288,
      weekly: 0.1241954557529884,
      fortnightly: 0.15308319978013776,
    });
    expect(result.model.weeks).toEqual([10, 10]);
    expect(result.model.fortnights).toEqual([5, 5]);
    expect(result.model.dispersion).toBeCloseTo(2.3390014912954644, 10);
    expect([result.model.observations.length, result.model.fit.coefficients.length]).toEqual([130, 9]);
  });

  test('the numbers of the sentence', () => {
    expect(standardisedMean(result.model.fit, [0, 1, 2, 3, 4])).toBeCloseTo(3.6856300608571275, 10);
    const extra = extraEvents(508, result.ratio);
    expect(extra.estimate).toBeCloseTo(304.26992688737863, 8);
    expect(extra.low).toBeCloseTo(508 * (1 - 1 / result.ratio.low), 10);
  });

  test('Newey-West with missing days as zero scores', () => {
    const openDays = Array.from({ length: 138 }, (_, i) => ({
      day: before.from + i,
      dayType: CHAT.dayTypeOf(before.from + i),
    }));
    expect(neweyWest(result.model, openDays)).toBeCloseTo(0.10464188889435481, 11);
  });
});

describe('three phases', () => {
  const result = threePhases(days, before, during, after);
  if (typeof result === 'string') throw new Error(result);

  test('all contrasts from one model', () => {
    expectFigures(result.during, {
      estimate: 2.464943159108759,
      low: 1.764133341607262,
      high: 3.444152794086083,
      degreesOfFreedom: 17.66860671052637,
    });
    expectFigures(result.after, {
      estimate: 1.9374377565952932,
      standardError: 0.13579289386530818,
      degreesOfFreedom: 14.371765048926173,
      pValue: 0.00022990708984405473,
    });
    expectFigures(result.afterVersusDuring, {
      estimate: 0.7859969303697071,
      low: 0.5674337747611853,
      high: 1.0887458625645092,
      degreesOfFreedom: 12.82576913435935,
    });
    expect(result.model.weeks).toEqual([10, 10, 11]);
  });

  test('the share kept, with Fieller limits', () => {
    expectFigures(persistence(result.model), {
      share: 0.6399140818307318,
      low: 0.4273560433142339,
      high: 0.9926045924101291,
    });
  });
});

describe('ratio of ratios', () => {
  test('a year back is 364 days', () => {
    expect(yearsEarlier(during, 1)).toEqual({ from: 17966, to: 18035 });
  });

  test('against the same weeks of 2019', () => {
    const result = ratioOfRatios(days, before, during);
    if (typeof result === 'string') throw new Error(result);
    expectFigures(result.ratio, {
      estimate: 1.9095679193723307,
      low: 1.1865203608700339,
      high: 3.073229721925849,
      standardError: 0.23084546900208083,
      degreesOfFreedom: 24.57536254470757,
      pValue: 0.009750063038774133,
    });
    expect(result.model.weeks).toEqual([10, 10, 10, 10]);
  });

  test('a second previous year equal to the first leaves the estimate where it was', () => {
    const copied = days.filter(({ day }) => day < before.from).map((day) => ({ ...day, day: day.day - 364 }));
    const once = ratioOfRatios(days, before, during, [1]);
    const twice = ratioOfRatios(
      [...copied.filter(({ day }) => day < 17897), ...days],
      before,
      during,
      [1, 2],
    );
    if (typeof once === 'string' || typeof twice === 'string') throw new Error('no fit');
    expect(twice.model.weeks).toHaveLength(6);
    expect(twice.ratio.estimate).toBeCloseTo(once.ratio.estimate, 1);
  });
});

describe('failures', () => {
  const only = (keep: (day: number) => boolean) => days.filter(({ day }) => keep(day));

  test('fewer than four weeks: too short', () => {
    expect(
      rateRatio(
        only((day) => day < during.from + 21),
        before,
        during,
      ),
    ).toBe('too_short');
    expect(
      typeof rateRatio(
        only((day) => day < during.from + 22),
        before,
        during,
      ),
    ).toBe('object');
  });

  test('a phase without events, or with all of them in one week: too small', () => {
    const zero = days.map((day) => (day.day >= during.from ? { ...day, count: 0 } : day));
    expect(rateRatio(zero, before, during)).toBe('too_small');
    const oneWeek = days.map((day) => (day.day >= during.from + 7 ? { ...day, count: 0 } : day));
    expect(rateRatio(oneWeek, before, during)).toBe('too_small');
  });

  test('phases that share no day type: no fit', () => {
    const split = days.filter(({ day, dayType }) => (day < during.from ? dayType < 3 : dayType > 3));
    expect(rateRatio(split, before, during)).toBe('no_fit');
  });
});

test('infer takes the weekly jackknife alone for what is not linear in the coefficients', () => {
  const result = rateRatio(days, before, during);
  if (typeof result === 'string') throw new Error(result);
  const estimate = infer({ ...result.model, fortnightly: [] }, { of: (fit) => fit.coefficients.at(-1)! });
  expect(estimate.standardError).toBeCloseTo(0.1241954557529884, 10);
});
