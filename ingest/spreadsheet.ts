// SPDX-License-Identifier: AGPL-3.0-or-later
// From a spreadsheet (.xlsx, .ods) to rows of text, as if its sheets had been saved as CSV.
import { readFileSync, statSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import { said } from './language.ts';
import type { Numbered } from './read.ts';
import { BadFile } from './source.ts';
import { isOldOffice, type Sheet, Workbook } from './workbook.ts';

const MEGA = 1_000_000;
const LARGEST_FILE = 50 * MEGA;
/** A hundred thousand rows of twenty columns; the library holds all of it in memory at once. */
const LARGEST_UNPACKED = 100 * MEGA;
const MOST_PARTS = 10_000;
const MOST_CELLS = 2 * MEGA;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Reads a spreadsheet. @throws BadFile when it is none, is encrypted, broken or too large. */
export function readWorkbook(file: string): Workbook {
  if (statSync(file).size > LARGEST_FILE) throw new BadFile(TOO_LARGE);
  const bytes = readFileSync(file);
  if (isOldOffice(bytes)) throw new BadFile(bytes.includes(ENCRYPTED_OFFICE) ? ENCRYPTED : OLD_OFFICE);
  const parts = listParts(bytes);
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > LARGEST_UNPACKED) throw new BadFile(TOO_LARGE);
  const format = formatOf(bytes, parts);
  refuseBomb(bytes, parts, format);
  const sheets = sheetsOf(bytes);
  if (sheets.length === 0) throw new BadFile(NO_DATA);
  return new Workbook(format, sheets);
}

const TOO_LARGE = said(
  'il foglio di calcolo è troppo grande (al massimo 50 MB, 100 MB una volta aperto, due milioni di celle): salvalo come CSV e carica quello',
  'the spreadsheet is too large (50 MB at most, 100 MB once opened, two million cells): save it as CSV and load that',
);
const BROKEN = said(
  'il foglio di calcolo è danneggiato: aprilo e salvalo di nuovo',
  'the spreadsheet is damaged: open it and save it again',
);
const ENCRYPTED = said(
  'il foglio di calcolo è protetto da password: salvane una copia senza password',
  'the spreadsheet is protected by a password: save a copy without one',
);
const OLD_OFFICE = said(
  'è un documento di Office di vecchio tipo (.xls, .doc): se è un foglio di calcolo salvalo come .xlsx',
  'it is an Office document of the old kind (.xls, .doc): if it is a spreadsheet, save it as .xlsx',
);
const NO_SPREADSHEET = said(
  'è un archivio compresso o un altro documento, non un foglio di calcolo .xlsx o .ods: estrai i file che contiene e caricali',
  'it is a compressed archive or another document, not an .xlsx or .ods spreadsheet: extract the files in it and load them',
);
const NO_DATA = said(
  'è un foglio di calcolo senza dati: controlla di aver salvato quello giusto',
  'it is a spreadsheet without data: check that the right one was saved',
);
/** «EncryptedPackage», as an encrypted document names its only part. */
const ENCRYPTED_OFFICE = Buffer.from('EncryptedPackage', 'utf16le');

/** One file within the zip file, as its directory describes it. */
interface Part {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  unpacked: number;
  offset: number;
}

