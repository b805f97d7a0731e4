// SPDX-License-Identifier: AGPL-3.0-or-later
// Months of the civil calendar, written `2020-04`: their days, their neighbours, their Italian names.
import { type Day, dayNumber, dayText, type Period } from '../../sql/vocabulary.ts';
import { monthsOf } from '../compare/wording/dates.ts';

/** A month, written `2020-04`. */
export type Month = string;

/** Whether a text is a month that exists. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && dayNumber(`${text}-01`) !== null;
}

export function monthOfDay(day: Day): Month {
  return day.slice(0, 7);
}

/** @example monthDays('2020-02') // { from: '2020-02-01', to: '2020-02-29' } */
export function monthDays(month: Month): Period {
  return { from: `${month}-01`, to: dayText(dayNumber(`${monthsLater(month, 1)}-01`)! - 1) };
}

/** The month so many months later, or earlier when the number is negative. */
export function monthsLater(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Every month from `first` to `last`, both included. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthsLater(month, 1)) months.push(month);
  return months;
}

/** @example monthName('2020-04') // 'aprile' */
export function monthName(month: Month): string {
  return monthsOf(monthDays(month), 'it');
}

/** @example monthTitle('2020-04') // 'aprile 2020' */
export function monthTitle(month: Month): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

/** @example inMonth('2020-04') // 'ad aprile 2020' */
export function inMonth(month: Month): string {
  const title = monthTitle(month);
  return `${title.startsWith('a') ? 'ad' : 'a'} ${title}`;
}
