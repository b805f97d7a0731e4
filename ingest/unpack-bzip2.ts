// SPDX-License-Identifier: AGPL-3.0-or-later
// bzip2, block by block. The library's own stream decodes all blocks that it has at once, each into a list of numbers:
// 45 bytes may stand for a block of 46 MB, so a small file filled the memory.
/// <reference path="./unbzip2-stream.d.ts" />
import type { Readable } from 'node:stream';
import bitIterator from 'unbzip2-stream/lib/bit_iterator.js';
import bzip2 from 'unbzip2-stream/lib/bzip2.js';
import type { Unpacked } from './unpack.ts';

/** No block is longer, for each hundred thousand bytes that it unpacks to; the decoder cannot wait in the middle of one. */
const LONGEST_BLOCK = 125_000;
const BLOCK_UNIT = 100_000;

/** The bytes that were compressed. */
export async function* unbzip2(raw: Readable): AsyncGenerator<Unpacked> {
  const blocks = new Blocks();
  for await (const bytes of raw as AsyncIterable<Buffer>) {
    blocks.add(bytes);
    while (blocks.waiting >= 9 * LONGEST_BLOCK) yield blocks.next();
  }
  while (blocks.waiting > 0) yield blocks.next();
  if (blocks.isOpen) throw new Error('the file ends in the middle');
}

class Blocks {
  readonly #pieces: Buffer[] = [];
  #added = 0;
  #bits: ReturnType<typeof bitIterator> | undefined;
  /** In hundreds of thousands of bytes; 0 between two streams, of which a file may have several. */
  #size = 0;
  #check: number | null = 0;

  add(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#added += piece.length;
  }

  get waiting(): number {
    return this.#added - (this.#bits?.bytesRead ?? 0);
  }

  get isOpen(): boolean {
    return this.#size > 0;
  }

  /** The next block; empty where a stream begins or ends. */
  next(): Unpacked {
    this.#bits ??= bitIterator(() => this.#pieces.shift());
    const output = new Output();
    if (this.#size === 0) {
      this.#size = bzip2.header(this.#bits);
      this.#check = 0;
    } else {
      const length = this.#size * BLOCK_UNIT;
      const put = (byte: number) => output.put(byte);
      this.#check = bzip2.decompress(this.#bits, put, new Int32Array(length), length, this.#check ?? 0);
      if (this.#check === null) this.#size = 0;
    }
    return { bytes: output.bytes(), packed: this.#bits.bytesRead };
  }
}

/** Takes bytes one by one. */
class Output {
  #buffer = Buffer.allocUnsafe(1_048_576);
  #length = 0;

  put(byte: number): void {
    if (this.#length === this.#buffer.length)
      this.#buffer = Buffer.concat([this.#buffer], 2 * this.#buffer.length);
    this.#buffer[this.#length++] = byte;
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }
}
