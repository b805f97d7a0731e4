// SPDX-License-Identifier: AGPL-3.0-or-later
// A calendar for each row, weeks as columns from Monday; half a year wide. Pure.
import type { Day, Period } from '../../sql/vocabulary.ts';
import {
  type Block,
  type Box,
  blocksOf,
  daysOf,
  emptyLayout,
  type Layout,
  monthsIn,
  within,
} from './coverage-days.ts';
import { at } from './marks.ts';

const LEAST_FOR_TWO = 560;
const GUTTER = 32;
const LETTERS = 20;
const WEEKS = 28;
const LARGEST = 16;
const HEAD = 42;
const MONTHS = 16;
const FOOT = 48;

/** The layout as calendars. */
export function calendars(width: number, rows: number, period: Period, shaded: Period): Layout {
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
  const { from, to } = within(shaded, block);
  if (from <= to)
    layout.shades.push({
      x: column(from),
      y: y - MONTHS,
      width: column(to) + pitch - column(from),
      height: 7 * pitch + MONTHS + 1,
    });
  layout.months.push(
    ...monthsIn(block).map((day, i) => ({ x: column(day), y: y - 5, day, isFirst: i === 0 })),
  );
  for (const weekday of [0, 2, 4, 6])
    layout.weekdays.push({ x: x - LETTERS, y: y + (weekday + 0.5) * pitch + 4, weekday });
}

/** Monday = 0; 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day): number => (at(day) + 3) % 7;
