// SPDX-License-Identifier: AGPL-3.0-or-later
// From bytes to text to records: what a file is made of, before anybody asks what it means.
import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import type { Range } from './cut.ts';
import { BadFile } from './source.ts';
import { type Compression, compressionOf, unpack } from './unpack.ts';
import { isPacked, type Workbook, workbookRows } from './workbook.ts';

/** How a file is to be read. What was decided is stored with the load. */
export interface Layout {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  compression: Compression | null;
  /** What was found in a spreadsheet, which is no text. */
  workbook?: Workbook;
}

/** One record and the number of the line it begins on, from 1. */
export interface Numbered<Record> {
  line: number;
  record: Record;
  /** Of which sheet, where several are read. */
  sheet?: string;
}

export const WHOLE_FILE: Range = { from: 0 };

const SAMPLE_BYTES = 65_536;
const LONGEST_LINE = 1_048_576;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no text is told by them
const CONTROLS = /[\0-\x08\x0e-\x1f]/g;
const MOST_CONTROLS = 0.05;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const READ_BYTES = 1_048_576;
/** Text of more than 128 KB is kept apart by V8, which costs more than the copying does. */
const TEXT_BYTES = 65_536;

/** The SHA-256 of the file's bytes, in hexadecimal. @throws BadFile when there is no such file, or it is empty. */
export async function fingerprint(file: string): Promise<string> {
  const size = statSync(file, { throwIfNoEntry: false });
  if (!size) throw new BadFile('il file non esiste: controlla il nome e la cartella');
  if (size.isDirectory()) throw new BadFile('è una cartella: indica i file che contiene');
  if (size.size === 0) throw new BadFile('il file è vuoto');
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** Looks at the first bytes of a file to find out how it is written. @throws BadFile when it is not text. */
export async function findLayout(file: string): Promise<{ layout: Layout; sample: string }> {
  const start = await firstBytes(file);
  if (isPacked(start)) {
    const { readWorkbook } = await import('./spreadsheet.ts');
    return { layout: { encoding: 'utf-8', compression: null, workbook: readWorkbook(file) }, sample: '' };
  }
  const compression = compressionOf(start);
  const plain = compression ? await firstUnpackedBytes(file, compression) : start;
  const encoding = encodingOf(plain);
  const sample = new TextDecoder(encoding).decode(plain);
  if (isBinary(sample)) throw new BadFile('non è un file di testo');
  return { layout: { encoding, compression }, sample };
}

/** Whether more than a few characters are those that text has none of; a stray NUL is a matter of its row alone. */
function isBinary(sample: string): boolean {
  const controls = sample.match(CONTROLS)?.length ?? 0;
  return controls > sample.length * MOST_CONTROLS;
}

/** Text whose lines are whole up to `end`; what stands behind it begins the next. */
export interface Lines {
  text: string;
  end: number;
}

/** The lines of a file, many at a time. @throws BadFile for a line longer than 1 MiB. */
export async function* readLines(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
  range: Range = WHOLE_FILE,
): AsyncGenerator<Lines> {
  let rest = '';
  for await (const piece of readText(file, layout, onBytes, range)) {
    const text = rest === '' ? piece : rest + piece;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (rest.length > LONGEST_LINE)
      throw new BadFile('una riga è più lunga di un milione di caratteri: non è un file di testo');
    if (end > 0) yield { text, end };
  }
  if (rest !== '') yield { text: rest, end: rest.length };
}

/** Takes each line that is not blank, the first of them being number `line`; returns the number after the last. */
export function eachLine(
  { text, end }: Lines,
  line: number,
  take: (text: string, from: number, to: number, line: number) => void,
): number {
  let number = line;
  for (let from = 0; from < end; number += 1) {
    const found = text.indexOf('\n', from);
    const next = found < 0 ? end : found;
    const to = next > from && text.charCodeAt(next - 1) === CARRIAGE_RETURN ? next - 1 : next;
    // Only what begins with a blank can be blank: most lines need no trimming.
    if (isInk(text.charCodeAt(from)) || text.slice(from, to).trim() !== '') take(text, from, to, number);
    from = next + 1;
  }
  return number;
}

/** Whether that is a visible character of ASCII. */
function isInk(code: number): boolean {
  return code > 32 && code < 127;
}

/** The rows of a delimited table that are not blank, header included, in batches. */
export async function* readRows(
  file: string,
  layout: Layout,
  delimiter: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Numbered<string[]>[]> {
  if (layout.workbook) return yield* workbookRows(layout.workbook);
  let line = 1;
  for await (const { data, errors } of papaBatches(readText(file, layout, onBytes), delimiter)) {
    const rows = data.map((record) => {
      const numbered = { line, record };
      line += 1;
      for (const cell of record) if (cell.includes('\n')) line += cell.split('\n').length - 1;
      return numbered;
    });
    yield rows;
    const open = errors.find(({ code, row = -1 }) => code === 'MissingQuotes' || swallows(code, data[row]));
    if (open)
      throw new BadFile(
        `ci sono virgolette aperte che non si chiudono dove dovrebbero (riga ${rows[open.row ?? -1]?.line}): le righe dopo non si possono leggere`,
      );
  }
}

/** Whether a cell with quotes in the wrong place goes on over the end of its line: it has taken other rows with it. */
function swallows(code: string, record: readonly string[] = []): boolean {
  return code === 'InvalidQuotes' && record.some((cell) => cell.includes('\n'));
}

/** The delimiter of a table, from its first lines: the one that most of them have equally often, outside quotes. */
export function findDelimiter(sample: string): string {
  const lines = sample.split(/\r?\n/, 20).map((line) => line.replace(/"[^"]*"/g, ''));
  const alike = (delimiter: string) => {
    const columns = lines.map((line) => line.split(delimiter).length).filter((count) => count > 1);
    // Of two that are equally common, the one that gives the most columns.
    return Math.max(
      0,
      ...columns.map((count) => columns.filter((other) => other === count).length + count / 1000),
    );
  };
  return [';', ',', '\t', '|'].reduce((best, other) => (alike(other) > alike(best) ? other : best));
}

/** The first lines of a table as rows. */
export function splitRows(lines: readonly string[], delimiter: string): string[][] {
  return Papa.parse<string[]>(lines.join('\n'), { delimiter }).data;
}

/** papaparse hands over a batch and waits until it has been used, so memory stays flat. */
function papaBatches(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncIterable<Papa.ParseResult<string[]>> {
  const input = Readable.from(text);
  let resume: (() => void) | undefined;
  const batches = new Readable({
    objectMode: true,
    highWaterMark: 2,
    read: () => resume?.(),
    destroy: (error, done) => {
      input.destroy();
      done(error);
    },
  });
  Papa.parse<string[]>(input, {
    delimiter,
    chunk: (results, parser) => {
      if (batches.push(results)) return;
      parser.pause();
      resume = () => {
        resume = undefined;
        parser.resume();
      };
    },
    complete: () => batches.push(null),
    error: (error) => batches.destroy(error),
  });
  return batches;
}

/** The text of a file, piece by piece. */
export async function* readText(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
  range: Range = WHOLE_FILE,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(layout.encoding, { ignoreBOM: true });
  const isByByte = layout.encoding === 'utf-8' || layout.encoding === 'windows-1252';
  let isFirst = range.from === 0;
  // Plain ASCII, which logs are for the most part, needs no decoding, and its text takes half the memory.
  let isBetween = isByByte;
  const pieces = readBytes(file, layout, onBytes, range);
  for await (const bytes of isByByte ? cutAtLines(pieces) : pieces) {
    const text =
      isBetween && isAscii(bytes) ? bytes.toString('latin1') : decoder.decode(bytes, { stream: true });
    isBetween = isByByte && (bytes.at(-1) ?? 0) < 0x80;
    if (text === '') continue;
    yield isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
    isFirst = false;
  }
  yield decoder.decode();
}

/** Ends pieces with a line where that is possible: joining text of two pieces later would cost far more. */
async function* cutAtLines(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const first = piece.indexOf(LINE_FEED) + 1 || piece.length;
    const last = Math.max(first, piece.lastIndexOf(LINE_FEED) + 1);
    if (rest.length > 0) yield Buffer.concat([rest, piece.subarray(0, first)]);
    yield rest.length > 0 ? piece.subarray(first, last) : piece.subarray(0, last);
    rest = piece.subarray(last);
  }
  if (rest.length > 0) yield rest;
}

async function* readBytes(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
  { from, to = Number.POSITIVE_INFINITY }: Range = WHOLE_FILE,
): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: READ_BYTES, start: from, end: to - 1 });
  try {
    const { compression } = layout;
    for await (const bytes of compression ? unpack(raw, compression, () => raw.bytesRead) : raw) {
      onBytes(raw.bytesRead);
      for (let at = 0; at < bytes.length; at += TEXT_BYTES) yield bytes.subarray(at, at + TEXT_BYTES);
    }
  } finally {
    raw.destroy();
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function firstUnpackedBytes(file: string, compression: Compression): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const bytes of readBytes(file, { encoding: 'utf-8', compression }, () => {})) {
    pieces.push(bytes);
    if (Buffer.concat(pieces).length >= SAMPLE_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, SAMPLE_BYTES);
}

/** A byte order mark says it; without one, what is no UTF-8 is taken for the Windows encoding of Western Europe. */
function encodingOf(bytes: Buffer): Layout['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // A sample may end in the middle of a character of up to four bytes.
  const whole = [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))));
  return whole ? 'utf-8' : 'windows-1252';
}
