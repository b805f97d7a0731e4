// SPDX-License-Identifier: AGPL-3.0-or-later
// A table as a workbook of Excel: typed cells under a header that stays, the notes on a second sheet.
import writeExcelFile, { type Cell as ExcelCell, type SheetData } from 'write-excel-file/node';
import type { Cell, Kind, Table } from '../table.ts';
import { labelWidth, NOTE_WIDTHS, type Sheets, sheetsOf } from './sheets.ts';

const FORMATS: Record<Kind, string | undefined> = {
  day: 'dd/mm/yyyy',
  text: undefined,
  count: '#,##0',
  number: '#,##0.00',
  share: '0.0%',
};

/** The workbook, whole. @throws BadQuestion when it has more rows than a sheet should. */
export async function xlsx(table: Table): Promise<Uint8Array> {
  const { rows, notes } = await sheetsOf(table);
  const { columns } = table;
  const data = [
    columns.map(({ label }) => bold(label)),
    ...rows.map((row) => row.map((cell, i) => typed(cell, columns[i]!.kind))),
  ];
  const widths = columns.map((column) => ({ width: labelWidth(column) }));
  const sheets = [
    { data, sheet: 'Dati', stickyRowsCount: 1, columns: widths },
    { data: notesData(notes), sheet: 'Note', columns: NOTE_WIDTHS.map((width) => ({ width })) },
  ];
  return writeExcelFile(sheets).toBuffer();
}

function typed(cell: Cell, kind: Kind): ExcelCell {
  if (cell === null) return null;
  const format = FORMATS[kind];
  if (kind === 'day') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: format! };
  if (typeof cell === 'number') return { value: cell, type: Number, format: format! };
  return { value: cell, type: String };
}

const bold = (value: string): ExcelCell => ({ value, type: String, fontWeight: 'bold', wrap: true });

function notesData(notes: Sheets['notes']): SheetData {
  return notes.map((row) => row.map((value) => ({ value, type: String, wrap: true })));
}
