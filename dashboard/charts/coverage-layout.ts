// SPDX-License-Identifier: AGPL-3.0-or-later
// Where each day of each row stands: strips below one another when there is room, else calendars. Pure.
import type { Period } from '../../sql/vocabulary.ts';
import { calendars } from './coverage-calendars.ts';
import type { Box, Layout } from './coverage-days.ts';
import { strips } from './coverage-strips.ts';

const LEAST_FOR_STRIPS = 1000;

/** The layout for so many pixels. */
export function layOut(width: number, rows: number, period: Period, shaded: Period): Layout {
  return width >= LEAST_FOR_STRIPS
    ? strips(width, rows, period, shaded)
    : calendars(width, rows, period, shaded);
}

/** Strips are thin: so much above and below them counts too. */
const SLACK = 8;

/** The day under a point; null between them. */
export function boxAt(
  { boxes, isStrips }: Layout,
  x: number,
  y: number,
): { row: number; index: number } | null {
  const slack = isStrips ? SLACK : 0;
  const isIn = (box: Box) =>
    x >= box.x && x < box.x + box.width && y >= box.y - slack && y < box.y + box.height + slack;
  for (const [row, days] of boxes.entries()) {
    const index = days.findIndex(isIn);
    if (index >= 0) return { row, index };
  }
  return null;
}
