// SPDX-License-Identifier: AGPL-3.0-or-later
// A table that leaves the house: its columns, its rows, and what must be known to read them. How it is written down is
// the business of the formats.
import type { Day, Period } from '../../sql/vocabulary.ts';

/**
 * What stands in a column: a civil day (`2020-03-10`), words, a whole number of something, any other number, or a
 * share of 1, which people read in per cent.
 */
export type Kind = 'day' | 'text' | 'count' | 'number' | 'share';

/** null where there is no value: a column of states says why. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface Column {
  /** Lower case and underscores, with the unit where it is no count; never changed once published. */
  name: string;
  /** As people read it. */
  label: string;
  kind: Kind;
  /** One sentence of Italian for the data dictionary. */
  description: string;
}

/** A column, and how its cell is got from an item. */
export interface Field<Item> extends Column {
  of: (item: Item) => Cell;
}

/** Of how many opening days of something the count is known. */
export interface Coverage {
  label: string;
  daysWithData: number;
  openDays: number;
}

/** What a reader must know of the figures. */
export interface Notes {
  /** Whose figures they are. */
  source: string;
  periods: readonly { label: string; period: Period }[];
  /** What was left out or chosen, in words; empty when nothing was. */
  filters: readonly string[];
  /** How much of each channel rests on data; known once the rows have been read. */
  coverage: () => readonly Coverage[];
  /** How many cells are hidden so that nobody is recognised; known once the rows have been read. */
  suppressedCells: () => number;
  /** The last day that is known of any channel; null without data. */
  dataUntil: Day | null;
  dataVersion: string;
  /** Whether invented data are among the figures. */
  demonstration: boolean;
}

export interface Table {
  /** As in the address. */
  name: string;
  /** Begins the name of the file after the town's. */
  fileWords: string;
  title: string;
  columns: readonly Column[];
  /** Can be read once. */
  rows: AsyncIterable<Row>;
  notes: Notes;
}

/** The columns without what only the making of rows needs. */
export function columnsOf<Item>(fields: readonly Field<Item>[]): Column[] {
  return fields.map(({ name, label, kind, description }) => ({ name, label, kind, description }));
}

/** A row for each item. */
export async function* tableRows<Item>(
  fields: readonly Field<Item>[],
  items: AsyncIterable<Item> | Iterable<Item>,
): AsyncGenerator<Row> {
  for await (const item of items) yield fields.map((field) => field.of(item));
}
