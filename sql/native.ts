// SPDX-License-Identifier: AGPL-3.0-or-later
// ClickHouse's Native format, the fastest way in: blocks of whole columns, in which nothing has to be read as text. The
// engine turns the texts of a column into the type of its table's column (a day, a UUID), each different one once.

/** As many rows as a column of a block takes; texts are numbered with 16 bits. */
export const BLOCK_ROWS = 16_384;

/** A column of a block. */
export interface Column {
  readonly type: string;
  /**
   * Whether its first `rows` values are all what the engine takes for those of a column that a block lacks: '', null, 0. (A
   * column with another default, such as the day a row was taken in, is never blank.)
   */
  isBlank(rows: number): boolean;
  /** What a block says of its first `rows` values. */
  encoded(rows: number): Uint8Array[];
}

type Numbers = Uint32Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>;

/** Numbers; `UInt32` takes them as numbers, `UInt64` as bigints. Values are set by row. */
export class NumberColumn<Values extends Numbers> implements Column {
  readonly type: string;
  readonly values: Values;

  constructor(values: Values) {
    this.values = values;
    this.type = values instanceof Uint32Array ? 'UInt32' : 'UInt64';
  }

  isBlank(rows: number): boolean {
    // biome-ignore lint/suspicious/noDoubleEquals: 0 and 0n alike
    for (let row = 0; row < rows; row += 1) if (this.values[row] != 0) return false;
    return true;
  }

  encoded(rows: number): Uint8Array[] {
    return [new Uint8Array(this.values.buffer, 0, rows * this.values.BYTES_PER_ELEMENT)];
  }
}

export const uint32 = () => new NumberColumn(new Uint32Array(BLOCK_ROWS));
export const uint64 = () => new NumberColumn(new BigUint64Array(BLOCK_ROWS));

/** The version of the encoding; then: numbers of 16 bits, and the texts they stand for are in the block. */
const LOW_CARDINALITY_VERSION = 1n;
const WITH_KEYS_IN_16_BITS = 0x601n;

/** Texts; each different one is written once, and null, where the column takes it, says "not known". */
export class TextColumn implements Column {
  readonly type: string;
  readonly #isNullable: boolean;
  readonly #places = new Uint16Array(BLOCK_ROWS);
  #known = new Map<string | null, number>();
  #last: string | null | undefined;
  #lastPlace = 0;

  constructor(isNullable = false) {
    this.#isNullable = isNullable;
    this.type = isNullable ? 'LowCardinality(Nullable(String))' : 'LowCardinality(String)';
    this.#forget();
  }

  set(row: number, text: string | null): void {
    if (text !== this.#last) {
      this.#last = text;
      this.#lastPlace = this.#known.get(text) ?? this.#known.size;
      if (this.#lastPlace === this.#known.size) this.#known.set(text, this.#lastPlace);
    }
    this.#places[row] = this.#lastPlace;
  }

  isBlank(): boolean {
    const [first] = this.#known.keys();
    return this.#known.size <= 1 && (first ?? '') === '';
  }

  encoded(rows: number): Uint8Array[] {
    const texts = [...this.#known.keys()].map((text) => lengthAndText(text ?? ''));
    const before = uint64s(LOW_CARDINALITY_VERSION, WITH_KEYS_IN_16_BITS, BigInt(texts.length));
    const places = new Uint8Array(this.#places.buffer, 0, rows * 2);
    this.#forget();
    return [before, ...texts, uint64s(BigInt(rows)), places];
  }

  /** The first text of a column that takes null stands for it. */
  #forget(): void {
    this.#known = new Map(this.#isNullable ? [[null, 0]] : []);
    this.#last = undefined;
  }
}

/** The same text in every row. */
export class SameText implements Column {
  readonly type = 'LowCardinality(String)';
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  isBlank(): boolean {
    return this.#text === '';
  }

  encoded(rows: number): Uint8Array[] {
    const before = uint64s(LOW_CARDINALITY_VERSION, WITH_KEYS_IN_16_BITS, 1n);
    return [before, lengthAndText(this.#text), uint64s(BigInt(rows)), new Uint8Array(rows * 2)];
  }
}

/** One block, without its blank columns, in memory of its own that can be given to another thread. */
export function nativeBlock(
  columns: Readonly<Record<string, Column>>,
  rows: number,
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(columns).filter(([, column]) => !column.isBlank(rows));
  const pieces = [varint(entries.length), varint(rows)];
  for (const [name, column] of entries)
    pieces.push(lengthAndText(name), lengthAndText(column.type), ...column.encoded(rows));
  const block = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    block.set(piece, at);
    at += piece.length;
  }
  return block;
}

function lengthAndText(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([varint(bytes.length), bytes]);
}

/** Seven bits a byte, the lowest first; the highest bit says that there are more. */
function varint(number: number): Uint8Array {
  const bytes: number[] = [];
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.of(...bytes, rest);
}

function uint64s(...numbers: bigint[]): Uint8Array {
  return new Uint8Array(BigUint64Array.of(...numbers).buffer);
}
