// SPDX-License-Identifier: AGPL-3.0-or-later
// How much of the change was kept after the reopening (specification 2.8).
import type { Model } from './model.ts';
import { coefficient, type PoissonFit } from './poisson.ts';
import { studentQuantile } from './student.ts';

export interface Persistence {
  /** S = (ratio after - 1)/(ratio during - 1). */
  share: number;
  /** Fieller's 95 % limits, null when they are not bounded. */
  low: number | null;
  high: number | null;
}

/** The share kept, from the three-phase model (regressors: during, after), with Fieller's limits (1954). */
export function persistence(model: Model): Persistence {
  const during = (fit: PoissonFit) => Math.exp(coefficient(fit, 0)) - 1;
  const after = (fit: PoissonFit) => Math.exp(coefficient(fit, 1)) - 1;
  const [u, v] = [after(model.fit), during(model.fit)];
  const blocks = model.weekly.length;
  const moved = model.weekly.map(({ result }) => ({ u: after(result) - u, v: during(result) - v }));
  const moment = (term: (m: { u: number; v: number }) => number) =>
    ((blocks - 1) / blocks) * moved.reduce((sum, m) => sum + term(m), 0);
  const variances = {
    uu: moment((m) => m.u * m.u),
    vv: moment((m) => m.v * m.v),
    uv: moment((m) => m.u * m.v),
  };
  return { share: u / v, ...fieller(u, v, variances, studentQuantile(0.975, blocks - 3)) };
}

/** The roots of (v^2 - t^2 Vvv) S^2 - 2 (uv - t^2 Vuv) S + (u^2 - t^2 Vuu), or nulls when the set is unbounded. */
export function fieller(
  u: number,
  v: number,
  variances: { uu: number; vv: number; uv: number },
  t: number,
): { low: number | null; high: number | null } {
  const a = v * v - t * t * variances.vv;
  const b = -2 * (u * v - t * t * variances.uv);
  const c = u * u - t * t * variances.uu;
  const discriminant = b * b - 4 * a * c;
  if (!(a > 0 && discriminant >= 0)) return { low: null, high: null };
  const root = Math.sqrt(discriminant);
  return { low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) };
}
