// SPDX-License-Identifier: AGPL-3.0-or-later
// Before and during for each day of the week: hollow and filled, joined by a line, the numbers at both ends.
import type { Compare, Comparison } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { type Question, tableFile } from '../client.ts';
import { mean } from '../format.ts';
import { t } from '../i18n/words.ts';
import { inPhase, phaseName } from '../state.ts';
import { weekdayName } from '../weekdays.ts';
import { ChartPanel } from './chart-panel.tsx';
import { nothing, shown, type Table } from './data-table.tsx';

const ROW = 30;
const LEFT = 52;
const FIGURE = 44;

interface Props {
  channel: string;
  compare: Asked<Compare>;
  question: Question<Compare>;
}

interface Day {
  name: string;
  before: number | null;
  during: number | null;
}

/** The panel of the weekdays; a day on which the channel does not open has no row. */
export function ByWeekday({ channel, compare, question }: Props) {
  return (
    <ChartPanel
      id="settimana"
      title={t('weekday.title')}
      subtitle={t('weekday.subtitle')}
      level={3}
      channel={channel}
      asked={compare}
      csv={tableFile(question, 'weekdays')}
      api={question.path}
      summary={({ channels }) => summary(daysOf(channels[0]))}
      nothing={({ channels }) => (daysOf(channels[0]).length === 0 ? 'empty' : null)}
      table={({ channels }) => table(daysOf(channels[0]))}
    >
      {({ channels }) => <Dumbbells days={daysOf(channels[0])} />}
    </ChartPanel>
  );
}

function daysOf(comparison: Comparison | undefined): Day[] {
  const { before, during } = comparison ?? {};
  return Array.from({ length: 8 }, (_, i) => ({
    name: i < 7 ? weekdayName(i + 1, 'long') : t('weekday.holiday'),
    before: before?.meanByDayType[i] ?? null,
    during: during?.meanByDayType[i] ?? null,
  })).filter((day) => day.before !== null || day.during !== null);
}

function summary(days: readonly Day[]): string {
  const known = days.filter((day) => day.before !== null && day.during !== null);
  const higher = known.filter((day) => (day.during ?? 0) > (day.before ?? 0)).length;
  return t('weekday.summary', { higher, all: known.length, in: inPhase('during') });
}

function Dumbbells({ days }: { days: readonly Day[] }) {
  const top = Math.max(Number.MIN_VALUE, ...days.flatMap(({ before, during }) => [before ?? 0, during ?? 0]));
  const place = (value: number) => `${(value / top) * 100}%`;
  return (
    <svg
      class="chart dumbbells"
      width="100%"
      height={days.length * ROW + 8}
      role="img"
      aria-label={t('weekday.drawing')}
    >
      {days.map(({ name, before, during }, i) => {
        const y = i * ROW + ROW / 2 + 4;
        return (
          <g key={name}>
            <text class="pair-text" x="0" y={y + 4}>
              {name.slice(0, 3)}
            </text>
            <text class="pair-text" x={LEFT + FIGURE - 12} y={y + 4} text-anchor="end">
              {before === null ? t('table.unknown') : mean(before)}
            </text>
            <text class="dumbbell-figure" x="100%" y={y + 4} text-anchor="end">
              {during === null ? t('table.unknown') : mean(during)}
            </text>
            <svg
              x={LEFT + FIGURE}
              y={y - 8}
              width={`calc(100% - ${LEFT + 2 * FIGURE + 12}px)`}
              height="16"
              overflow="visible"
              aria-hidden="true"
            >
              <line class="pair-grid" x1="0" x2="100%" y1="8" y2="8" />
              {before !== null && during !== null && (
                <line class="dumbbell-line" x1={place(before)} x2={place(during)} y1="8" y2="8" />
              )}
              {before !== null && <circle class="dumbbell-before" cx={place(before)} cy="8" r="5" />}
              {during !== null && <circle class="dumbbell-during" cx={place(during)} cy="8" r="5" />}
            </svg>
          </g>
        );
      })}
    </svg>
  );
}

function table(days: readonly Day[]): Table {
  const cell = (value: number | null) => (value === null ? nothing('missing') : shown(mean(value)));
  return {
    columns: [
      { title: t('weekday.day') },
      { title: phaseName('before'), isFigure: true },
      { title: phaseName('during'), isFigure: true },
    ],
    rows: days.map(({ name, before, during }) => ({
      key: name,
      cells: [shown(name), cell(before), cell(during)],
    })),
  };
}
