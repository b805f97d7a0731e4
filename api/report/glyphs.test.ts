// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectRoot } from '../../sql/engine/engine.ts';
import { charactersOf, showable } from './glyphs.ts';

const font = readFileSync(join(projectRoot(), 'api', 'report', 'font', 'titillium-web-400.ttf'));
const shown = charactersOf(font);
const PLAIN = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)).join('');

test('the typeface has every plain character, and those that Italian needs', () => {
  const text = `${PLAIN}àèéìòùÀÈÉÌÒÙ’‘“”«»–…€·`;
  expect(showable(text, shown)).toBe(text);
});

test.each([
  ['bene 👍👍', 'bene [?]'],
  ['Città', 'Città'],
  ['a\u0300', 'à'],
  ['x\u0323y', '[?]y'],
  ['1\ufe0f\u20e32', '[?]2'],
  ['a\u200db\tc', 'ab c'],
  ['riga\r\nriga', 'riga\nriga'],
])('%j is shown as %j', (text, expected) => {
  expect(showable(text, shown)).toBe(expected);
});

test('plain stretches are passed over, and it comes out as if each letter had been looked at', () => {
  const odd = fc.constantFrom(
    ...'àé’\u0300\u0323\u200d\ufe0f\u20e3👍🇮🇹\u0600\u0301ß漢\t\n\r',
    '\u1f468\u200d',
  );
  const character = fc.oneof(fc.constantFrom(...PLAIN), odd, fc.string({ unit: 'binary', maxLength: 1 }));
  fc.assert(
    fc.property(fc.array(character, { maxLength: 40 }), (characters) => {
      const text = characters.join('');
      expect(showable(text, shown)).toBe(letterByLetter(text));
    }),
    { numRuns: 5000, seed: 1 },
  );
});

function letterByLetter(text: string): string {
  const clean = text.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}|(?![\n\t])\p{Cc}/gu, '');
  const isShown = (character: string) => character === '\n' || shown.has(character.codePointAt(0)!);
  return [...new Intl.Segmenter('it', { granularity: 'grapheme' }).segment(clean)]
    .map(({ segment }) => {
      if ([...segment].every(isShown)) return segment;
      return /^\s/.test(segment) ? ' ' : '\0';
    })
    .join('')
    .replace(/\0+/g, '[?]');
}
