// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '../scripts/test-database.ts';
import { tsvText } from './tsv.ts';

test('fields are written as ClickHouse reads them', () => {
  expect(['a\tb', 'c\\d\ne\0', '\\N'].map(tsvText)).toEqual(['a\\tb', 'c\\\\d\\ne\\0', '\\\\N']);
});

test('any text comes back from the engine as it went in', async () => {
  const database = await testDatabase();
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const hostile = fc.constantFrom(
    "'; drop table loads; --",
    '\\N',
    '\\',
    '"\n\n',
    '=1+1',
    '\t\t',
    '\uD800',
    '\r\n',
    '\0',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(text, hostile), { minLength: 1, maxLength: 50 }), async (values) => {
      const load = crypto.randomUUID();
      const lines = values.map((value, line) => `${load}\t${line}\t\t${tsvText(value)}\t\n`);
      const columns = ['load', 'line', 'column', 'value', 'reason'] as const;
      await database.insertStream(
        'rejected_rows',
        columns,
        Readable.from([Buffer.from(lines.join(''))], { objectMode: false }),
      );
      const rows = await database.ask<{ value: string }>('loads/rejected.sql', { load });
      expect(rows.map(({ value }) => value)).toEqual(values.map((value) => value.toWellFormed()));
    }),
    { numRuns: 20 },
  );
});
