// SPDX-License-Identifier: AGPL-3.0-or-later
// The two inner modules of unbzip2-stream that are used without its stream.

declare module 'unbzip2-stream/lib/bit_iterator.js' {
  /** Reads so many bits; null: up to the next whole byte. */
  interface Bits {
    (count: number | null): number;
    bytesRead: number;
  }
  export default function bitIterator(nextBuffer: () => Uint8Array | undefined): Bits;
}

declare module 'unbzip2-stream/lib/bzip2.js' {
  import type bitIterator from 'unbzip2-stream/lib/bit_iterator.js';

  type Bits = ReturnType<typeof bitIterator>;
  const bzip2: {
    /** @returns the size of the blocks, from 1 to 9. */
    header(bits: Bits): number;
    /** @returns the checksum so far; null at the end of the stream. */
    decompress(
      bits: Bits,
      put: (byte: number) => void,
      buffer: Int32Array,
      size: number,
      check: number,
    ): number | null;
  };
  export default bzip2;
}
