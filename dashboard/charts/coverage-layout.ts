// SPDX-License-Identifier: AGPL-3.0-or-later
// Where each day of each row stands: strips below one another when there is room, else calendars with weeks as columns. Pure.
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
interface Block extends Period {
  start: Day;
  days: number;
}

const LEAST_FOR_STRIPS = 1000;
const HALF_YEAR = 184;

/** The layout for so many pixels. */
export function layOut(width: number, rows: number, period: Period, shaded: Period): Layout {
  return width >= LEAST_FOR_STRIPS
    ? strips(width, rows, period, shaded)
    : calendars(width, rows, period, shaded);
}

/** The box of a day under a point; null between them. */
export function boxAt({ boxes }: Layout, x: number, y: number): { row: number; index: number } | null {
  const isIn = (box: Box) =>
    x >= box.x && x < box.x + box.width && y >= box.y - 8 && y < box.y + box.height + 8;
  for (const [row, days] of boxes.entries()) {
    const index = days.findIndex(isIn);
    if (index >= 0) return { row, index };
  }
  return null;
}

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

const NAMES = 150;
const NOTES = 196;
const ROW = 42;
const CELL = 18;
const AXIS = 24;
const BETWEEN = 14;

function strips(width: number, rows: number, period: Period, shaded: Period): Layout {
  const layout = emptyLayout(true, rows);
  let top = 0;
  for (const block of blocksOf(period)) {
    const pitch = (width - NAMES - NOTES) / block.days;
    const place = (day: Day) => NAMES + (at(day) - at(block.start)) * pitch;
    layout.months.push(...monthsIn(block).map((day) => ({ x: place(day), y: top + 13, day })));
    const [left, right] = [
      place(later(shaded.from, block.from)),
      place(earlier(shaded.to, block.to)) + pitch,
    ];
    for (let row = 0; row < rows; row += 1) {
      const y = top + AXIS + row * ROW;
      if (right > left) layout.shades.push({ x: left, y: y + 7, width: right - left, height: ROW - 14 });
      for (const day of daysOf(block)) {
        const [x, end] = [Math.round(place(day)), Math.round(place(day) + pitch)];
        layout.boxes[row]?.push({ x, y: y + (ROW - CELL) / 2, width: end - x, height: CELL });
      }
      layout.heads.push({ row, x: 0, y: y + 19 });
      layout.notes.push({ row, x: width - NOTES + 16, y: y + 18, days: block });
      layout.lines.push({ x: 0, y: y + ROW, width, height: 0 });
    }
    top += AXIS + rows * ROW + BETWEEN;
  }
  return { ...layout, height: top - BETWEEN + 4 };
}

const LEAST_FOR_TWO = 560;
const GUTTER = 32;
const LETTERS = 20;
const WEEKS = 28;
const LARGEST = 16;
const HEAD = 42;
const MONTHS = 16;
const FOOT = 48;

function calendars(width: number, rows: number, period: Period, shaded: Period): Layout {
  const layout = emptyLayout(false, rows);
  const blocks = blocksOf(period);
  const columns = width >= LEAST_FOR_TWO ? 2 : 1;
  const wide = (width - (columns - 1) * GUTTER) / columns;
  const pitch = Math.max(3, Math.min(LARGEST, Math.floor((wide - LETTERS) / WEEKS)));
  const tall = HEAD + blocks.length * (MONTHS + 7 * pitch + 8) + FOOT;
  for (let row = 0; row < rows; row += 1) {
    const [x, y] = [(row % columns) * (wide + GUTTER), Math.floor(row / columns) * tall];
    layout.heads.push({ row, x, y: y + 18 });
    for (const [i, block] of blocks.entries()) {
      const top = y + HEAD + i * (MONTHS + 7 * pitch + 8) + MONTHS;
      calendar(layout, row, block, { x: x + LETTERS, y: top, width: pitch, height: pitch }, shaded);
    }
    layout.notes.push({ row, x, y: y + tall - FOOT + 14, days: period });
    layout.lines.push({ x, y: y + tall - 8, width: wide, height: 0 });
  }
  return { ...layout, height: Math.ceil(rows / columns) * tall };
}

function calendar(layout: Layout, row: number, block: Block, first: Box, shaded: Period): void {
  const { x, y, width: pitch } = first;
  const monday = at(block.from) - weekdayOf(block.from);
  const column = (day: Day) => x + Math.floor((at(day) - monday) / 7) * pitch;
  for (const day of daysOf(block))
    layout.boxes[row]?.push({ x: column(day), y: y + weekdayOf(day) * pitch, width: pitch, height: pitch });
  const [from, to] = [later(shaded.from, block.from), earlier(shaded.to, block.to)];
  if (from <= to)
    layout.shades.push({
      x: column(from),
      y: y - 2,
      width: column(to) + pitch - column(from),
      height: 7 * pitch + 3,
    });
  layout.months.push(...monthsIn(block).map((day) => ({ x: column(day), y: y - 5, day })));
  for (const weekday of [0, 2, 4, 6])
    layout.weekdays.push({ x: x - LETTERS, y: y + (weekday + 0.5) * pitch + 4, weekday });
}

function emptyLayout(isStrips: boolean, rows: number): Layout {
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

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Monday = 0; 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day): number => (at(day) + 3) % 7;

const daysOf = ({ from, to }: Period): Day[] =>
  Array.from({ length: at(to) - at(from) + 1 }, (_, i) => dayText(at(from) + i));

/** The first day shown of each month that has room for its name. */
function monthsIn(block: Block): Day[] {
  const days = daysOf(block);
  const firsts = days.filter((day, i) => i === 0 || day.endsWith('-01'));
  return firsts.filter((day, i) => i > 0 || !firsts[1] || at(firsts[1]) - at(day) > 20);
}
