// SPDX-License-Identifier: AGPL-3.0-or-later
// When did the jump happen? The set of days that the data do not rule out (specification 2.7).
import type { Failure } from './model.ts';
import { groupsOf, informative, type Observation } from './observations.ts';
import { deviance, fitPoisson } from './poisson.ts';
import { type DayCount, type DayRange, daysIn, place, type Ratio, rateRatio } from './rate-ratio.ts';

/** -2 ln(1 - sqrt 0.95): 95 % limit of the profile quasi-deviance (Hansen 2000; Eo and Morley 2015). */
const THRESHOLD = 7.352;
/** Calendar days that must lie on each side of a candidate. */
const SIDE = 28;
/** The step as regressor, before and after a candidate. */
const BEFORE = [0];
const SINCE = [1];

export interface ChangePoint {
  /** The day on which one sharp jump fits best. */
  best: number;
  /** The days that are not ruled out, ascending. */
  set: number[];
  /** The ratio across the best day. */
  step: Ratio;
  /** Quasi-deviance scale at the best day. */
  scale: number;
  /** Deviance by candidate day. */
  profile: { day: number; deviance: number }[];
}

/**
 * Profiles the deviance of log mu = a[day type] + b [day >= tau] over the days with data that have 28 days on each
 * side within `range`; valid for one sharp jump, not for ramps nor for two jumps.
 */
export function changePoint(days: readonly DayCount[], range: DayRange): ChangePoint | Failure {
  const inside = daysIn(days, range).sort((a, b) => a.day - b.day);
  const profile = candidates(inside, range).flatMap((day) => profilePoint(inside, day));
  if (profile.length === 0) return 'too_short';
  const best = profile.reduce((a, b) => (b.deviance < a.deviance ? b : a));
  const across = rateRatio(inside, { from: range.from, to: best.day - 1 }, { from: best.day, to: range.to });
  if (typeof across === 'string') return across;
  const variance = across.model.covariance.at(-1)!.at(-1)!;
  const scale = across.ratio.standardError ** 2 / variance;
  // Every week the same: nothing varies, so nothing can be ruled out, and there is no jump to look for.
  if (!(scale > 0)) return 'no_fit';
  const set = profile.filter((p) => (p.deviance - best.deviance) / scale <= THRESHOLD).map((p) => p.day);
  return { best: best.day, set, step: across.ratio, scale, profile };
}

/**
 * Whether the set contains a date. On a day without data the jump cannot be told from one on the next day with
 * data, so that day decides.
 */
export function containsDay({ set, profile }: Pick<ChangePoint, 'set' | 'profile'>, day: number): boolean {
  const next = profile.find((point) => point.day >= day);
  return next !== undefined && set.includes(next.day) && day >= profile[0]!.day;
}

function candidates(days: readonly DayCount[], range: DayRange): number[] {
  const hasRoom = (day: number) => day - range.from >= SIDE && range.to - day + 1 >= SIDE;
  return days.map(({ day }) => day).filter(hasRoom);
}

/** The deviance at a candidate; a side without events is at its limit, mean zero and deviance zero. */
function profilePoint(days: readonly DayCount[], tau: number): { day: number; deviance: number }[] {
  const all = informative(
    days.map((day) => (day.day < tau ? place(day, 0, BEFORE, tau) : place(day, 1, SINCE, tau))),
  );
  const hasEvents = ([0, 1] as const).map((cell) => all.some((o) => o.cell === cell && o.count > 0));
  const used = hasEvents.every(Boolean) ? all : withoutStep(all.filter((o) => hasEvents[o.cell]));
  const fit = fitPoisson(groupsOf(used));
  return fit === undefined ? [] : [{ day: tau, deviance: deviance(fit, used) }];
}

function withoutStep(observations: readonly Observation[]): Observation[] {
  return observations.map((o) => ({ ...o, regressors: [] }));
}
