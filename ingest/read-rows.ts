// SPDX-License-Identifier: AGPL-3.0-or-later
// From the text of a delimited table to its rows.
import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { said } from './language.ts';
import { type Layout, LONGEST_LINE, type Numbered, readText } from './read.ts';
import { BadFile } from './source.ts';
import { workbookRows } from './workbook.ts';
import { LongLine } from './wrong-file.ts';

/** What papaparse has been given and has found no end of: a row, and the pieces that it is given ahead. */
const LONGEST_ROW = 3 * LONGEST_LINE;
const NO_END: Papa.ParseError = { type: 'Quotes', code: 'MissingQuotes', message: 'a row without an end' };

/** The rows of a delimited table that are not blank, header included, in batches. */
export async function* readRows(
  file: string,
  layout: Layout,
  delimiter: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Numbered<string[]>[]> {
  if (layout.workbook) return yield* workbookRows(layout.workbook);
  let line = 1;
  let hasQuotes = false;
  const batches = papaBatches(readText(file, layout, onBytes), delimiter, (text) => {
    hasQuotes ||= text.includes('"');
  });
  for await (const { data, errors, meta } of batches) {
    const first = line;
    const rows: Numbered<string[]>[] = [];
    for (const record of data) {
      if (record.length > 1 || record[0]?.trim() !== '') rows.push({ line, record });
      line += hasQuotes || meta.linebreak !== '\n' ? linesOf(record) : 1;
    }
    yield rows;
    if (errors.includes(NO_END)) throw new LongLine(line);
    const open = errors.find(({ code, row = -1 }) => code === 'MissingQuotes' || swallows(code, data[row]));
    if (open) {
      const before = data.slice(0, open.row).reduce((sum, record) => sum + linesOf(record), first);
      throw new BadFile(openQuotes(before));
    }
  }
}

/** Within quotes a cell may go on over several lines; where rows end with more than a line feed, without quotes too. */
function linesOf(record: readonly string[]): number {
  let lines = 1;
  for (const cell of record) if (cell.includes('\n')) lines += cell.split('\n').length - 1;
  return lines;
}

function openQuotes(line: number): string {
  return said(
    `ci sono virgolette aperte che non si chiudono dove dovrebbero (riga ${line}): le righe dopo non si possono leggere`,
    `there are quotes that do not close where they should (line ${line}): the lines after it cannot be read`,
  );
}

/** Whether a cell with quotes in the wrong place goes on over the end of its line: it has taken other rows with it. */
function swallows(code: string, record: readonly string[] = []): boolean {
  return code === 'InvalidQuotes' && record.some((cell) => cell.includes('\n'));
}

/** The delimiter of a table, from its first lines: the one that most of them have equally often, outside quotes. */
export function findDelimiter(sample: string): string {
  const lines = sample.split(/\r?\n/, 20).map((line) => line.replace(/"[^"]*"/g, ''));
  const alike = (delimiter: string) => {
    const columns = lines.map((line) => line.split(delimiter).length).filter((count) => count > 1);
    // Of two that are equally common, the one that gives the most columns.
    return Math.max(
      0,
      ...columns.map((count) => columns.filter((other) => other === count).length + count / 1000),
    );
  };
  return [';', ',', '\t', '|'].reduce((best, other) => (alike(other) > alike(best) ? other : best));
}

/** The first lines of a table as rows. */
export function splitRows(lines: readonly string[], delimiter: string): string[][] {
  return Papa.parse<string[]>(lines.join('\n'), { delimiter }).data;
}

/** papaparse hands over a batch and waits until it has been used, so memory stays flat. */
function papaBatches(
  text: AsyncIterable<string>,
  delimiter: string,
  onText: (text: string) => void,
): AsyncIterable<Papa.ParseResult<string[]>> {
  let given = 0;
  const input = Readable.from(
    watched(text, (piece) => {
      given += piece.length;
      onText(piece);
    }),
  );
  let resume: (() => void) | undefined;
  const batches = new Readable({
    objectMode: true,
    highWaterMark: 2,
    read: () => resume?.(),
    destroy: (error, done) => {
      input.destroy();
      done(error);
    },
  });
  Papa.parse<string[]>(input, {
    delimiter,
    chunk: (results, parser) => {
      if (given - results.meta.cursor > LONGEST_ROW) {
        // Without an end of the row, papaparse would look at all of it again with each piece.
        results.errors.push(NO_END);
        batches.push(results);
        input.destroy();
        return parser.abort();
      }
      if (batches.push(results)) return;
      parser.pause();
      // It does not stop what it reads from, and would hold the whole file by and by.
      input.pause();
      resume = () => {
        resume = undefined;
        input.resume();
        parser.resume();
      };
    },
    complete: () => batches.push(null),
    error: (error) => batches.destroy(error),
  });
  return batches;
}

async function* watched(
  text: AsyncIterable<string>,
  onText: (piece: string) => void,
): AsyncGenerator<string> {
  for await (const piece of text) {
    onText(piece);
    yield piece;
  }
}
