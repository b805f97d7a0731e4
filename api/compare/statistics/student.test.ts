// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { betaQuantile, incompleteBeta, logGamma, studentQuantile, twoSidedTail } from './student.ts';

const close = (value: number, expected: number, relative = 1e-11) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(relative);

describe("quantiles of Student's t", () => {
  // The table of every textbook (for instance Abramowitz and Stegun, table 26.10), to its three decimals.
  test.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 3, 3.182],
    [0.975, 5, 2.571],
    [0.975, 10, 2.228],
    [0.975, 30, 2.042],
    [0.975, 120, 1.98],
    [0.95, 4, 2.132],
    [0.995, 8, 3.355],
    [0.9, 15, 1.341],
  ])('P = %d, %d degrees of freedom: %d', (probability, degrees, value) => {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(value, 3);
  });

  // scipy 1.17.1, stats.t.ppf.
  test.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2.5, 3.5746548420036817],
    [0.975, 17.157, 2.108345842418206],
    [0.995, 8, 3.355387331333395],
    [0.975, 5000, 1.9604385517065073],
  ])('P = %d, %d degrees of freedom, in full', (probability, degrees, value) => {
    close(studentQuantile(probability, degrees), value);
  });
});

// scipy 1.17.1, 2 * stats.t.sf.
test.each([
  [2.5, 7.3, 0.03965023466560043],
  [12, 17.2, 8.747987345052649e-10],
  [0.3, 3, 0.783763292039919],
])('P(|T| > %d) with %d degrees of freedom', (t, degrees, value) => {
  close(twoSidedTail(t, degrees), value);
  expect(twoSidedTail(-t, degrees)).toBe(twoSidedTail(t, degrees));
});

test('closed forms of the beta and gamma functions', () => {
  close(logGamma(5), Math.log(24));
  close(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
  close(incompleteBeta(0.3, 1, 2), 1 - 0.7 ** 2);
  close(incompleteBeta(0.9, 3, 1), 0.9 ** 3);
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  close(betaQuantile(0.5, 1, 3), 1 - 0.5 ** (1 / 3));
});
