// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables with one header row and known columns: what most sources are.
import { shownList } from './mask.ts';
import {
  BadFile,
  BadRow,
  type Context,
  type RowSource,
  type Start,
  type Translation,
  type Vouch,
} from './source.ts';

/** A row by our column names, until the next is taken; a column that the file does not have is absent. */
export type NamedRow = Readonly<Record<string, string>>;

interface Table extends Omit<RowSource, 'records' | 'recognizes' | 'open'> {
  /** The names a column may have in files, lower case; the first is the one we give. */
  columns: Readonly<Record<string, { names: readonly string[]; required?: boolean }>>;
  /** Column names that tell a table of this source from the others', when the source is not named. */
  distinctive: readonly string[];
  /** The days it vouches for, by the columns that are there: a table of counts lists its days, a list of events skips some. */
  vouches(columns: readonly string[]): Vouch;
  /** One row translator a file; `end` is asked when all rows have been taken. */
  open(context: Context): {
    take(row: NamedRow, line: number): Translation | readonly Translation[];
    end?(): readonly Translation[];
  };
}

/** Makes a source of a description of its columns. */
export function namedTable({ columns, distinctive, vouches, open, ...described }: Table): RowSource {
  return {
    ...described,
    records: 'rows',
    recognizes: (start) => marks(columns, distinctive, start),
    open: (context) => {
      const rows = open(context);
      let header: Header | undefined;
      let named: (row: readonly string[]) => NamedRow;
      return {
        take: (row, line) => {
          if (header) return rows.take(named(row), line);
          header = readHeader(columns, row);
          named = nameRows(header);
          return undefined;
        },
        end: () => rows.end?.() ?? [],
        vouches: () => vouches(header?.places.map(([column]) => column) ?? []),
      };
    },
  };
}

/** A column name as files are compared by: `\uFEFFData_invio ` is `data invio`. */
export function columnName(cell: string): string {
  return cell
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
}

interface Header {
  width: number;
  places: [string, number][];
}

/** How many of its columns the table has; 0 when one it needs is missing, or none is its own. */
function marks(columns: Table['columns'], distinctive: readonly string[], { rows }: Start): number {
  const header = rows[0] ?? [];
  const names = header.map(columnName);
  if (!distinctive.some((name) => names.includes(name))) return 0;
  const found = findColumns(columns, header);
  return missing(columns, found).length === 0 ? found.size : 0;
}

function readHeader(columns: Table['columns'], header: readonly string[]): Header {
  const found = findColumns(columns, header);
  const words = missing(columns, found).map((names) => names.join(' o '));
  if (words.length === 0) return { width: header.length, places: [...found] };
  throw new BadFile(
    `manca la colonna ${words.join('; manca la colonna ')}. Le colonne del file sono: ${shownList(header)}`,
  );
}

function missing(columns: Table['columns'], found: Map<string, number>): (readonly string[])[] {
  const needed = Object.entries(columns).filter(([column, { required }]) => required && !found.has(column));
  return needed.map(([, { names }]) => names);
}

/** Where each column stands in the header; a place is used once. */
function findColumns(columns: Table['columns'], header: readonly string[]): Map<string, number> {
  const names = header.map(columnName);
  const found = new Map<string, number>();
  for (const [column, { names: known }] of Object.entries(columns)) {
    const taken = [...found.values()];
    const place = known
      .map((name) => names.indexOf(name))
      .find((index) => index >= 0 && !taken.includes(index));
    if (place !== undefined) found.set(column, place);
  }
  return found;
}

/** One object stands for each row in turn: by the million, the objects would take longer than what is read from them. */
function nameRows({ width, places }: Header): (row: readonly string[]) => NamedRow {
  let cells: readonly string[] = [];
  const named = {};
  for (const [column, place] of places)
    Object.defineProperty(named, column, { get: () => cells[place], enumerable: true });
  return (row) => {
    if (row.length !== width)
      throw new BadRow('', '', `la riga ha ${row.length} colonne, l'intestazione ne ha ${width}`);
    cells = row;
    return named;
  };
}
