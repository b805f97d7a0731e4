// SPDX-License-Identifier: AGPL-3.0-or-later
// The phases behind a time line: the middle one shaded, its limits dotted, names and lengths on the top line.
import type { Chart, Plugin } from 'chart.js';
import type { Period, Phase } from '../../sql/vocabulary.ts';
import { daysIn, number } from '../format.ts';
import { plural } from '../i18n/words.ts';
import { spanOf } from './marks.ts';
import { clamp, line } from './pen.ts';
import type { Colours } from './theme.ts';

export type PhaseNames = Record<Phase, string>;
type Phases = Record<'before' | 'during', Period> & { after: Period | null };

const TOP_LINE = 14;
const INSET = 6;
const GAP = 5;

/** The layer of the phases. */
export function phases(periods: Phases, names: PhaseNames, look: Colours): Plugin<'line'> {
  return {
    id: 'phases',
    beforeDraw: (chart) => shade(chart, periods.during, look),
    beforeDatasetsDraw: (chart) => {
      const list: [string, Period | null][] = [
        [names.before, periods.before],
        [names.during, periods.during],
        [names.after, periods.after],
      ];
      let free = 0;
      for (const [name, period] of list) if (period) free = label(chart, name, period, free, look);
    },
  };
}

function shade(chart: Chart, period: Period, look: Colours): void {
  const { ctx, chartArea } = chart;
  const [left, right] = edges(chart, period);
  if (right <= left) return;
  ctx.save();
  ctx.fillStyle = look.phase;
  ctx.fillRect(left, 0, right - left, chartArea.bottom);
  ctx.strokeStyle = look.edge;
  ctx.setLineDash([2, 3]);
  for (const x of [left, right]) line(ctx, x, TOP_LINE + 8, x, chartArea.bottom);
  ctx.restore();
}

/** Writes a name, and the length where there is room, after what is written already; returns where that ends. */
function label(chart: Chart, name: string, period: Period, free: number, look: Colours): number {
  const { ctx, chartArea } = chart;
  const [left, right] = edges(chart, period);
  const days = daysIn(period);
  const start = Math.max(left + INSET, free);
  const end = start + write(ctx, name, start, '600', look.strong, chartArea.right);
  if (end === start) return free;
  const length = plural('days', days, number(days));
  return end + GAP + write(ctx, length, end + GAP, '400', look.text, right);
}

type Weight = '400' | '600';

/** Writes a text if it ends before a limit; returns its width, or 0. */
function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  weight: Weight,
  colour: string,
  limit: number,
): number {
  ctx.save();
  ctx.font = `${weight} 13px "Titillium Web"`;
  ctx.fillStyle = colour;
  const { width } = ctx.measureText(text);
  const fits = x + width <= limit;
  if (fits) ctx.fillText(text, x, TOP_LINE);
  ctx.restore();
  return fits ? width : 0;
}

function edges(chart: Chart, period: Period): [number, number] {
  const { from, to } = spanOf(period);
  const { left, right } = chart.chartArea;
  const place = (x: number) => clamp(chart.scales.x?.getPixelForValue(x) ?? left, left, right);
  return [place(from), place(to)];
}
