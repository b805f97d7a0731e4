// SPDX-License-Identifier: AGPL-3.0-or-later
// The names of the days of the week, which begins on Monday.
import { locale } from './i18n/words.ts';

/** 1 January 2018 was a Monday. */
const MONDAY = Date.UTC(2018, 0, 1);
const DAY = 86_400_000;

/**
 * The name of a day of the week.
 *
 * @example weekdayName(1, 'short') // 'lun'
 */
export const weekdayName = (weekday: number, width: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locale(), { weekday: width, timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * DAY);
