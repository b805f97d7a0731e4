// SPDX-License-Identifier: AGPL-3.0-or-later
// The small line of a card: weekly means from zero, the phase shaded, missing days hatched. Inline SVG.
import type { Compare, Comparison, Point, Series } from '../../api/schemas.ts';
import { missingSpans, type Place, type Span, slopes, spanOf } from './marks.ts';

const HEIGHT = 56;
const BASE = HEIGHT - 3;
const HEADROOM = 8;

interface Props {
  weeks: Series;
  /** The days, once they are known: they tell exactly which are missing. */
  days: Series | null;
  comparison: Comparison;
  compare: Compare;
}

/** Decoration beside figures that say the same: hidden from screen readers. */
export function Sparkline({ weeks, days, comparison, compare }: Props) {
  const { channel } = comparison;
  const range = spanOf(weeks);
  const missing = days ? missingSpans(pointsOf(days, channel)) : comparison.missing.map(spanOf);
  const lines = slopes(pointsOf(weeks, channel), missing);
  const top = Math.max(...lines.flat().map(({ y }) => y ?? 0), Number.MIN_VALUE);
  const hatch = `hatch-${channel}`;
  return (
    <svg class="spark" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      <Hatch id={hatch} />
      <Column span={spanOf(compare.during)} range={range} className="spark-phase" />
      {missing.map((span) => (
        <Column key={span.from} span={span} range={range} fill={`url(#${hatch})`} />
      ))}
      <line class="spark-base" x1="0" x2="100%" y1={BASE} y2={BASE} />
      <svg
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
        aria-hidden="true"
      >
        {lines.map((line) => (
          <path key={line[0]?.x} class="spark-line" d={pathOf(line, range, top)} />
        ))}
      </svg>
    </svg>
  );
}

const pointsOf = ({ channels }: Series, code: string): Point[] =>
  channels.find(({ channel }) => channel === code)?.points ?? [];

function pathOf(line: readonly Place[], range: Span, top: number): string {
  const corner = ({ x, y }: Place) =>
    `${share(x, range).toFixed(2)} ${(BASE - ((y ?? 0) / top) * (BASE - HEADROOM)).toFixed(1)}`;
  return `M${line.map(corner).join('L')}`;
}

/** A place on the axis as a per cent of the width. */
const share = (x: number, { from, to }: Span): number => ((x - from) / (to - from)) * 100;

interface ColumnProps {
  span: Span;
  range: Span;
  fill?: string;
  className?: string;
}

function Column({ span, range, fill, className }: ColumnProps) {
  const from = Math.max(0, share(span.from, range));
  const width = Math.min(100, share(span.to, range)) - from;
  if (width <= 0) return null;
  return <rect x={`${from}%`} width={`${width}%`} height={HEIGHT} fill={fill} class={className} />;
}

/** The pattern that means "no data", everywhere on the page. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" />
        <rect class="hatch-line" width="1.6" height="6" />
      </pattern>
    </defs>
  );
}
