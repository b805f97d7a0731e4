// SPDX-License-Identifier: AGPL-3.0-or-later
// A small plot in a row of a table: a point at the median, a bar to the 90th percentile; and the axis above such rows.

/** An axis from zero: where it ends, and its numbers. */
export interface Scale {
  end: number;
  ticks: number[];
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MOST_TICKS = 4;
const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;

/** An axis that reaches the highest value, with round numbers. */
export function scaleTo(highest: number): Scale {
  const step = STEPS.find((each) => highest / each <= MOST_TICKS) ?? highest;
  const count = Math.floor(highest / step);
  return { end: highest * 1.04, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

const place = (value: number, { end }: Scale): string => `${((value / end) * 100).toFixed(2)}%`;

/** Decoration beside the two numbers in the same row. */
export function Range({ median, p90, scale }: { median: number; p90: number; scale: Scale }) {
  const [from, to] = [place(median, scale), place(p90, scale)];
  return (
    <svg class="range-plot" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      <line class="range-axis" x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      <line class="range-line" x1={from} x2={to} y1={MIDDLE} y2={MIDDLE} />
      <line class="range-line" x1={to} x2={to} y1={MIDDLE - 5} y2={MIDDLE + 5} />
      <circle class="range-point" cx={from} cy={MIDDLE} r="5" />
    </svg>
  );
}

/** The numbers of the axis. */
export function RangeAxis({ scale }: { scale: Scale }) {
  return (
    <svg class="range-plot" width="100%" height="16" aria-hidden="true" focusable="false">
      {scale.ticks.map((tick) => (
        <text
          key={tick}
          class="range-tick"
          x={place(tick, scale)}
          y="13"
          text-anchor={tick === 0 ? 'start' : 'middle'}
        >
          {tick}
        </text>
      ))}
    </svg>
  );
}
