// SPDX-License-Identifier: AGPL-3.0-or-later
// A strip of days for each row, days below days; half a year wide. Pure.
import type { Day, Period } from '../../sql/vocabulary.ts';
import { blocksOf, daysOf, emptyLayout, type Layout, monthsIn, within } from './coverage-days.ts';
import { at } from './marks.ts';

const NAMES = 150;
const NOTES = 196;
const ROW = 42;
const CELL = 18;
const AXIS = 24;
const BETWEEN = 14;

/** The layout as strips. */
export function strips(width: number, rows: number, period: Period, shaded: Period): Layout {
  const layout = emptyLayout(true, rows);
  let top = 0;
  for (const block of blocksOf(period)) {
    const pitch = (width - NAMES - NOTES) / block.days;
    const place = (day: Day) => NAMES + (at(day) - at(block.start)) * pitch;
    layout.months.push(
      ...monthsIn(block).map((day, i) => ({ x: place(day), y: top + 13, day, isFirst: i === 0 })),
    );
    const during = within(shaded, block);
    const [left, right] = [place(during.from), place(during.to) + pitch];
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
