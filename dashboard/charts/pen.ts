// SPDX-License-Identifier: AGPL-3.0-or-later
// The strokes that the layers of a plot share.
import type { Colours } from './theme.ts';

type Pen = CanvasRenderingContext2D;

const GAP = 6;

/** A straight line on whole pixels. */
export function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  const upright = x1 === x2 ? Math.round(x1) + 0.5 : null;
  pen.beginPath();
  pen.moveTo(upright ?? x1, y1);
  pen.lineTo(upright ?? x2, y2);
  pen.stroke();
}

/** A block of slanted lines: here there are no data. */
export function hatch(pen: Pen, x: number, y: number, width: number, height: number, look: Colours): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.fillStyle = look.hatchGround;
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = look.hatch;
  pen.lineWidth = 1.3;
  pen.beginPath();
  const start = Math.floor((x - height) / GAP) * GAP;
  for (let left = start; left < x + width; left += GAP) {
    pen.moveTo(left, y + height);
    pen.lineTo(left + height, y);
  }
  pen.stroke();
  pen.restore();
}

/** A value kept between two others. */
export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
