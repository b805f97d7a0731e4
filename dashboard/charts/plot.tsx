// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of a time line: it fetches the drawing code when needed, and lets pointer and keyboard read values.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Point } from '../../api/schemas.ts';
import type { Granularity, Period } from '../../sql/vocabulary.ts';
import { t } from '../i18n/words.ts';
import type { Marker } from '../notes.ts';
import { value, when } from '../reading.ts';
import { phaseName } from '../state.ts';
import type { ExpectedDay } from './expected.ts';
import type { Drawing } from './timeline.ts';
import { useDrawing } from './use-drawing.ts';

interface Props {
  channel: string;
  label: string;
  granularity: Granularity;
  /** What is read: the days, or the means of weeks or months. */
  points: readonly Point[];
  days: readonly Point[];
  means: readonly Point[];
  phases: { before: Period; during: Period; after: Period | null };
  range: Period;
  markers: readonly Marker[];
  /** What would have been expected at the level of before. */
  expected: readonly ExpectedDay[];
}

/** A plot that is one stop for the Tab key: arrows move by one, with Shift or by Page keys by seven, Home and End to the ends. */
export function Plot(props: Props) {
  const { label, points, granularity, channel } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [index, setIndex] = useState<number | null>(null);
  const { drawing, hasFailed } = useTimeline(canvas, props);
  const point = index === null ? undefined : points[index];
  useEffect(() => drawing.current?.read(index), [index, drawing]);
  if (hasFailed) return <p class="note">{t('state.plotFailed')}</p>;
  const read = point && `${when(point, granularity)}: ${value(point, granularity, channel)}`;
  const follow = (event: PointerEvent) => setIndex(drawing.current?.indexAt(event.clientX) ?? null);
  return (
    <>
      <div
        class="plot"
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.read', { label })}
        aria-describedby={`timeline-${channel}-summary`}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={index ?? 0}
        aria-valuetext={read ?? t('timeline.hint')}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setIndex(null)}
        onKeyDown={(event) => {
          const next = moved(event.shiftKey ? `Shift ${event.key}` : event.key, index, points.length);
          if (next === undefined) return;
          event.preventDefault();
          setIndex(next);
        }}
        onBlur={() => setIndex(null)}
      >
        <canvas ref={canvas} />
      </div>
      <p class={point ? 'reading' : 'reading reading-hint'}>
        {point ? (
          <>
            <strong>{when(point, granularity)}:</strong> {value(point, granularity, channel)}
          </>
        ) : (
          t('timeline.hint')
        )}
      </p>
    </>
  );
}

function useTimeline(canvas: { current: HTMLCanvasElement | null }, props: Props) {
  const { granularity, points, days, means, phases, range, markers, expected, channel } = props;
  const load = async () => {
    const { drawTimeline } = await import('./timeline.ts');
    const names = { before: phaseName('before'), during: phaseName('during'), after: phaseName('after') };
    return (place: HTMLCanvasElement) => drawTimeline(place, { ...props, names });
  };
  const inputs = [
    granularity,
    points,
    days,
    means,
    phases,
    range,
    markers.map(({ day }) => day).join(),
    expected,
    channel,
  ];
  return useDrawing<Drawing>(canvas, load, inputs);
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  'Shift ArrowRight': 7,
  'Shift ArrowLeft': -7,
  PageUp: 7,
  PageDown: -7,
};

/** Where a key moves to; undefined when it is not one of ours. */
function moved(key: string, index: number | null, length: number): number | null | undefined {
  if (key === 'Escape') return null;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return index === null ? 0 : Math.min(length - 1, Math.max(0, index + step));
}
