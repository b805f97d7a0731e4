// SPDX-License-Identifier: AGPL-3.0-or-later
// The names of the days of the week, which begins on Monday.
import { t } from './i18n/words.ts';

const SHORT = 3;

/**
 * The name of a day of the week.
 *
 * @example weekdayName(1, 'short') // 'lun'
 */
export function weekdayName(weekday: number, width: 'long' | 'short'): string {
  const name = t('date.weekdays').split(' ')[weekday - 1] ?? '';
  return width === 'short' ? name.slice(0, SHORT) : name;
}
