// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs a source over a file: every record becomes a fact, is skipped with its class, or is rejected with a reason.
import { findDelimiter, type Layout, type Numbered, readLines, readRows } from './read.ts';
import { findColumns, namedSource, recognize, requireColumns } from './recognize.ts';
import { BadRow, type Context, type Source, type TableSource, type Translation } from './source.ts';

/** A record that was not taken in. */
export interface Rejected {
  line: number;
  column: string;
  value: string;
  reason: string;
}

export interface Translated {
  translations: Translation[];
  rejected: Rejected[];
}

/** What was found out about a file before it is read in full. */
export interface Plan {
  source: Source;
  layout: Layout;
  delimiter: string;
}

/** Decides how a file will be read, from its beginning. @throws BadFile when no source fits. */
export function plan(layout: Layout, sample: string, sourceName?: string): Plan {
  const delimiter = findDelimiter(sample);
  const lines = sample.split(/\r?\n/).slice(0, 50);
  const header = (lines.find((line) => line.trim() !== '') ?? '')
    .split(delimiter)
    .map((cell) => cell.replace(/^"|"$/g, ''));
  return { layout, delimiter, source: sourceName ? namedSource(sourceName) : recognize(lines, header) };
}

/** Translates a file batch by batch. @throws BadFile when its columns are not those of the source. */
export async function* translate(
  file: string,
  { source, layout, delimiter }: Plan,
  context: Context,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Translated & { columns: readonly string[] }> {
  if (source.records === 'lines') {
    const translateLine = source.open(context);
    let line = 0;
    for await (const lines of readLines(file, layout, onBytes)) {
      const numbered = lines.map((record) => ({ line: ++line, record }));
      yield {
        ...each(
          numbered.filter(({ record }) => record !== ''),
          translateLine,
        ),
        columns: [],
      };
    }
    return;
  }
  yield* translateTable(source, readRows(file, layout, delimiter, onBytes), context);
}

async function* translateTable(
  source: TableSource,
  batches: AsyncGenerator<Numbered<string[]>[]>,
  context: Context,
): AsyncGenerator<Translated & { columns: readonly string[] }> {
  const translateRow = source.open(context);
  let table: { width: number; places: [string, number][] } | undefined;
  for await (const batch of batches) {
    const rows = batch.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
    if (!table && rows[0]) table = openTable(source, rows.shift()?.record ?? []);
    if (!table) continue;
    const { width, places } = table;
    const columns = places.map(([column]) => column);
    yield { ...each(rows, (record) => translateRow(named(record, width, places))), columns };
  }
}

function openTable(source: TableSource, header: string[]): { width: number; places: [string, number][] } {
  const found = findColumns(source, header);
  requireColumns(source, found, header);
  return { width: header.length, places: [...found] };
}

function named(record: string[], width: number, places: [string, number][]): Record<string, string> {
  if (record.length !== width) {
    throw new BadRow('', '', `la riga ha ${record.length} colonne, l'intestazione ne ha ${width}`);
  }
  const row: Record<string, string> = {};
  for (const [column, place] of places) row[column] = record[place] ?? '';
  return row;
}

function each<Record>(
  records: Numbered<Record>[],
  translateOne: (record: Record) => Translation,
): Translated {
  const translations: Translation[] = [];
  const rejected: Rejected[] = [];
  for (const { line, record } of records) {
    try {
      translations.push(translateOne(record));
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      rejected.push({ line, column: error.column, value: error.value.slice(0, 100), reason: error.message });
    }
  }
  return { translations, rejected };
}
