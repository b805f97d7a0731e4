// SPDX-License-Identifier: AGPL-3.0-or-later
// What strips and calendars of days have in common: their parts, and how a long period is cut. Pure.
import { type Day, dayText, type Period } from '../../sql/vocabulary.ts';
import { at } from './marks.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  x: number;
  y: number;
  day: Day;
  /** Whether a block begins with it. */
  isFirst: boolean;
}

/** A drawing of rows of days, in pixels. */
export interface Layout {
  isStrips: boolean;
  height: number;
  /** For each row the box of each day. */
  boxes: Box[][];
  /** Where the name of a row begins: the left end of the base line. */
  heads: { row: number; x: number; y: number }[];
  /** Where the words about a row stand, and about which days. */
  notes: { row: number; x: number; y: number; days: Period }[];
  /** The first day of each month shown. */
  months: Label[];
  /** The names of some weekdays, Monday = 0; calendars only. */
  weekdays: { x: number; y: number; weekday: number }[];
  /** The days of the phase that is shaded. */
  shades: Box[];
  /** Below which a line parts rows. */
  lines: (Omit<Box, 'height'> & { height: 0 })[];
}

/** Days side by side: the days shown, the first one of the axis, and how many the axis is long. */
export interface Block extends Period {
  start: Day;
  days: number;
}

const HALF_YEAR = 184;

/** Up to half a year in one block; more in halves of years, so that the months stand below one another. */
export function blocksOf({ from, to }: Period): Block[] {
  const days = at(to) - at(from) + 1;
  if (days <= HALF_YEAR) return [{ from, to, start: from, days }];
  const blocks: Block[] = [];
  for (let start = halfOf(from); start <= to; start = halfAfter(start)) {
    const end = dayText(at(halfAfter(start)) - 1);
    blocks.push({ from: start < from ? from : start, to: end > to ? to : end, start, days: HALF_YEAR });
  }
  return blocks;
}

/** The first day of the half of the year that a day is in. */
const halfOf = (day: Day): Day => `${day.slice(0, 4)}-${day.slice(5, 7) < '07' ? '01' : '07'}-01`;

const halfAfter = (start: Day): Day => halfOf(dayText(at(start) + HALF_YEAR));

/** A layout to be filled. */
export function emptyLayout(isStrips: boolean, rows: number): Layout {
  const boxes = Array.from({ length: rows }, (): Box[] => []);
  return {
    isStrips,
    height: 0,
    boxes,
    heads: [],
    notes: [],
    months: [],
    weekdays: [],
    shades: [],
    lines: [],
  };
}

/** What of a period lies within these days; it ends before it begins where nothing does. */
export const within = (period: Period, days: Period): Period => ({
  from: later(period.from, days.from),
  to: earlier(period.to, days.to),
});

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The days of a period, in order. */
export const daysOf = ({ from, to }: Period): Day[] =>
  Array.from({ length: at(to) - at(from) + 1 }, (_, i) => dayText(at(from) + i));

/** The first day shown of each month that has room for its name. */
export function monthsIn(block: Block): Day[] {
  const days = daysOf(block);
  const firsts = days.filter((day, i) => i === 0 || day.endsWith('-01'));
  return firsts.filter((day, i) => i > 0 || !firsts[1] || at(firsts[1]) - at(day) > 20);
}
