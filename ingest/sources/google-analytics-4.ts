// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Day, dayNumber, dayText } from '../../sql/vocabulary.ts';
import { shown } from '../mask.ts';
import { BadFile, BadRow, type RowSource, type Start } from '../source.ts';
import { columnName } from '../table.ts';
import {
  COUNTED,
  type CountColumn,
  countColumns,
  countsOf,
  METRICS,
  takeOnce,
} from './google-analytics-metrics.ts';

const NTH_DAY = ['nth day', 'ennesimo giorno', 'n-esimo giorno', 'giorno n', 'giorno n.'];
const OTHER_NTH = /^(?:nth (?:hour|week|month|year)|(?:ennesim[oa]|n-esim[oa]) (?:ora|settimana|mese|anno))$/;
const STARTS = /^#[^:]*(?:start|inizi)[^:]*:\s*(\d{4})(\d{2})(\d{2})$/i;
const ENDS = /^#[^:]*(?:end|fine)[^:]*:\s*(\d{4})(\d{2})(\d{2})$/i;
const PROPERTY = /^#\s*(?:property|proprietà)\s*:\s*(.+)$/i;

/**
 * A CSV export of Google Analytics 4: under a preamble, blocks one after the other, each with its period; in those with
 * days a row has the number of days since the first, `0000`, and its counts.
 */
export const googleAnalytics4: RowSource = {
  name: 'google-analytics-4',
  title: 'Google Analytics 4',
  identity: 'complete',
  precedence: 20,
  metrics: METRICS,
  counted: COUNTED,
  records: 'rows',
  recognizes: ({ rows }: Start) => {
    const period = rows.some((row) => STARTS.test(first(row)));
    return (period ? 2 : 0) + (rows.some(isNthDay) ? 1 : 0);
  },
  open: () => {
    const block: Block = { property: '', from: undefined, to: undefined, columns: undefined };
    const once = takeOnce();
    let other = '';
    let days = 0;
    return {
      take: (row) => {
        const cell = first(row);
        if (cell.startsWith('#')) begin(block, cell);
        else if (isNthDay(row)) block.columns = readHeader(row, block);
        else if (OTHER_NTH.test(columnName(cell))) other = cell;
        else if (/^\d{1,4}$/.test(cell) && block.columns) {
          days += 1;
          return once(countsOf(row, block.columns, dayOf(cell, block), block.property));
        } else if (block.columns && cell !== '')
          throw new BadRow('Nth day', cell, 'non è il numero di giorni dal primo, come 0000');
        return undefined;
      },
      end: () => refuseWithoutDays(days, other),
      vouches: () => 'rows',
    };
  },
};

interface Block {
  property: string;
  from: Day | undefined;
  to: Day | undefined;
  columns: CountColumn[] | undefined;
}

function first(row: readonly string[]): string {
  return (row[0] ?? '').replace(/^\uFEFF/, '').trim();
}

function isNthDay(row: readonly string[]): boolean {
  return NTH_DAY.includes(columnName(row[0] ?? ''));
}

/** Each block has its preamble: only that ends the table of the one before. */
function begin(block: Block, cell: string): void {
  block.columns = undefined;
  block.property = PROPERTY.exec(cell)?.[1] ?? block.property;
  block.from = STARTS.exec(cell)?.slice(1).join('-') ?? block.from;
  block.to = ENDS.exec(cell)?.slice(1).join('-') ?? block.to;
}

/** A block of other metrics (users of 30 days, of 7 days) is left out. */
function readHeader(row: readonly string[], { from }: Block): CountColumn[] | undefined {
  if (dayNumber(from ?? '') === null)
    throw new BadFile(
      'manca la riga "# Start date: 20200301", senza la quale non si sa di quali giorni sono i numeri. Esporta di nuovo il rapporto e non modificarlo.',
    );
  const columns = countColumns(row);
  return columns.length > 0 ? columns : undefined;
}

function dayOf(offset: string, { from = '', to }: Block): Day {
  const day = dayText((dayNumber(from) ?? 0) + Number(offset));
  if (to && day > to)
    throw new BadRow('Nth day', offset, `il giorno ${day} è dopo la fine del periodo, ${to}`);
  return day;
}

function refuseWithoutDays(days: number, other: string): [] {
  if (days > 0) return [];
  const found = other
    ? `un blocco "${shown(other)}"`
    : 'solo blocchi senza giorni o senza misure che si possano contare';
  throw new BadFile(
    `non c'è nessun blocco con i giorni ("Nth day"), ma ${found}. In Analytics scegli un rapporto con il grafico per giorno ed esporta di nuovo.`,
  );
}
