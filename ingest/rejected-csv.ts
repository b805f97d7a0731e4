// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows that were not taken in, as CSV that a spreadsheet opens.
import Papa from 'papaparse';
import type { Rejected } from './translate.ts';

/**
 * Spreadsheets take a cell that begins so for a formula: an apostrophe in front keeps it text. One that begins with an
 * apostrophe gets another, so that taking one away gives every cell back.
 */
const LIKE_A_FORMULA = /^['=+\-@\t\r\n]/;

/** A table with a header and a row for each of them. */
export function rejectedCsv(rows: readonly Rejected[]): string {
  const cells = rows.map(({ line, column, value, reason }) => [line, column, value, reason]);
  const table = { fields: ['riga', 'colonna', 'valore', 'motivo'], data: cells };
  return Papa.unparse(table, { delimiter: ';', newline: '\n', quotes: true, escapeFormulae: LIKE_A_FORMULA });
}
