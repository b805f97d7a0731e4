// SPDX-License-Identifier: AGPL-3.0-or-later
// How phones write the lines of an exported chat: a date in the order of the phone's country, a time, who, what.
import { type Day, dayNumber } from '../../sql/vocabulary.ts';

/** The beginning of a message, before anybody knows which of its numbers is the day. */
export interface Entry {
  date: WrittenDate;
  /** `09:41` */
  minute: string;
  /** Undefined for a line of the system. */
  sender: string | undefined;
  /** Whether it is a line of the system that only groups have. */
  ofGroup: boolean;
}

/** A date as it stands: `31/12/20` is 31, 12 and 20 with slashes in between. */
export interface WrittenDate {
  numbers: readonly [string, string, string];
  separator: string;
}

const INVISIBLE = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*';
const SPACE = '[ \\u00a0\\u202f\\u2009]';
const DATE = '(\\d{1,4})([./-])(\\d{1,2})\\3(\\d{1,4})\\.?';
/** A comma, a word such as «alle», or nothing. */
const BETWEEN = `(?:,|${SPACE}(?:alle ore|alle|klo|um|à|at|a las|às))?${SPACE}+`;
const CLOCK = `(\\d{1,2})[:.](\\d{2})(?:[:.]\\d{2})?(?:${SPACE}*([ap])\\.?${SPACE}?m\\.?)?`;
/** iOS: `[…] `; Android: ` - `; older iOS: `: `. */
const CLOSING = `(\\]|${SPACE}[-–—](?=${SPACE})|:(?=${SPACE}))`;
const HEADER = new RegExp(`^${INVISIBLE}(\\[?)${DATE}${BETWEEN}${CLOCK}${CLOSING}${SPACE}*`, 'i');

/** The entry that begins on this line; undefined for one that goes on with the text of the one before. */
export function readEntry(line: string): Entry | undefined {
  const found = HEADER.exec(line);
  if (!found) return undefined;
  const [all, opening, one = '', separator = '', two = '', three = '', hour, minutes, half, closing] = found;
  const minute = minuteOf(Number(hour), Number(minutes), half?.toLowerCase());
  if (minute === undefined || (opening === '[') !== (closing === ']')) return undefined;
  const rest = line.slice(all.length);
  const sender = senderOf(rest);
  const ofGroup = sender === undefined && GROUP.test(rest);
  return { date: { numbers: [one, two, three], separator }, minute, sender, ofGroup };
}

/** As the exporter of Signal writes; WhatsApp writes seconds between brackets when the year comes first. */
const SIGNAL = /^\[\d{4}-\d\d-\d\d, \d\d:\d\d\] /;

/** Whether a line is of a chat of Signal, which is written nearly alike. */
export function isOfSignal(line: string): boolean {
  return SIGNAL.test(line);
}

function minuteOf(hour: number, minutes: number, half: string | undefined): string | undefined {
  if (hour > 23 || minutes > 59) return undefined;
  const inDay = half === undefined || hour > 12 ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(inDay).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** What the phone itself says, in Italian and in English. */
const SYSTEM = new RegExp(
  [
    'crittografat[ie] end-to-end|codice di sicurezza|account business|messaggi (?:effimeri|temporanei)',
    '\\b(?:ha|hai) (?:creato|aggiunto|rimosso|cambiato|modificato|abbandonato|attivato|disattivato|bloccato|sbloccato)\\b',
    '\\bè (?:uscit|entrat)[oa]\\b|è tra i tuoi contatti',
    'end-to-end encrypted|security code|business account|disappearing messages|is a contact',
    '\\b(?:created|changed|added|removed|joined|left)\\b',
  ].join('|'),
  'i',
);
const GROUP = /\b(?:gruppo|group)\b|ti ha (?:aggiunt|rimoss)|stat[oa] aggiunt|added you|were added/i;
const ENCRYPTION =
  /^[\u200e\u200f]*(?:I messaggi|Messages)\b.*(?:crittografat[ie] end-to-end|end-to-end encrypted)/i;
const MARKED = /^[\u200e\u200f]/;

/** Who wrote it: what stands before the first colon, unless the phone says it of somebody (iOS marks that). */
function senderOf(rest: string): string | undefined {
  const found = /^(.{1,200}?):(?:\s|$|\.$)/.exec(rest);
  const sender = found?.[1];
  if (found === null || sender === undefined || SYSTEM.test(sender)) return undefined;
  const text = rest.slice(found[0].length);
  return ENCRYPTION.test(text) || (MARKED.test(text) && SYSTEM.test(text)) ? undefined : sender;
}

/** `day`: 31/12/2020; `month`: 12/31/2020; `year`: 2020-12-31. */
export type Order = 'day' | 'month' | 'year';
export const ORDERS: readonly Order[] = ['day', 'month', 'year'];

/** The day that a date is in that order; undefined when there is none. */
export function dayIn(order: Order, { numbers: [one, two, three], separator }: WrittenDate): Day | undefined {
  // No country writes the month first with dots in between.
  if (order === 'month' && separator === '.') return undefined;
  const [year, month, day] =
    order === 'year' ? [one, two, three] : order === 'day' ? [three, two, one] : [three, one, two];
  if (day.length > 2 || month.length > 2 || (year.length !== 2 && year.length !== 4)) return undefined;
  const found = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayNumber(found) === null || found < FIRST_YEAR || found > LAST_YEAR ? undefined : found;
}

/** WhatsApp did not exist before 2009. */
const FIRST_YEAR = '2009';
const LAST_YEAR = '2100';
