// SPDX-License-Identifier: AGPL-3.0-or-later
// The town's markers: numbered flags on leaders, each in the first lane where it touches no other.
import type { Plugin } from 'chart.js';
import { line } from './pen.ts';
import type { Colours } from './theme.ts';

/** Room for the line of the phase names. */
export const HEAD = 26;
/** Height of a lane, and least distance of two flags in one. */
export const LANE = 19;
const RADIUS = 8;

/**
 * The lane of each flag, 0 being the lowest; flags are days in ascending order.
 *
 * @example flagLanes([0, 3, 30], 2) // [0, 1, 0]
 */
export function flagLanes(days: readonly number[], pixelsPerDay: number): number[] {
  const lastInLane: number[] = [];
  return days.map((day) => {
    const free = lastInLane.findIndex((last) => (day - last) * pixelsPerDay >= LANE);
    const lane = free === -1 ? lastInLane.length : free;
    lastInLane[lane] = day;
    return lane;
  });
}

/** The layer of the markers, numbered as in the list under the plot. */
export function markers(days: readonly number[], look: Colours): Plugin<'line'> {
  return {
    id: 'markers',
    afterDatasetsDraw: ({ ctx, chartArea, scales, width }) => {
      const x = scales.x;
      if (!x || days.length === 0) return;
      const lanes = flagLanes(days, width / (x.max - x.min));
      const places = days.map((day, i) => ({
        x: x.getPixelForValue(day),
        y: chartArea.top - LANE / 2 - (lanes[i] ?? 0) * LANE,
        number: String(i + 1),
      }));
      ctx.save();
      ctx.strokeStyle = look.leader;
      ctx.lineWidth = 1;
      for (const place of places) line(ctx, place.x, place.y, place.x, chartArea.bottom);
      for (const place of places) flag(ctx, place, look);
      ctx.restore();
    },
  };
}

function flag(
  ctx: CanvasRenderingContext2D,
  { x, y, number }: { x: number; y: number; number: string },
  look: Colours,
): void {
  ctx.beginPath();
  ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
  ctx.fillStyle = look.strong;
  ctx.fill();
  ctx.strokeStyle = look.surface;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = look.surface;
  ctx.font = '600 11px "Titillium Web"';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(number, x, y + 0.5);
}
