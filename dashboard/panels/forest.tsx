// SPDX-License-Identifier: AGPL-3.0-or-later
// All channels beside one another: how many times as much, on one logarithmic axis. The plot is a column of a table.
import type { Compare, Comparison, Town } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { type Ends, endsOf, placeOf, ticksOf } from '../charts/log-scale.ts';
import { Whisker } from '../charts/whisker.tsx';
import { tableFile } from '../client.ts';
import { byRatio, coverage, headline, isDemonstrated, outcome, standing } from '../comparison.ts';
import { conjunction, interval, mean, number, ratio } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { ChannelIcon, channelClass } from '../icons.tsx';
import { labelIn } from '../labels.ts';
import { phaseName, theDuring } from '../state.ts';
import { ChartPanel } from './chart-panel.tsx';
import { CoverageBadge } from './coverage.tsx';
import { shown, type Table } from './data-table.tsx';
import { seasonNote, Verdict } from './verdict.tsx';

interface Props {
  compare: Asked<Compare>;
  channels: Town['channels'];
  api: string;
}

/** The panel of the ratios. */
export function Forest({ compare, channels, api }: Props) {
  return (
    <ChartPanel
      id="rapporti"
      title={t('forest.title')}
      subtitle={t('forest.subtitle', { phase: phaseName('during') })}
      asked={compare}
      skeleton="table"
      csv={tableFile({ path: api }, 'comparison')}
      api={api}
      summary={(known) => summary(known, channels)}
      table={(known) => table(known, channels)}
    >
      {(known) => <Rows compare={known} channels={channels} />}
    </ChartPanel>
  );
}

function summary(compare: Compare, channels: Town['channels']): string {
  const compared = byRatio(compare).filter((each) => standing(each) === 'compared');
  const sure = compared.filter((each) => isDemonstrated(outcome(each)));
  if (compared.length === 0) return t('answer.none');
  const names = sure.map((each) => {
    const found = headline(each);
    return `${labelIn(channels, each.channel)} (${found ? ratio(found.estimate) : ''})`;
  });
  const claimed =
    sure.length === 0
      ? t('forest.noneSure')
      : t('forest.sure', { list: conjunction(names), the: theDuring() });
  return `${claimed} ${plural('forest.compared', compared.length)}`;
}

function Rows({ compare, channels }: { compare: Compare; channels: Town['channels'] }) {
  const rows = byRatio(compare);
  const ends = endsOf(rows.flatMap((each) => (standing(each) === 'compared' ? (headline(each) ?? []) : [])));
  const corrected = rows.some((each) => each.headline === 'ratioOfRatios');
  return (
    <>
      <table class="forest">
        <thead>
          <tr>
            <th scope="col">{t('comparison.channel')}</th>
            <th scope="col" class="figure">
              {phaseName('before')}
            </th>
            <th scope="col" class="figure">
              {phaseName('during')}
            </th>
            <td class="forest-axis">
              <Axis ends={ends} />
            </td>
            <th scope="col" class="figure">
              {t('forest.ratio')}
            </th>
            <th scope="col">{t('forest.interval')}</th>
            <th scope="col">{t('forest.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((comparison) => (
            <Row
              key={comparison.channel}
              comparison={comparison}
              label={labelIn(channels, comparison.channel)}
              ends={ends}
            />
          ))}
        </tbody>
      </table>
      <Legend corrected={corrected} count={rows.filter((each) => standing(each) === 'compared').length} />
    </>
  );
}

/** Words stand under the numbers that have one. */
const WORDS = new Map([
  [0.1, 'axis.tenth'],
  [0.5, 'axis.half'],
  [1, 'axis.same'],
  [2, 'axis.double'],
  [4, 'axis.quadruple'],
] as const);

type AxisWord = typeof WORDS extends ReadonlyMap<number, infer Word> ? Word : never;

/** @example tickText(0.25) // '0,25' */
const tickText = (tick: number): string => {
  const decimals = [0, 1, 2, 3].find((digits) => Number(tick.toFixed(digits)) === tick) ?? 3;
  return number(tick, decimals);
};

