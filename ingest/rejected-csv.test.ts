// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { rejectedCsv } from './rejected-csv.ts';

test('what begins like a formula is kept from being one', () => {
  const rows = [{ line: 2, column: 'a;b', value: '=1+1', reason: 'non è un numero: "=1+1"' }];
  expect(rejectedCsv(rows)).toBe(
    '"riga";"colonna";"valore";"motivo"\n"2";"a;b";"\'=1+1";"non è un numero: ""=1+1"""',
  );
});

test('any cells read back the same, less the apostrophe in front', () => {
  const begin = fc.constantFrom('', '=', '+', '-', '@', "'", "'=", '\t', '\r', '\n', '"', ';', ' ', '\0');
  const text = fc.tuple(begin, fc.string({ unit: 'binary' })).map((parts) => parts.join(''));
  const rejected = fc.record({ line: fc.nat(), column: text, value: text, reason: text });
  fc.assert(
    fc.property(fc.array(rejected, { minLength: 1 }), (rows) => {
      const [, ...read] = Papa.parse<string[]>(rejectedCsv(rows), { delimiter: ';', newline: '\n' }).data;
      const plain = read.map((cells) => cells.map((cell) => cell.replace(/^'/, '')));
      expect(plain).toEqual(
        rows.map(({ line, column, value, reason }) => [String(line), column, value, reason]),
      );
    }),
    { numRuns: 1000 },
  );
});
