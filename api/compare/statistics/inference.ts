// SPDX-License-Identifier: AGPL-3.0-or-later
// The one recipe for every interval: Poisson regression, block jackknife, t with Satterthwaite degrees of freedom.
import { jackknifeVariances, type Replicate, satterthwaite, totalVariance } from './jackknife.ts';
import type { Model } from './model.ts';
import { coefficient, type PoissonFit } from './poisson.ts';
import { studentQuantile, twoSidedTail } from './student.ts';

/** An estimate on the log scale (or any scale on which it is about normal) with its 95 % interval. */
export interface Estimate {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
  /** The t quantile that multiplies the standard error. */
  critical: number;
  low: number;
  high: number;
  /** Two-sided p of "no difference". */
  pValue: number;
}

/** A number computed from a fit, with its gradient over the coefficients when it is linear in them. */
export interface Functional {
  of: (fit: PoissonFit) => number;
  gradient?: readonly number[];
}

/**
 * The estimate with SE = max(quasi-Poisson, weekly jackknife, fortnightly jackknife), 95 % limits by Student's t and
 * Satterthwaite's degrees of freedom from the weekly jackknife; `perCell` is q, the parameters of a cell (1 for a
 * level, 2 for a level with a slope). Statistics specification 2.2.
 */
export function infer(model: Model, functional: Functional, perCell = 1): Estimate {
  const full = functional.of(model.fit);
  const cells = jackknifeVariances(evaluate(model.weekly, functional), full);
  const { quasi, weekly, fortnightly } = standardErrors(model, functional);
  const standardError = Math.max(quasi, weekly, fortnightly ?? 0);
  return studentInterval(full, standardError, satterthwaite(cells, perCell));
}

/** The standard errors of which the largest is used; fortnightly is null when a phase is too short for it. */
export function standardErrors(model: Model, functional: Functional) {
  const full = functional.of(model.fit);
  const jackknife = (replicates: readonly Replicate<PoissonFit>[]) =>
    Math.sqrt(totalVariance(jackknifeVariances(evaluate(replicates, functional), full)));
  return {
    quasi: Math.sqrt(quasiVariance(model, functional)),
    weekly: jackknife(model.weekly),
    fortnightly: model.fortnightly.length === 0 ? null : jackknife(model.fortnightly),
  };
}

/** An estimate with its 95 % limits and p, from a standard error and degrees of freedom. */
export function studentInterval(estimate: number, standardError: number, degreesOfFreedom: number): Estimate {
  const critical = studentQuantile(0.975, degreesOfFreedom);
  const margin = critical * standardError;
  const pValue = twoSidedTail(estimate / standardError, degreesOfFreedom);
  return {
    estimate,
    standardError,
    degreesOfFreedom,
    critical,
    low: estimate - margin,
    high: estimate + margin,
    pValue: Number.isNaN(pValue) ? 1 : pValue,
  };
}

/** The weighted sum of the regressors' coefficients, as a functional: [1] is the first, [-1, 1] a difference. */
export function contrast(model: Model, weights: readonly number[]): Functional {
  const of = (fit: PoissonFit) =>
    weights.reduce((sum, w, j) => sum + (w === 0 ? 0 : w * coefficient(fit, j)), 0);
  return { of, gradient: [...model.fit.dayTypes.map(() => 0), ...weights] };
}

/** phi g'(X'WX)^-1 g; zero for a functional without gradient, which then rests on the jackknife alone. */
function quasiVariance(model: Model, { gradient }: Functional): number {
  if (gradient === undefined) return 0;
  let variance = 0;
  gradient.forEach((a, i) => {
    gradient.forEach((b, j) => {
      variance += a * b * model.covariance[i]![j]!;
    });
  });
  return model.dispersion * variance;
}

function evaluate(replicates: readonly Replicate<PoissonFit>[], functional: Functional): Replicate<number>[] {
  return replicates.map(({ cell, result }) => ({ cell, result: functional.of(result) }));
}
