// SPDX-License-Identifier: AGPL-3.0-or-later
// The formats in which a table can leave.
import { italianCsv, openCsv } from './formats/csv.ts';
import { json } from './formats/json.ts';
import { ods } from './formats/ods.ts';
import { TYPE as ODS_TYPE } from './formats/ods-frame.ts';
import { text } from './formats/text.ts';
import { xlsx } from './formats/xlsx.ts';
import type { FormatName } from './names.ts';
import type { Table } from './table.ts';

/** A way of writing a table down: pure, piece by piece where it can be of any length. */
export interface Format {
  /** As it ends an address. */
  name: FormatName;
  /** As it ends the name of a file: two kinds of CSV must not overwrite each other. */
  ending: string;
  title: string;
  type: string;
  write: (table: Table) => AsyncIterable<string> | Promise<Uint8Array>;
}

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

export const FORMATS: readonly Format[] = [
  {
    name: 'it.csv',
    ending: '_excel.csv',
    title: 'CSV per Excel (punto e virgola, virgola decimale)',
    type: CSV_TYPE,
    write: italianCsv,
  },
  {
    name: 'csv',
    ending: '.csv',
    title: 'CSV per dati aperti (RFC 4180, ISO 8601, UTF-8)',
    type: CSV_TYPE,
    write: openCsv,
  },
  {
    name: 'xlsx',
    ending: '.xlsx',
    title: 'Excel',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsx,
  },
  { name: 'ods', ending: '.ods', title: 'OpenDocument (LibreOffice)', type: ODS_TYPE, write: ods },
  { name: 'json', ending: '.json', title: 'JSON', type: 'application/json', write: json },
  {
    name: 'txt',
    ending: '_note.txt',
    title: 'Note per la lettura',
    type: 'text/plain; charset=utf-8',
    write: text,
  },
];
