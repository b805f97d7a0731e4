// SPDX-License-Identifier: AGPL-3.0-or-later
// Compressed files: known by their first bytes, unpacked as a stream, refused when they swell out of all proportion.
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import unbzip2 from 'unbzip2-stream';
import { BadFile } from './source.ts';

export const COMPRESSIONS = ['gzip', 'bzip2', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

const MARKS: Readonly<Record<Compression, readonly number[]>> = {
  gzip: [0x1f, 0x8b],
  bzip2: [0x42, 0x5a, 0x68],
  zstd: [0x28, 0xb5, 0x2f, 0xfd],
};

/** Real logs shrink to a tenth or a twentieth; what grows a thousandfold is no log but a trap. */
const MOST_GROWTH = 1000;
const ALWAYS_ALLOWED = 64 * 1024 * 1024;

/** How a file that begins with these bytes is compressed; null when it is not. */
export function compressionOf(start: Buffer): Compression | null {
  return COMPRESSIONS.find((name) => MARKS[name].every((byte, i) => start[i] === byte)) ?? null;
}

/** The bytes that were compressed; `packed` tells how many bytes of the file have been read. @throws BadFile. */
export async function* unpack(raw: Readable, how: Compression, packed: () => number): AsyncGenerator<Buffer> {
  let unpacked = 0;
  try {
    for await (const bytes of unpackers[how](raw)) {
      unpacked += bytes.length;
      if (unpacked > ALWAYS_ALLOWED && unpacked > packed() * MOST_GROWTH) {
        throw new BadFile(
          'il file compresso diventa più di mille volte più grande: non è un registro, e non si apre',
        );
      }
      yield bytes;
    }
  } catch (error) {
    throw error instanceof BadFile
      ? error
      : new BadFile(`il file compresso è danneggiato (${(error as Error).message})`);
  }
}

const unpackers: Readonly<Record<Compression, (raw: Readable) => AsyncIterable<Buffer>>> = {
  gzip: (raw) => raw.pipe(createGunzip()),
  bzip2: unbzip,
  zstd: unzstd,
};

/** The library's stream is of the old kind, which cannot be iterated as it is. */
function unbzip(raw: Readable): AsyncIterable<Buffer> {
  const modern = new PassThrough();
  raw
    .pipe(unbzip2())
    .on('error', (error) => modern.destroy(error))
    .pipe(modern);
  return modern;
}

/** Node 20 has no zstd of its own. */
async function* unzstd(raw: Readable): AsyncGenerator<Buffer> {
  const ready: Uint8Array[] = [];
  const stream = new Decompress((bytes) => {
    ready.push(bytes);
  });
  for await (const bytes of raw) {
    stream.push(bytes);
    for (const piece of ready.splice(0)) yield Buffer.from(piece);
  }
  stream.push(new Uint8Array(0), true);
  for (const piece of ready) yield Buffer.from(piece);
}
