// SPDX-License-Identifier: AGPL-3.0-or-later
// Practices by kind: how many in each phase, and the working days until they were closed.
import type { BreakdownRow } from '../../api/schemas/breakdown.ts';
import type { Closing, Practices } from '../../api/schemas/practices.ts';
import type { Phase } from '../../sql/vocabulary.ts';
import type { Asked } from '../answer.ts';
import {
  breakdownTable,
  byCount,
  countIn,
  type Divided,
  hiddenBy,
  isUntold,
  nothingIn,
  phasesIn,
  summaryOf,
  valueName,
} from '../breakdown.ts';
import { Bar } from '../charts/bar.tsx';
import { Range, RangeAxis, type Scale, scaleTo } from '../charts/range.tsx';
import { number } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { inPhase, phaseName } from '../state.ts';
import { ChartPanel } from './chart-panel.tsx';
import { NoFigure, nothing, shown, type Table } from './data-table.tsx';
import { Untold } from './untold.tsx';

/** A kind; within a topic no times to close are known. */
export type Kind = BreakdownRow & { closing?: Practices['kinds'][number]['closing'] };

/** The kinds, with the times of all practices of each phase where they are known. */
export interface Kinds extends Divided<Kind> {
  /** null: no file says when practices were closed, or not for these practices. */
  closing: Record<Phase, Closing> | null;
  leastClosed: number;
}

interface Props {
  asked: Asked<Kinds>;
  phase: Phase;
  threshold: number;
  /** The topic that the page is narrowed to. */
  topic: string | null;
  csv: string;
  api: string;
}

/** The panel of the kinds. */
export function PracticeKinds({ asked, phase, threshold, topic, csv, api }: Props) {
  const hasTimes = asked.data?.closing != null;
  return (
    <ChartPanel
      id="tipi"
      title={t(hasTimes ? 'practices.kinds.titleTimes' : 'practices.kinds.title')}
      subtitle={
        topic === null
          ? t(hasTimes ? 'practices.kinds.note' : 'practices.kinds.noTimes')
          : t('practices.kinds.topic')
      }
      {...{ asked, csv, api }}
      skeleton="table"
      summary={(kinds) => [summaryOf(kinds, phase), timesIn(kinds, phase)].filter(Boolean).join(' ')}
      table={(kinds) => kindsTable(kinds, phase, threshold)}
      nothing={(kinds) => nothingIn(kinds, phase)}
    >
      {(kinds) => (isUntold(kinds.rows) ? <Untold /> : <KindsTable {...{ kinds, phase, threshold }} />)}
    </ChartPanel>
  );
}

function timesIn({ closing, leastClosed }: Kinds, phase: Phase): string {
  if (!closing) return '';
  const times = closing[phase];
  if (!times) return t('practices.times.few', { in: inPhase(phase), least: leastClosed });
  return t('practices.times', { median: days(times.median), p90: days(times.p90) });
}

/** Half days occur: the median of an even number. */
const days = (value: number): string => number(value, Number.isInteger(value) ? 0 : 1);

interface TableProps {
  kinds: Kinds;
  phase: Phase;
  threshold: number;
}

