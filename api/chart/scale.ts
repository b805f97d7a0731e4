// SPDX-License-Identifier: AGPL-3.0-or-later
// From a value to a place on the sheet.

/** Where a value stands, in the units of the sheet. */
export type Scale = (value: number) => number;

export function linearScale([low, high]: [number, number], [start, end]: [number, number]): Scale {
  return (value) => start + ((value - low) / (high - low || 1)) * (end - start);
}

/** Half and double are equally far from 1. */
export function logScale([low, high]: [number, number], range: [number, number]): Scale {
  const scale = linearScale([Math.log(low), Math.log(high)], range);
  return (value) => scale(Math.log(value));
}

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round steps from 0 up to at least `highest`, four or fewer.
 *
 * @example ticksFromZero(17) // [0, 5, 10, 15, 20]
 */
export function ticksFromZero(highest: number): number[] {
  if (highest === 0) return [0, 1];
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * STEPS.find((each) => each * power >= rough - 1e-12)!;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
