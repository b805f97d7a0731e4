// SPDX-License-Identifier: AGPL-3.0-or-later
// What a workbook holds, whatever program it is for: the table, and a second sheet with everything needed to read it.
import { BadQuestion } from '../../problem.ts';
import { dictionary, noteLines, stateLines } from '../notes.ts';
import type { Column, Row, Table } from '../table.ts';

export interface Sheets {
  rows: Row[];
  /** Up to four cells of text a row. */
  notes: string[][];
}

/** The columns of the notes, in letters. */
export const NOTE_WIDTHS = [24, 34, 16, 90];

/** A workbook is put together in memory, and nobody scrolls through more. */
const MOST_ROWS = 100_000;

/** Reads the table whole. @throws BadQuestion when it is too long for a sheet. */
export async function sheetsOf(table: Table): Promise<Sheets> {
  const rows: Row[] = [];
  for await (const row of table.rows) {
    if (rows.length === MOST_ROWS)
      throw new BadQuestion('format', `more than ${MOST_ROWS} rows are too many for a spreadsheet`, [
        'csv',
        'a shorter period',
        'fewer channels',
      ]);
    rows.push(row);
  }
  const states = stateLines(table.columns);
  const notes = [
    ...noteLines(table).map((line) => [...line]),
    ...(states.length > 0 ? [[], ['Stato', 'Significato'], ...states.map((line) => [...line])] : []),
    [],
    ['Colonna', 'Nome nei dati aperti', 'Tipo', 'Significato'],
    ...dictionary(table.columns),
  ];
  return { rows, notes };
}

/** So wide, in letters, that the label fits on two lines and a day or a count on one. */
export function labelWidth({ label, kind }: Column): number {
  return Math.max(kind === 'text' ? 22 : 12, Math.ceil(label.length / 2) + 2);
}
