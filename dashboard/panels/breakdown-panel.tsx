// SPDX-License-Identifier: AGPL-3.0-or-later
// Contacts told apart in one way: a bar, a count and a share for each value. Hidden counts have neither bar nor share.
import type { BreakdownRow } from '../../api/schemas/breakdown.ts';
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
  summaryOf,
  valueName,
} from '../breakdown.ts';
import { Bar } from '../charts/bar.tsx';
import { number, share } from '../format.ts';
import { t } from '../i18n/words.ts';
import { hrefWith } from '../state.ts';
import { ChartPanel } from './chart-panel.tsx';
import { NoFigure } from './data-table.tsx';
import { Untold } from './untold.tsx';

interface Props {
  id: string;
  title: string;
  subtitle?: string;
  /** What the values are, as the head of their column. */
  name: string;
  asked: Asked<Divided>;
  phase: Phase;
  threshold: number;
  /** The parameter that a press on a row sets, and what it is set to. */
  filter?: { parameter: string; chosen: string | null };
  csv: string;
  api: string;
}

/** The panel of a breakdown. */
export function BreakdownPanel({
  id,
  title,
  subtitle,
  name,
  asked,
  phase,
  threshold,
  filter,
  ...rest
}: Props) {
  return (
    <ChartPanel
      {...{ id, title, asked, ...rest }}
      subtitle={subtitle ?? ''}
      skeleton="table"
      summary={(divided) => summaryOf(divided, phase)}
      table={(divided) => breakdownTable(name, divided, threshold)}
      nothing={(divided) => nothingIn(divided, phase)}
    >
      {({ rows }) =>
        isUntold(rows) ? (
          <Untold />
        ) : (
          <Bars {...{ title, name, phase, threshold, filter }} rows={byCount(rows, phase)} />
        )
      }
    </ChartPanel>
  );
}

interface BarsProps extends Pick<Props, 'title' | 'name' | 'phase' | 'threshold' | 'filter'> {
  rows: readonly BreakdownRow[];
}

function Bars({ title, name, rows, phase, threshold, filter }: BarsProps) {
  const highest = Math.max(...rows.map((row) => countIn(row, phase) ?? 0));
  return (
    <table class="figures bars">
      <caption class="hidden">{title}</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{name}</th>
          <td />
          <th scope="col">{t('table.count')}</th>
          <th scope="col">{t('breakdown.part')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BarRow key={`${row.kind} ${row.value}`} {...{ row, phase, threshold, filter, highest }} />
        ))}
      </tbody>
    </table>
  );
}

interface BarRowProps extends Pick<Props, 'phase' | 'threshold' | 'filter'> {
  row: BreakdownRow;
  highest: number;
}

function BarRow({ row, phase, threshold, filter, highest }: BarRowProps) {
  const cell = row[phase];
  const why = hiddenBy(cell, threshold);
  const isChosen = filter?.chosen === row.value && row.kind === 'value';
  return (
    <tr class={isChosen ? 'bars-chosen' : undefined}>
      <th scope="row">
        {filter && row.kind === 'value' ? (
          <a
            href={hrefWith(filter.parameter, isChosen ? null : row.value)}
            aria-current={isChosen ? 'true' : undefined}
          >
            {valueName(row)}
          </a>
        ) : (
          valueName(row)
        )}
      </th>
      <td class="bars-bar">{cell && 'count' in cell && <Bar value={cell.count} highest={highest} />}</td>
      <td class="figure figure-strong">
        {cell && 'count' in cell ? number(cell.count) : <NoFigure why={why ?? 'missing'} />}
      </td>
      <td class="figure bars-share">{cell && 'count' in cell && cell.share !== null && share(cell.share)}</td>
    </tr>
  );
}
