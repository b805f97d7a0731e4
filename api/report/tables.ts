// SPDX-License-Identifier: AGPL-3.0-or-later
// The tables of a report: channels month by month, what divides them, practices by kind.
import { decimal } from '../compare/wording/numbers.ts';
import type { Cell, PhaseDays } from '../schemas/cells.ts';
import type { Table } from './blocks.ts';
import { changeText } from './change.ts';
import { perDay } from './figures.ts';
import { monthName, monthsLater, monthTitle } from './month.ts';
import type { ChannelMonth, Division, MonthCount, Report } from './schema.ts';

/** The channels in this month, the month before, the year before, and before the lockdown. */
export function channelsTable({ month, channels }: Report): Table {
  const [before, year] = [monthName(monthsLater(month, -1)), monthTitle(monthsLater(month, -12))];
  const now = monthName(month);
  return {
    caption: 'Totali, e medie per giorno di apertura con dati',
    head: [
      'Canale',
      `Totale ${now}`,
      `Al giorno ${now}`,
      `Al giorno ${before}`,
      `su ${before}`,
      `Al giorno ${year}`,
      `su ${year}`,
      'Prima del lockdown',
      'Giorni con dati',
    ],
    words: [],
    rows: channels.map(channelRow),
  };
}

function channelRow(row: ChannelMonth): string[] {
  return [
    row.label,
    total(row.month),
    perDay(row.month.perDay),
    perDay(row.monthBefore.perDay),
    changeText(row.onMonthBefore),
    perDay(row.yearBefore.perDay),
    changeText(row.onYearBefore),
    perDay(row.beforeLockdown?.perDay ?? null),
    daysText(row.month),
  ];
}

function total({ total }: MonthCount): string {
  return total === null ? 'n.d.' : decimal(total, 0, 'it');
}

function daysText({ daysWithData, expectedDays, isTotalOnly }: MonthCount): string {
  return isTotalOnly ? 'totale' : `${daysWithData}/${expectedDays}`;
}

/** What stands under that table: what n.d. means, what was left out, and what the changes do not say. */
export function channelsNotes({ month, isOver, channels }: Report): string[] {
  const changes = channels.flatMap(({ onMonthBefore, onYearBefore }) => [onMonthBefore, onYearBefore]);
  const isNone = (reason: string) => changes.some((each) => each.kind === 'none' && each.reason === reason);
  const before = monthName(monthsLater(month, -1));
  return [
    ...(isOver ? [] : [`Nessun confronto con ${before} finché il mese non è finito.`]),
    ...(isNone('no_data') ? ['n.d.: nessun dato, o meno della metà dei giorni di apertura.'] : []),
    ...(isNone('collection_change') ? ['n.d. anche dove tra i due mesi è cambiato il modo di contare.'] : []),
    ...(changes.some(({ kind }) => kind === 'difference')
      ? ['Con meno di 10 contatti di base si mostra la differenza al giorno, non la percentuale.']
      : []),
    ...(isOver
      ? ['Le variazioni tra mesi sono senza intervallo: da sole non dimostrano un cambiamento.']
      : []),
  ];
}

const NAMES: Readonly<Record<Division['by'] & string, string>> = {
  platform: 'Piattaforma',
  device: 'Dispositivo',
  means: 'Mezzo',
  topic: 'Argomento',
  action: 'Azione',
  page: 'Pagina',
  referrer: 'Provenienza',
  kind: 'Tipo',
  outcome: 'Esito',
};

/** One channel by its platforms, devices, means or topics, in the month before and in the month. */
export function divisionTable({ month }: Report, division: Division): Table {
  return {
    caption: division.label,
    head: [NAMES[division.by], monthName(monthsLater(month, -1)), monthName(month)],
    words: [],
    rows: division.rows.map((row) => [
      rowName(row),
      cellText(row.before, division.before, division.suppression),
      cellText(row.during, division.during, division.suppression),
    ]),
  };
}

/** The practices by kind, with the time it took to close those of the month before. */
export function kindsTable(month: Report['month'], practices: NonNullable<Report['practices']>): Table {
  const before = monthName(monthsLater(month, -1));
  return {
    caption: 'Pratiche presentate, e giorni lavorativi fino alla chiusura',
    head: ['Tipo', before, monthName(month), `Chiuse entro giorni: metà / 9 su 10 (${before})`],
    words: [],
    rows: practices.kinds.map((row) => [
      rowName(row),
      cellText(row.before, practices.before, practices.suppression),
      cellText(row.during, practices.during, practices.suppression),
      row.closing ? `${workingDays(row.closing.median)} / ${workingDays(row.closing.p90)}` : 'n.d.',
    ]),
  };
}

/** @example workingDays(7.5) // '7,5' */
export function workingDays(time: number): string {
  return decimal(time, Number.isInteger(time) ? 0 : 1, 'it');
}

type Row = Pick<Division['rows'][number], 'kind' | 'value' | 'values'>;

function rowName({ kind, value, values }: Row): string {
  if (kind === 'unknown') return 'Non indicato';
  return kind === 'rest'
    ? `Altre ${values} voci`
    : (WORDS[value] ?? value.charAt(0).toUpperCase() + value.slice(1));
}

/** The words of our own lists; names of platforms and topics stand as the files have them. */
const WORDS: Readonly<Record<string, string>> = {
  desktop: 'Computer',
  mobile: 'Smartphone',
  other: 'Altro',
  web: 'Modulo sul sito',
  email: 'E-mail',
  pec: 'PEC',
  desk: 'Sportello',
};

/** A count that may be hidden; of days without data nothing is known. */
export function cellText(
  cell: Cell,
  { daysWithData }: Pick<PhaseDays, 'daysWithData'>,
  suppression: Division['suppression'],
): string {
  if (daysWithData === 0) return 'n.d.';
  if ('count' in cell) return decimal(cell.count, 0, 'it');
  return cell.suppressed === 'small' ? `meno di ${suppression!.threshold}` : 'oscurato';
}
