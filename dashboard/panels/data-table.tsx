// SPDX-License-Identifier: AGPL-3.0-or-later
// The numbers of a chart as a table: every chart has one.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/words.ts';

export interface Column {
  title: string;
  /** A column of numbers, set to the right. */
  isFigure?: boolean;
  /** Of second rank: a phone leaves it out. Never a count, never a verdict. */
  isMinor?: boolean;
}

/** Why there is no figure; a suppressed one says under which count nothing is shown. */
export type Nothing = 'missing' | 'closed' | 'concealed' | { suppressedBelow: number };

/** What stands in a cell: words or figures as they are written, or the kind of nothing. */
export type Cell = { shown: ComponentChildren } | { nothing: Nothing };

export interface Row {
  key: string;
  /** The first one names the row. */
  cells: readonly Cell[];
}

export interface Table {
  columns: readonly Column[];
  rows: readonly Row[];
}

/** A cell with words or a figure in it. */
export const shown = (content: ComponentChildren): Cell => ({ shown: content });

/** A cell without a figure. */
export const nothing = (why: Nothing): Cell => ({ nothing: why });

/** Above this many rows the table scrolls by itself and its head stays. */
const MOST_ROWS = 12;

interface Props {
  id?: string;
  caption: string;
  table: Table;
}

/** A table in a region that scrolls by itself when it is too wide or too long. */
export function DataTable({ id, caption, table: { columns, rows } }: Props) {
  return (
    <section
      class={rows.length > MOST_ROWS ? 'scroller scroller-tall' : 'scroller'}
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('table.of', { label: caption })}
    >
      <table class="figures">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" class={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, i) => (
                <CellOf key={columns[i]?.title} cell={cell} column={columns[i]} isHead={i === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const classOf = (column?: Column): string =>
  `${column?.isFigure ? 'figure' : ''} ${column?.isMinor ? 'minor' : ''}`.trim();

function CellOf({ cell, column, isHead }: { cell: Cell; column: Column | undefined; isHead: boolean }) {
  const content = 'shown' in cell ? cell.shown : <NoFigure why={cell.nothing} />;
  if (isHead) return <th scope="row">{content}</th>;
  return <td class={classOf(column)}>{content}</td>;
}

/** "n.d.", "-", or a dashed chip where a count is hidden. */
export function NoFigure({ why }: { why: Nothing }) {
  if (why === 'missing') return <>{t('table.unknown')}</>;
  if (why === 'closed') return <>{t('table.closed')}</>;
  const words =
    why === 'concealed' ? t('table.concealed') : t('table.suppressed', { count: why.suppressedBelow });
  return <span class="chip">{words}</span>;
}
