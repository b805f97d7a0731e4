// SPDX-License-Identifier: AGPL-3.0-or-later
// The coverage of the channels by day as one drawing. Pointer and keyboard read the days one by one.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CoverageState } from '../../api/schemas/coverage.ts';
import type { Period } from '../../sql/vocabulary.ts';
import { monthName } from '../format.ts';
import { t } from '../i18n/words.ts';
import { ChannelMark, channelClass } from '../icons.tsx';
import { type Box, boxAt, type Layout, layOut } from './coverage-layout.ts';
import { DayHatch, DayMarks } from './day-marks.tsx';
import { look } from './theme.ts';

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
  period: Period;
  shaded: Period;
  notes: (row: number, days: Period) => readonly CoverageNote[];
  /** A day of a row in words. */
  read: (row: number, index: number) => string;
}

/** Where the reader is. */
interface Place {
  row: number;
  index: number;
}

const PAPER_WIDTH = 640;

/** One stop for the Tab key: arrows move by a day and between the rows, Page keys by a week. */
export function CoverageChart({ rows, period, shaded, notes, read }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const measured = useWidth(frame);
  const [place, setPlace] = useState<Place | null>(null);
  const width = look.value === 'print' ? PAPER_WIDTH : measured;
  const layout = layOut(width, rows.length, period, shaded);
  const follow = (event: PointerEvent) => {
    const { left = 0, top = 0 } = frame.current?.getBoundingClientRect() ?? {};
    setPlace(boxAt(layout, event.clientX - left, event.clientY - top));
  };
  const days = rows[0]?.states.length ?? 0;
  const words = place && read(place.row, place.index);
  return (
    <>
      <div
        class="coverage-chart"
        ref={frame}
        role="slider"
        tabIndex={0}
        aria-label={t('coverage.read')}
        aria-describedby="copertura-summary"
        aria-valuemin={0}
        aria-valuemax={days - 1}
        aria-valuenow={place?.index ?? 0}
        aria-valuetext={words ?? t('coverage.hint')}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setPlace(null)}
        onKeyDown={(event) => {
          const next = moved(event.key, place, rows.length, days);
          if (next === undefined) return;
          event.preventDefault();
          setPlace(next);
        }}
        onBlur={() => setPlace(null)}
      >
        {width > 0 && (
          <Drawing {...{ rows, layout, notes }} at={place && layout.boxes[place.row]?.[place.index]} />
        )}
      </div>
      <p class={words ? 'reading' : 'reading reading-hint'}>{words ?? t('coverage.hint')}</p>
    </>
  );
}

function useWidth(frame: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 7, PageUp: -7 };
const TURNS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Where a key moves to; undefined when it is not one of ours. */
function moved(key: string, place: Place | null, rows: number, days: number): Place | null | undefined {
  if (key === 'Escape') return null;
  const { row, index } = place ?? { row: 0, index: 0 };
  if (key === 'Home') return { row, index: 0 };
  if (key === 'End') return { row, index: days - 1 };
  const [step = 0, turn = 0] = [STEPS[key], TURNS[key]];
  if (step === 0 && turn === 0) return undefined;
  if (!place) return { row, index };
  return { row: within(row + turn, rows), index: within(index + step, days) };
}

const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));

interface DrawingProps extends Pick<Props, 'rows' | 'notes'> {
  layout: Layout;
  /** The day that is read. */
  at: Box | null | undefined;
}

function Drawing({ rows, layout, notes, at }: DrawingProps) {
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
      {layout.notes.map(({ row, x, y, days }) =>
        notes(row, days).map(({ text, tone = 'plain' }, i) => (
          <text key={`${row} ${y} ${i}`} class={`coverage-text coverage-${tone}`} x={x} y={y + i * 16}>
            {text}
          </text>
        )),
      )}
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

function Axes({ layout }: { layout: Layout }) {
  return (
    <>
      {layout.months.map(({ x, y, day }) => (
        <text key={`${x} ${y}`} class="coverage-text" x={x} y={y}>
          {monthName(day)}
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
