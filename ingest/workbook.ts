// SPDX-License-Identifier: AGPL-3.0-or-later
// What was found in a spreadsheet; reading one is left to spreadsheet.ts, whose library is large.
import { shown } from './mask.ts';
import type { Numbered } from './read.ts';

const BATCH = 5_000;

/** A sheet with data: its rows that are not blank, each with its number in the sheet. */
export interface Sheet {
  name: string;
  rows: readonly Numbered<string[]>[];
}

/** The sheets of a spreadsheet that have data; in the journal, only their names. */
export class Workbook {
  readonly format: 'xlsx' | 'ods';
  readonly sheets: readonly Sheet[];
  /** Sheets with data that are not read, because they are of no source. */
  readonly unread: readonly string[];

  constructor(format: Workbook['format'], sheets: readonly Sheet[], unread: readonly string[] = []) {
    this.format = format;
    this.sheets = sheets;
    this.unread = unread;
  }

  /** The same spreadsheet with only some of its sheets. */
  only(chosen: readonly Sheet[]): Workbook {
    const left = this.sheets.filter((sheet) => !chosen.includes(sheet));
    return new Workbook(this.format, chosen, [...this.unread, ...left.map(({ name }) => name)]);
  }

  /** `foglio «Marzo»`, and which sheets are not read. */
  words(): string {
    const names = this.sheets.map(({ name }) => `«${shown(name)}»`).join(', ');
    const read = `${this.sheets.length === 1 ? 'foglio' : 'fogli'} ${names}`;
    return this.unread.length === 0
      ? read
      : `${read}; non letti: ${this.unread.map((name) => `«${shown(name)}»`).join(', ')}`;
  }

  toJSON(): unknown {
    return { format: this.format, sheets: this.sheets.map(({ name }) => name) };
  }
}

/** Whether a file that begins with these bytes is a spreadsheet or another kind of packed file. */
export function isPacked(start: Uint8Array): boolean {
  return isZip(start) || isOldOffice(start);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Whether a file that begins with these bytes is of the Office of before 2007, or encrypted. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/** The rows of the sheets, one after the other, in batches; of equal headings only the first is given. */
export function* workbookRows({ sheets }: Workbook): Generator<Numbered<string[]>[]> {
  for (const [at, sheet] of sheets.entries()) {
    const repeated = at > 0 && headingOf(sheet) === headingOf(sheets[0]);
    const place = sheets.length > 1 ? { sheet: sheet.name } : {};
    for (let from = repeated ? 1 : 0; from < sheet.rows.length; from += BATCH)
      yield sheet.rows.slice(from, from + BATCH).map((row) => ({ ...row, ...place }));
  }
}

function headingOf(sheet: Sheet | undefined): string {
  return (sheet?.rows[0]?.record ?? []).join('\t').trimEnd();
}
