// SPDX-License-Identifier: AGPL-3.0-or-later
// From bytes to text to records: what a file is made of, before anybody asks what it means.
import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import { BadFile } from './source.ts';
import { isPacked, readWorkbook, type Workbook, workbookRows } from './spreadsheet.ts';
import { type Compression, compressionOf, unpack } from './unpack.ts';

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

const SAMPLE_BYTES = 65_536;
const LONGEST_LINE = 1_048_576;
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
  if (isPacked(start))
    return { layout: { encoding: 'utf-8', compression: null, workbook: readWorkbook(file) }, sample: '' };
  const compression = compressionOf(start);
  const plain = compression ? await firstUnpackedBytes(file, compression) : start;
  const encoding = encodingOf(plain);
  const sample = new TextDecoder(encoding).decode(plain);
  if (sample.includes('\0')) throw new BadFile('non è un file di testo');
  return { layout: { encoding, compression }, sample };
}

/** The lines of a file that are not blank, in batches. @throws BadFile for a line longer than 1 MiB. */
export async function* readLines(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Numbered<string>[]> {
  let rest = '';
  let line = 0;
  const numbered = (lines: string[]) => {
    const found: Numbered<string>[] = [];
    for (const text of lines) {
      line += 1;
      const record = text.endsWith('\r') ? text.slice(0, -1) : text;
      // Only what begins with a blank can be blank: most lines need no trimming.
      if (isInk(record.charCodeAt(0)) || record.trim() !== '') found.push({ line, record });
    }
    return found;
  };
  for await (const text of readText(file, layout, onBytes)) {
    const lines = text.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new BadFile('una riga è più lunga di un milione di caratteri: non è un file di testo');
    yield numbered(lines);
  }
  if (rest !== '') yield numbered([rest]);
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
    yield data.map((record) => {
      const numbered = { line, record };
      line +=
        1 + record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      return numbered;
    });
    const open = errors.find(({ code }) => code === 'MissingQuotes');
    if (open)
      throw new BadFile(
        'ci sono virgolette aperte che non si chiudono: la fine della tabella non si può leggere',
      );
  }
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
): AsyncGenerator<string> {
  const decoder = new TextDecoder(layout.encoding, { ignoreBOM: true });
  const isByByte = layout.encoding === 'utf-8' || layout.encoding === 'windows-1252';
  let isFirst = true;
  // Plain ASCII, which logs are for the most part, needs no decoding, and its text takes half the memory.
  let isBetween = isByByte;
  for await (const bytes of readBytes(file, layout, onBytes)) {
    const text =
      isBetween && isAscii(bytes) ? bytes.toString('latin1') : decoder.decode(bytes, { stream: true });
    isBetween = isByByte && (bytes.at(-1) ?? 0) < 0x80;
    if (text === '') continue;
    yield isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
    isFirst = false;
  }
  yield decoder.decode();
}

async function* readBytes(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: TEXT_BYTES });
  try {
    const { compression } = layout;
    for await (const bytes of compression ? unpack(raw, compression, () => raw.bytesRead) : raw) {
      onBytes(raw.bytesRead);
      yield bytes;
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
