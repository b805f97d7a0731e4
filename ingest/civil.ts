// SPDX-License-Identifier: AGPL-3.0-or-later
// Civil days and times, as the town counts them: Europe/Rome.

import { utc } from '@date-fns/utc';
import { format, isValid, parse } from 'date-fns';
import { type Day, dayNumber, dayText } from '../sql/vocabulary.ts';
import { shown } from './mask.ts';
import { BadFile, BadRow } from './source.ts';

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const offsets = new Map<number, number>();

/** Seconds that the clocks of Rome were ahead of UTC at a moment (seconds since 1970): 3600, or 7200 in summer. */
export function romeOffset(time: number): number {
  const midnight = time - (((time % 86_400) + 86_400) % 86_400);
  const [before, after] = [offsetAtHour(midnight), offsetAtHour(midnight + 86_400)];
  return before === after ? before : offsetAtHour(time);
}

function offsetAtHour(time: number): number {
  const hour = Math.floor(time / 3600);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const civil = Date.parse(`${wallClock.format(hour * 3_600_000).replace(' ', 'T')}Z`) / 1000;
  offsets.set(hour, civil - hour * 3600);
  return civil - hour * 3600;
}

let lastHour = Number.NaN;
let dayOfLastHour: Day = '';

/** The civil day of a moment (seconds since 1970). In Rome days begin on the hour, so each hour is of one day. */
export function civilDay(time: number): Day {
  const hour = Math.floor(time / 3600);
  if (hour === lastHour) return dayOfLastHour;
  lastHour = hour;
  dayOfLastHour = dayText(Math.floor((time + romeOffset(time)) / 86_400));
  return dayOfLastHour;
}

export interface CivilTime {
  day: Day;
  /** `2020-03-10 09:41:00`, or null when the text is a day only. */
  time: string | null;
}

const DAYS = ['yyyy-MM-dd', 'd/M/yyyy', 'd-M-yyyy', 'd.M.yyyy'];
const TIMES = ['HH:mm', 'HH:mm:ss', 'HH.mm'];
const FORMATS = DAYS.flatMap((day) => [day, ...TIMES.map((time) => `${day} ${time}`)]);
const parsed = new Map<string, CivilTime>();
const MOST_REMEMBERED = 50_000;

/**
 * Reads a day, or a day and a time, as Italian offices write them.
 *
 * @example civilTime('data', '10/03/2020 9:41') // { day: '2020-03-10', time: '2020-03-10 09:41:00' }
 * @throws BadRow when there is no such day.
 */
export function civilTime(column: string, text: string): CivilTime {
  const known = parsed.get(text);
  if (known) return known;
  const found = parseCivil(text.trim().replace('T', ' ').replace(/\s+/g, ' '));
  if (!found)
    throw new BadRow(column, text, text.trim() ? 'data inesistente o non riconosciuta' : 'manca la data');
  if (parsed.size >= MOST_REMEMBERED) parsed.clear();
  parsed.set(text, found);
  return found;
}

function parseCivil(text: string): CivilTime | undefined {
  for (const pattern of FORMATS) {
    // In UTC, so that the clock changes of the machine's own zone play no part.
    const date = parse(text, pattern, 0, { in: utc });
    if (!isValid(date) || date.getFullYear() < 1990 || date.getFullYear() > 2100) continue;
    const time = pattern.includes('H') ? format(date, 'yyyy-MM-dd HH:mm:ss', { in: utc }) : null;
    return { day: format(date, 'yyyy-MM-dd', { in: utc }), time };
  }
  return undefined;
}

/** Reads a day without a time. @throws BadRow when there is no such day. */
export function civilDate(column: string, text: string): Day {
  return civilTime(column, text).day;
}

/** What stands first in `03/04/2020`. */
export type DateOrder = 'day' | 'month';
export const DATE_ORDERS: readonly DateOrder[] = ['day', 'month'];

const TWO_NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\D.*)?$/;

/**
 * The day of `3/4/20` or `03/04/2020 17:20` in that order; undefined when there is none. Other notations know no order.
 *
 * @example orderedDay('3/4/20', 'month') // '2020-03-04'
 */
export function orderedDay(text: string, order: DateOrder): Day | undefined {
  const numbers = TWO_NUMBERS.exec(text.trim());
  if (!numbers) return parseCivil(text.trim().replace('T', ' '))?.day;
  const [, one = '', two = '', year = ''] = numbers;
  const [day, month] = order === 'day' ? [one, two] : [two, one];
  const found = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayNumber(found) === null || found < '1990' || found > '2101' ? undefined : found;
}

/** Finds out over a whole file what stands first in its dates. */
export class DateOrderSurvey {
  readonly #texts: string[] = [];

