// SPDX-License-Identifier: AGPL-3.0-or-later
// The digital share of all practices, and always the total beside it (specification 2.9).

import { studentInterval } from './inference.ts';
import { blocksOf, jackknifeVariances, satterthwaite, totalVariance } from './jackknife.ts';
import { type Failure, MINIMUM_WEEKS } from './model.ts';
import { type DayRange, daysIn } from './rate-ratio.ts';

/** A day on which both are known; a closed desk is a desk with 0. */
export interface MixDay {
  day: number;
  digital: number;
  desk: number;
}

export interface PhaseMix {
  digital: number;
  desk: number;
  /** digital / (digital + desk), 0 to 1; null without events. */
  share: number | null;
  /** digital + desk, a calendar day on which both are known. */
  totalPerDay: number;
  days: number;
}

export interface Mix {
  before: PhaseMix;
  during: PhaseMix;
  /** Share during minus share before, in percentage points, with 95 % limits; or the reason why there is none. */
  difference: { points: number; low: number; high: number; degreesOfFreedom: number } | Failure;
}

/** The share in each phase and its difference, with the variance by weekly block jackknife within each phase. */
export function mix(days: readonly MixDay[], before: DayRange, during: DayRange): Mix {
  const place = (cell: number) => (day: MixDay) => ({ ...day, cell, offset: day.day - during.from });
  const phases = [daysIn(days, before).map(place(0)), daysIn(days, during).map(place(1))] as const;
  return { before: phaseMix(phases[0]), during: phaseMix(phases[1]), difference: difference(phases) };
}

type PlacedDay = MixDay & { cell: number; offset: number };

/** Counts, share and total over some days. */
export function phaseMix(days: readonly MixDay[]): PhaseMix {
  const digital = days.reduce((sum, d) => sum + d.digital, 0);
  const desk = days.reduce((sum, d) => sum + d.desk, 0);
  const total = digital + desk;
  return {
    digital,
    desk,
    share: total > 0 ? digital / total : null,
    totalPerDay: total / days.length,
    days: days.length,
  };
}

function difference(phases: readonly [PlacedDay[], PlacedDay[]]): Mix['difference'] {
  const parts = phases.map(shareVariance);
  const failed = parts.find((part) => typeof part === 'string');
  if (failed) return failed as Failure;
  const [before, during] = parts as [ShareVariance, ShareVariance];
  const cells = [before.variance, during.variance];
  const points = 100 * (during.share - before.share);
  const standardError = 100 * Math.sqrt(totalVariance(cells));
  const { low, high, degreesOfFreedom } = studentInterval(points, standardError, satterthwaite(cells, 1));
  return { points, low, high, degreesOfFreedom };
}

interface ShareVariance {
  share: number;
  variance: { cell: number; blocks: number; variance: number };
}

/** V = (G - 1)/G sum (p_(g) - p)^2 over the weeks of one phase. */
function shareVariance(days: readonly PlacedDay[]): ShareVariance | Failure {
  const blocks = blocksOf(days, 7);
  const without = (left: PlacedDay[]) => phaseMix(days.filter((day) => !left.includes(day))).share;
  const replicates = blocks.map(({ cell, rows }) => ({ cell, result: without(rows) ?? Number.NaN }));
  const { share } = phaseMix(days);
  if (share === null) return 'too_small';
  if (replicates.length < MINIMUM_WEEKS) return 'too_short';
  if (replicates.some(({ result }) => Number.isNaN(result))) return 'too_small';
  return { share, variance: jackknifeVariances(replicates, share)[0]! };
}
