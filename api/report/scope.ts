// SPDX-License-Identifier: AGPL-3.0-or-later
// What a report covers and compares, in a line under its title.
import { type Day, dayText, type Period } from '../../sql/vocabulary.ts';
import { dayInRome } from '../compare/calendar.ts';
import { dayAndMonth, fullDate, italianDay } from '../compare/wording/dates.ts';
import type { PhaseAnswer } from './phase.ts';

/** The sentences of that line; `isOver` false: the report ends before the month does. */
export function scopeOf(period: Period, isOver: boolean, compared: PhaseAnswer | null): string {
  const cut = isOver ? [] : [`Dati fino ${italianDay('al', period.to)}: il mese non è finito.`];
  const place =
    compared === null
      ? ['Il mese precede il lockdown: non c’è ancora nulla da confrontare.']
      : [placeOf(period, compared), comparison(compared)];
  return [...cut, ...place].join(' ');
}

function placeOf({ from, to }: Period, { phase, answer: { during } }: PhaseAnswer): string {
  if (phase === 'after') return 'Mese successivo alla riapertura.';
  if (during.from > from) return `Il lockdown comincia ${italianDay('il', during.from)}.`;
  if (during.to < to) return `Il lockdown finisce ${italianDay('il', during.to)}.`;
  return 'Mese intero nel lockdown.';
}

function comparison({ phase, answer: { before, during } }: PhaseAnswer): string {
  const name = phase === 'after' ? 'Dopo la riapertura' : 'Lockdown';
  return `${name} (${span(during)}) a confronto con prima (${span(before)}).`;
}

/** "9 marzo – 30 aprile 2020", with the year at both ends where they differ. */
function span({ from, to }: Period): string {
  const start = from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from, 'it') : fullDate(from, 'it');
  return `${start} – ${fullDate(to, 'it')}`;
}

/** The civil day in Rome of an instant such as 2020-05-06T10:00:00Z. */
export function dayOf(instant: string): Day {
  return dayText(dayInRome(Date.parse(instant)));
}

/** @example untilText('2020-04-30') // 'fino al 30 aprile 2020' */
export function untilText(day: Day): string {
  return `fino ${italianDay('al', day)} ${day.slice(0, 4)}`;
}
