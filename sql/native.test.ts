// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawQuery, testDatabase } from '../scripts/test-database.ts';
import { BLOCK_ROWS, nativeBlock, TextColumn, uint64 } from './native.ts';

interface Row {
  kind: string;
  topic: string;
  time: string | null;
  closed_on: string | null;
  key: bigint;
}

const database = await testDatabase();

/** What the engine says of rows that were written in blocks of `length`. */
async function thereAndBack(rows: readonly Row[], length: number): Promise<unknown[]> {
  const load = crypto.randomUUID();
  const texts = {
    load: new TextColumn(),
    day: new TextColumn(),
    kind: new TextColumn(),
    topic: new TextColumn(),
  };
  const columns = { ...texts, time: new TextColumn(true), closed_on: new TextColumn(true), key: uint64() };
  const blocks: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += length) {
    const part = rows.slice(from, from + length);
    for (const [i, { kind, topic, time, closed_on, key }] of part.entries()) {
      columns.load.set(i, load);
      columns.day.set(i, '2020-03-10');
      columns.kind.set(i, kind);
      columns.topic.set(i, topic);
      columns.time.set(i, time);
      columns.closed_on.set(i, closed_on);
      columns.key.values[i] = key;
    }
    blocks.push(nativeBlock(columns, part.length));
  }
  await database.insertStream('practices', Readable.from(blocks, { objectMode: false }));
  const asked = `select kind, topic, time, closed_on, toString(key) as key from practices where load = '${load}'
    order by practices.key format JSONEachRow`;
  const said = (await rawQuery(database, asked)).trim();
  return said.split('\n').map((line) => JSON.parse(line));
}

const asJson = (rows: readonly Row[]) =>
  rows.map((row) => ({
    ...row,
    kind: row.kind.toWellFormed(),
    topic: row.topic.toWellFormed(),
    key: String(row.key),
  }));

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    "'; drop table loads; --",
    '\\N',
    '\\',
    '"\n\n',
    '=1+1',
    '\t\t',
    '\uD800',
    '\r\n',
    '\0',
    '',
    'a',
  ),
  fc.integer({ min: 120, max: 300 }).map((length) => 'è'.repeat(length)),
);
const row = fc.record({
  kind: text,
  topic: text,
  time: fc.constantFrom(null, '2020-03-29 01:59:59', '2020-10-25 02:30:00'),
  closed_on: fc.constantFrom(null, '1990-01-01', '2149-06-06'),
  key: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
});

test('any text, and what is not known, comes back from the engine as it went in', async () => {
  const rows = fc.uniqueArray(row, { selector: ({ key }) => key, minLength: 1, maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 300 }), async (given, length) => {
      const sorted = given.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      expect(await thereAndBack(sorted, length)).toEqual(asJson(sorted));
    }),
    { numRuns: 20 },
  );
});

test('a block is full of different texts', async () => {
  const rows = Array.from({ length: BLOCK_ROWS + 1 }, (_, i) => ({
    kind: `kind ${i}`,
    topic: '',
    time: null,
    closed_on: null,
    key: BigInt(i),
  }));
  expect(await thereAndBack(rows, BLOCK_ROWS)).toEqual(asJson(rows));
});
