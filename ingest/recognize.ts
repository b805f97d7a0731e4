// SPDX-License-Identifier: AGPL-3.0-or-later
// Finds out which source a file is of, and what its columns mean.
import { BadFile, type LineSource, type Source, type TableSource } from './source.ts';
import { SOURCES } from './sources.ts';

/** The source with that name. @throws BadFile with the names there are. */
export function namedSource(name: string): Source {
  const source = SOURCES.find((each) => each.name === name);
  if (source) return source;
  throw new BadFile(
    `la fonte "${name}" non esiste; le fonti sono: ${SOURCES.map((each) => each.name).join(', ')}`,
  );
}

/** The source that a file's first lines and first row belong to. @throws BadFile when none fits. */
export function recognize(lines: readonly string[], header: readonly string[]): Source {
  const log = SOURCES.find(
    (source): source is LineSource => source.records === 'lines' && source.recognizes(lines),
  );
  if (log) return log;
  const tables = SOURCES.filter((source): source is TableSource => source.records === 'rows')
    .map((source) => ({ source, found: matches(source, header) }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found);
  if (tables[0]) return tables[0].source;
  throw new BadFile(
    `non si capisce che file sia: la prima riga è "${header.join(' | ').slice(0, 120)}". ` +
      `Indica la fonte con --source (${SOURCES.map((source) => source.name).join(', ')}) o controlla i nomi delle colonne.`,
  );
}

/** How many of its columns a table has; 0 when one it needs is missing, or none is its own. */
function matches(source: TableSource, header: readonly string[]): number {
  const names = header.map(columnName);
  if (!source.distinctive.some((name) => names.includes(name))) return 0;
  const found = findColumns(source, header);
  const complete = Object.entries(source.columns).every(
    ([column, { required }]) => !required || found.has(column),
  );
  return complete ? found.size : 0;
}

/** Where each of the source's columns stands in the header. */
export function findColumns(source: TableSource, header: readonly string[]): Map<string, number> {
  const names = header.map(columnName);
  const found = new Map<string, number>();
  for (const [column, { names: known }] of Object.entries(source.columns)) {
    const place = known
      .map((name) => names.indexOf(name))
      .find((index) => index >= 0 && ![...found.values()].includes(index));
    if (place !== undefined) found.set(column, place);
  }
  return found;
}

/** Throws BadFile when a column that the source needs is missing, naming it and those that are there. */
export function requireColumns(
  source: TableSource,
  found: Map<string, number>,
  header: readonly string[],
): void {
  const missing = Object.entries(source.columns).filter(
    ([column, { required }]) => required && !found.has(column),
  );
  if (missing.length === 0) return;
  const words = missing.map(([, { names }]) => names.join(' o '));
  throw new BadFile(
    `manca la colonna ${words.join('; manca la colonna ')}. Le colonne del file sono: ${header.join(', ')}`,
  );
}

function columnName(cell: string): string {
  return cell
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
}
