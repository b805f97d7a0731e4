// SPDX-License-Identifier: AGPL-3.0-or-later
// A logarithmic axis for ratios: half and double lie equally far from "as before". Pure.

/** The ratios at both ends of an axis. */
export interface Ends {
  low: number;
  high: number;
}

/**
 * The place of a ratio on an axis, in per cent of its length; beyond the ends it is 0 or 100.
 *
 * @example placeOf(1, { low: 0.2, high: 5 }) // 50
 */
export function placeOf(ratio: number, { low, high }: Ends): number {
  const share = Math.log(ratio / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, share)) * 100;
}

/** An interval on an axis: which of its limits lie beyond the ends. */
export interface Marks {
  estimate: number;
  low: number;
  high: number;
  isCutLow: boolean;
  isCutHigh: boolean;
}

/** The places of an estimate and its limits, in per cent. */
export function marksOf(ratio: { estimate: number; low: number; high: number }, ends: Ends): Marks {
  return {
    estimate: placeOf(ratio.estimate, ends),
    low: placeOf(ratio.low, ends),
    high: placeOf(ratio.high, ends),
    isCutLow: ratio.low < ends.low,
    isCutHigh: ratio.high > ends.high,
  };
}

const STEPS = [0.01, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 10, 40, 100];
const LEAST: Ends = { low: 0.25, high: 4 };

/** Ends that hold all these intervals, and a little more; always a quarter and four times at least. */
export function endsOf(ratios: readonly { low: number; high: number }[]): Ends {
  const low = Math.max(STEPS[0] ?? 0, Math.min(LEAST.low, ...ratios.map((ratio) => ratio.low)));
  const high = Math.min(STEPS.at(-1) ?? 0, Math.max(LEAST.high, ...ratios.map((ratio) => ratio.high)));
  return { low: low / 1.25, high: high * 1.25 };
}

/** The ratios that carry a mark on an axis. */
export const ticksOf = ({ low, high }: Ends): number[] => STEPS.filter((step) => step >= low && step <= high);
