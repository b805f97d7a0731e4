// SPDX-License-Identifier: AGPL-3.0-or-later
// zstd, which Node 20 has none of: a few bytes at a time, since four of them may stand for 128 KB.
import type { Readable } from 'node:stream';
import { Decompress } from 'fzstd';
import { said } from './language.ts';
import { BadFile } from './source.ts';
import type { Unpacked } from './unpack.ts';

const SLICE = 256;
/** What zstd itself opens without being asked to open more. */
const LARGEST_WINDOW = 128 * 1024 * 1024;

/** The bytes that were compressed. @throws BadFile when it would take too much memory. */
export async function* unzstd(raw: Readable): AsyncGenerator<Unpacked> {
  const ready: Uint8Array[] = [];
  const stream = new Decompress((bytes) => {
    ready.push(bytes);
  });
  let packed = 0;
  for await (const bytes of raw as AsyncIterable<Buffer>) {
    if (packed === 0) refuseLargeWindow(bytes);
    for (let at = 0; at < bytes.length; at += SLICE) {
      const slice = bytes.subarray(at, at + SLICE);
      stream.push(slice);
      packed += slice.length;
      for (const piece of ready.splice(0)) yield { bytes: Buffer.from(piece), packed };
    }
  }
  stream.push(new Uint8Array(0), true);
  for (const piece of ready) yield { bytes: Buffer.from(piece), packed };
}

/** How far back the file refers is said in its head; that much is held in memory. */
function refuseLargeWindow(start: Buffer): void {
  const isSingle = ((start[4] ?? 0) >> 5) & 1;
  // A single segment is held whole; its length is written in 1, 2, 4 or 8 bytes.
  const window = isSingle ? segmentOf(start) : windowOf(start[5] ?? 0);
  if (window > LARGEST_WINDOW) throw new BadFile(LARGE_WINDOW);
}

function windowOf(code: number): number {
  const base = 2 ** (10 + (code >> 3));
  return base + (base / 8) * (code & 7);
}

function segmentOf(start: Buffer): number {
  const flags = start[4] ?? 0;
  const at = 5 + ([0, 1, 2, 4][flags & 3] ?? 0);
  const padded = Buffer.concat([start.subarray(at, at + 8), Buffer.alloc(8)]);
  return [
    () => 0,
    () => padded.readUInt16LE(),
    () => padded.readUInt32LE(),
    () => Number(padded.readBigUInt64LE()),
  ][flags >> 6]?.() as number;
}

const LARGE_WINDOW = said(
  'il file compresso chiede più di 128 MB di memoria per aprirsi: aprilo con «zstd -d --long=31» e carica quello che contiene',
  'the compressed file takes more than 128 MB of memory to open: unpack it with “zstd -d --long=31” and load what it contains',
);
