// SPDX-License-Identifier: AGPL-3.0-or-later
// One point of a series in words, as it is read on the plot and in the table.
import type { Point } from '../api/schemas.ts';
import type { Granularity } from '../sql/vocabulary.ts';
import { fullDay, longDay, longMonth, mean, number, shortPeriod } from './format.ts';
import { type Key, plural, t } from './i18n/words.ts';
import { unit } from './sentence.ts';

/** When: a day in full, a week as a short period, a month by name. */
export function when(point: Point, granularity: Granularity, full = true): string {
  if (granularity === 'day') return full ? fullDay(point.from) : longDay(point.from);
  return granularity === 'week' ? shortPeriod(point) : longMonth(point.from);
}

/** The value with its unit, or the words for one of the kinds of nothing. */
export function value(point: Point, granularity: Granularity, channel: string): string {
  if (point.state === 'closed') return t('read.closed');
  if (point.state === 'suppressed') return t('chart.suppressed');
  if (granularity !== 'day') return meanOf(point, channel);
  if (point.state === 'missing' || point.count === null) return t('read.missing');
  if (point.count === 0) return t('read.zero', { unit: unit(channel, 0) });
  return t('read.count', { count: number(point.count), unit: unit(channel, point.count) });
}

function meanOf({ meanPerDay, count, daysWithData, expectedDays }: Point, channel: string): string {
  const days = plural('days', daysWithData, number(daysWithData));
  const expected = number(expectedDays);
  if (meanPerDay === null || count === null) return t('read.noMean', { days, expected });
  const words = { mean: mean(meanPerDay), unit: unit(channel, meanPerDay), count: number(count) };
  return t('read.mean', { ...words, days, expected });
}

/** The state of a point in a word: with data, zero, missing, closed. */
export function stateWord({ state, count }: Point): string {
  const key: Key = state === 'count' && count === 0 ? 'state.zero' : `state.${state}`;
  return t(key);
}
