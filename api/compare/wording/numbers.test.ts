// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveragePercent, decimal, mean, percent, saidRatio } from './numbers.ts';

const NB = '\u00a0';

test('numbers as Italians write them', () => {
  expect(decimal(1234.5, 1, 'it')).toBe('1.234,5');
  expect(decimal(1234567, 0, 'it')).toBe('1.234.567');
  expect(decimal(-41.2, 0, 'it')).toBe('\u221241');
  expect(decimal(-0.2, 0, 'it', true)).toBe('0');
  expect(percent(0.24, 'it', 0, true)).toBe(`+24${NB}%`);
  expect([decimal(1234.5, 1, 'en'), percent(-0.24, 'en', 0, true)]).toEqual(['1,234.5', '\u221224%']);
});

test('coverage is rounded down, also where floating point falls short', () => {
  expect([0.999, 0.29, 1].map((share) => coveragePercent(share, 'it'))).toEqual([
    `99${NB}%`,
    `29${NB}%`,
    `100${NB}%`,
  ]);
});

test('means: two decimals below 1, one below 100', () => {
  expect([0.386, 0.996, 12, 99.96, 1234.6].map((value) => mean(value, 'it'))).toEqual([
    '0,39',
    '1,0',
    '12,0',
    '100',
    '1.235',
  ]);
});

const said = (estimate: number, low: number, high: number) => {
  const ratio = saidRatio({ estimate, low, high }, 'it');
  return [ratio.estimate, ratio.low, ratio.high].map((text) => text.replace(NB, ' '));
};

test.each([
  [3.13, 2.61, 3.71, ['3,1', '2,6', '3,7']],
  [0.0927, 0.0672, 0.1279, ['0,09', '0,07', '0,13']],
  [1.25, 1.071, 1.472, ['+25 %', '+7 %', '+47 %']],
  [1.376, 0.834, 2.27, ['+38 %', '−17 %', '+127 %']],
  [12.4, 9.7, 15.9, ['12', '10', '16']],
  // Never onto or across 1: one more decimal.
  [2.26, 0.969, 5.27, ['2,3', '0,97', '5,3']],
  [2.2, 1.04, 4.5, ['2,2', '1,04', '4,5']],
  [12.4, 1.2, 80, ['12', '1,2', '80']],
  [1.25, 1.004, 1.5, ['+25 %', '+0,4 %', '+50 %']],
  [1.002, 0.9, 1.1, ['+0,2 %', '−10 %', '+10 %']],
  // Never onto 0 either, and no 2,00 nor 10,0.
  [0.004, 0.0003, 0.02, ['0,004', '0,0003', '0,02']],
  [1.996, 1.5, 2.6, ['+100 %', '+50 %', '+160 %']],
  [2, 1.5, 2.6, ['2,0', '1,5', '2,6']],
  [9.97, 8.2, 12.1, ['10', '8', '12']],
  [0.5, 0.4, 0.6, ['0,50', '0,40', '0,60']],
  // The same count every day, up to what floating point leaves.
  [1 + 1e-14, 1 - 1e-14, 1 + 1e-13, ['0 %', '0 %', '0 %']],
])('%d (%d-%d)', (estimate, low, high, expected) => {
  expect(said(estimate, low, high)).toEqual(expected);
});

test('what is said never crosses 1, whatever the ratio', () => {
  const value = (text: string) =>
    Number(text.replace(/\./g, '').replace(',', '.').replace('−', '-').replace(/\s%$/, ''));
  fc.assert(
    fc.property(
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.double({ min: 0.001, max: 2, noNaN: true }),
      (log, half) => {
        const [estimate, low, high] = [log, log - half, log + half].map(Math.exp) as [number, number, number];
        const ratio = saidRatio({ estimate, low, high }, 'it');
        const one = ratio.isPercent ? 0 : 1;
        for (const [text, real] of [
          [ratio.low, low],
          [ratio.high, high],
        ] as const) {
          if (Math.abs(real - 1) > 1e-5) expect(Math.sign(value(text) - one)).toBe(Math.sign(real - 1));
        }
      },
    ),
  );
});
