// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { it } from './it.ts';
import { LISTS } from './lists.ts';

const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

async function wordsOf(language: keyof typeof LISTS): Promise<[string, string][]> {
  const pages = await Promise.all(Object.values(LISTS[language]).map((list) => list()));
  return [language === 'it' ? it : en, ...pages].flatMap((list) => Object.entries(list));
}

test('no two lists have the same key, and both languages have the same keys with the same gaps', async () => {
  const italian = await wordsOf('it');
  const english = new Map(await wordsOf('en'));
  const keys = italian.map(([key]) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  expect([...english.keys()].sort()).toEqual([...keys].sort());
  for (const [key, text] of italian) expect([key, gaps(english.get(key) ?? '')]).toEqual([key, gaps(text)]);
});

test('no line of Italian ends between a number and its per cent', async () => {
  const texts = await wordsOf('it');
  expect(texts.filter(([, text]) => / %/.test(text))).toEqual([]);
  expect(texts.filter(([, text]) => text.includes('\u00a0%')).length).toBeGreaterThan(5);
});
