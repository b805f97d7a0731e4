// SPDX-License-Identifier: AGPL-3.0-or-later
import { dayText } from '../../../sql/vocabulary.ts';
import { dayInRome } from '../../compare/calendar.ts';
import { fullDate } from '../../compare/wording/dates.ts';
import { VALID_MS } from '../accounts.ts';

/** The day of a moment, in words. */
export function dayOf(milliseconds: number): string {
  return fullDate(dayText(dayInRome(milliseconds)), 'it');
}

/** Until when what is given now is valid. */
export function untilText(now: number): string {
  return `fino al ${dayOf(now + VALID_MS)}`;
}
