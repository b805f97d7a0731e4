// SPDX-License-Identifier: AGPL-3.0-or-later
// Test data: made-up daily counts from a seed, the same in any language (32-bit linear congruential generator).
import type { DayCount } from './rate-ratio.ts';

/** Uniform numbers in [0, 1), always the same for a seed. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Split so that no product passes 2^53: 1664525 = 25 x 65536 + 26125.
    state = (((25 * state) % 65536) * 65536 + 26125 * state + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** A made-up channel: a mean for each day type, a factor for each stretch of days, and days that are missing. */
export interface Recipe {
  seed: number;
  from: number;
  to: number;
  dayTypeOf: (day: number) => number;
  /** Mean events by day type, Monday to Sunday and holiday. */
  means: readonly number[];
  /** The factor in force on a day. */
  factor: (day: number) => number;
  isMissing: (day: number) => boolean;
}

/** The days with data of the recipe: floor(mean x factor x 2u). */
export function seededSeries({ seed, from, to, dayTypeOf, means, factor, isMissing }: Recipe): DayCount[] {
  const next = uniform(seed);
  const days: DayCount[] = [];
  for (let day = from; day <= to; day++) {
    const dayType = dayTypeOf(day);
    const count = Math.floor(means[dayType]! * factor(day) * 2 * next());
    if (!isMissing(day)) days.push({ day, dayType, count });
  }
  return days;
}

/** Civil day numbers: 1 January, 2 March, 9 March, 18 May, 31 July 2020. */
export const DAYS = { start: 18262, marker: 18323, lockdown: 18330, reopening: 18400, end: 18474 };
export const PHASES = {
  before: { from: DAYS.start, to: DAYS.lockdown - 1 },
  during: { from: DAYS.lockdown, to: DAYS.reopening - 1 },
  after: { from: DAYS.reopening, to: DAYS.end },
};
/** 1 and 6 January, 22 and 25 April, 1 May, 2 June 2019; the same of 2020 with 13 April. */
const HOLIDAYS = [17897, 17902, 18008, 18011, 18017, 18049, 18262, 18267, 18365, 18377, 18383, 18415];

/** A chat: 5 a working day, twice that in the lockdown, half as many again after; every 17th day is missing. */
export const CHAT: Recipe = {
  seed: 2020,
  from: 17897,
  to: DAYS.end,
  dayTypeOf: (day) => (HOLIDAYS.includes(day) && (day + 3) % 7 !== 6 ? 7 : (day + 3) % 7),
  means: [6, 5.5, 5, 5, 4.5, 2.5, 1.5, 2],
  factor: (day) => (day < DAYS.start ? 0.8 : day < DAYS.lockdown ? 1 : day < DAYS.reopening ? 2 : 1.5),
  isMissing: (day) => day % 17 === 0,
};
