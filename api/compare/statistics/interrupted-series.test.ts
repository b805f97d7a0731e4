// SPDX-License-Identifier: AGPL-3.0-or-later
// Expected values: an independent calculation in numpy and scipy from the same seeded counts.
import { expect, test } from 'vitest';
import { excess, interruptedSeries, ratioToTrend, trendLine } from './interrupted-series.ts';
import { CHAT, PHASES, seededSeries } from './seeded-series.ts';

const { before, during } = PHASES;
const series = interruptedSeries(seededSeries(CHAT), before, during);
if (typeof series === 'string') throw new Error(series);

test.each([
  ['level', series.level, 2.7376076168937424, 0.27340899967334836, 13.489355827199795, 0.002601399955625422],
  ['time', series.time, 0.9631041747099256, 0.040788307037986415, 8.824835557381116, 0.3812032268158203],
  ['slope', series.slope, 1.0590685837985272, 0.04726173960785995, 12.687404584499925, 0.24675263321282873],
  [
    'week 4',
    ratioToTrend(series, 4),
    3.4440348850572167,
    0.3967288948832643,
    12.71049529748722,
    0.008369798478501648,
  ],
])('%s', (_, estimate, ratio, standardError, degreesOfFreedom, pValue) => {
  expect(Math.exp(estimate.estimate)).toBeCloseTo(ratio, 9);
  expect(estimate.standardError).toBeCloseTo(standardError, 9);
  expect(estimate.degreesOfFreedom).toBeCloseTo(degreesOfFreedom, 7);
  expect(estimate.pValue).toBeCloseTo(pValue, 9);
});

test('the excess and its limits turn round those of the trend', () => {
  const found = excess(series, during.from);
  expect(found.observed).toBe(508);
  expect(found.estimate).toBeCloseTo(508 - 141.85951785191264, 6);
  expect(found.high).toBeCloseTo(508 - 82.59219537693244, 5);
  expect(found.low).toBeCloseTo(508 - 243.65647036424076, 5);
  expect(found.counterfactual.degreesOfFreedom).toBeCloseTo(8.618091873670302, 7);
});

test('the trend line has a band, stops after ten weeks and skips unknown day types', () => {
  const [first, ...rest] = trendLine(series, during.from, [
    { day: 18335, dayType: 5 },
    { day: during.from + 69, dayType: 6 },
    { day: during.from + 70, dayType: 0 },
    { day: 18336, dayType: 9 },
  ]);
  expect(first!.day).toBe(18335);
  expect(first!.expected).toBeCloseTo(1.8323041889166047, 9);
  expect(first!.low).toBeCloseTo(1.2061066881174758, 8);
  expect(first!.high).toBeCloseTo(2.7836166350769207, 8);
  expect(rest.map(({ day }) => day)).toEqual([during.from + 69]);
});
