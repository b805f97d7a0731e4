// SPDX-License-Identifier: AGPL-3.0-or-later
// One small t(): the words of the language of the page, with their gaps filled.
import { it, type Key } from './it.ts';

export type { Key } from './it.ts';
export type Language = 'it' | 'en';

type Gaps<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never;
type Fillings<K extends Key> = Record<Gaps<(typeof it)[K]>, string | number>;
type Arguments<K extends Key> = [Gaps<(typeof it)[K]>] extends [never] ? [] : [fillings: Fillings<K>];

let language: Language = 'it';
let words: Readonly<Record<Key, string>> = it;

/** The locale that numbers and dates are written in. */
export const locale = (): string => (language === 'it' ? 'it-IT' : 'en-GB');

/** Chooses the language of the page, before it is first drawn; English comes as a file of its own. */
export async function speak(wanted: Language): Promise<void> {
  words = wanted === 'en' ? (await import('./en.ts')).en : it;
  language = wanted;
}

/**
 * The string with that key, its gaps filled.
 *
 * @example t('coverage.part', { percent: '90 %' }) // 'dati 90 %'
 */
export function t<K extends Key>(key: K, ...[fillings]: Arguments<K>): string {
  const values: Readonly<Record<string, string | number>> = fillings ?? {};
  return words[key].replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

type Plural = { [K in Key]: K extends `${infer Base}.one` ? Base : never }[Key];

/**
 * The singular or plural string for a count.
 *
 * @example plural('days', 2) // '2 giorni'
 */
export function plural(base: Plural, count: number, shown: string = String(count), list = ''): string {
  const key = `${base}.${count === 1 ? 'one' : 'other'}` as Key;
  return words[key].replace('{count}', shown).replace('{list}', list);
}
