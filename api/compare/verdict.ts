// SPDX-License-Identifier: AGPL-3.0-or-later
// The word that goes with a ratio, once all channels of the table are looked at together.
import { benjaminiHochberg, holm } from './statistics/holm.ts';
import type { Ratio } from './statistics/rate-ratio.ts';

/** What may be said of a ratio. `weak`: its own interval excludes 1, all channels together do not. */
export const VERDICTS = ['increase', 'decrease', 'weak', 'none'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A ratio with the p values adjusted for the channels of the table, and its word. */
export interface JudgedRatio extends Ratio {
  pHolm: number;
  pBenjaminiHochberg: number;
  verdict: Verdict;
}

const LEVEL = 0.05;

/** Judges ratios that stand in one table: m is their number. */
export function judge(ratios: readonly Ratio[]): JudgedRatio[] {
  const pValues = ratios.map((ratio) => ratio.pValue);
  const [stepDown, falseDiscovery] = [holm(pValues), benjaminiHochberg(pValues)];
  return ratios.map((ratio, i) => ({
    ...ratio,
    pHolm: stepDown[i]!,
    pBenjaminiHochberg: falseDiscovery[i]!,
    verdict: verdictOf(ratio, stepDown[i]!),
  }));
}

/** Whether the 95 % interval contains 1. */
export function crossesOne({ low, high }: Pick<Ratio, 'low' | 'high'>): boolean {
  return low <= 1 && high >= 1;
}

/** Whether a verdict claims a change. */
export function isDemonstrated(verdict: Verdict): boolean {
  return verdict === 'increase' || verdict === 'decrease';
}

function verdictOf(ratio: Ratio, pHolm: number): Verdict {
  if (crossesOne(ratio)) return 'none';
  if (pHolm >= LEVEL) return 'weak';
  return ratio.estimate > 1 ? 'increase' : 'decrease';
}
