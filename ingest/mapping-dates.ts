// SPDX-License-Identifier: AGPL-3.0-or-later
// Dates in the format that a mapping names, with the letters of date-fns: `dd/MM/yyyy HH:mm`.
import { utc } from '@date-fns/utc';
import { format, isValid, parse } from 'date-fns';
import { it } from 'date-fns/locale/it';
import { type CivilTime, civilDay, romeOffset } from './civil.ts';
import { BadFile, BadRow } from './source.ts';

const MOST_REMEMBERED = 50_000;
/** Years of two digits are those around it. */
const AROUND = new Date(Date.UTC(2020, 0, 1));

/** Reads dates of one format. */
export interface DateReader {
  /** What the dates of this format are: moments of a day, days, or only months. */
  readonly unit: 'time' | 'day' | 'month';
  /** A month is given as its first day. @throws BadRow when there is no such day. */
  read(column: string, text: string): CivilTime;
}

/** Makes a reader for a format. @throws BadFile when it is none. */
export function dateReader(pattern: string): DateReader {
  const letters = new Set(pattern.replace(/'[^']*'/g, ''));
  const has = (...wanted: string[]) => wanted.some((letter) => letters.has(letter));
  const isMoment = has('X', 'x', 't', 'T');
  if (!isMoment && !(has('y') && (has('M', 'L') || has('D')))) throw badFormat(pattern);
  const unit = isMoment || has('H', 'h') ? 'time' : has('d', 'D') ? 'day' : 'month';
  const known = new Map<string, CivilTime>();
  const read = (column: string, text: string) => {
    const old = known.get(text);
    if (old) return old;
    const date = parsed(pattern, text);
    if (!date)
      throw new BadRow(
        column,
        text,
        text.trim() ? `la data non è scritta come «${pattern}», o non esiste` : 'manca la data',
      );
    if (known.size >= MOST_REMEMBERED) known.clear();
    const found = isMoment ? civilMoment(date.getTime() / 1000) : civilOf(date, unit === 'time');
    known.set(text, found);
    return found;
  };
  return { unit, read };
}

function parsed(pattern: string, text: string): Date | undefined {
  try {
    const date = parse(text.trim().replace(/\s+/g, ' '), pattern, AROUND, { in: utc, locale: it });
    return isValid(date) && date.getUTCFullYear() >= 1990 && date.getUTCFullYear() <= 2100 ? date : undefined;
  } catch (error) {
    if (error instanceof RangeError) throw badFormat(pattern);
    throw error;
  }
}

function badFormat(pattern: string): BadFile {
  return new BadFile(
    `il formato della data «${pattern}» non va bene: si scrive con yyyy (anno), MM (mese), dd (giorno), HH:mm (ora)`,
  );
}

function civilOf(date: Date, timed: boolean): CivilTime {
  const day = format(date, 'yyyy-MM-dd', { in: utc });
  return { day, time: timed ? format(date, 'yyyy-MM-dd HH:mm:ss', { in: utc }) : null };
}

/** A moment in another zone is of the day that it was in Rome. */
function civilMoment(time: number): CivilTime {
  const civil = new Date((time + romeOffset(time)) * 1000).toISOString();
  return { day: civilDay(time), time: `${civil.slice(0, 10)} ${civil.slice(11, 19)}` };
}
