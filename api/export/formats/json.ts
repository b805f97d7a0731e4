// SPDX-License-Identifier: AGPL-3.0-or-later
// A table as JSON, a few rows at a time; numbers and names are those of the open CSV.
import { METHOD_VERSION } from '../../version.ts';
import { LICENCE } from '../notes.ts';
import type { Cell, Column, Notes, Row, Table } from '../table.ts';
import { percentOf, plain } from './numbers.ts';

const ROWS_A_CHUNK = 500;

/** Name, title and columns; then the rows, an object each; then the notes. */
export async function* json(table: Table): AsyncGenerator<string> {
  const { name, title, columns } = table;
  const head = { name, title, columns };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let lines: string[] = [];
  let before = '\n';
  for await (const row of table.rows) {
    lines.push(JSON.stringify(named(row, columns)));
    if (lines.length < ROWS_A_CHUNK) continue;
    yield before + lines.join(',\n');
    [lines, before] = [[], ',\n'];
  }
  if (lines.length > 0) yield before + lines.join(',\n');
  yield `\n],"notes":${JSON.stringify(known(table.notes))}}\n`;
}

/** What is known once the rows have gone by. */
function known({ coverage, suppressedCells, ...said }: Notes) {
  return {
    ...said,
    coverage: coverage(),
    suppressedCells: suppressedCells(),
    methodVersion: METHOD_VERSION,
    licence: LICENCE.url,
  };
}

function named(row: Row, columns: readonly Column[]): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ name, kind }, i) => [name, value(row[i] ?? null, kind)]));
}

function value(cell: Cell, kind: Column['kind']): Cell {
  if (typeof cell !== 'number') return cell;
  return Number(plain(kind === 'share' ? percentOf(cell) : cell));
}
