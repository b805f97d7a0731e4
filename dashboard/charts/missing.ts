// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Plugin } from 'chart.js';
import type { Span } from './marks.ts';
import { clamp, hatch } from './pen.ts';
import type { Colours } from './theme.ts';

const LEAST_WIDTH = 2;

/** The layer of the missing days: hatched columns over the full height of the plot. */
export function missing(spans: readonly Span[], look: Colours): Plugin<'line'> {
  return {
    id: 'missing',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const { left, right, top, bottom } = chartArea;
      const place = (x: number) => clamp(scales.x?.getPixelForValue(x) ?? left, left, right);
      for (const { from, to } of spans) {
        const x = place(from);
        const width = Math.max(LEAST_WIDTH, place(to) - x);
        hatch(ctx, x, top, width, bottom - top, look);
      }
    },
  };
}