function KindsTable({ kinds, phase, threshold }: TableProps) {
  const phases = phasesIn(kinds);
  const rows = byCount(kinds.rows, phase);
  const highest = Math.max(...rows.map((row) => countIn(row, phase) ?? 0));
  const scale = kinds.closing && scaleOf(kinds, phase);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller" tabIndex={0} aria-label={t('practices.kinds.region')}>
      <table class="figures kinds">
        <caption class="hidden">{t('practices.kinds.title')}</caption>
        <Head {...{ kinds, phases, phase, scale }} />
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.value}`}>
              <th scope="row">{valueName(row)}</th>
              {phases.map((each) => (
                <td key={each} class={countClass(each, phase)}>
                  {countIn(row, each) === null ? (
                    <NoFigure why={hiddenBy(row[each], threshold) ?? 'missing'} />
                  ) : (
                    number(countIn(row, each) ?? 0)
                  )}
                </td>
              ))}
              <td class="kinds-bar">
                {countIn(row, phase) !== null && <Bar value={countIn(row, phase) ?? 0} highest={highest} />}
              </td>
              {scale && (
                <Times
                  closing={row.closing?.[phase] ?? null}
                  {...{ scale }}
                  why={whyNone(row, phase, kinds)}
                />
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('practices.total')}</th>
            {phases.map((each) => (
              <td key={each} class={countClass(each, phase)}>
                {number(kinds[each]?.total ?? 0)}
              </td>
            ))}
            <td class="kinds-bar" />
            {scale && (
              <Times
                closing={kinds.closing?.[phase] ?? null}
                {...{ scale }}
                why={t('practices.few', { least: kinds.leastClosed })}
              />
            )}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** The phase that is looked at is strong; the other late one gives way on a phone. */
function countClass(each: Phase, phase: Phase): string {
  const isMinor = each !== 'before' && each !== (phase === 'before' ? 'during' : phase);
  return `figure${each === phase ? ' figure-strong' : ''}${isMinor ? ' minor' : ''}`;
}

function scaleOf({ rows, closing }: Kinds, phase: Phase): Scale {
  const times = [closing?.[phase], ...rows.map((row) => row.closing?.[phase])];
  return scaleTo(Math.max(1, ...times.map((each) => each?.p90 ?? 0)));
}

/** In words why there are no times; of a hidden count nothing is said. */
function whyNone(row: Kind, phase: Phase, { leastClosed }: Kinds): string {
  const count = countIn(row, phase);
  return count === null || count === 0 || row.kind !== 'value'
    ? ''
    : t('practices.few', { least: leastClosed });
}

interface HeadProps {
  kinds: Kinds;
  phases: readonly Phase[];
  phase: Phase;
  scale: Scale | null;
}

function Head({ kinds, phases, phase, scale }: HeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('practices.kind')}</th>
        {phases.map((each) => (
          <th key={each} scope="col" class={countClass(each, phase)}>
            {phaseName(each)} <span class="kinds-days">{daysOf(kinds, each)}</span>
          </th>
        ))}
        <td class="kinds-bar" />
        {scale && (
          <>
            <th scope="col" class="figure">
              {t('practices.median')}
            </th>
            <td class="kinds-range">
              <RangeAxis scale={scale} />
            </td>
            <th scope="col" class="figure">
              {t('practices.p90')}
            </th>
          </>
        )}
      </tr>
    </thead>
  );
}

function daysOf(kinds: Kinds, phase: Phase): string {
  const count = kinds[phase]?.daysWithData ?? 0;
  return plural('days', count, number(count));
}

function Times({ closing, scale, why }: { closing: Closing; scale: Scale; why: string }) {
  const unknown = <NoFigure why="missing" />;
  return (
    <>
      <td class="figure">{closing ? days(closing.median) : unknown}</td>
      <td class="kinds-range">{closing ? <Range {...closing} scale={scale} /> : <small>{why}</small>}</td>
      <td class="figure">{closing ? days(closing.p90) : unknown}</td>
    </>
  );
}

function kindsTable(kinds: Kinds, phase: Phase, threshold: number): Table {
  const { columns, rows } = breakdownTable(t('practices.kind'), kinds, threshold);
  if (!kinds.closing) return { columns, rows };
  const times = kinds.rows.map((row) => row.closing?.[phase] ?? null);
  const cell = (value: number | undefined) => (value === undefined ? nothing('missing') : shown(days(value)));
  return {
    columns: [
      ...columns,
      { title: t('practices.table.median', { phase: phaseName(phase) }), isFigure: true },
      { title: t('practices.table.p90', { phase: phaseName(phase) }), isFigure: true },
    ],
    rows: rows.map((row, i) => ({
      ...row,
      cells: [...row.cells, cell(times[i]?.median), cell(times[i]?.p90)],
    })),
  };
}
