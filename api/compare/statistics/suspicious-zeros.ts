// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs of zeros too long to be chance: a counter that may have failed (specification 2.11).

import { groupsOf, informative, type Observation } from './observations.ts';
import { fitPoisson, fittedMeans } from './poisson.ts';

/** Below this probability a run of zeros is shown to a person, who decides. */
const SUSPICIOUS = 1e-4;

export interface ZeroRun {
  first: number;
  last: number;
  /** Days with data in the run; missing days in between do not interrupt it. */
  days: number;
  /** Events that the rest of the series leads to expect. */
  expected: number;
  /** Probability that an ordinary stretch gives only zeros. */
  probability: number;
}

/**
 * The runs of zeros with probability below 1e-4 under the model fitted without the run:
 * P = prod (1 + alpha mu)^(-1/alpha), alpha = max(0, sum((y - mu)^2 - mu)/sum mu^2). `observations` are days on
 * which the channel was open; those of a cell without any event are left out (they have a status of their own).
 */
export function suspiciousZeros(observations: readonly Observation[]): ZeroRun[] {
  const alive = new Set(observations.filter((o) => o.count > 0).map((o) => o.cell));
  const days = observations.filter((o) => alive.has(o.cell)).sort((a, b) => a.day - b.day);
  return zeroRuns(days)
    .flatMap((run) => judge(days, run))
    .filter((run) => run.probability < SUSPICIOUS);
}

/** Maximal stretches of consecutive observations with count 0. */
function zeroRuns(days: readonly Observation[]): Observation[][] {
  const runs: Observation[][] = [];
  days.forEach((day, i) => {
    if (day.count !== 0) return;
    if (i > 0 && days[i - 1]!.count === 0) runs.at(-1)!.push(day);
    else runs.push([day]);
  });
  return runs;
}

function judge(days: readonly Observation[], run: readonly Observation[]): ZeroRun[] {
  const members = new Set(run);
  const others = informative(days.filter((day) => !members.has(day)));
  const fit = fitPoisson(groupsOf(others));
  if (fit === undefined) return [];
  const means = fittedMeans(fit, run);
  const alpha = overdispersion(others, fittedMeans(fit, others));
  const logProbability = means.reduce((sum, mu) => sum + logProbabilityOfZero(mu, alpha), 0);
  const expected = means.reduce((sum, mu) => sum + mu, 0);
  const [first, last] = [run[0]!.day, run.at(-1)!.day];
  return [{ first, last, days: run.length, expected, probability: Math.exp(logProbability) }];
}

/** Moment estimate of the negative binomial alpha in variance = mu + alpha mu^2. */
function overdispersion(observations: readonly Observation[], means: readonly number[]): number {
  const residual = observations.reduce((sum, o, i) => sum + (o.count - means[i]!) ** 2 - means[i]!, 0);
  const squares = means.reduce((sum, mu) => sum + mu * mu, 0);
  return Math.max(0, residual / squares);
}

/** log P(0): -log(1 + alpha mu)/alpha, which is -mu at alpha = 0. */
function logProbabilityOfZero(mu: number, alpha: number): number {
  return alpha === 0 ? -mu : -Math.log1p(alpha * mu) / alpha;
}
