// SPDX-License-Identifier: AGPL-3.0-or-later
// Which characters a typeface can show (the OpenType table `cmap`, format 4): with any other one in it, a PDF for all
// people cannot be made.

/** Stands for what cannot be shown; the boxes that are usual for it are in no typeface of ours. */
const UNKNOWN = '[?]';
/** Has no picture of its own: joiners, variation selectors, marks of direction, controls other than a line break. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|(?![\n\t])\p{Cc}/gu;
/** What is not plain ASCII, with the characters beside it, which may be part of its letters. */
const NOT_PLAIN = /[ -~]?[^\n -~]+(?:[ -~][^\n -~]+)*[ -~]?/g;
const letters = new Intl.Segmenter('it', { granularity: 'grapheme' });

/**
 * The same text, with a sign for letters of which the typeface has no picture.
 *
 * @example showable('bene 👍👍', shown) // 'bene [?]'
 */
export function showable(text: string, shown: ReadonlySet<number>): string {
  const isShown = (character: string) => character === '\n' || shown.has(character.codePointAt(0)!);
  const known = (letter: string) => {
    if ([...letter].every(isShown)) return letter;
    return /^\s/.test(letter) ? ' ' : '\0';
  };
  const knownOnly = (stretch: string) =>
    Array.from(letters.segment(stretch), ({ segment }) => known(segment)).join('');
  return (
    text
      .normalize('NFC')
      .replace(INVISIBLE, '')
      // A chart is half a million characters, nearly all of them plain: to look for the letters in those takes most of a second.
      .replace(NOT_PLAIN, knownOnly)
      .replace(/\0+/g, UNKNOWN)
  );
}

/** The characters that a typeface has a picture of. */
export function charactersOf(font: Buffer): Set<number> {
  const table = segmentsOf(font);
  const count = font.readUInt16BE(table + 6) / 2;
  const read = (part: number, at: number) => font.readUInt16BE(table + 14 + 2 * part * count + 2 * at);
  const found = new Set<number>();
  for (let at = 0; at < count; at += 1) {
    // Between the ends and the starts stands one word that is kept free.
    const [last, first] = [read(0, at), font.readUInt16BE(table + 16 + 2 * count + 2 * at)];
    for (let code = first; code <= last && code < 0xffff; code += 1) found.add(code);
  }
  return found;
}

/** Where the subtable of Unicode's first plane begins. */
function segmentsOf(font: Buffer): number {
  const names = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const entry = names.find((at) => font.toString('latin1', at, at + 4) === 'cmap')!;
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4),
  );
  return subtables.find((at) => font.readUInt16BE(at) === 4)!;
}
