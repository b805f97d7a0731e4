// SPDX-License-Identifier: AGPL-3.0-or-later
// One small t(): the words of the language of the page, with their gaps filled.
import { it } from './it.ts';
import { LISTS, type Words } from './lists.ts';

export type Key = keyof Words;
export type Language = keyof typeof LISTS;

type Gaps<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never;
type Fillings<K extends Key> = Record<Gaps<Words[K]>, string | number>;
type Arguments<K extends Key> = [Gaps<Words[K]>] extends [never] ? [] : [fillings: Fillings<K>];

let language: Language = 'it';
let words: Readonly<Record<string, string>> = it;

/** The locale that numbers and dates are written in. */
export const locale = (): string => (language === 'it' ? 'it-IT' : 'en-GB');

/** Chooses the language of the page, before it is first drawn; English comes as a file of its own. */
export async function speak(wanted: Language): Promise<void> {
  words = wanted === 'en' ? (await import('./en.ts')).en : it;
  language = wanted;
}

/** The language of the page. */
export const spoken = (): Language => language;

/** Fetches the words of a page, before it is first drawn. */
export async function learn(page: keyof (typeof LISTS)['it']): Promise<void> {
  words = { ...words, ...(await LISTS[language][page]()) };
}

const say = (key: Key): string => words[key] ?? key;

/**
 * The string with that key, its gaps filled.
 *
 * @example t('coverage.part', { percent: '90 %' }) // 'dati 90 %'
 */
export function t<K extends Key>(key: K, ...[fillings]: Arguments<K>): string {
  const values: Readonly<Record<string, string | number>> = fillings ?? {};
  return say(key).replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

type Plural = { [K in Key]: K extends `${infer Base}.one` ? Base : never }[Key];

/**
 * The singular or plural string for a count.
 *
 * @example plural('days', 2) // '2 giorni'
 */
export function plural(base: Plural, count: number, shown: string = String(count), list = ''): string {
  const key = `${base}.${count === 1 ? 'one' : 'other'}` as Key;
  return say(key).replace('{count}', shown).replace('{list}', list);
}
