// SPDX-License-Identifier: AGPL-3.0-or-later
// Compressed files: known by their first bytes, unpacked as a stream, refused when they swell out of all proportion.
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { said } from './language.ts';
import { BadFile } from './source.ts';
import { unbzip2 } from './unpack-bzip2.ts';
import { unzstd } from './unpack-zstd.ts';
import { isOfSystem } from './wrong-file.ts';

export const COMPRESSIONS = ['gzip', 'bzip2', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** Bytes that were compressed, and how many bytes of the file they and all before them took. */
export interface Unpacked {
  bytes: Buffer;
  packed: number;
}

const MARKS: Readonly<Record<Compression, readonly number[]>> = {
  gzip: [0x1f, 0x8b],
  bzip2: [0x42, 0x5a, 0x68],
  zstd: [0x28, 0xb5, 0x2f, 0xfd],
};

/**
 * Real logs shrink to a twentieth or a fiftieth; of one and the same line many times a second zstd makes a thousandth,
 * but never so many that they are this long.
 */
const MOST_GROWTH = 1000;
const ALWAYS_ALLOWED = 256 * 1024 * 1024;

/** How a file that begins with these bytes is compressed; null when it is not. */
export function compressionOf(start: Buffer): Compression | null {
  return COMPRESSIONS.find((name) => MARKS[name].every((byte, i) => start[i] === byte)) ?? null;
}

/** The bytes that were compressed. @throws BadFile when they are damaged, or far too many. */
export async function* unpack(raw: Readable, how: Compression): AsyncGenerator<Buffer> {
  let unpacked = 0;
  try {
    for await (const { bytes, packed } of unpackers[how](raw)) {
      unpacked += bytes.length;
      if (unpacked > ALWAYS_ALLOWED && unpacked > packed * MOST_GROWTH) throw new BadFile(SWELLS);
      yield bytes;
    }
  } catch (error) {
    // What the libraries say of a damaged file is of no use to anybody; what the system says of the disk is.
    if (error instanceof BadFile || isOfSystem(error)) throw error;
    throw new BadFile(DAMAGED);
  }
}

const SWELLS = said(
  'il file compresso diventa più di mille volte più grande: non è un registro, e non si apre. Se lo è davvero, aprilo prima e carica quello che contiene',
  'the compressed file becomes more than a thousand times larger: it is no log, and is not opened. If it really is one, unpack it first and load what it contains',
);
const DAMAGED = said(
  'il file compresso è danneggiato o finisce a metà: copialo o scaricalo di nuovo, poi ripeti',
  'the compressed file is damaged or ends in the middle: copy or download it again, then repeat',
);

const unpackers: Readonly<Record<Compression, (raw: Readable) => AsyncIterable<Unpacked>>> = {
  gzip: gunzip,
  bzip2: unbzip2,
  zstd: unzstd,
};

async function* gunzip(raw: Readable): AsyncGenerator<Unpacked> {
  const stream = pipeline(raw, createGunzip(), () => {});
  for await (const bytes of stream) yield { bytes, packed: stream.bytesWritten };
}
