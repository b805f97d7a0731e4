// SPDX-License-Identifier: AGPL-3.0-or-later
// The upright line that shows which point is being read.
import type { Chart, Plugin } from 'chart.js';
import type { Point } from '../../api/schemas.ts';
import { at, spanOf } from './marks.ts';
import { line } from './pen.ts';
import type { Colours } from './theme.ts';

/** A layer that can be moved, and a way to find the point under the pointer. */
export function cursor(points: readonly Point[], look: Colours) {
  let read: number | null = null;
  const plugin: Plugin<'line'> = {
    id: 'cursor',
    afterDatasetsDraw: ({ ctx, chartArea, scales: { x } }) => {
      const point = read === null ? undefined : points[read];
      if (!point || !x) return;
      const middle = x.getPixelForValue((at(point.from) + at(point.to)) / 2);
      ctx.save();
      ctx.strokeStyle = look.strong;
      ctx.lineWidth = 1.5;
      line(ctx, middle, chartArea.top, middle, chartArea.bottom + 6);
      ctx.restore();
    },
  };
  return {
    plugin,
    read(chart: Chart, index: number | null): void {
      read = index;
      chart.draw();
    },
    indexAt(chart: Chart, clientX: number): number | null {
      const x = chart.scales.x;
      if (!x) return null;
      const value = x.getValueForPixel(clientX - chart.canvas.getBoundingClientRect().left) ?? Number.NaN;
      const index = points.findIndex((point) => value < spanOf(point).to);
      return index === -1 ? points.length - 1 : index;
    },
  };
}
