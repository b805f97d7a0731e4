// SPDX-License-Identifier: AGPL-3.0-or-later
// From bytes to text to records: what a file is made of, before anybody asks what it means.
import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Range } from './cut.ts';
import { BadFile } from './source.ts';
import { type Compression, compressionOf, unpack } from './unpack.ts';
import { isPacked, type Workbook } from './workbook.ts';
import {
  BINARY,
  BLANK_START,
  BLANK_STRETCH,
  explainUnreadable,
  LongLine,
  refuseNoFile,
  refuseWrongKind,
} from './wrong-file.ts';

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
export const LONGEST_LINE = 1_048_576;
/** Twice what a sheet of a million empty rows leaves behind. */
const LONGEST_BLANK = 4 * 1_048_576;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no text is told by them
const CONTROLS = /[\0-\x08\x0e-\x1f]/g;
const MOST_CONTROLS = 0.05;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const READ_BYTES = 1_048_576;
/** Text of more than 128 KB is kept apart by V8, which costs more than the copying does. */
const TEXT_BYTES = 65_536;

/** The SHA-256 of the file's bytes, in hexadecimal. */
export async function fingerprint(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of readBytes(file, { compression: null }, () => {})) hash.update(bytes);
  return hash.digest('hex');
}

/** Looks at the first bytes of a file to find out how it is written. @throws BadFile when it cannot be read as text. */
export async function findLayout(file: string): Promise<{ layout: Layout; sample: string }> {
  refuseNoFile(file);
  const start = await firstBytes(file, null);
  refuseWrongKind(start);
  if (isPacked(start)) {
    const { readWorkbook } = await import('./spreadsheet.ts');
    return { layout: { encoding: 'utf-8', compression: null, workbook: readWorkbook(file) }, sample: '' };
  }
  const compression = compressionOf(start);
  const plain = compression ? await firstBytes(file, compression) : start;
  const encoding = encodingOf(plain);
  const sample = new TextDecoder(encoding).decode(plain);
  if (isBinary(sample)) throw new BadFile(BINARY);
  if (sample.trim() === '') throw new BadFile(BLANK_START);
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

/** The lines of a file, many at a time; a group is used up before the next is asked for. @throws LongLine for one longer than 1 MiB. */
export async function* readLines(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
  range: Range = WHOLE_FILE,
): AsyncGenerator<Iterable<Lines>> {
  let rest = '';
  function* wholeLines(pieces: Iterable<string>): Generator<Lines> {
    for (const piece of pieces) {
      const text = rest === '' ? piece : rest + piece;
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      if (end > 0) yield { text, end };
      if (rest.length > LONGEST_LINE) throw new LongLine();
    }
  }
  for await (const pieces of readPieces(file, layout, onBytes, range)) yield wholeLines(pieces);
  if (rest !== '') yield [{ text: rest, end: rest.length }];
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

/** The text of a file, piece by piece. */
export async function* readText(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  for await (const pieces of readPieces(file, layout, onBytes, WHOLE_FILE)) yield* pieces;
}

/** The text of a file, in pieces: those of one reading at a time, because to wait for each piece costs as much as to read it. */
async function* readPieces(
  file: string,
  layout: Layout,
  onBytes: (bytes: number) => void,
  range: Range,
): AsyncGenerator<Iterable<string>> {
  const decoder = new TextDecoder(layout.encoding, { ignoreBOM: true });
  const isByByte = layout.encoding === 'utf-8' || layout.encoding === 'windows-1252';
  let isFirst = range.from === 0;
  // Plain ASCII, which logs are for the most part, needs no decoding, and its text takes half the memory.
  let isBetween = isByByte;
  let blank = 0;
  function* decode(read: Buffer): Generator<string> {
    for (const bytes of inPieces(read, isByByte)) {
      const text =
        isBetween && isAscii(bytes) ? bytes.toString('latin1') : decoder.decode(bytes, { stream: true });
      isBetween = isByByte && (bytes.at(-1) ?? 0) < 0x80;
      if (text === '') continue;
      blank = text.trimStart() === '' ? blank + text.length : 0;
      if (blank > LONGEST_BLANK) throw new BadFile(BLANK_STRETCH);
      yield isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
      isFirst = false;
    }
  }
  const bytes = readBytes(file, layout, onBytes, range);
  for await (const read of isByByte ? cutAtLines(bytes) : bytes) yield decode(read);
  yield [decoder.decode()];
}

/** Ends what was read with a line where that is possible: joining text later would cost far more. */
async function* cutAtLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const read of bytes) {
    const first = read.indexOf(LINE_FEED) + 1 || read.length;
    const last = Math.max(first, read.lastIndexOf(LINE_FEED) + 1);
    if (rest.length > 0) yield Buffer.concat([rest, read.subarray(0, first)]);
    yield rest.length > 0 ? read.subarray(first, last) : read.subarray(0, last);
    // A copy: what was read is good until the next only.
    rest = Buffer.from(read.subarray(last));
  }
  if (rest.length > 0) yield rest;
}

/** Pieces short enough for V8's heap; where `atLines`, they too end with a line. */
function* inPieces(bytes: Buffer, atLines: boolean): Generator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const most = Math.min(at + TEXT_BYTES, bytes.length);
    const line = atLines && most < bytes.length ? bytes.lastIndexOf(LINE_FEED, most - 1) + 1 : most;
    const end = line > at ? line : most;
    yield bytes.subarray(at, end);
    at = end;
  }
}

/** The bytes of a file, unpacked, as much as was read at a time; good until the next is asked for. */
async function* readBytes(
  file: string,
  { compression }: Pick<Layout, 'compression'>,
  onBytes: (bytes: number) => void,
  range: Range = WHOLE_FILE,
): AsyncGenerator<Buffer> {
  try {
    yield* compression ? readUnpacked(file, compression, onBytes) : readPlain(file, onBytes, range);
  } catch (error) {
    throw explainUnreadable(error);
  }
}

/** Into the same memory again and again: to be given new memory takes five times as long as to read a file into it. */
async function* readPlain(
  file: string,
  onBytes: (bytes: number) => void,
  { from, to = Number.POSITIVE_INFINITY }: Range,
): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(READ_BYTES);
    for (let at = from; at < to; ) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(READ_BYTES, to - at), at);
      if (bytesRead === 0) return;
      at += bytesRead;
      onBytes(at - from);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function* readUnpacked(
  file: string,
  compression: Compression,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: READ_BYTES });
  try {
    for await (const bytes of unpack(raw, compression)) {
      onBytes(raw.bytesRead);
      yield bytes;
    }
  } finally {
    raw.destroy();
  }
}

async function firstBytes(file: string, compression: Compression | null): Promise<Buffer> {
  let start = Buffer.alloc(0);
  for await (const bytes of readBytes(file, { compression }, () => {})) {
    start = Buffer.concat([start, bytes]);
    if (start.length >= SAMPLE_BYTES) break;
  }
  return start.subarray(0, SAMPLE_BYTES);
}

/** A byte order mark says it; without one, what is no UTF-8 is taken for the Windows encoding of Western Europe. */
function encodingOf(bytes: Buffer): Layout['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // A sample may end in the middle of a character of up to four bytes.
  const whole = [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))));
  return whole ? 'utf-8' : 'windows-1252';
}
