// SPDX-License-Identifier: AGPL-3.0-or-later
// The channels beside one another for the periods that were chosen: a table of the figures and a small plot each.
import type { Compare, Comparison, Description, Series, Town } from '../../api/schemas.ts';
import type { Period } from '../../sql/vocabulary.ts';
import type { Asked } from '../answer.ts';
import { PairChart } from '../charts/pair.tsx';
import { tableFile } from '../client.ts';
import { coverage, headline, standing } from '../comparison.ts';
import { interval, mean, number, ratio, shortPeriod } from '../format.ts';
import { spoken, t } from '../i18n/words.ts';
import { labelIn } from '../labels.ts';
import { unit } from '../sentence.ts';
import { ChartPanel } from './chart-panel.tsx';
import { CoverageBadge } from './coverage.tsx';
import { type Cell, DataTable, nothing, shown, type Table } from './data-table.tsx';
import { Panel } from './states.tsx';
import { Verdict } from './verdict.tsx';

type Channels = Town['channels'];

interface Props {
  compare: Asked<Compare>;
  channels: Channels;
  periods: readonly Period[];
}

/** All channels in one table. */
export function PairTable({ compare, channels, periods }: Props) {
  return (
    <section class="section card" aria-labelledby="pairs">
      <h2 id="pairs">{t('compare.table')}</h2>
      <p class="note">{t('compare.tableNote')}</p>
      <Panel asked={compare} kind="table">
        {(known) => <DataTable caption={t('compare.table')} table={table(known, channels, periods)} />}
      </Panel>
    </section>
  );
}

function table(compare: Compare, channels: Channels, periods: readonly Period[]): Table {
  const phases = (['before', 'during', 'after'] as const).slice(0, periods.length);
  return {
    columns: [
      { title: t('compare.channel') },
      ...periods.map((period) => ({ title: shortPeriod(period), isFigure: true })),
      { title: t('compare.ratio'), isFigure: true },
      { title: t('compare.outcome') },
      { title: t('table.days'), isMinor: true },
    ],
    rows: compare.channels.map((comparison) => ({
      key: comparison.channel,
      cells: [
        shown(labelIn(channels, comparison.channel)),
        ...phases.map((phase) => figure(comparison[phase])),
        ratioCell(comparison),
        shown(<Verdict comparison={comparison} />),
        shown(<CoverageBadge share={coverage(comparison)} />),
      ],
    })),
  };
}

function figure(phase: Description | null): Cell {
  if (!phase || phase.daysWithData === 0) return nothing('missing');
  return shown(`${mean(phase.meanPerDay)} (${number(phase.total)})`);
}

function ratioCell(comparison: Comparison): Cell {
  const found = standing(comparison) === 'compared' ? headline(comparison) : null;
  if (!found) return nothing('missing');
  return shown(
    <>
      <strong>{ratio(found.estimate)}</strong> <small>{interval(found)}</small>
    </>,
  );
}

interface PlotsProps extends Props {
  series: Asked<readonly Series[]>;
  api: string;
}

/** One small plot a channel, all periods from their first day. */
export function PairPlots({ compare, channels, periods, series, api }: PlotsProps) {
  return (
    <section class="section" aria-labelledby="plots">
      <div class="section-head">
        <h2 id="plots">{t('compare.plots')}</h2>
        <Key periods={periods} />
      </div>
      <div class="pairs">
        {channels.map((channel) => (
          <ChartPanel
            key={channel.code}
            id={`periodi-${channel.code}`}
            level={3}
            channel={channel.code}
            title={channel.label}
            subtitle={t('compare.unit', { unit: unit(channel.code, 2) })}
            asked={series}
            csv={tableFile({ path: api }, 'comparison')}
            api={api}
            summary={() => sentence(compare.data, channel.code)}
            nothing={(known) => (isEmpty(known, channel.code) ? 'empty' : null)}
            table={(known) => weeks(known, channel.code, periods)}
          >
            {(known) => (
              <PairChart channel={channel.code} label={channel.label} periods={periods} series={known} />
            )}
          </ChartPanel>
        ))}
      </div>
    </section>
  );
}

function Key({ periods }: { periods: readonly Period[] }) {
  return (
    <p class="legend">
      {periods.map((period, i) => (
        <span key={period.from} class="legend-item">
          <i class={`pair-key pair-key-${i + 1}`} />
          {shortPeriod(period)}
        </span>
      ))}
    </p>
  );
}

const sentence = (compare: Compare | null, code: string): string =>
  compare?.channels.find(({ channel }) => channel === code)?.sentences[spoken()].headline ?? '';

const pointsOf = ({ channels }: Series, code: string) =>
  channels.find(({ channel }) => channel === code)?.points ?? [];

const isEmpty = (series: readonly Series[], code: string): boolean =>
  series.every((each) => pointsOf(each, code).every(({ meanPerDay }) => meanPerDay === null));

/** One row a week, the periods beside one another. */
function weeks(series: readonly Series[], code: string, periods: readonly Period[]): Table {
  const columns = series.map((each) => pointsOf(each, code));
  const length = Math.max(0, ...columns.map((points) => points.length));
  return {
    columns: [
      { title: t('table.period.week') },
      ...periods.map((period) => ({ title: shortPeriod(period), isFigure: true })),
    ],
    rows: Array.from({ length }, (_, i) => ({
      key: String(i),
      cells: [
        shown(t('compare.week', { week: i + 1 })),
        ...columns.map((points): Cell => {
          const point = points[i];
          if (!point) return shown('');
          if (point.state === 'closed') return nothing('closed');
          return point.meanPerDay === null ? nothing('missing') : shown(mean(point.meanPerDay));
        }),
      ],
    })),
  };
}
