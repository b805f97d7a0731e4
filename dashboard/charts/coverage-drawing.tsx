// SPDX-License-Identifier: AGPL-3.0-or-later
// The coverage as one SVG: names, months, the shaded phase, the days, and what is to be said of them.
import type { CoverageState } from '../../api/schemas/coverage.ts';
import type { Period } from '../../sql/vocabulary.ts';
import { monthName } from '../format.ts';
import { t } from '../i18n/words.ts';
import { ChannelMark, channelClass } from '../icons.tsx';
import type { Box, Layout } from './coverage-days.ts';
import { DayHatch, DayMarks } from './day-marks.tsx';

/** One row of the drawing. */
export interface CoverageRow {
  channel: string;
  label: string;
  /** A second line under the name. */
  source: string;
  states: readonly CoverageState[];
}

/** A line of words about some days of a row. */
export interface CoverageNote {
  text: string;
  tone?: 'strong' | 'asks';
}

interface Props {
  rows: readonly CoverageRow[];
  notes: (row: number, days: Period) => readonly CoverageNote[];
  layout: Layout;
  /** The day that is read. */
  at: Box | null | undefined;
}

/** The drawing; what it says is told in words beside it. */
export function CoverageDrawing({ rows, layout, notes, at }: Props) {
  return (
    <svg
      class="chart coverage-drawing"
      width="100%"
      height={layout.height}
      aria-hidden="true"
      focusable="false"
    >
      <DayHatch />
      {layout.shades.map((shade, i) => (
        <rect key={i} class="coverage-shade" {...shade} />
      ))}
      {layout.lines.map(({ x, y, width }, i) => (
        <line key={i} class="coverage-line" x1={x} x2={x + width} y1={y} y2={y} />
      ))}
      <Axes layout={layout} />
      {layout.heads.map(({ row, x, y }) => (
        <Name key={`${row} ${y}`} row={rows[row]} x={x} y={y} />
      ))}
      {layout.boxes.map((boxes, row) => (
        <DayMarks key={row} boxes={boxes} states={rows[row]?.states ?? []} joined={layout.isStrips} />
      ))}
      {layout.notes.map(({ row, x, y, days }) => (
        <Words key={`${row} ${y}`} lines={notes(row, days)} x={x} y={y} centred={layout.isStrips} />
      ))}
      {at && (
        <rect
          class="coverage-cursor"
          x={at.x - 2}
          y={at.y - 2}
          width={at.width + 3}
          height={at.height + 3}
          rx="2"
        />
      )}
    </svg>
  );
}

interface WordsProps {
  lines: readonly CoverageNote[];
  x: number;
  y: number;
  /** Whether a single line stands in the middle of the place of two. */
  centred: boolean;
}

function Words({ lines, x, y, centred }: WordsProps) {
  const top = centred && lines.length === 1 ? y + 8 : y;
  return (
    <>
      {lines.map(({ text, tone = 'plain' }, i) => (
        <text key={text} class={`coverage-text coverage-${tone}`} x={x} y={top + i * 16}>
          {text}
        </text>
      ))}
    </>
  );
}

function Axes({ layout }: { layout: Layout }) {
  const years = new Set(layout.months.map(({ day }) => day.slice(0, 4)));
  return (
    <>
      {layout.months.map(({ x, y, day, isFirst }) => (
        <text key={`${x} ${y}`} class="coverage-text" x={x} y={y}>
          {isFirst && years.size > 1 ? day.slice(0, 4) : monthName(day)}
        </text>
      ))}
      {layout.weekdays.map(({ x, y, weekday }) => (
        <text key={`${x} ${y}`} class="coverage-text" x={x} y={y}>
          {t('coverage.weekdays').charAt(weekday)}
        </text>
      ))}
    </>
  );
}

function Name({ row, x, y }: { row: CoverageRow | undefined; x: number; y: number }) {
  if (!row) return null;
  return (
    <g class={channelClass(row.channel)}>
      <ChannelMark code={row.channel} x={x} y={y - 15} />
      <text class="coverage-name" x={x + 26} y={y}>
        {row.label}
      </text>
      <text class="coverage-text" x={x} y={y + 16}>
        {row.source}
      </text>
    </g>
  );
}
