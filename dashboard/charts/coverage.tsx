// SPDX-License-Identifier: AGPL-3.0-or-later
// The coverage of the channels by day as one drawing. Pointer and keyboard read the days one by one.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Period } from '../../sql/vocabulary.ts';
import { t } from '../i18n/words.ts';
import { CoverageDrawing, type CoverageNote, type CoverageRow } from './coverage-drawing.tsx';
import { boxAt, layOut } from './coverage-layout.ts';
import { look } from './theme.ts';

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
          <CoverageDrawing
            {...{ rows, layout, notes }}
            at={place && layout.boxes[place.row]?.[place.index]}
          />
        )}
      </div>
      <p class={words ? 'reading' : 'reading reading-hint'}>{words ?? t('coverage.hint')}</p>
    </>
  );
}

function useWidth(frame: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  // Before the first paint, so that what stands below is not seen to move.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (!frame.current) return;
    setWidth(Math.floor(frame.current.getBoundingClientRect().width));
    observer.observe(frame.current);
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
