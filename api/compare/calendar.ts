// SPDX-License-Identifier: AGPL-3.0-or-later
// Civil days in Europe/Rome as integers (days since 1970-01-01), Italian holidays and day types (specification 2.1).
// Never add 24 hours to a local time: 29 March 2020 has 23 of them, 25 October 25.
import { dayNumber, dayText } from '../../sql/vocabulary.ts';

/** The day type of a holiday that is not a Sunday; 0 to 6 are Monday to Sunday. */
const HOLIDAY = 7;

const FIXED_HOLIDAYS = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
];
const SUNDAY = 6;
/** San Francesco, a national holiday again from 2026. */
const SAN_FRANCESCO = '10-04';
const SAN_FRANCESCO_SINCE = 2026;

/**
 * The integer of a civil day written `2020-03-29`.
 *
 * @throws RangeError when the text is no day that exists, like `2026-02-31`.
 */
export function parseDay(text: string): number {
  const day = dayNumber(text);
  if (day === null) throw new RangeError(`${text}: giorno inesistente; si scrive 2020-03-10`);
  return day;
}

/** The civil day as `YYYY-MM-DD`; the reverse of {@link parseDay}. */
export const formatDay: (day: number) => string = dayText;

/** The weekday of a civil day: 0 Monday to 6 Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

const ROME = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', dateStyle: 'short' });

/** The civil day it is in Rome at an instant (milliseconds since 1970-01-01T00:00Z), in any server time zone. */
export function dayInRome(instant: number): number {
  return parseDay(ROME.format(instant));
}

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher's algorithm). */
export function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDay = epact + toSunday - 7 * late + 22;
  return parseDay(`${year}-03-01`) + marchDay - 1;
}

/** The holidays of a year, ascending: national ones, Easter and Easter Monday, the patron's day (`MM-DD`). */
export function holidays(year: number, patronDay: string): number[] {
  const fixed = year < SAN_FRANCESCO_SINCE ? FIXED_HOLIDAYS : [...FIXED_HOLIDAYS, SAN_FRANCESCO];
  const dated = [...fixed, patronDay].flatMap((monthDay) => dayNumber(`${year}-${monthDay}`) ?? []);
  const sunday = easter(year);
  return [...new Set([...dated, sunday, sunday + 1])].sort((a, b) => a - b);
}

/** Whether a civil day is a holiday (see {@link holidays}). */
export function isHoliday(day: number, patronDay: string): boolean {
  return holidaySet(Number(formatDay(day).slice(0, 4)), patronDay).has(day);
}

/** The day type of the model: the weekday, or {@link HOLIDAY} for a holiday that is not a Sunday. */
export function dayType(day: number, patronDay: string): number {
  const week = weekday(day);
  return week !== SUNDAY && isHoliday(day, patronDay) ? HOLIDAY : week;
}

/** Holidays by year and patron, computed once: every day of every channel asks. */
const known = new Map<string, ReadonlySet<number>>();

function holidaySet(year: number, patronDay: string): ReadonlySet<number> {
  const key = `${year} ${patronDay}`;
  const days = known.get(key) ?? new Set(holidays(year, patronDay));
  known.set(key, days);
  return days;
}
