// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Day, dayNumber } from '../../sql/vocabulary.ts';
import { DATE_ORDERS, type DateOrder, orderedDay } from '../civil.ts';
import { shown, shownList } from '../mask.ts';
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

const DAY_INDEX = ['day index', 'indice giornaliero', 'indice giorno', 'indice dei giorni'];
const OTHER_INDEX =
  /^(?:(?:hour|week|month) (?:of day )?index|indice (?:orario|settimanale|mensile|ora|settimana|mese))$/;
const RANGE = /^#\s*(\d{4})(\d{2})(\d{2})-(\d{4})(\d{2})(\d{2})$/;
const RULER = /^#[\s-]*$/;
const COMPARED = ['date range', 'intervallo di date', 'segment', 'segmento'];
const DAILY = 'In Analytics scegli «Giorno» sopra il grafico ed esporta di nuovo.';

/**
 * A CSV export of Universal Analytics (until 2023): a preamble with the view and the period, the report's own table,
 * which has no days, and a table "Day Index" with a row a day and a total at the end.
 */
export const googleAnalytics: RowSource = {
  name: 'google-analytics',
  title: 'Google Analytics (Universal Analytics)',
  identity: 'complete',
  precedence: 10,
  metrics: METRICS,
  counted: COUNTED,
  records: 'rows',
  recognizes: ({ rows }: Start) => {
    const range = rows.some((row) => RANGE.test(first(row)));
    const index = rows.some((row) => isDayIndex(row) || OTHER_INDEX.test(columnName(row[0] ?? '')));
    return (range ? 2 : 0) + (index ? 1 : 0);
  },
  open: () => {
    const once = takeOnce();
    let view = '';
    let period: Period | undefined;
    let columns: CountColumn[] | undefined;
    let isOpen = false;
    let other = '';
    let days = 0;
    return {
      take: (row) => {
        const cell = first(row);
        if (cell.startsWith('#')) {
          columns = undefined;
          period = readPeriod(cell) ?? period;
          if (!view && !RULER.test(cell) && !RANGE.test(cell)) view = cell.slice(1);
          return undefined;
        }
        if (OTHER_INDEX.test(columnName(cell))) other = cell;
        if (isDayIndex(row)) {
          columns = readHeader(row, period);
          isOpen = true;
          // The total, and blank rows, have no day; what follows is another table, unless it has the period's days.
        } else if (cell === '') isOpen = false;
        else if (columns && period && (isOpen || period.includes(cell))) {
          isOpen = true;
          days += 1;
          return once(countsOf(row, columns, period.dayOf(row[0] ?? ''), view));
        }
        return undefined;
      },
      end: () => refuseWithoutDays(days, other),
      vouches: () => 'rows',
    };
  },
};

function first(row: readonly string[]): string {
  return (row[0] ?? '').replace(/^\uFEFF/, '').trim();
}

function isDayIndex(row: readonly string[]): boolean {
  return DAY_INDEX.includes(columnName(row[0] ?? ''));
}

function readHeader(row: readonly string[], period: Period | undefined): CountColumn[] {
  if (!period)
    throw new BadFile(
      "mancano le righe iniziali con il periodo (# 20200301-20200331), senza le quali l'ordine di giorno e mese " +
        'non si può sapere. Esporta di nuovo il rapporto e non modificarlo.',
    );
  const compared = row.find((name) => COMPARED.includes(columnName(name)));
  if (compared)
    throw new BadFile(
      `confronta più periodi o segmenti (colonna ${compared}): togli il confronto ed esporta di nuovo.`,
    );
  const columns = countColumns(row);
  if (columns.length > 0) return columns;
  throw new BadFile(
    `la tabella dei giorni non ha nessuna misura che si possa contare (sessioni, visualizzazioni di pagina): ${shownList(row)}.`,
  );
}

function refuseWithoutDays(days: number, other: string): [] {
  if (days > 0) return [];
  const found = other ? `una tabella "${shown(other)}"` : 'solo tabelle senza giorni';
  throw new BadFile(`non c'è la tabella dei giorni ("Day Index"), ma ${found}. ${DAILY}`);
}

/** The period of the preamble: it tells which days can be right, and thereby whether 3/4/20 is in March or in April. */
class Period {
  readonly #from: Day;
  readonly #to: Day;
  #orders = DATE_ORDERS;
  #next: number;

  constructor(from: Day, to: Day) {
    this.#from = from;
    this.#to = to;
    this.#next = dayNumber(from) ?? 0;
  }

  /** Whether a text can be one of its days. */
  includes(text: string): boolean {
    return this.#readings(text).length > 0;
  }

  /** The day of the next row; rows follow one another day by day from the period's first. */
  dayOf(text: string): Day {
    const inside = this.#readings(text);
    const next = inside.find(({ day }) => dayNumber(day) === this.#next) ?? inside[0];
    if (!next)
      throw new BadRow('Day Index', text, `il giorno non è nel periodo del file, ${this.#from}..${this.#to}`);
    this.#settle(inside, next.day);
    this.#next = (dayNumber(next.day) ?? 0) + 1;
    return next.day;
  }

  #readings(text: string): { order: DateOrder; day: Day }[] {
    const all = this.#orders.map((order) => ({ order, day: orderedDay(text, order) ?? '' }));
    return all.filter(({ day }) => day >= this.#from && day <= this.#to);
  }

  #settle(readings: readonly { order: DateOrder; day: Day }[], day: Day): void {
    if (readings.some((other) => other.day !== day) && dayNumber(day) !== this.#next)
      throw new BadFile(
        'non si capisce quale numero delle date sia il mese: i giorni non sono tutti e di seguito. Esporta di nuovo il rapporto.',
      );
    this.#orders = readings.filter((reading) => reading.day === day).map(({ order }) => order);
  }
}

function readPeriod(cell: string): Period | undefined {
  const parts = RANGE.exec(cell);
  return parts ? new Period(parts.slice(1, 4).join('-'), parts.slice(4, 7).join('-')) : undefined;
}
