// SPDX-License-Identifier: AGPL-3.0-or-later
// A table as an OpenDocument spreadsheet: typed cells under a header that stays, the notes on a second sheet.
import { strToU8, zipSync } from 'fflate';
import { DECLARATION, escaped, tag } from '../../xml.ts';
import type { Cell, Kind, Table } from '../table.ts';
import { NAMESPACES, settings, styles, TYPE } from './ods-frame.ts';
import { labelWidth, NOTE_WIDTHS, sheetsOf } from './sheets.ts';

/** The document, whole. @throws BadQuestion when it has more rows than a sheet should. */
export async function ods(table: Table): Promise<Uint8Array> {
  const { rows, notes } = await sheetsOf(table);
  const { columns } = table;
  const header = columns.map(({ label }) => textCell(label, 'header'));
  const data = rows.map((row) => row.map((cell, i) => typedCell(cell, columns[i]!.kind)));
  const texts = notes.map((row) => row.map((words) => textCell(words, 'note')));
  const widths = columns.map(labelWidth);
  const sheets = [sheet('Dati', widths, [header, ...data]), sheet('Note', NOTE_WIDTHS, texts)];
  const content = tag(
    'office:document-content',
    NAMESPACES,
    tag('office:automatic-styles', {}, styles([...widths, ...NOTE_WIDTHS])),
    tag('office:body', {}, tag('office:spreadsheet', {}, ...sheets)),
  );
  return zipSync({
    // By the standard the first entry, and stored: programs know the file from its first bytes.
    mimetype: [strToU8(TYPE), { level: 0 }],
    'META-INF/manifest.xml': strToU8(DECLARATION + manifest()),
    'content.xml': strToU8(DECLARATION + content),
    // Empty, but some readers (ours among them) do not open a document without it.
    'styles.xml': strToU8(DECLARATION + tag('office:document-styles', NAMESPACES)),
    'settings.xml': strToU8(DECLARATION + settings('Dati')),
  });
}

const VALUE_TYPES: Record<Exclude<Kind, 'text'>, string> = {
  day: 'date',
  count: 'float',
  number: 'float',
  share: 'percentage',
};

function typedCell(cell: Cell, kind: Kind): string {
  if (cell === null) return tag('table:table-cell', {});
  if (kind === 'text') return textCell(String(cell), 'text');
  const attributes = {
    'table:style-name': kind,
    'office:value-type': VALUE_TYPES[kind],
    [kind === 'day' ? 'office:date-value' : 'office:value']: String(cell),
  };
  // Some readers take a cell without words for an empty one.
  return tag('table:table-cell', attributes, tag('text:p', {}, String(cell)));
}

function textCell(words: string, style: string): string {
  const attributes = { 'table:style-name': style, 'office:value-type': 'string' };
  return tag('table:table-cell', attributes, tag('text:p', {}, escaped(words)));
}

function sheet(name: string, widths: readonly number[], rows: readonly string[][]): string {
  const columns = widths.map((width) => tag('table:table-column', { 'table:style-name': `w${width}` }));
  const lines = rows.map((cells) => tag('table:table-row', {}, ...(cells.length > 0 ? cells : EMPTY)));
  return tag('table:table', { 'table:name': name }, ...columns, ...lines);
}

const EMPTY = [tag('table:table-cell', {})];

function manifest(): string {
  const entry = (path: string, type: string) =>
    tag('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  const parts = ['content.xml', 'styles.xml', 'settings.xml'].map((path) => entry(path, 'text/xml'));
  const root = { 'xmlns:manifest': NAMESPACES['xmlns:manifest']!, 'manifest:version': '1.3' };
  return tag('manifest:manifest', root, entry('/', TYPE), ...parts);
}
