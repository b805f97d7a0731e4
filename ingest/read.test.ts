// SPDX-License-Identifier: AGPL-3.0-or-later
// The lines of a file are those that were written, wherever the pieces end in which it is read.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachLine, findLayout, readLines } from './read.ts';

const file = join(mkdtempSync(join(tmpdir(), 'affluenza-read-')), 'lines.txt');

async function linesRead(): Promise<string[]> {
  const { layout } = await findLayout(file);
  const found: string[] = [];
  let line = 1;
  for await (const group of readLines(file, layout, () => {}))
    for (const lines of group)
      line = eachLine(lines, line, (text, from, to, number) => {
        found[number - 1] = text.slice(from, to);
      });
  return Array.from(found, (text) => text ?? '');
}

/** From empty lines to some that are longer than the pieces of 64 KB; together they are longer than a reading of 1 MB. */
const texts = fc.record({
  lengths: fc.array(fc.oneof(fc.nat(300), fc.integer({ min: 60_000, max: 70_000 }), fc.constant(300_000)), {
    minLength: 1,
    maxLength: 40,
  }),
  letter: fc.constantFrom('a', 'è', '€'),
  ending: fc.constantFrom('\n', '\r\n'),
  isEnded: fc.boolean(),
  isPacked: fc.boolean(),
  encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const),
});

test('every line is read whole, and has its number', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async ({ lengths, letter, ending, isEnded, isPacked, encoding }) => {
      const lines = ['first', ...lengths.map((length, i) => `${i} ${letter.repeat(length)}.`)];
      const text = `\ufeff${lines.join(ending)}${isEnded ? ending : ''}`;
      const bytes = Buffer.from(text, encoding);
      writeFileSync(file, isPacked ? gzipSync(bytes) : bytes);
      const read = await linesRead();
      // Compared one by one: the difference of two files of megabytes is nothing to look at.
      expect(read.length).toBe(lines.length);
      expect(read.findIndex((line, i) => line !== lines[i])).toBe(-1);
    }),
    { numRuns: 40 },
  );
}, 60_000);
