// SPDX-License-Identifier: AGPL-3.0-or-later
// The strip of days under the axis: one cell a day, present, zero, missing or closed.
import type { Plugin } from 'chart.js';
import type { Point } from '../../api/schemas.ts';
import { t } from '../i18n/words.ts';
import { at, missingSpans } from './marks.ts';
import { hatch } from './pen.ts';
import type { Colours } from './theme.ts';

/** Room for the strip and the word under it. */
export const STRIP = 30;
const CELL = 10;
const LEAST_HOLLOW = 3;
const ROOM_FOR_CELLS = 2.5;

type Pen = CanvasRenderingContext2D;

/** The layer of the strip. */
export function strip(days: readonly Point[], look: Colours): Plugin<'line'> {
  const missing = missingSpans(days);
  return {
    id: 'strip',
    afterDraw: ({ ctx, height, scales: { x } }) => {
      if (!x) return;
      const top = height - STRIP;
      const perDay = x.width / (x.max - x.min);
      ctx.save();
      for (const day of days) {
        const left = Math.round(x.getPixelForValue(at(day.from) - 0.5));
        const right = Math.round(x.getPixelForValue(at(day.from) + 0.5));
        cell(ctx, day, { left, top, width: right - left, isRoomy: perDay >= ROOM_FOR_CELLS }, look);
      }
      let free = Number.NEGATIVE_INFINITY;
      for (const { from, to } of missing) {
        const left = x.getPixelForValue(from);
        const width = Math.max(LEAST_HOLLOW, x.getPixelForValue(to) - left);
        hatch(ctx, left, top, width, CELL, look);
        free = word(ctx, left + width / 2, top + CELL + 13, free, look);
      }
      ctx.restore();
    },
  };
}

interface Place {
  left: number;
  top: number;
  width: number;
  /** Whether days are wide enough to stand apart. */
  isRoomy: boolean;
}

function cell(pen: Pen, { state, count }: Point, place: Place, look: Colours): void {
  const { left, top, width, isRoomy } = place;
  pen.fillStyle = look.present;
  if (state === 'closed' && isRoomy) pen.fillRect(left + Math.floor(width / 2) - 1, top + CELL / 2 - 1, 2, 2);
  if (state !== 'count') return;
  if (count === 0) hollow(pen, left, top, Math.max(LEAST_HOLLOW, width - 1), look);
  else pen.fillRect(left, top, isRoomy ? width - 1 : width, CELL);
}

function hollow(pen: Pen, left: number, top: number, width: number, look: Colours): void {
  pen.fillStyle = look.surface;
  pen.fillRect(left, top, width, CELL);
  pen.strokeStyle = look.present;
  pen.lineWidth = 1;
  pen.strokeRect(left + 0.5, top + 0.5, width - 1, CELL - 1);
}

/** Writes "manca" unless it would touch the one before; returns where the next may start. */
function word(pen: Pen, middle: number, base: number, free: number, look: Colours): number {
  const text = t('timeline.missing');
  pen.font = '400 13px "Titillium Web"';
  pen.textAlign = 'center';
  pen.fillStyle = look.text;
  const half = pen.measureText(text).width / 2;
  if (middle - half < free) return free;
  pen.fillText(text, middle, base);
  return middle + half + 6;
}
