// SPDX-License-Identifier: AGPL-3.0-or-later
// The digital share by week and the total beside it, on one axis of time: never one without the other. Inline SVG.
import type { Compare } from '../../api/schemas.ts';
import { dayText, type Phase } from '../../sql/vocabulary.ts';
import { monthName, number } from '../format.ts';
import { t } from '../i18n/words.ts';
import { inPhase } from '../state.ts';
import { at, type Span, spanOf } from './marks.ts';

type Mix = NonNullable<Compare['mix']>;
type Week = Mix['weeks'][number];

const LEFT = 44;
const SHARE = { top: 26, bottom: 126 };
const TOTAL = { top: 176, bottom: 276 };
const HEIGHT = 304;
const GAP = 0.12;

interface Props {
  mix: Mix;
  compare: Compare;
}

/** Two plots above one another; a week without a value has no mark and breaks the line. */
export function ShareChart({ mix, compare }: Props) {
  const weeks = mix.weeks;
  const range: Span = { from: at(weeks[0]?.from ?? '') - 0.5, to: at(weeks.at(-1)?.to ?? '') + 0.5 };
  const top = niceTop(Math.max(1, ...weeks.map(({ totalPerDay }) => totalPerDay ?? 0)));
  const phases = phasesOf(mix, compare);
  return (
    <svg class="chart share" width="100%" height={HEIGHT} role="img" aria-label={t('share.drawing')}>
      <svg x={LEFT} width={`calc(100% - ${LEFT}px)`} height={HEIGHT} overflow="visible" aria-hidden="true">
        <Shade span={spanOf(compare.during)} range={range} />
        {[0, 0.5, 1].map((share) => (
          <Grid key={share} y={yOf(share, 1, SHARE)} label={percent(share)} isBase={share === 0} />
        ))}
        {[0, top / 2, top].map((value) => (
          <Grid
            key={value}
            y={yOf(value, top, TOTAL)}
            label={number(value, value % 1 ? 1 : 0)}
            isBase={value === 0}
          />
        ))}
        <Line weeks={weeks} range={range} />
        {weeks.map((week) => (
          <Bar key={week.from} week={week} range={range} top={top} />
        ))}
        {phases.map((phase) => (
          <PhaseLabels key={phase.name} phase={phase} range={range} />
        ))}
        <Months range={range} />
      </svg>
    </svg>
  );
}

const percent = (share: number): string => `${number(share * 100)}\u00a0%`;
const percentOf = (x: number, { from, to }: Span): string =>
  `${(((x - from) / (to - from)) * 100).toFixed(3)}%`;
const yOf = (value: number, top: number, box: { top: number; bottom: number }): number =>
  box.bottom - (value / top) * (box.bottom - box.top);

/** A round number just above the highest value. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

function Shade({ span, range }: { span: Span; range: Span }) {
  const [from, to] = [Math.max(span.from, range.from), Math.min(span.to, range.to)];
  if (to <= from) return null;
  const width = `${(((to - from) / (range.to - range.from)) * 100).toFixed(3)}%`;
  return [SHARE, TOTAL].map((box) => (
    <rect
      key={box.top}
      class="spark-phase"
      x={percentOf(from, range)}
      y={box.top}
      width={width}
      height={box.bottom - box.top}
    />
  ));
}

function Grid({ y, label, isBase }: { y: number; label: string; isBase: boolean }) {
  return (
    <>
      <line class={isBase ? 'share-base' : 'share-grid'} x1="0" x2="100%" y1={y} y2={y} />
      <text class="share-text" x="-8" y={y + 4} text-anchor="end">
        {label}
      </text>
    </>
  );
}

const middle = ({ from, to }: Week): number => (at(from) + at(to)) / 2;

/** From week to week, interrupted where a week has no value. */
function Line({ weeks, range }: { weeks: readonly Week[]; range: Span }) {
  return (
    <>
      {weeks.map((week, i) => {
        const next = weeks[i + 1];
        if (week.share === null || !next || next.share === null) return null;
        return (
          <line
            key={week.from}
            class="share-line"
            x1={percentOf(middle(week), range)}
            x2={percentOf(middle(next), range)}
            y1={yOf(week.share, 1, SHARE)}
            y2={yOf(next.share, 1, SHARE)}
          />
        );
      })}
      {weeks.map(
        (week) =>
          week.share !== null && (
            <circle
              key={week.from}
              class="share-dot"
              cx={percentOf(middle(week), range)}
              cy={yOf(week.share, 1, SHARE)}
              r="3"
            />
          ),
      )}
    </>
  );
}

/** Digital practices below, the desk above them. */
function Bar({ week, range, top }: { week: Week; range: Span; top: number }) {
  const { from, to } = spanOf(week);
  const width = `${(((to - from) * (1 - GAP)) / (range.to - range.from)) * 100}%`;
  const x = percentOf(from + ((to - from) * GAP) / 2, range);
  if (week.totalPerDay === null)
    return <rect class="share-missing" x={x} width={width} y={TOTAL.top} height={TOTAL.bottom - TOTAL.top} />;
  const digital = week.digital / week.days;
  const split = yOf(digital, top, TOTAL);
  const end = yOf(week.totalPerDay, top, TOTAL);
  return (
    <>
      <rect class="share-desk" x={x} width={width} y={end} height={Math.max(0, split - end)} />
      <rect class="share-digital" x={x} width={width} y={split} height={TOTAL.bottom - split} />
    </>
  );
}

interface PhaseValues {
  name: Phase;
  span: Span;
  share: string;
  total: string;
  level: number | null;
}

function phasesOf(mix: Mix, compare: Compare): PhaseValues[] {
  const names = ['before', 'during', 'after'] as const;
  return names.flatMap((name) => {
    const [values, period] = [mix[name], compare[name]];
    if (!values || !period || values.share === null || values.totalPerDay === null) return [];
    return {
      name,
      span: spanOf(period),
      level: values.share,
      share: percent(values.share),
      total: number(values.totalPerDay, 1),
    };
  });
}

/** The values of a phase on the top line of each plot, and its share as a level. */
function PhaseLabels({
  phase: { name, span, share, total, level },
  range,
}: {
  phase: PhaseValues;
  range: Span;
}) {
  const from = Math.max(span.from, range.from);
  const to = Math.min(span.to, range.to);
  if (to <= from) return null;
  const x = percentOf(from, range);
  return (
    <>
      {level !== null && (
        <line
          class="share-level"
          x1={x}
          x2={percentOf(to, range)}
          y1={yOf(level, 1, SHARE)}
          y2={yOf(level, 1, SHARE)}
        />
      )}
      <svg x={x} overflow="visible" aria-hidden="true">
        <text class="share-value" x="4" y={SHARE.top - 8}>
          {share} <tspan class="share-when">{inPhase(name)}</tspan>
        </text>
        <text class="share-value" x="4" y={TOTAL.top - 8}>
          {total} <tspan class="share-when">{t('share.aDay')}</tspan>
        </text>
      </svg>
    </>
  );
}

function Months({ range }: { range: Span }) {
  const days = Array.from({ length: Math.floor(range.to - range.from) }, (_, i) => range.from + 0.5 + i);
  const firsts = days.filter((day) => dayText(day).endsWith('-01'));
  const every = Math.ceil(firsts.length / 8);
  return (
    <>
      {firsts
        .filter((_, i) => i % every === 0)
        .map((day) => (
          <text key={day} class="share-text" x={percentOf(day - 0.5, range)} y={TOTAL.bottom + 20}>
            {monthName(dayText(day))}
          </text>
        ))}
    </>
  );
}
