// SPDX-License-Identifier: AGPL-3.0-or-later
// Numbers and dates as Italians write them: 1.234,5 · −8 % · 10 marzo 2020 · 3–8 feb. Marks and names are among the words of
// the page: on a slow machine the browser takes two tenths of a second to find its own, before anything is seen.
import { type Day, dayNumber, type Period } from '../sql/vocabulary.ts';
import { locale, plural, t } from './i18n/words.ts';
import { weekdayName } from './weekdays.ts';

const NO_BREAK = '\u00a0';
const MINUS = '\u2212';

/**
 * A number with that many decimals, grouped from a thousand.
 *
 * @example number(1234.5, 1) // '1.234,5'
 */
export function number(value: number, decimals = 0): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, t('number.group'));
  const text = part ? grouped + t('number.decimal') + part : grouped;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** A mean per day: one decimal, two where one would hide that it is not zero; "n.d." when not known. */
export function mean(value: number | null): string {
  if (value === null) return t('table.unknown');
  if (value === 0) return number(0);
  return number(value, value < 0.1 ? 2 : 1);
}

/** A share of days, rounded down: 100 % only when none is missing. */
export const coveragePercent = (share: number): string => percentage(number(Math.floor(share * 100 + 1e-9)));

/**
 * A share of a whole; what is not zero is never written 0 %.
 *
 * @example share(0.195) // '20 %'
 */
export function share(part: number): string {
  const decimals = part > 0 && part < 0.005 ? 1 : 0;
  return percentage(number(part * 100, decimals));
}

const percentage = (figure: string): string => `${figure}${locale() === 'it-IT' ? NO_BREAK : ''}%`;

/**
 * How many times as much, by the rules of the house: a per cent between a half and two, "volte" beyond.
 *
 * @example ratio(1.24) // '+24 %'
 * @example ratio(2.96) // '3,0 volte tanto'
 * @example ratio(0.08) // '0,08 volte'
 */
export function ratio(value: number): string {
  if (isPercent(value)) return Math.round(value * 100) === 100 ? t('ratio.same') : signedPercent(value, 0);
  if (value < 0.01) return t('ratio.tiny');
  const key = value < 1 ? 'ratio.part' : 'ratio.times';
  return t(key, { ratio: number(value, ratioDecimals(value)) });
}

/**
 * The limits of a ratio, rounded like it, but never onto 1 when they are not 1.
 *
 * @example interval({ estimate: 2.96, low: 2.41, high: 3.79 }) // '2,4–3,8'
 * @example interval({ estimate: 1.25, low: 1.07, high: 1.47 }) // 'da +7 % a +47 %'
 */
export function interval({ estimate, low, high }: { estimate: number; low: number; high: number }): string {
  if (isPercent(estimate)) {
    const [from, to] = [low, high].map((limit) => signedPercent(limit, decimalsOffOne(limit * 100, 100, 0)));
    return t('ratio.fromTo', { from: from ?? '', to: to ?? '' });
  }
  const decimals = ratioDecimals(estimate);
  const [from, to] = [low, high].map((limit) => number(limit, decimalsOffOne(limit, 1, decimals)));
  return `${from}–${to}`;
}

const isPercent = (value: number): boolean => value > 0.5 && value < 1.995;

function signedPercent(value: number, decimals: number): string {
  const change = (value - 1) * 100;
  return percentage(`${change > 0 ? '+' : ''}${number(change, decimals)}`);
}

/** As many decimals as keep a figure off `one`. */
function decimalsOffOne(value: number, one: number, least: number): number {
  const isOff = (decimals: number) => value === one || Number(value.toFixed(decimals)) !== one;
  return [least, least + 1, least + 2].find(isOff) ?? least + 3;
}

function ratioDecimals(value: number): number {
  if (value < 1.995) return 2;
  return value < 9.95 ? 1 : 0;
}

interface DateParts {
  weekday?: 'long';
  day?: 'numeric';
  month?: 'long' | 'short';
  year?: 'numeric';
}
const LONG: DateParts = { day: 'numeric', month: 'long', year: 'numeric' };

/** Day 0, 1 January 1970, was a Thursday. */
const DAYS_FROM_MONDAY = 3;

