// SPDX-License-Identifier: AGPL-3.0-or-later
// Newey-West standard error: a cross-check for the drawer, never the published interval (specification 2.2).
import type { Model } from './model.ts';
import type { Observation } from './observations.ts';
import { fittedMeans } from './poisson.ts';

const LAGS = 7;

/**
 * The HAC standard error of the last coefficient of `model`, Bartlett weights, 7 lags counted in `openDays`
 * (ascending day number and type) with 0 on the days without data.
 */
export function neweyWest(model: Model, openDays: readonly { day: number; dayType: number }[]): number {
  const influence = influences(model);
  const known = openDays.filter(({ dayType }) => model.fit.dayTypes.includes(dayType));
  const psi = known.map(({ day }) => influence.get(day) ?? 0);
  let variance = autocovariance(psi, 0);
  for (let lag = 1; lag <= LAGS; lag++) variance += 2 * (1 - lag / (LAGS + 1)) * autocovariance(psi, lag);
  return Math.sqrt(variance);
}

/** psi_i = (c'A x_i)(y_i - mu_i) by day. */
function influences({ fit, observations, covariance }: Model): Map<number, number> {
  const row = covariance.at(-1)!;
  const leverage = ({ dayType, regressors }: Observation) =>
    regressors.reduce(
      (sum, x, j) => sum + row[fit.dayTypes.length + j]! * x,
      row[fit.dayTypes.indexOf(dayType)]!,
    );
  const means = fittedMeans(fit, observations);
  return new Map(observations.map((o, i) => [o.day, leverage(o) * (o.count - means[i]!)]));
}

function autocovariance(psi: readonly number[], lag: number): number {
  let sum = 0;
  for (let i = lag; i < psi.length; i++) sum += psi[i]! * psi[i - lag]!;
  return sum;
}
