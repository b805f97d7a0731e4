// SPDX-License-Identifier: AGPL-3.0-or-later
// How it would have gone on at the level of before: a grey band and a dashed line behind the data. An assumption.
import type { Plugin } from 'chart.js';
import { at } from './marks.ts';
import { clamp } from './pen.ts';
import type { Colours } from './theme.ts';

/** The level expected on a day, with its limits where they are known. */
export interface ExpectedDay {
  day: string;
  expected: number;
  low: number | null;
  high: number | null;
}

/** A level that is expected over some days. */
export interface ExpectedLevel {
  from: number;
  to: number;
  expected: number;
  low: number | null;
  high: number | null;
}

/** The days joined to the spans of the means that are drawn: one level each, as the data have one. */
export function levelsOf(
  days: readonly ExpectedDay[],
  spans: readonly { from: string; to: string }[],
): ExpectedLevel[] {
  return spans.flatMap((span) => {
    const inside = days.filter(({ day }) => day >= span.from && day <= span.to);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return [];
    const average = (pick: (day: ExpectedDay) => number | null) => {
      const known = inside.map(pick).filter((value) => value !== null);
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    const [low, high] = [average((day) => day.low), average((day) => day.high)];
    const expected = average((day) => day.expected) ?? 0;
    return [{ from: at(first.day) - 0.5, to: at(last.day) + 0.5, expected, low, high }];
  });
}

/** The layer of what was expected. */
export function expected(levels: readonly ExpectedLevel[], look: Colours): Plugin<'line'> {
  return {
    id: 'expected',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const { left, right, top, bottom } = chartArea;
      const x = (value: number) => clamp(scales.x?.getPixelForValue(value) ?? left, left, right);
      const y = (value: number) => clamp(scales.y?.getPixelForValue(value) ?? bottom, top, bottom);
      ctx.save();
      ctx.fillStyle = look.band;
      for (const { from, to, low, high } of levels)
        if (low !== null && high !== null) ctx.fillRect(x(from), y(high), x(to) - x(from), y(low) - y(high));
      ctx.strokeStyle = look.text;
      ctx.lineWidth = 1.5;
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      for (const { from, to, expected } of levels) {
        ctx.moveTo(x(from), y(expected));
        ctx.lineTo(x(to), y(expected));
      }
      ctx.stroke();
      ctx.restore();
    },
  };
}
