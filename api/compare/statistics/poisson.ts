// SPDX-License-Identifier: AGPL-3.0-or-later
// Poisson log-linear regression: one effect for each day type (no intercept), plus the regressors of the model.
import { cholesky, inverse, type Matrix, solve, zeros } from './cholesky.ts';
import type { Group, Observation } from './observations.ts';

export interface PoissonFit {
  /** The day types of the first columns, ascending: those with a total above zero. */
  dayTypes: readonly number[];
  /** Log-scale coefficients: one for each day type, then one for each regressor. */
  coefficients: readonly number[];
}

const TOLERANCE = 1e-10;
const MAXIMUM_TURNS = 100;

/**
 * Fits E[y] = exp(a[day type] + x'b) by Fisher scoring (McCullagh and Nelder, Generalized Linear Models, 2.5), from
 * mu = (y + mean y)/2 until no coefficient moves by 1e-10; undefined when that takes over 100 turns or the columns
 * are collinear. Days whose type totals zero are left out: at the limit mu -> 0 they say nothing about a ratio.
 * A refit may start from the means of a fit that is `near` instead: the maximum is unique, and it is near.
 */
export function fitPoisson(all: readonly Group[], near?: PoissonFit): PoissonFit | undefined {
  const dayTypes = dayTypesWithEvents(all);
  const groups = all.filter((group) => dayTypes.includes(group.dayType));
  let mean = near ? fittedMeans(near, groups) : startingMean(groups);
  let coefficients: number[] | undefined;
  for (let turn = 0; turn < MAXIMUM_TURNS; turn++) {
    const next = scoringStep(groups, dayTypes, mean);
    if (next === undefined) return undefined;
    const moved =
      coefficients === undefined ? Number.POSITIVE_INFINITY : largestDifference(next, coefficients);
    coefficients = next;
    mean = fittedMeans({ dayTypes, coefficients }, groups);
    if (moved < TOLERANCE) return { dayTypes, coefficients };
  }
  return undefined;
}

/** The effect (log mean) of a day type, or undefined when the fit has no column for it. */
export function dayTypeEffect(fit: PoissonFit, dayType: number): number | undefined {
  const column = fit.dayTypes.indexOf(dayType);
  return column < 0 ? undefined : fit.coefficients[column];
}

/** The coefficient of a regressor, counted from 0. */
export function coefficient(fit: PoissonFit, regressor: number): number {
  return fit.coefficients[fit.dayTypes.length + regressor]!;
}

/** The fitted mean of each day (or group of equal days), in the fit or not; 0 for a type that never has events. */
export function fittedMeans(
  { dayTypes, coefficients }: PoissonFit,
  days: readonly Pick<Observation, 'dayType' | 'regressors'>[],
): number[] {
  return days.map(({ dayType, regressors }) => {
    const column = dayTypes.indexOf(dayType);
    let linear = column < 0 ? Number.NEGATIVE_INFINITY : coefficients[column]!;
    for (let j = 0; j < regressors.length; j++) linear += coefficients[dayTypes.length + j]! * regressors[j]!;
    return Math.exp(linear);
  });
}

/** (X'WX)^-1 at the fitted means: the covariance of the coefficients under Poisson variance. */
export function unscaledCovariance(fit: PoissonFit, all: readonly Group[]): Matrix | undefined {
  const groups = all.filter((group) => fit.dayTypes.includes(group.dayType));
  const lower = cholesky(normalEquations(groups, fit.dayTypes, fittedMeans(fit, groups)).matrix);
  return lower && inverse(lower);
}

/**
 * Pearson dispersion phi = sum (y - mu)^2/mu / (n - k) over the informative observations, not floored at 1;
 * undefined without residual days.
 */
export function dispersion(fit: PoissonFit, observations: readonly Observation[]): number | undefined {
  const degrees = observations.length - fit.coefficients.length;
  const means = fittedMeans(fit, observations);
  const pearson = observations.reduce((sum, o, i) => sum + (o.count - means[i]!) ** 2 / means[i]!, 0);
  return degrees > 0 ? pearson / degrees : undefined;
}

/** Deviance 2 sum(y log(y/mu) - (y - mu)), with 0 log 0 = 0, over the informative observations. */
export function deviance(fit: PoissonFit, observations: readonly Observation[]): number {
  const means = fittedMeans(fit, observations);
  const term = (y: number, mu: number) => (y > 0 ? y * Math.log(y / mu) : 0) - (y - mu);
  return 2 * observations.reduce((sum, o, i) => sum + term(o.count, means[i]!), 0);
}

function dayTypesWithEvents(groups: readonly Group[]): number[] {
  const dayTypes: number[] = [];
  for (const g of groups) if (g.total > 0 && !dayTypes.includes(g.dayType)) dayTypes.push(g.dayType);
  return dayTypes.sort((a, b) => a - b);
}

function startingMean(groups: readonly Group[]): number[] {
  const days = groups.reduce((sum, group) => sum + group.days, 0);
  const average = groups.reduce((sum, group) => sum + group.total, 0) / days;
  return groups.map((group) => (group.total / group.days + average) / 2);
}

function scoringStep(groups: readonly Group[], dayTypes: readonly number[], mean: readonly number[]) {
  const { matrix, vector } = normalEquations(groups, dayTypes, mean);
  const lower = cholesky(matrix);
  return lower && solve(lower, vector);
}

/** X'WX (lower triangle) and X'Wz, with w = mu and z = log mu + (y - mu)/mu. */
function normalEquations(groups: readonly Group[], dayTypes: readonly number[], mean: readonly number[]) {
  const first = dayTypes.length;
  const size = first + (groups[0]?.regressors.length ?? 0);
  const [matrix, vector] = [zeros(size), new Array<number>(size).fill(0)];
  groups.forEach((group, i) => {
    const weight = group.days * mean[i]!;
    const working = weight * Math.log(mean[i]!) + group.total - weight;
    const column = dayTypes.indexOf(group.dayType);
    matrix[column]![column]! += weight;
    vector[column]! += working;
    addRegressors({ matrix, vector, first, column }, group.regressors, weight, working);
  });
  return { matrix, vector };
}

function addRegressors(
  to: { matrix: Matrix; vector: number[]; first: number; column: number },
  x: readonly number[],
  weight: number,
  working: number,
): void {
  for (let j = 0; j < x.length; j++) {
    if (x[j] === 0) continue;
    const row = to.matrix[to.first + j]!;
    row[to.column]! += weight * x[j]!;
    to.vector[to.first + j]! += working * x[j]!;
    for (let l = 0; l <= j; l++) row[to.first + l]! += weight * x[j]! * x[l]!;
  }
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}