function Axis({ ends }: { ends: Ends }) {
  return (
    <span class="axis">
      {ticksOf(ends).map((tick) => {
        const word = (WORDS as ReadonlyMap<number, AxisWord>).get(tick);
        return (
          <span key={tick} style={{ left: `${placeOf(tick, ends)}%` }}>
            {tickText(tick)}
            {word && <small class={tick === 1 ? 'axis-same' : undefined}>{t(word)}</small>}
          </span>
        );
      })}
    </span>
  );
}

function Row({ comparison, label, ends }: { comparison: Comparison; label: string; ends: Ends }) {
  const { channel, before, during } = comparison;
  const found = standing(comparison) === 'compared' ? headline(comparison) : null;
  const plain = comparison.headline === 'ratioOfRatios' ? comparison.ratio : null;
  return (
    <tr class={channelClass(channel)}>
      <th scope="row">
        <ChannelIcon code={channel} />
        {label}
      </th>
      <td class="figure forest-before">{mean(before.meanPerDay)}</td>
      <td class="figure forest-during">{mean(during.meanPerDay)}</td>
      <td class="forest-plot">
        {found && (
          <Whisker
            ratio={found}
            plain={plain}
            outcome={outcome(comparison)}
            ends={ends}
            ticks={ticksOf(ends)}
            height={50}
          />
        )}
      </td>
      <td class="figure forest-ratio">{found && ratio(found.estimate)}</td>
      <td class="forest-interval">{found && interval(found)}</td>
      <td class="forest-verdict">
        <Verdict comparison={comparison} />
      </td>
    </tr>
  );
}

function Legend({ corrected, count }: { corrected: boolean; count: number }) {
  return (
    <div class="legend forest-legend">
      <LegendMark look="sure" words={t('forest.legend.sure')} />
      <LegendMark look="none" words={t('forest.legend.unsure')} />
      {corrected && <LegendMark look="plain" words={t('forest.legend.plain')} />}
      <span>{plural('forest.footnote', count)}</span>
    </div>
  );
}

function LegendMark({ look, words }: { look: string; words: string }) {
  return (
    <span class="legend-item">
      <svg class="whisker" width="34" height="12" aria-hidden="true" focusable="false">
        <g class={`whisker-${look}`}>
          <line x1="1" x2="33" y1="6" y2="6" />
          {look !== 'plain' && <path d="M1 2v8M33 2v8" />}
          <circle cx="17" cy="6" r={look === 'plain' ? 2.5 : 4.5} />
        </g>
      </svg>
      {words}
    </span>
  );
}

/** The figures of the page as a table: means with totals, both ratios, and the days they rest on. */
function table(compare: Compare, channels: Town['channels']): Table {
  const after = compare.after !== null;
  const figures = (title: string) => ({ title, isFigure: true });
  return {
    columns: [
      { title: t('comparison.channel') },
      figures(t('forest.mean', { phase: phaseName('before') })),
      figures(t('forest.mean', { phase: phaseName('during') })),
      ...(after ? [{ ...figures(t('forest.mean', { phase: phaseName('after') })), isMinor: true }] : []),
      figures(t('forest.ratio')),
      { title: t('forest.interval') },
      { title: t('forest.outcome') },
      { title: t('forest.season'), isMinor: true },
      { title: t('table.days') },
    ],
    rows: compare.channels.map((comparison) => {
      const found = standing(comparison) === 'compared' ? headline(comparison) : null;
      const phases = [comparison.before, comparison.during, ...(after ? [comparison.after] : [])];
      return {
        key: comparison.channel,
        cells: [
          shown(labelIn(channels, comparison.channel)),
          ...phases.map((phase) =>
            phase && phase.daysWithData > 0
              ? shown(`${mean(phase.meanPerDay)} (${number(phase.total)})`)
              : ({ nothing: 'missing' } as const),
          ),
          shown(found ? ratio(found.estimate) : ''),
          shown(found ? interval(found) : ''),
          shown(<Verdict comparison={comparison} />),
          shown(found ? seasonNote(comparison, compare) : ''),
          shown(<CoverageBadge share={coverage(comparison)} />),
        ],
      };
    }),
  };
}
