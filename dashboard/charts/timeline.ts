// SPDX-License-Identifier: AGPL-3.0-or-later
// The plot of a time line with chart.js: days as dots, means as steps, on a linear axis of day numbers.
import { Chart, type ChartDataset, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import type { Point } from '../../api/schemas.ts';
import type { Granularity, Period } from '../../sql/vocabulary.ts';
import type { Marker } from '../notes.ts';
import { axes } from './axes.ts';
import { cursor } from './cursor.ts';
import { type ExpectedDay, expected, levelsOf } from './expected.ts';
import { flagLanes, HEAD, LANE, markers } from './markers.ts';
import { at, missingSpans, type Place, spanOf, stepLine, steps } from './marks.ts';
import { missing } from './missing.ts';
import { type PhaseNames, phases } from './phases.ts';
import { STRIP, strip } from './strip.ts';
import { type Colours, colours } from './theme.ts';

Chart.register(LinearScale, LineController, LineElement, PointElement);
Chart.defaults.font = { family: '"Titillium Web", Geneva, Tahoma, sans-serif', size: 13 };

const NARROW = 600;

/** What a time line is drawn from. */
export interface Timeline {
  granularity: Granularity;
  points: readonly Point[];
  days: readonly Point[];
  means: readonly Point[];
  phases: { before: Period; during: Period; after: Period | null };
  names: PhaseNames;
  range: Period;
  markers: readonly Marker[];
  expected: readonly ExpectedDay[];
}

/** A plot on a canvas: it can show which point is read, and say which is under the pointer. */
export interface Drawing {
  read(index: number | null): void;
  indexAt(clientX: number): number | null;
  destroy(): void;
}

/** Draws a time line in the colours that hold around the canvas. */
export function drawTimeline(canvas: HTMLCanvasElement, timeline: Timeline): Drawing {
  const look = colours(canvas.parentElement ?? canvas);
  const range = spanOf(timeline.range);
  const reader = cursor(timeline.points, look);
  const flags = timeline.markers.map(({ day }) => at(day));
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: datasets(timeline, look) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      parsing: false,
      normalized: true,
      layout: { padding: ({ chart }) => padding(chart.width, flags, range.to - range.from) },
      scales: axes(range, look),
    },
    plugins: [
      phases(timeline.phases, timeline.names, look),
      expected(levelsOf(timeline.expected, timeline.means), look),
      missing(missingSpans(timeline.days), look),
      markers(flags, look),
      strip(timeline.days, look),
      reader.plugin,
    ],
  });
  return {
    read: (index) => reader.read(chart, index),
    indexAt: (clientX) => reader.indexAt(chart, clientX),
    destroy: () => chart.destroy(),
  };
}

function padding(width: number, flags: readonly number[], days: number) {
  const lanes = Math.max(0, ...flagLanes(flags, width / days)) + 1;
  return { top: HEAD + (flags.length > 0 ? lanes * LANE : 0), bottom: STRIP, right: 2 };
}

function datasets(timeline: Timeline, look: Colours): ChartDataset<'line', Place[]>[] {
  const { granularity, days, means, range } = timeline;
  const levels = steps(means, missingSpans(days), spanOf(range));
  const zeros = (granularity === 'day' ? days : means).filter(({ count }) => count === 0);
  const counted = days.filter(({ count }) => count !== null && count > 0);
  return [
    { data: zeros.map(middle), ...dots(look, 3.4), backgroundColor: look.surface, clip: 6 },
    {
      data: stepLine(levels),
      pointRadius: 0,
      borderColor: look.channel,
      borderWidth: 2.25,
      borderJoinStyle: 'round',
    },
    { data: granularity === 'day' ? counted.map(middle) : [], ...dots(look, 1.8), clip: 4 },
  ];
}

/** Dots that get smaller where the plot is narrow. */
const dots = (look: Colours, radius: number) => ({
  showLine: false,
  pointRadius: ({ chart }: { chart: Chart }) => (chart.width < NARROW ? radius * 0.7 : radius),
  pointBorderWidth: radius > 2 ? 1.6 : 0,
  borderColor: look.channel,
  backgroundColor: look.channel,
});

const middle = ({ from, to, count }: Point): Place => ({ x: (at(from) + at(to)) / 2, y: count });
