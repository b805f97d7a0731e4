// SPDX-License-Identifier: AGPL-3.0-or-later
// Each channel in the month, in the month before, in the same month of the year before, and before the lockdown.
import type { ChannelSettings, Settings } from '../../sql/settings.ts';
import type { Period } from '../../sql/vocabulary.ts';
import type { Compare } from '../compare-schema.ts';
import { type Counts, number, rowsOf } from '../days.ts';
import { points } from '../series.ts';
import { type Counting, changeOf } from './change.ts';
import { type Month, monthDays, monthsLater } from './month.ts';
import type { Change, ChannelMonth, MonthCount } from './schema.ts';

/** The total of a month of which the days are not known, or not all of them. */
export interface MonthTotal {
  channel: string;
  month: Month;
  contacts: number;
}

/** What the months of the channels are put together from. */
export interface Months {
  settings: Settings;
  month: Month;
  /** The days of the month that the report covers. */
  period: Period;
  isOver: boolean;
  /** On every day up to the last one covered, by channel. */
  counts: ReadonlyMap<string, Counts>;
  totals: readonly MonthTotal[];
  /** Null before the lockdown. */
  answer: Compare | null;
}

/** The channels of which anything is known by the end of the period, in the order of the settings. */
export function channelMonths(asked: Months): ChannelMonth[] {
  const isKnown = ({ code }: ChannelSettings) =>
    (asked.counts.get(code)?.contacts.size ?? 0) > 0 || asked.totals.some(({ channel }) => channel === code);
  return asked.settings.channels.filter(isKnown).map((channel) => channelMonth(asked, channel));
}

function channelMonth(asked: Months, channel: ChannelSettings): ChannelMonth {
  const [monthBefore, yearBefore] = [monthsLater(asked.month, -1), monthsLater(asked.month, -12)];
  const now = monthCount(asked, channel, asked.month, asked.period);
  const before = monthCount(asked, channel, monthBefore, monthDays(monthBefore));
  const lastYear = monthCount(asked, channel, yearBefore, monthDays(yearBefore));
  const counting = countingOf(asked, channel);
  const change = (base: MonthCount): Change =>
    asked.isOver ? changeOf(now, base, counting) : { kind: 'none', reason: 'month_not_over' };
  return {
    channel: channel.code,
    label: channel.label,
    month: now,
    monthBefore: before,
    yearBefore: lastYear,
    beforeLockdown: levelBefore(asked.answer, channel),
    onMonthBefore: change(before),
    onYearBefore: change(lastYear),
  };
}

/** The month as the series answers it; of a month that is known by its total alone, that total. */
function monthCount(
  { settings, counts, totals }: Months,
  channel: ChannelSettings,
  month: Month,
  period: Period,
): MonthCount {
  const known = counts.get(channel.code)!;
  const [point] = points(rowsOf(settings, channel, known, period), 'month');
  const { count = null, meanPerDay = null, daysWithData = 0, expectedDays = 0 } = point ?? {};
  const total = totals.find((each) => each.channel === channel.code && each.month === month);
  if (!total)
    return { month, total: count, perDay: meanPerDay, daysWithData, expectedDays, isTotalOnly: false };
  const perDay = expectedDays === 0 ? null : total.contacts / expectedDays;
  return { month, total: total.contacts, perDay, daysWithData, expectedDays, isTotalOnly: true };
}

function levelBefore(answer: Compare | null, { code }: ChannelSettings): ChannelMonth['beforeLockdown'] {
  const before = answer?.channels.find(({ channel }) => channel === code)?.before;
  if (!before) return null;
  const { meanPerDay, daysWithData, expectedDays } = before;
  return { perDay: meanPerDay, daysWithData, expectedDays };
}

function countingOf({ counts }: Months, { code, countingChanged }: ChannelSettings): Counting {
  return {
    counters: counts.get(code)!.counters,
    history: { activated: null, collectionChanges: countingChanged.map(number) },
  };
}
