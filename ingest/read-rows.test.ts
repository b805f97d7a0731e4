// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows of a table are those that were written, and know their line, wherever pieces of text and batches of rows end.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { findLayout } from './read.ts';
import { readRows } from './read-rows.ts';

const file = join(mkdtempSync(join(tmpdir(), 'affluenza-rows-')), 'table.csv');

async function rowsRead(): Promise<{ line: number; record: string[] }[]> {
  const { layout } = await findLayout(file);
  const found = [];
  for await (const batch of readRows(file, layout, ';', () => {})) found.push(...batch);
  return found;
}

/** Hundreds or thousands of rows, more than a batch takes; some cells go on over several lines, a few are longer than a piece. */
const tables = fc.record({
  cells: fc.array(
    fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom('12', 'è', 'a;b', 'a "b"', '') },
      { weight: 4, arbitrary: fc.constant('two\nlines') },
      { weight: 1, arbitrary: fc.constant('x'.repeat(70_000)) },
    ),
    { minLength: 1, maxLength: 30 },
  ),
  rows: fc.integer({ min: 1, max: 4_000 }),
  newline: fc.constantFrom('\n', '\r\n'),
  isEnded: fc.boolean(),
  encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const),
});

test('every row is read once, and has the number of its line', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ cells, rows, newline, isEnded, encoding }) => {
      const table = Array.from({ length: rows }, (_, i) => [`r${i}`, cells[i % cells.length] ?? '']);
      // Long cells at the start only, or a thousand of them make a file of 70 MB.
      const whole = table.slice(0, 300).concat(table.slice(300).filter(([, cell = '']) => cell.length < 100));
      const text = Papa.unparse(whole, { delimiter: ';', newline }) + (isEnded ? newline : '');
      writeFileSync(file, Buffer.from(`\ufeff${text}`, encoding));
      const read = await rowsRead();
      const expected: typeof read = [];
      let line = 1;
      for (const record of whole) {
        expected.push({ line, record });
        line += record.join('').split('\n').length;
      }
      // Compared one by one: the difference of two files of megabytes is nothing to look at.
      expect(read.length).toBe(expected.length);
      expect(read.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(expected[i]))).toBe(-1);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test.each([499, 500, 501, 1_000, 1_700])(
  'quotes without an end in row %d are named by their line',
  async (row) => {
    const rows = Array.from({ length: 2_000 }, (_, i) => (i + 1 === row ? '2020-01-01;"1' : '2020-01-01;1'));
    writeFileSync(file, `"two\nlines";b\n${rows.join('\n')}\n`);
    await expect(rowsRead()).rejects.toThrow(`(riga ${row + 2})`);
  },
);
