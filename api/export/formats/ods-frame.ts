// SPDX-License-Identifier: AGPL-3.0-or-later
// What an OpenDocument spreadsheet needs around its cells: how they look, and that the header stays.
import { tag } from '../../xml.ts';

export const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

export const NAMESPACES: Readonly<Record<string, string>> = {
  'office:version': '1.3',
  ...Object.fromEntries(
    ['office', 'table', 'text', 'style', 'config', 'manifest'].map((name) => [
      `xmlns:${name}`,
      `${OASIS}:${name}:1.0`,
    ]),
  ),
  'xmlns:number': `${OASIS}:datastyle:1.0`,
  'xmlns:fo': `${OASIS}:xsl-fo-compatible:1.0`,
  'xmlns:ooo': 'http://openoffice.org/2004/office',
};

/** The styles of the cells, by kind, and of columns so many letters wide (`w12`). */
export function styles(widths: readonly number[]): string {
  return [
    tag(
      'number:date-style',
      { 'style:name': 'a-day' },
      part('day'),
      SLASH,
      part('month'),
      SLASH,
      part('year'),
    ),
    tag('number:number-style', { 'style:name': 'a-count' }, decimals(0)),
    tag('number:number-style', { 'style:name': 'a-number' }, decimals(2)),
    tag('number:percentage-style', { 'style:name': 'a-share' }, decimals(1), tag('number:text', {}, '%')),
    ...['day', 'count', 'number', 'share'].map((kind) =>
      cell(kind, { 'style:data-style-name': `a-${kind}` }),
    ),
    cell('text', {}),
    cell('note', {}, WRAP),
    cell('header', {}, WRAP, tag('style:text-properties', { 'fo:font-weight': 'bold' })),
    ...[...new Set(widths)].map(column),
  ].join('');
}

const SLASH = tag('number:text', {}, '/');
const WRAP = tag('style:table-cell-properties', { 'fo:wrap-option': 'wrap' });

const part = (name: string) => tag(`number:${name}`, { 'number:style': 'long' });

function decimals(places: number): string {
  const grouping = { 'number:grouping': 'true', 'number:min-integer-digits': 1 };
  return tag('number:number', { 'number:decimal-places': places, ...grouping });
}

function cell(name: string, more: Record<string, string>, ...content: string[]): string {
  return tag('style:style', { 'style:name': name, 'style:family': 'table-cell', ...more }, ...content);
}

function column(letters: number): string {
  const width = tag('style:table-column-properties', { 'style:column-width': `${letters * 2}mm` });
  return tag('style:style', { 'style:name': `w${letters}`, 'style:family': 'table-column' }, width);
}

/** The first row of a sheet stays where it is. */
export function settings(sheet: string): string {
  const frozen = [
    item('VerticalSplitMode', 'short', '2'),
    item('VerticalSplitPosition', 'int', '1'),
    item('PositionBottom', 'int', '1'),
    item('ActiveSplitRange', 'short', '2'),
  ];
  const tables = map('named', 'Tables', entry({ 'config:name': sheet }, ...frozen));
  const active = item('ActiveTable', 'string', sheet);
  const view = entry({}, item('ViewId', 'string', 'view1'), tables, active);
  const set = tag(
    'config:config-item-set',
    { 'config:name': 'ooo:view-settings' },
    map('indexed', 'Views', view),
  );
  return tag('office:document-settings', NAMESPACES, tag('office:settings', {}, set));
}

const item = (name: string, type: string, value: string) =>
  tag('config:config-item', { 'config:name': name, 'config:type': type }, value);

const map = (kind: string, name: string, ...entries: string[]) =>
  tag(`config:config-item-map-${kind}`, { 'config:name': name }, ...entries);

const entry = (attributes: Record<string, string>, ...items: string[]) =>
  tag('config:config-item-map-entry', attributes, ...items);
