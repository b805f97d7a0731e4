// SPDX-License-Identifier: AGPL-3.0-or-later
// What a cell of a table may say.

import { channelCode } from '../sql/channels.ts';
import type { Settings } from '../sql/settings.ts';
import { maskIdentifiers } from './mask.ts';
import { BadRow } from './source.ts';

/** More would be a telephone number. */
const LARGEST_COUNT = 999_999_999;
const LONGEST_LABEL = 100;

/** Reads a count: 0 or a positive whole number. @throws BadRow for anything else. */
export function wholeCount(column: string, text: string): number {
  const plain = plainNumber(text);
  if (plain !== undefined) return plain;
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) throw new BadRow(column, text, notACount(trimmed));
  if (/^0\d{5}/.test(trimmed)) throw new BadRow(column, text, 'sembra un numero di telefono');
  const count = Number(trimmed);
  if (count > LARGEST_COUNT) throw new BadRow(column, text, 'numero troppo grande');
  return count;
}

const LONGEST_PLAIN = 5;
const ZERO = 48;

/** A few digits and nothing else, as nearly all counts are; undefined for whatever has to be looked at twice. */
function plainNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > LONGEST_PLAIN) return undefined;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

function notACount(text: string): string {
  if (text === '') return 'manca il numero (se non ci sono stati contatti si scrive 0)';
  if (/^[-−]\d/.test(text)) return 'numero negativo';
  return /^\d+[.,]\d+$/.test(text) ? 'numero non intero' : 'non è un numero';
}

/** The code of a channel of this town. @throws BadRow with the list of channels and the way to declare one. */
export function knownChannel(settings: Settings, column: string, text: string): string {
  const code = channelCode(settings, text);
  if (code) return code;
  const list = settings.channels.map((channel) => channel.code).join(', ');
  throw new BadRow(
    column,
    text,
    `canale non dichiarato; i canali sono ${list} (se ne aggiungono in comune.json, "channels")`,
  );
}

/** In front of what a spreadsheet would take for a formula our own tables, and others, have an apostrophe. */
const KEPT_FROM_BEING_A_FORMULA = /^'(?=[=+\-@＝＋－＠])/;

/** Labels come again and again; what was made of one is kept for a while. */
const labels = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/**
 * A short word such as a topic or a platform: lower case, without spaces around, without what looks like an identifier.
 * A long one is what somebody wrote, not the name of anything, and is not kept.
 */
export function label(text: string): string {
  const known = labels.get(text);
  if (known !== undefined) return known;
  const plain = text.trim().replace(KEPT_FROM_BEING_A_FORMULA, '').toLowerCase();
  const found = plain.length > LONGEST_LABEL ? '[testo]' : maskIdentifiers(plain);
  if (labels.size >= MOST_REMEMBERED) labels.clear();
  // A copy: a piece of a row would keep the text that it stands in.
  labels.set(Buffer.from(text).toString(), found);
  return found;
}

const GROUPED = /^[1-9]\d{0,2}([.,'’\s])\d{3}(?:\1\d{3})*$/;

/**
 * Reads a count as programs show it to people: thousands set apart by a dot, a comma, an apostrophe or a (no-break)
 * space, and in front the apostrophe that keeps spreadsheets from taking a cell for a formula.
 *
 * @example localCount('Visite', '1.234') // 1234
 * @throws BadRow for anything that is no whole number.
 */
export function localCount(column: string, text: string): number {
  const plain = unescaped(text);
  return wholeCount(column, GROUPED.test(plain) ? plain.replace(/\D/g, '') : plain);
}

/** A cell without the apostrophe that Matomo and others put in front of what a spreadsheet might take for a formula. */
export function unescaped(cell: string): string {
  return cell.trim().replace(/^'/, '');
}

/** Whether a row of a table says nothing at all. */
export function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/**
 * Reads a count as Italian offices write it: thousands set apart by a dot, a space or an apostrophe, a comma before
 * the decimals, which have to be zero.
 *
 * @example italianCount('Telefono', '1.234') // 1234
 * @throws BadRow for anything that is no whole number; `1,234` is 1 and a bit, never a thousand.
 */
export function italianCount(column: string, text: string): number {
  const plain = text.trim().replace(/,0{1,2}$/, '');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:[\s'’]\d{3})+$/.test(plain))
    return wholeCount(column, plain.replace(/\D/g, ''));
  return wholeCount(column, plain.replace(/^(\d+)\.0{1,2}$/, '$1'));
}

/** What offices and programs write in a cell to say that there is no number: closed, not counted, not known. */
const NO_VALUE =
  /^(?:|[-–—/]+|chius[oai]|chiusura|festiv[oi]|festa|ferie|n\.? ?d\.?|n\/d|n\.? ?p\.?|n\/?a|null)$/i;

/** Whether a cell of a column of numbers says that there is none; that is no zero. */
export function isNoValue(cell: string): boolean {
  return NO_VALUE.test(cell.trim());
}
