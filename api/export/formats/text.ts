// SPDX-License-Identifier: AGPL-3.0-or-later
// The notes of a table alone, as text: what stands beside a CSV, which has room for a table only.
import { dictionary, type NoteLine, noteLines, stateLines } from '../notes.ts';
import type { Table } from '../table.ts';

/** The notes, the states, and a line for each column. */
export async function* text(table: Table): AsyncGenerator<string> {
  // The coverage is known once the rows have gone by.
  for await (const _ of table.rows);
  const states = stateLines(table.columns);
  yield `${noteLines(table).map(noteText).join('\n')}\n`;
  if (states.length > 0) yield `\nStati\n${states.map(noteText).join('\n')}\n`;
  const columns = dictionary(table.columns).map(
    ([label, name, kind, said]) => `${name} (${label}; ${kind}): ${said}`,
  );
  yield `\nColonne\n${columns.join('\n')}\n`;
}

const noteText = ([label, said]: NoteLine) => (label === '' ? `  ${said}` : `${label}: ${said}`);
