// SPDX-License-Identifier: AGPL-3.0-or-later
// Marks and sheets of SVG as text: presentation attributes only, so that a picture needs no style and no script.
import { type Attributes, escaped, tag } from '../xml.ts';

/** A whole picture: what stands in it, and what is said to those who do not see it. */
export interface Sheet {
  /** Begins every id of the picture, so that several can stand in one page. */
  name: string;
  width: number;
  height: number;
  /** Where the drawing begins, below a title that is not drawn; by default at 0. */
  top?: number;
  title: string;
  description: string;
  /** The numbers of the picture as JSON; kept in its metadata. */
  numbers?: string | undefined;
}

const FONT = "'Titillium Web', Geneva, Tahoma, sans-serif";

/** Words at a place; `y` is the line they stand on. */
export function label(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return tag('text', { x, y, ...attributes }, escaped(words));
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string {
  return tag('line', { x1, y1, x2, y2, ...attributes });
}

/** The picture as a document that stands alone, with its title, its description and its numbers. */
export function drawn(
  { name, width, height, top = 0, title, description, numbers }: Sheet,
  ...marks: string[]
): string {
  const content = [
    tag('title', { id: `${name}-title` }, escaped(title)),
    tag('desc', { id: `${name}-desc` }, escaped(description)),
    ...(numbers === undefined ? [] : [tag('metadata', {}, quoted(numbers))]),
    tag('rect', { width, height, fill: '#FFFFFF' }),
    ...marks,
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height: height - top,
    viewBox: `0 ${top} ${width} ${height - top}`,
    role: 'img',
    'xml:lang': 'it',
    'aria-labelledby': `${name}-title ${name}-desc`,
    'font-family': FONT,
    'font-size': 14,
    fill: '#17324D',
  };
  return `${tag('svg', root, `\n${content.join('\n')}\n`)}\n`;
}

/** JSON as it is; in its words, and only there, a closing bracket can be written otherwise. */
const quoted = (json: string) => `<![CDATA[${json.replaceAll('>', '\\u003e')}]]>`;

/** So many letters of the smallest size fit into the width of a chart, even in a wider typeface than ours. */
const LINE_LETTERS = 112;

/** Words broken into lines of at most `most` letters, between words only. */
export function wrapped(words: string, most = LINE_LETTERS): string[] {
  const lines = [''];
  for (const word of words.split(/[ \n]+/)) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