function date(day: Day, parts: DateParts): string {
  const [year, month = 0, dayOfMonth] = day.split('-').map(Number);
  const weekday = (((dayNumber(day) ?? 0) + DAYS_FROM_MONDAY) % 7) + 1;
  const words = [
    parts.weekday && weekdayName(weekday, parts.weekday),
    parts.day && (dayOfMonth === 1 ? t('date.first') : dayOfMonth),
    parts.month && t(`date.${parts.month}`).split(' ')[month - 1],
    parts.year && year,
  ];
  return words.filter(Boolean).join(' ');
}

/** @example longDay('2020-03-10') // '10 marzo 2020' */
export const longDay = (day: Day): string => date(day, LONG);

/** @example fullDay('2020-03-10') // 'martedì 10 marzo 2020' */
export const fullDay = (day: Day): string => date(day, { weekday: 'long', ...LONG });

/** @example instant('2020-07-01T07:12:00Z') // '1º lug 2020, 09:12', in Italy */
export function instant(iso: string): string {
  const parts = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Rome',
  } as const;
  const text = new Intl.DateTimeFormat(locale(), parts).format(Date.parse(iso));
  return locale() === 'it-IT' ? text.replace(/^1(?=\s)/, '1º') : text;
}

/** @example shortDay('2020-03-10') // '10 mar' */
export const shortDay = (day: Day): string => date(day, { day: 'numeric', month: 'short' });

/** @example monthName('2020-03-10') // 'mar' */
export const monthName = (day: Day): string => date(day, { month: 'short' });

/** @example longMonth('2020-03-10') // 'marzo 2020' */
export const longMonth = (day: Day): string => date(day, { month: 'long', year: 'numeric' });

/**
 * A period in short, its year once.
 *
 * @example shortPeriod({ from: '2020-03-03', to: '2020-03-08' }) // '3–8 mar 2020'
 */
export const shortPeriod = (period: Period): string => span(period, { month: 'short' });

/** @example longPeriod({ from: '2020-03-09', to: '2020-05-17' }) // '9 marzo – 17 maggio 2020' */
export const longPeriod = (period: Period): string => span(period, { month: 'long' });

function span({ from, to }: Period, month: DateParts): string {
  const end = date(to, { day: 'numeric', year: 'numeric', ...month });
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOfMonth(from)}–${end}`;
  const year: DateParts = from.slice(0, 4) === to.slice(0, 4) ? {} : { year: 'numeric' };
  return `${date(from, { day: 'numeric', ...month, ...year })} – ${end}`;
}

/** @example shortRun({ from: '2020-02-03', to: '2020-02-08' }) // '3–8 feb' */
export function shortRun({ from, to }: Period): string {
  if (from === to) return shortDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOfMonth(from)}–${shortDay(to)}`;
  return `${shortDay(from)} – ${shortDay(to)}`;
}

const dayOfMonth = (day: Day): string => date(day, { day: 'numeric', month: 'short' }).split(' ')[0] ?? '';

/**
 * Runs of days in words.
 *
 * @example runs([{ from: '2020-02-03', to: '2020-02-08' }]) // 'dal 3 all’8 febbraio'
 */
export function runs(list: readonly Period[], most = 4): string {
  const shown = list.length > most ? list.slice(0, most - 1) : list;
  const rest = list.length - shown.length;
  const words = shown.map(run);
  return conjunction(rest > 0 ? [...words, plural('run.more', rest)] : words);
}

function run({ from, to }: Period): string {
  const parts: DateParts = { day: 'numeric', month: 'long' };
  if (from === to) return elide(t('run.one', { day: date(from, parts) }));
  const start = from.slice(0, 7) === to.slice(0, 7) ? dayOfMonth(from) : date(from, parts);
  return elide(t('run.range', { from: start, to: date(to, parts) }));
}

/** Before 8 and 11 the Italian article loses its vowel: dall’8, all’11. */
const elide = (text: string): string => text.replace(/\b(da|de|a)l (?=(8|11)\b)/g, '$1ll’');

/** @example conjunction(['sito', 'chat', 'e-mail']) // 'sito, chat ed e-mail' */
export function conjunction(list: readonly string[]): string {
  const last = list.at(-1) ?? '';
  if (list.length < 2) return last;
  return `${list.slice(0, -1).join(', ')} ${t('list.and')} ${last}`.replace(/ e (?=e)/i, ' ed ');
}

/** The first letter in upper case, for a noun that opens a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);

/** The number of days of a period, both ends included. */
export const daysIn = ({ from, to }: Period): number => (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0) + 1;
