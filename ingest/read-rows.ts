// SPDX-License-Identifier: AGPL-3.0-or-later
// From the text of a delimited table to its rows.
import Papa from 'papaparse';
import { said } from './language.ts';
import { type Layout, LONGEST_LINE, type Numbered, readText } from './read.ts';
import { BadFile } from './source.ts';
import { workbookRows } from './workbook.ts';
import { LongLine } from './wrong-file.ts';

/** Text in which a row has begun and has no end. */
const LONGEST_ROW = 3 * LONGEST_LINE;
/**
 * So few that hardly anything made of them is still needed when V8 clears its first megabyte. What is, it makes from then on
 * among what it clears seldom, and with it stays all that it holds: half as much processor time again for a long table.
 */
const ROWS_AT_ONCE = 500;
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
  for await (const { data, errors, isLineEach } of parsed(readText(file, layout, onBytes), delimiter)) {
    const first = line;
    const rows: Numbered<string[]>[] = [];
    for (const record of data) {
      if (record.length > 1 || record[0]?.trim() !== '') rows.push({ line, record });
      line += isLineEach ? 1 : linesOf(record);
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

interface Parsed extends Papa.ParseResult<string[]> {
  /** Whether no row has more than one line. */
  isLineEach: boolean;
}

/**
 * What papaparse finds in each piece of text; a row that has no end there waits for the next piece. Its parser is used as it is:
 * given a stream, papaparse makes one for each piece, which V8 never comes to compile well, and reads on while it is to wait.
 */
async function* parsed(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<Parsed> {
  let parser: Papa.Parser | undefined;
  let rest = '';
  for await (const piece of pieces) {
    let text = rest + piece;
    parser ??= parserFor(text, delimiter);
    const hasQuotes = text.includes('"');
    for (let isMore = true; isMore; ) {
      const found: Papa.ParseResult<string[]> = parser.parse(text, 0, true);
      isMore = found.meta.truncated;
      text = text.slice(found.meta.cursor);
      if (!isMore && text.length > LONGEST_ROW) found.errors.push(NO_END);
      yield { ...found, isLineEach: found.meta.linebreak === '\n' && !hasQuotes };
    }
    rest = text;
  }
  if (parser && rest !== '') yield { ...parser.parse(rest, 0, false), isLineEach: false };
}

/** Rows end everywhere as they do at the start. The fast mode, which splits each row anew, takes twice as long by now. */
function parserFor(start: string, delimiter: string): Papa.Parser {
  const { linebreak } = Papa.parse(start, { delimiter, preview: 1 }).meta;
  return new Papa.Parser({
    delimiter,
    newline: linebreak as '\n' | '\r' | '\r\n',
    fastMode: false,
    preview: ROWS_AT_ONCE,
  });
}
