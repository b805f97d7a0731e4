// SPDX-License-Identifier: AGPL-3.0-or-later
// The days of each channel as the calendar and the data say them: a count, no data, or closed.
import type { ChannelSettings, Settings } from '../sql/settings.ts';
import { type Day, dayNumber, dayText, type Period } from '../sql/vocabulary.ts';
import { dayInRome } from './compare/calendar.ts';
import { type DayRow, dayRows, type Opening } from './compare/opening.ts';
import { decidedOn, readDecisions } from './decisions.ts';
import type { Decision } from './schemas/decisions.ts';
import { dayParameters, type Office } from './town.ts';

/** What is known of one channel on its complete days, by day number. */
export interface Counts {
  contacts: ReadonlyMap<number, number>;
  /** Which counter they come from: two that count differently are not compared with each other. */
  counters: ReadonlyMap<number, number>;
  /** The zeros about which somebody decided: those that are faults are no contacts here, nobody asks about the others. */
  decided: ReadonlyMap<number, Decision['is']>;
}

/** The counts of the channels in a period, by channel code; a channel without data has an empty map. */
export async function readCounts(
  office: Office,
  period: Period,
  channels: readonly string[],
): Promise<Map<string, Counts>> {
  const [rows, decisions] = await Promise.all([
    office.database.ask<ChannelDay>('metrics/days.sql', dayParameters(office, period, channels)),
    readDecisions(office),
  ]);
  const empty = () => ({ contacts: new Map(), counters: new Map(), decided: new Map() });
  const counts = new Map(channels.map((channel) => [channel, empty()]));
  for (const { channel, day: text, count, counter, complete } of rows) {
    const known = counts.get(channel);
    if (!complete || !known) continue;
    const day = number(text);
    const decided = count === 0 ? decidedOn(decisions, channel, day) : undefined;
    if (decided) known.decided.set(day, decided);
    if (decided === 'fault') continue;
    known.contacts.set(day, count);
    known.counters.set(day, counter);
  }
  return counts;
}

interface ChannelDay {
  channel: string;
  day: Day;
  count: number;
  counter: number;
  complete: boolean;
}

/** The zeros that somebody looked at and found to be zeros. */
export function confirmedZeros({ decided }: Counts): Set<number> {
  return new Set([...decided].flatMap(([day, is]) => (is === 'zero' ? [day] : [])));
}

/**
 * The last complete day of each channel that has data: as far as its sources reach, yesterday at most, and no later
 * than `until`.
 */
export async function readLastDays(
  { database }: Office,
  until: Day | null = null,
): Promise<Map<string, number>> {
  const yesterday = dayText(dayInRome(Date.now()) - 1);
  const parameters = { until: until !== null && until < yesterday ? until : yesterday };
  const rows = await database.ask<{ channel: string; last_day: Day }>('compare/last-days.sql', parameters);
  return new Map(rows.map(({ channel, last_day }) => [channel, number(last_day)]));
}

/** Every day of a period for one channel, in order; on days left out nothing is known. */
export function rowsOf(
  settings: Settings,
  channel: ChannelSettings,
  counts: Counts,
  { from, to }: Period,
  excluded: readonly { from: number; to: number }[] = [],
): DayRow[] {
  const range = { from: number(from), to: number(to) };
  return dayRows(counts.contacts, range, openingOf(settings, channel), excluded);
}

/** When a channel is open, in the words of the calendar. */
export function openingOf(
  { patronDay }: Settings,
  { openDays, closedOnHolidays, closures }: ChannelSettings,
): Opening {
  return { openDays, closedOnHolidays, closures, patronDay };
}

/** The number of a day that has been checked at the door. */
export function number(day: Day): number {
  const found = dayNumber(day);
  if (found === null) throw new RangeError(`no such day: ${day}`);
  return found;
}