/** The directory of a zip file, which stands at its end. */
function listParts(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) throw new BadFile(BROKEN);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new BadFile(TOO_LARGE);
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let part = 0; part < count; part += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new BadFile(BROKEN);
    const nameLength = bytes.readUInt16LE(at + 28);
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function formatOf(bytes: Buffer, parts: readonly Part[]): Workbook['format'] {
  if (parts.some(({ encrypted }) => encrypted)) throw new BadFile(ENCRYPTED);
  const names = new Set(parts.map(({ name }) => name));
  if (names.has('xl/workbook.xml')) return 'xlsx';
  const kind = parts.find(({ name }) => name === 'mimetype');
  const isOds = kind && unpack(bytes, kind).toString('latin1').startsWith(ODS);
  if (!isOds || !names.has('content.xml')) throw new BadFile(NO_SPREADSHEET);
  const manifest = parts.find(({ name }) => name === 'META-INF/manifest.xml');
  if (manifest && unpack(bytes, manifest).includes('encryption-data')) throw new BadFile(ENCRYPTED);
  return 'ods';
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** What the directory says is believed only as far as it is true: every part is unpacked up to the size it declares. */
function refuseBomb(bytes: Buffer, parts: readonly Part[], format: Workbook['format']): void {
  for (const part of parts) {
    const content = unpack(bytes, part);
    if (format === 'ods' && part.name === 'content.xml') refuseRepeats(content.toString('latin1'));
    if (format === 'xlsx' && part.name.startsWith('xl/worksheets/')) refuseCells(content.toString('latin1'));
  }
}

function unpack(bytes: Buffer, { method, packed, unpacked, offset }: Part): Buffer {
  try {
    if (bytes.readUInt32LE(offset) !== 0x04034b50) throw new BadFile(BROKEN);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const content = bytes.subarray(start, start + packed);
    if (method === 0) return content;
    return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadFile(code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : BROKEN);
  }
}

/** A cell takes 16 bytes in the file and ten times that in memory. */
function refuseCells(content: string): void {
  let cells = 0;
  for (const _ of content.matchAll(/<(?:\w+:)?(?:c|row)[\s/>]/g)) {
    cells += 1;
    if (cells > MOST_CELLS) throw new BadFile(TOO_LARGE);
  }
}

/** An .ods may say «this cell a million times» in a few bytes; the empty ones at the end cost nothing. */
function refuseRepeats(content: string): void {
  let rows = 1;
  let cells = 0;
  for (const [tag, name] of content.matchAll(/<(?:\w+:)?(table-row|table-cell)\b[^>]*>/g)) {
    const repeats = Number(/(?:rows|columns)-repeated=["'](\d+)["']/.exec(tag)?.[1] ?? 1);
    if (name === 'table-row') rows = repeats;
    else cells += tag.endsWith('/>') ? 1 : rows * repeats;
    if (cells > MOST_CELLS) throw new BadFile(TOO_LARGE);
  }
}

/** Formulas are not evaluated: the value that was last saved with them is taken. */
const OPTIONS = {
  type: 'buffer',
  dense: true,
  cellDates: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
} as const;

function sheetsOf(bytes: Buffer): Sheet[] {
  try {
    const book = read(bytes, OPTIONS);
    const hidden = new Set(book.Workbook?.Sheets?.filter((sheet) => sheet.Hidden).map(({ name }) => name));
    return book.SheetNames.filter((name) => !hidden.has(name))
      .map((name) => ({ name, rows: rowsOf(book.Sheets[name]) }))
      .filter(({ rows }) => rows.length > 0);
  } catch (error) {
    if (error instanceof BadFile) throw error;
    // What the reader says may quote the file.
    throw new BadFile(BROKEN);
  }
}

/** A sheet may have one cell at its far end: only what is there is looked at, and rows are made equally wide. */
function rowsOf(sheet: WorkSheet | undefined): Numbered<string[]>[] {
  const rows: Numbered<string[]>[] = [];
  let width = 0;
  for (const [at, cells] of Object.entries(sheet?.['!data'] ?? {})) {
    if (Number(at) >= MOST_ROWS || cells.length > MOST_COLUMNS) throw new BadFile(TOO_LARGE);
    const record = Array.from(cells, cellText);
    if (record.every((text) => text === '')) continue;
    width = Math.max(width, record.findLastIndex((text) => text !== '') + 1);
    rows.push({ line: Number(at) + 1, record });
  }
  if (rows.length * width > MOST_CELLS) throw new BadFile(TOO_LARGE);
  return rows.map(({ line, record }) => ({
    line,
    record: Array.from({ length: width }, (_, at) => record[at] ?? ''),
  }));
}

/** What a cell holds, never how it is shown: days as 2020-03-10, numbers without thousands dots. */
function cellText(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null) return '';
  if (cell.v instanceof Date) return dateText(cell.v);
  return typeof cell.v === 'number' ? numberText(cell.v) : String(cell.v).trim();
}

/** With exactly three decimals a number would look like thousands: 1.234 is written 1.2340. */
function numberText(value: number): string {
  const text = String(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** The library gives civil times as if they were UTC; a time without a day is one of 1899. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [text.slice(0, 10), text.slice(11, 19)];
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
