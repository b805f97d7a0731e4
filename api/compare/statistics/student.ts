// SPDX-License-Identifier: AGPL-3.0-or-later
// Student's t and the beta distribution, for real (not only whole) degrees of freedom.

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** log Gamma(x) for x > 0, by the Lanczos approximation (g = 7, n = 9); relative error about 1e-15. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.slice(1).reduce((sum, c, i) => sum + c / (x + i), LANCZOS[0]!);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/**
 * Regularised incomplete beta function I_x(a, b), 0 <= x <= 1, a and b > 0: the probability that a beta variable
 * is at most x. Continued fraction of Abramowitz and Stegun 26.5.8.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast only below the mean; above it, use the symmetry of the distribution.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return (Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / a) * betaFraction(x, a, b);
}

const TINY = 1e-300;
const awayFromZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);

/** Lentz's evaluation of the continued fraction of the incomplete beta function. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 10_000; m++) {
    let change = 1;
    for (const numerator of betaNumerators(m, x, a, b)) {
      d = 1 / awayFromZero(1 + numerator * d);
      c = awayFromZero(1 + numerator / c);
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return fraction;
}

function betaNumerators(m: number, x: number, a: number, b: number): [number, number] {
  const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  return [even, odd];
}

/** P(|T| > |t|) for Student's t with `degrees` > 0 degrees of freedom (Abramowitz and Stegun 26.7.1). */
export function twoSidedTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/**
 * The t with P(T <= t) = `probability`, 0.5 < probability < 1, `degrees` > 0. Newton's method from 0: the tail is
 * convex and falling there, so that the steps only ever go up to the root.
 */
export function studentQuantile(probability: number, degrees: number): number {
  const tail = 2 * (1 - probability);
  let t = 0;
  for (let turn = 0; turn < 200; turn++) {
    const step = (twoSidedTail(t, degrees) - tail) / (2 * studentDensity(t, degrees));
    t += step;
    if (Math.abs(step) <= 1e-15 * t) break;
  }
  return t;
}

function studentDensity(t: number, degrees: number): number {
  const logConstant = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI);
  return Math.exp(logConstant - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees));
}

/** The x with I_x(a, b) = `probability`. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return bisect(0, 1, (x) => incompleteBeta(x, a, b) < probability);
}

/** Halves the bracket to the last bit: some 60 cheap steps, and no starting value that could fail. */
function bisect(low: number, high: number, isBelow: (x: number) => boolean): number {
  for (let turn = 0; turn < 200; turn++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
