// SPDX-License-Identifier: AGPL-3.0-or-later
// Two or three periods of one channel laid over one another from their first days: weekly means, from zero. Inline SVG.
import type { Point, Series } from '../../api/schemas.ts';
import type { Period } from '../../sql/vocabulary.ts';
import { number } from '../format.ts';
import { t } from '../i18n/words.ts';
import { at, hasMean } from './marks.ts';

const HEIGHT = 160;
const BOX = { left: 34, top: 10, bottom: 132 };
const LOOKS = ['first', 'second', 'third'] as const;

interface Props {
  channel: string;
  label: string;
  periods: readonly Period[];
  series: readonly Series[];
}

/** A week without a value has no dot, and no line crosses it. */
export function PairChart({ channel, label, periods, series }: Props) {
  const lines = series.map((each, i) => placesOf(pointsOf(each, channel), periods[i]?.from ?? ''));
  const top = topOf(Math.max(0, ...lines.flat().map(({ y }) => y ?? 0)));
  const weeks = Math.max(1, ...periods.map(({ from, to }) => (at(to) - at(from) + 1) / 7));
  const x = (days: number) => `${((days / (weeks * 7)) * 100).toFixed(2)}%`;
  const y = (value: number) => BOX.bottom - (value / top) * (BOX.bottom - BOX.top);
  return (
    <svg
      class="chart pair-chart"
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={t('compare.drawing', { label })}
    >
      <svg
        x={BOX.left}
        width={`calc(100% - ${BOX.left + 4}px)`}
        height={HEIGHT}
        overflow="visible"
        aria-hidden="true"
      >
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line
              class={value === 0 ? 'pair-base' : 'pair-grid'}
              x1="0"
              x2="100%"
              y1={y(value)}
              y2={y(value)}
            />
            <text class="pair-text" x="-6" y={y(value) + 4} text-anchor="end">
              {number(value, value % 1 ? 1 : 0)}
            </text>
          </g>
        ))}
        {ticksOf(weeks).map((week) => (
          <text key={week} class="pair-text" x={x((week - 0.5) * 7)} y={HEIGHT - 8} text-anchor="middle">
            {t('compare.week', { week })}
          </text>
        ))}
        {lines.map((line, i) => (
          <g key={LOOKS[i]} class={`pair-${LOOKS[i]}`}>
            {line.map((place, k) => {
              const next = line[k + 1];
              if (place.y === null || !next || next.y === null) return null;
              return <line key={place.x} x1={x(place.x)} x2={x(next.x)} y1={y(place.y)} y2={y(next.y)} />;
            })}
            {line.map(
              (place) => place.y !== null && <circle key={place.x} cx={x(place.x)} cy={y(place.y)} r="2.5" />,
            )}
          </g>
        ))}
      </svg>
    </svg>
  );
}

const pointsOf = ({ channels }: Series, code: string): readonly Point[] =>
  channels.find(({ channel }) => channel === code)?.points ?? [];

/** The middle of each week, in days from the first of the period. */
const placesOf = (points: readonly Point[], from: string) =>
  points.map((point) => ({
    x: (at(point.from) + at(point.to) + 1) / 2 - at(from),
    y: hasMean(point) ? point.meanPerDay : null,
  }));

function topOf(value: number): number {
  if (value === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** The weeks that carry their number. */
function ticksOf(weeks: number): number[] {
  const step = [1, 2, 4, 8, 13].find((each) => weeks / each <= 5) ?? 26;
  return Array.from({ length: Math.floor(weeks / step) }, (_, i) => i * step + 1);
}