  /** @throws BadRow for a date that exists in neither order. */
  add(column: string, text: string): void {
    if (!DATE_ORDERS.some((order) => orderedDay(text, order))) civilTime(column, text);
    this.#texts.push(text);
  }

  /**
   * The one order in which all dates exist, or which the person has `said`. Where both are possible and the rows are
   * known to be `daily`, the one in which they follow one another. @throws BadFile when none or more than one remains.
   */
  decide({ daily, said }: { daily: boolean; said: DateOrder | undefined }): DateOrder {
    const readings = DATE_ORDERS.map((order) => ({ order, days: this.#read(order) }));
    const whole = readings.filter(({ days }) => days.length === this.#texts.length);
    if (whole.length === 0) throw new BadFile(this.#mixed());
    const [one, other] = whole.filter(({ order }) => said === undefined || order === said);
    if (!one)
      throw new BadFile("le date non sono scritte nell'ordine che dice --date-order: toglilo o correggilo.");
    if (!other || one.days.every((day, row) => day === other.days[row])) return one.order;
    const [running, ...more] = daily ? whole.filter(({ days }) => isDaily(days)) : [];
    if (running && more.length === 0) return running.order;
    throw new BadFile(undecided(this.#texts.find((_, row) => one.days[row] !== other.days[row]) ?? ''));
  }

  #read(order: DateOrder): Day[] {
    return this.#texts.map((text) => orderedDay(text, order)).filter((day) => day !== undefined);
  }

  #mixed(): string {
    const [notDayFirst, notMonthFirst] = DATE_ORDERS.map((order) =>
      this.#texts.find((text) => orderedDay(text, order) === undefined),
    );
    return (
      `le date non sono scritte tutte allo stesso modo: in "${shown(notMonthFirst ?? '')}" il primo numero è il giorno, ` +
      `in "${shown(notDayFirst ?? '')}" è il mese. Il file è stato modificato? Esportalo di nuovo.`
    );
  }
}

function isDaily(days: readonly Day[]): boolean {
  const numbers = [...new Set(days)].map((day) => dayNumber(day) ?? 0).sort((a, b) => a - b);
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

function undecided(text: string): string {
  const [dayFirst, monthFirst] = DATE_ORDERS.map((order) => orderedDay(text, order));
  return (
    `non si capisce se "${shown(text)}" è il ${dayFirst} o il ${monthFirst} (anno-mese-giorno): nessuna data del file lo dice. ` +
    'Aggiungi --date-order day se il primo numero è il giorno, --date-order month se è il mese, ' +
    'o esporta un periodo che comprenda un giorno dopo il 12 del mese.'
  );
}

const MONTHS =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');
const WEEKDAYS = 'lunedi martedi mercoledi giovedi venerdi sabato domenica'.split(' ');

/**
 * The number of a month from its Italian name, whole or cut to three letters or more; undefined for anything else.
 *
 * @example italianMonth('Sett.') // 9
 */
export function italianMonth(text: string): number | undefined {
  return named(MONTHS, text);
}

/** Whether a text is the Italian name of a weekday, whole or cut to three letters or more. */
export function isWeekday(text: string): boolean {
  return named(WEEKDAYS, text) !== undefined;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function named(names: readonly string[], text: string): number | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/ì$/, 'i')
    .replace(/i['’]$/, 'i');
  const place = word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
  return place < 0 ? undefined : place + 1;
}

/** Why days are not taken for what they seem, and how a total of a month is written. */
export const MONTHS_REFUSED =
  "le date sono tutte il primo o l'ultimo giorno del mese: sembrano totali mensili, e contarli in quel giorno sarebbe " +
  'sbagliato. Se lo sono, scrivi il mese senza il giorno (2020-03 o marzo 2020): il totale si vede per mese, mai diviso nei giorni.';

/**
 * Whether days stand for months: always a month apart, or one a month, each its first day or each its last.
 *
 * @example areMonths(['2020-01-31', '2020-02-29']) // true
 */
export function areMonths(days: readonly Day[]): boolean {
  if (days.length < 2 || new Set(days.map((day) => day.slice(0, 7))).size < days.length) return false;
  const isLast = (day: Day) =>
    Number(day.slice(8)) === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  const numbers = days.map((day) => dayNumber(day) ?? 0).sort((a, b) => a - b);
  const gaps = numbers.slice(1).map((day, at) => day - (numbers[at] ?? 0));
  const isMonthApart = gaps.length >= 2 && gaps.every((gap) => gap >= 27 && gap <= 33);
  return isMonthApart || days.every((day) => day.endsWith('-01')) || days.every(isLast);
}
