// SPDX-License-Identifier: AGPL-3.0-or-later
// Practices by kind: how many in each phase, and the working days until they were closed.
import type { BreakdownRow } from '../../api/schemas/breakdown.ts';
import type { Closing, Practices } from '../../api/schemas/practices.ts';
import type { Phase } from '../../sql/vocabulary.ts';
import type { Asked } from '../answer.ts';
import { breakdownTable, type Divided, isUntold, nothingIn, summaryOf } from '../breakdown.ts';
import { t } from '../i18n/words.ts';
import { inPhase, phaseName } from '../state.ts';
import { ChartPanel } from './chart-panel.tsx';
import { nothing, shown, type Table } from './data-table.tsx';
import { days, KindsTable } from './kinds-table.tsx';
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
  // Until it is known whether there are times, it is taken that there are.
  const hasTimes = asked.data ? asked.data.closing !== null : topic === null;
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
