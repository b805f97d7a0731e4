// SPDX-License-Identifier: AGPL-3.0-or-later
// What is said or kept of a text that a person may have written: never what tells who somebody is (docs/decisions/0011).
import { isIPv6 } from 'node:net';
import { CHANNEL_ALIASES } from '../sql/vocabulary.ts';
import { KNOWN_WORDS } from './known-words.ts';

/** A mistyped fiscal code or IBAN is still somebody's: the shape is enough, the check character is not asked for. */
const IDENTIFIERS: readonly (readonly [RegExp, string])[] = [
  [
    /mozilla\/\d.*|\b(?:applewebkit|chrome|safari|firefox|edg|opr|curl|wget|okhttp|dalvik)\/\d.*/gi,
    '[agente]',
  ],
  [/[^\s@/<>()"',;]*@[^\s@/<>()"',;]+/g, '[e-mail]'],
  [
    /[a-z]{3}[\s_-]?[a-z]{3}[\s_-]?[\dl-nq-v]{2}[abcdehlmprst][\dl-nq-v]{2}[\s_-]?[a-z][\dl-nq-v]{3}[\s_-]?[a-z]/gi,
    '[codice fiscale]',
  ],
  [/it\s?\d{2}\s?[a-z]\s?(?:\d[\s-]?){10}(?:[a-z\d]\s?){12}/gi, '[iban]'],
  [/(?<![a-z\d])[a-z]{2}\d{2}(?=(?:[a-z]*\d){8})[a-z\d]{11,30}/gi, '[iban]'],
  [/(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/g, '[ip]'],
  [
    /\b(?:via|viale|v\.le|piazza|p\.zza|piazzale|corso|vicolo|largo|località)\s+[\p{L}'. ]{2,40}?[, ]\s*(?:n\.?\s*)?\d{1,4}\b/giu,
    '[indirizzo]',
  ],
];

const COLONS = /(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}/gi;
/** So many digits may be a telephone or VAT number. */
const LONG_NUMBER = /\+?\d(?:[\s().-]{0,2}\d){6,}/g;
const A_DAY = '(?:(?:19|20)\\d{2}[-. ]?\\d{2}[-. ]?\\d{2}|\\d{1,2}[-. ]\\d{1,2}[-. ](?:19|20)\\d{2})';
const DAYS_ONLY = new RegExp(`^(?:${A_DAY}|(?:19|20)\\d{2})(?:[-. ]+(?:${A_DAY}|(?:19|20)\\d{2}))*$`);

/**
 * A text without what looks like an e-mail address, a fiscal code, an IBAN, a number of seven digits or more that is no
 * date, an address of a house or on the internet, or a user agent. Names of people cannot be told from other words.
 *
 * @example maskIdentifiers('da m.rossi@posta.it') // 'da [e-mail]'
 */
export function maskIdentifiers(text: string): string {
  let masked = text;
  for (const [pattern, word] of IDENTIFIERS) masked = masked.replace(pattern, word);
  return masked
    .replace(COLONS, (found) => (isIPv6(found) ? '[ip]' : found))
    .replace(LONG_NUMBER, (found) => (DAYS_ONLY.test(found) ? found : '[numero]'));
}

/** Whether a text holds something that would be masked. */
export const hasIdentifiers = (text: string): boolean => maskIdentifiers(text) !== text;

const CHANNEL_WORDS = Object.entries(CHANNEL_ALIASES).flat(2);
const WORDS = new Set([...KNOWN_WORDS, ...CHANNEL_WORDS.flatMap((name) => name.split(/\P{L}+/u))]);
const WORD = /\p{L}+/gu;
const isKnown = (word: string): boolean => word.length === 1 || WORDS.has(word.toLowerCase());
const LONGEST_SHOWN = 60;
const DATE_OR_TIME =
  /^\d{1,4}([-/.])\d{1,2}(?:\1\d{1,4})?(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A text of a file as it may be shown and kept: as it is when it is a date, a time, or made of short numbers and the
 * words of tables (months, channels, names of columns); otherwise only its shape.
 *
 * @example shown('31/02/2020') // '31/02/2020'
 * @example shown('Mario Rossi 3331234567') // 'Xxxxx Xxxxx 9999999999'
 */
export function shown(text: string): string {
  const start = text.trim().slice(0, LONGEST_SHOWN).toWellFormed();
  const short = start.length < text.trim().length ? `${start}…` : start;
  if (DATE_OR_TIME.test(short)) return short;
  const digits = short.match(/\d+/g) ?? [];
  const isPlain =
    (short.match(WORD) ?? []).every(isKnown) &&
    digits.every((run) => run.length <= 6) &&
    !hasIdentifiers(short);
  return isPlain ? short : shapeOf(short);
}

function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '9');
}

/** Several texts of a file, such as the names of its columns, each as it may be shown. */
export const shownList = (texts: readonly string[], between = ', '): string => texts.map(shown).join(between);

/**
 * The name of a file as it may be kept: words of tables, channels and programs, days and short numbers stay; the rest
 * only as its shape.
 *
 * @example maskFileName('chat con Mario Rossi 2020-03.csv') // 'chat con Xxxxx Xxxxx 2020-03.csv'
 */
export function maskFileName(name: string): string {
  const masked = maskIdentifiers(name.toWellFormed());
  // A surname may be the name of a month: beside a word that is not known, it goes too.
  const isSafe = (masked.match(WORD) ?? []).every(isKnown);
  const stays = (word: string) => isKnown(word) && (isSafe || !MAY_BE_NAMES.has(word.toLowerCase()));
  return masked
    .replace(WORD, (word) => (stays(word) ? word : shapeOf(word)))
    .replace(/\d{5,}/g, (run) => (DAYS_ONLY.test(run) ? run : shapeOf(run)));
}

const MAY_BE_NAMES = new Set(
  'gennaio febbraio marzo aprile maggio giugno luglio agosto sabato domenica april may june august'.split(
    ' ',
  ),
);

/** What stands behind such a part of an address belongs to one person, or is what one person typed. */
const OF_ONE_PERSON =
  /^(?:utent[ei]|users?|profil[oi]|profiles?|account|members?|cittadin[oi]|cerca|ricerca|search|tag-utente)$/i;
const CODE = /^(?=(?:.*\d){4})[\da-z_-]{20,}$/i;

/**
 * The path of a page without what tells of one person: parameters, identifiers, codes of sessions, and what follows
 * words such as `utente` or `cerca`. Names in the titles of pages stay, as the site itself publishes them.
 *
 * @example maskPath('/utenti/mario.rossi/dati') // '/utenti/[…]/dati'
 */
export function maskPath(path: string): string {
  const parts = path.split('/');
  return parts
    .map((part, at) => {
      if (part === '') return part;
      const plain = part.replace(/[;&=].*$/, '');
      if (OF_ONE_PERSON.test(parts[at - 1] ?? '') || plain.startsWith('~')) return '[…]';
      const text = decoded(plain);
      if (CODE.test(text) && !/\.[a-z]{2,5}$/i.test(text)) return '[…]';
      const masked = maskIdentifiers(text);
      return masked === text ? plain : masked;
    })
    .join('/');
}

function decoded(text: string): string {
  let now = text;
  // Twice encoded is common behind proxies.
  for (let turn = 0; turn < 2; turn += 1) {
    try {
      now = decodeURIComponent(now);
    } catch {
      return now.replace(/%40/g, '@');
    }
  }
  return now;
}
