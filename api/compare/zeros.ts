// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs of zeros to ask a person about: a counter that failed, or truly nobody? Never deleted without an answer.
import { type DayRow, daysWithData } from './opening.ts';
import type { Phases } from './phases.ts';
import { type DayRange, threePhaseObservations, twoPhases } from './statistics/rate-ratio.ts';
import { suspiciousZeros, type ZeroRun } from './statistics/suspicious-zeros.ts';

/**
 * The suspicious runs of the phases, without those of which every day is `confirmed` to be a zero. A run that ends by the end of the lockdown is judged by the two phases that
 * are compared, a later one by all three.
 */
export function zerosOf(
  rows: readonly DayRow[],
  { before, during, after }: Phases,
  confirmed: ReadonlySet<number>,
): ZeroRun[] {
  const isOpen = (run: ZeroRun) =>
    days.some(({ day }) => day >= run.first && day <= run.last && !confirmed.has(day));
  const days = daysWithData(rows.filter((row) => row.open || row.count !== 0));
  const compared = suspiciousZeros(twoPhases(days, before, during));
  if (after === null) return compared.filter(isOpen);
  const all = suspiciousZeros(threePhaseObservations(days, before, during, after));
  return [...compared, ...all.filter((run) => run.last >= after.from)].filter(isOpen);
}

/** The days of the runs, for a calculation without them. */
export function asLeftOut(runs: readonly ZeroRun[]): DayRange[] {
  return runs.map(({ first, last }) => ({ from: first, to: last }));
}
