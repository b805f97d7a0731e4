// SPDX-License-Identifier: AGPL-3.0-or-later
// Elements of XML as text.

export type Attributes = Readonly<Record<string, string | number>>;

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * One element; content is XML already, attributes are not. Numbers are rounded to hundredths.
 *
 * @example tag('circle', { cx: 1 / 3, r: 4 }) // '<circle cx="0.33" r="4"/>'
 */
export function tag(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`);
  const start = `<${name}${pairs.join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}

/** What XML 1.0 cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML, in an element or in an attribute; what XML cannot hold is left out. */
export function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found);
}

function written(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);
}
