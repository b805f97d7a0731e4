// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Settings } from '../../sql/settings.ts';
import { type Day, dayNumber } from '../../sql/vocabulary.ts';
import { isBlank, isNoValue, italianCount, knownChannel } from '../cells.ts';
import { daysInMonth } from '../civil.ts';
import {
  BadFile,
  BadRow,
  type Contact,
  type RowSource,
  type Translation,
  type Translator,
  WHOLE_CHANNEL,
} from '../source.ts';
import { CountedDays, Totals } from './office-table-checks.ts';
import {
  type Column,
  type Header,
  MOST_TITLES,
  officeTableMarks,
  readHeader,
} from './office-table-header.ts';
import { labelPlace, type Place, partPlace, summaryOf, titlePlace } from './office-table-labels.ts';

const MOST_ROWS = 100_000;
const NO_HEADER =
  "non si trova l'intestazione della tabella: serve una riga con la colonna «data» (o «mese») e una colonna per canale, con i nomi dei canali del Comune";

/**
 * The tables that offices keep: a row a day and a column a channel, or days, months, years and channels crossed in any
 * way. The total of a month is taken in as what it is.
 */
export const officeTable: RowSource = {
  name: 'office-table',
  title: 'tabella dei contatti per canale',
  identity: 'complete',
  metrics: ['count'],
  precedence: WHOLE_CHANNEL,
  records: 'rows',
  recognizes: officeTableMarks,
  open: ({ settings }) => new OfficeTable(settings),
};

