// SPDX-License-Identifier: AGPL-3.0-or-later
// Exact limits for tiny counts. They assume independent events: for the drawer, never for the verdict.
import { betaQuantile } from './student.ts';

/** Events and the days with data they come from. */
export interface Exposure {
  total: number;
  days: number;
}

/**
 * The ratio of two rates with exact 95 % limits: given the sum, the second total is binomial (Clopper and Pearson
 * 1934). A total of 0 gives a limit of 0 or infinity.
 */
export function exactRatio(
  before: Exposure,
  during: Exposure,
): { estimate: number; low: number; high: number } {
  const [x, y] = [before.total, during.total];
  const asRatio = (share: number) => (share / (1 - share)) * (before.days / during.days);
  return {
    estimate: y / during.days / (x / before.days),
    low: y === 0 ? 0 : asRatio(betaQuantile(0.025, y, x + 1)),
    high: x === 0 ? Number.POSITIVE_INFINITY : asRatio(betaQuantile(0.975, y + 1, x)),
  };
}

/** Upper 95 % limit of the daily mean when `days` days gave 0 events: -ln(0.05)/days, the rule of three. */
export function ruleOfThree(days: number): number {
  return -Math.log(0.05) / days;
}
