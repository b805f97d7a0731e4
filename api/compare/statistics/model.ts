// SPDX-License-Identifier: AGPL-3.0-or-later
// A Poisson regression with all the refits that its intervals need, or the reason why it cannot be had.
import type { Matrix } from './cholesky.ts';
import { type Block, blocksByCell, blocksOf, type Replicate } from './jackknife.ts';
import { type Group, groupsOf, informative, type Observation, withoutGroups } from './observations.ts';
import { dispersion, fitPoisson, type PoissonFit, unscaledCovariance } from './poisson.ts';

/** Why a model gives no interval: too few events, fewer than four weeks, or a regression that does not converge. */
export const FAILURES = ['too_small', 'too_short', 'no_fit'] as const;
export type Failure = (typeof FAILURES)[number];

/** Weeks with data that every cell needs; with fewer the jackknife has nothing to compare. */
export const MINIMUM_WEEKS = 4;
const WEEK = 7;
const FORTNIGHT = 14;
const MINIMUM_FORTNIGHTS = 3;

/** A fitted model with what its intervals need. */
export interface Model {
  /** The observations used: those whose day type has a total above zero. */
  observations: readonly Observation[];
  groups: readonly Group[];
  fit: PoissonFit;
  covariance: Matrix;
  dispersion: number;
  /** Refits without one week at a time. */
  weekly: Replicate<PoissonFit>[];
  /** Refits without two weeks at a time; empty when not wanted or a cell has fewer than three such blocks. */
  fortnightly: Replicate<PoissonFit>[];
  /** Seven-day blocks with data in each cell. */
  weeks: number[];
  /** Fourteen-day blocks with data in each cell. */
  fortnights: number[];
}

/**
 * Fits the model and every refit that its intervals need, or says why that is impossible. `longBlocks` asks for the
 * fortnightly jackknife too; a model with slopes does without (specification 2.6).
 */
export function fitModel(all: readonly Observation[], longBlocks = true): Model | Failure {
  const observations = informative(all);
  if (cellsOf(all).length > cellsOf(all.filter((o) => o.count > 0)).length) return 'too_small';
  const [weeks, fortnights] = [blocksOf(observations, WEEK), blocksOf(observations, FORTNIGHT)];
  if (Math.min(...blocksByCell(weeks)) < MINIMUM_WEEKS) return 'too_short';
  const fitted = fitOnce(observations);
  if (fitted === undefined) return 'no_fit';
  const useFortnights = longBlocks && Math.min(...blocksByCell(fortnights)) >= MINIMUM_FORTNIGHTS;
  const weekly = refits(weeks, fitted);
  const fortnightly = refits(useFortnights ? fortnights : [], fitted);
  if (typeof weekly === 'string') return weekly;
  if (typeof fortnightly === 'string') return fortnightly;
  const counted = { weeks: blocksByCell(weeks), fortnights: blocksByCell(fortnights) };
  return { ...fitted, observations, weekly, fortnightly, ...counted };
}

type Fitted = Pick<Model, 'groups' | 'fit' | 'covariance' | 'dispersion'>;

function fitOnce(observations: readonly Observation[]): Fitted | undefined {
  const groups = groupsOf(observations);
  const fit = fitPoisson(groups);
  const covariance = fit && unscaledCovariance(fit, groups);
  const phi = fit && dispersion(fit, observations);
  return fit && covariance && phi !== undefined ? { groups, fit, covariance, dispersion: phi } : undefined;
}

/** The refits without each block, or the reason why one is impossible: then there is no standard error. */
function refits(
  blocks: readonly Block<Observation>[],
  { groups, fit }: Fitted,
): Replicate<PoissonFit>[] | Failure {
  if (blocks.some((block) => holdsAllEvents(block, blocks))) return 'too_small';
  const refit = (rows: readonly Observation[]) => fitPoisson(withoutGroups(groups, groupsOf(rows)), fit);
  const tried = blocks.map(({ cell, rows }) => ({ cell, result: refit(rows) }));
  const isFitted = (replicate: Replicate<PoissonFit | undefined>): replicate is Replicate<PoissonFit> =>
    replicate.result !== undefined;
  return tried.every(isFitted) ? tried : 'no_fit';
}

/** Whether a cell would have no event left without the block: its level would be minus infinity. */
function holdsAllEvents(left: Block<Observation>, blocks: readonly Block<Observation>[]): boolean {
  const others = blocks.filter((block) => block.cell === left.cell && block !== left);
  return !others.some((block) => block.rows.some((o) => o.count > 0));
}

function cellsOf(observations: readonly Observation[]): number[] {
  return [...new Set(observations.map((o) => o.cell))];
}