class OfficeTable implements Translator<readonly string[]> {
  readonly #settings: Settings;
  readonly #totals = new Totals();
  readonly #counted = new CountedDays();
  #titles: string[][] = [];
  #title: Place = {};
  #header: Header | undefined;
  /** The labels of the row above, for cells that are merged downwards. */
  #above: string[] = [];
  #lastDay: Day | undefined;
  #rows = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  take(row: readonly string[], line: number): readonly Translation[] | undefined {
    if (isBlank(row)) return undefined;
    const header = readHeader(this.#settings, row, this.#header !== undefined);
    if (header) return this.#begin(header);
    if (!this.#header) return this.#addTitle(row);
    this.#rows += 1;
    if (this.#rows > MOST_ROWS) throw new BadFile(`ha più di ${MOST_ROWS} righe: non è una riga per giorno`);
    return this.#takeRow(this.#header, row, line);
  }

  end(): [] {
    if (!this.#header) throw new BadFile(NO_HEADER);
    this.#counted.check();
    return [];
  }

  vouches(): 'rows' {
    return 'rows';
  }

  #begin(header: Header): undefined {
    this.#title = { ...this.#title, ...titlePlace(this.#settings, this.#titles.flat()) };
    this.#titles = [];
    this.#header = header;
    this.#above = [];
    this.#totals.begin();
  }

  #addTitle(row: readonly string[]): undefined {
    this.#titles.push([...row]);
    if (this.#titles.length > MOST_TITLES) throw new BadFile(NO_HEADER);
  }

  #takeRow(header: Header, row: readonly string[], line: number): readonly Translation[] | undefined {
    const labels = this.#labels(header, row);
    const summary = summaryOf(labels);
    if (summary === 'total') this.#totals.check(header, row);
    if (summary) return this.#lastDay ? [{ table: null, class: 'righe di totale', day: this.#lastDay }] : [];
    if (hasNumber(header, row)) return this.#takeCounts(header, row, labels, line);
    this.#title = { ...this.#title, ...partPlace(row) };
    this.#titles.push([...row]);
    return undefined;
  }

  #takeCounts(header: Header, row: readonly string[], labels: readonly string[], line: number): Contact[] {
    this.#titles = [];
    try {
      refuseBeyond(header, row);
      const place = this.#placeOf(header, labels);
      const said = header.map((column, at) => this.#takeCell(column, place, row[at] ?? '', at));
      const contacts = said.filter((contact) => contact !== undefined);
      for (const contact of contacts) this.#counted.add(contact, line);
      this.#totals.add(header, row);
      this.#lastDay = contacts.at(-1)?.day ?? this.#lastDay;
      return contacts;
    } catch (error) {
      this.#totals.doubt();
      throw error;
    }
  }

  /** The labels of a row. Months, years and channels go on downwards, as merged cells do, save in the last column. */
  #labels(header: Header, row: readonly string[]): string[] {
    const last = header.findLastIndex(({ role }) => role === 'label');
    const labels = header.map((column, at) => {
      if (column.role !== 'label') return '';
      const label = (row[at] ?? '').trim();
      const goesOn = column.kind === 'year' || (at !== last && column.kind !== 'day');
      return label === '' && goesOn ? (this.#above[at] ?? '') : label;
    });
    if (!summaryOf(labels)) this.#above = labels;
    return labels;
  }

  #placeOf(header: Header, labels: readonly string[]): Place {
    const said = header.map((column, at) => this.#readLabel(column, labels[at] ?? ''));
    if (said.every((place) => place === undefined || Object.keys(place).length === 0))
      throw new BadRow(header.find(({ role }) => role === 'label')?.heading ?? '', '', 'manca la data');
    const own: Place = Object.assign({}, ...said);
    return own.day ? { channel: this.#title.channel, ...own } : { ...this.#title, ...own };
  }

  #readLabel(column: Column, label: string): Place | undefined {
    if (column.role !== 'label' || label === '') return undefined;
    const place = labelPlace(this.#settings, column.kind, label);
    if (place) return place;
    if (column.kind === 'channel') knownChannel(this.#settings, column.heading, label);
    throw new BadRow(column.heading, label, 'data inesistente o non riconosciuta');
  }

  #takeCell(column: Column, row: Place, cell: string, at: number): Contact | undefined {
    if (column.role === 'unknown') return refuseUnknown(this.#settings, column.heading, cell, at);
    if (column.role !== 'count' || isNoValue(cell)) return undefined;
    const count = italianCount(column.heading, cell);
    const place = { ...row, ...column.place };
    const { day, days } = timeOf(column.heading, place);
    return contactOf(channelOf(column.heading, place), day, days, count);
  }
}

function contactOf(channel: string, day: Day, days: number | undefined, count: number): Contact {
  const place = { scope: channel, channel, day, time: null };
  return {
    table: 'contacts',
    ...place,
    metric: 'count',
    platform: '',
    topic: '',
    count,
    ...(days && { days }),
  };
}

function channelOf(heading: string, { channel }: Place): string {
  if (channel) return channel;
  throw new BadRow(
    heading,
    '',
    "non si capisce di quale canale sia il numero: scrivilo in una riga sopra l'intestazione, per esempio «Telefonate»",
  );
}

/** A day, or the first of a month and how many days it has. */
function timeOf(heading: string, { day, year, month, date }: Place): { day: Day; days?: number } {
  if (day && year && !day.startsWith(String(year)))
    throw new BadRow(heading, day, `la data non è del ${year}`);
  if (day) return { day };
  if (!month) throw new BadRow(heading, '', missing('il mese', 'Marzo 2020'));
  if (!year) throw new BadRow(heading, '', missing("l'anno", '2020'));
  const found = `${year}-${String(month).padStart(2, '0')}-${String(date ?? 1).padStart(2, '0')}`;
  if (dayNumber(found) === null) throw new BadRow(heading, found, 'giorno inesistente');
  return date ? { day: found } : { day: found, days: daysInMonth(year, month) };
}

function missing(what: string, example: string): string {
  return `nella data manca ${what}: scrivilo in una riga sopra l'intestazione, per esempio «${example}»`;
}

/** A number under a heading that is no channel must not be lost in silence. */
function refuseUnknown(settings: Settings, heading: string, cell: string, at: number): undefined {
  if (!/^\d/.test(cell.trim())) return;
  if (heading === '') throw new BadRow(`${at + 1}`, cell, 'la colonna non ha intestazione');
  try {
    knownChannel(settings, heading, heading);
  } catch (error) {
    const way = 'se la colonna non è un canale, toglila o usa una mappatura (docs/mapping.md)';
    throw error instanceof BadRow ? new BadRow(heading, cell, `${error.message}; ${way}`) : error;
  }
}

function refuseBeyond(header: Header, row: readonly string[]): void {
  if (!isBlank(row.slice(header.length)))
    throw new BadRow('', '', `la riga ha ${row.length} colonne, l'intestazione ne ha ${header.length}`);
}

function hasNumber(header: Header, row: readonly string[]): boolean {
  return row.some((cell, at) => {
    const role = header[at]?.role ?? 'unknown';
    return role === 'count' ? !isNoValue(cell) : role === 'unknown' && /^\d/.test(cell.trim());
  });
}
