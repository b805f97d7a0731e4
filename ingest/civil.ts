// SPDX-License-Identifier: AGPL-3.0-or-later
// Civil days and times, as the town counts them: Europe/Rome.
import { utc } from '@date-fns/utc';
import { format, isValid, parse } from 'date-fns';
import { type Day, dayText } from '../sql/vocabulary.ts';
import { BadRow } from './source.ts';

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const offsets = new Map<number, number>();

/** Seconds that the clocks of Rome were ahead of UTC at a moment (seconds since 1970): 3600, or 7200 in summer. */
export function romeOffset(time: number): number {
  const hour = Math.floor(time / 3600);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const civil = Date.parse(`${wallClock.format(hour * 3_600_000).replace(' ', 'T')}Z`) / 1000;
  offsets.set(hour, civil - hour * 3600);
  return civil - hour * 3600;
}

/** The civil day of a moment (seconds since 1970). */
export function civilDay(time: number): Day {
  return dayOf(Math.floor((time + romeOffset(time)) / 86_400));
}

const dayTexts = new Map<number, Day>();
function dayOf(number: number): Day {
  const known = dayTexts.get(number);
  if (known) return known;
  const text = dayText(number);
  dayTexts.set(number, text);
  return text;
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
