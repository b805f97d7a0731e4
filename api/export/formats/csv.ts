// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables as CSV, a few rows at a time: for Excel in Italy, and as open data.
import papaparse from 'papaparse';
import type { Cell, Column, Kind, Row, Table } from '../table.ts';
import { percentOf, plain } from './numbers.ts';

/** What tells one kind of CSV from another. */
interface Dialect {
  delimiter: string;
  /** Before everything else: the mark by which Excel knows UTF-8. */
  mark: string;
  header: (column: Column) => string;
  day: (day: string) => string;
  number: (value: number) => string;
}

const ITALIAN: Dialect = {
  delimiter: ';',
  mark: '\uFEFF',
  header: ({ label, kind }) => (kind === 'share' ? `${label} (%)` : label),
  day: (day) => day.split('-').reverse().join('/'),
  number: (value) => plain(value).replace('.', ','),
};

const OPEN: Dialect = {
  delimiter: ',',
  mark: '',
  header: ({ name }) => name,
  day: (day) => day,
  number: plain,
};

/** Semicolons, decimal comma, dd/mm/yyyy, UTF-8 with its mark, CRLF: opens with a double click in Italy. */
export const italianCsv = (table: Table) => csv(table, ITALIAN);

/** RFC 4180 in UTF-8: commas, points, ISO 8601, names in lower case and underscores. */
export const openCsv = (table: Table) => csv(table, OPEN);

const ROWS_A_CHUNK = 500;

async function* csv({ columns, rows }: Table, dialect: Dialect): AsyncGenerator<string> {
  yield dialect.mark;
  let lines: string[][] = [columns.map((column) => harmless(dialect.header(column)))];
  for await (const row of rows) {
    lines.push(written(row, columns, dialect));
    if (lines.length < ROWS_A_CHUNK) continue;
    yield text(lines, dialect);
    lines = [];
  }
  if (lines.length > 0) yield text(lines, dialect);
}

function text(lines: string[][], { delimiter }: Dialect): string {
  return `${papaparse.unparse(lines, { delimiter, newline: '\r\n', header: false })}\r\n`;
}

function written(row: Row, columns: readonly Column[], dialect: Dialect): string[] {
  return row.map((cell, i) => field(cell, columns[i]!.kind, dialect));
}

function field(cell: Cell, kind: Kind, dialect: Dialect): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return dialect.number(kind === 'share' ? percentOf(cell) : cell);
  return kind === 'day' ? dialect.day(cell) : harmless(cell);
}

/**
 * Words that a spreadsheet would take for a formula, with an apostrophe before them.
 *
 * @example harmless('=1+1') // "'=1+1"
 */
export function harmless(words: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words;
}
