// SPDX-License-Identifier: AGPL-3.0-or-later
// When the contacts of a channel come: weekday by hour. A source that knows only the day says nothing of any hour.
import type { ChannelSettings } from '../../sql/settings.ts';
import { type Day, dayText } from '../../sql/vocabulary.ts';
import { number } from '../days.ts';
import { suppress } from '../disclosure/suppress.ts';
import { thresholdOf } from '../disclosure/threshold.ts';
import type { Hours, HoursPhase } from '../schemas/hours.ts';
import { type Office, uncounted } from '../town.ts';
import { type AskedPhases, type ChannelPhase, counted, mapPhases, readEach, readPhases } from './phases.ts';

interface HoursQuestion {
  channel: ChannelSettings;
  topic: string | null;
  phases: AskedPhases;
}

interface HourRow {
  day: Day;
  source: string;
  hour: number | null;
  contacts: number;
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The mean of each hour of each weekday in each phase, on the days of which the hours are known. */
export async function hours(
  office: Office,
  { channel, topic, phases: asked }: HoursQuestion,
): Promise<Omit<Hours, 'dataVersion'>> {
  const threshold = thresholdOf(office.settings, channel);
  const phases = await readPhases(office, channel, asked, topic);
  const rows = await readEach(phases, ({ rows }) => readHours(office, channel, topic, counted(rows)));
  const all = [...rows.before, ...rows.during, ...(rows.after ?? [])];
  const sources = new Set(all.flatMap(({ source, hour }) => (hour === null ? [] : [source])));
  return {
    channel: channel.code,
    topic,
    suppression: threshold === null ? null : { threshold },
    hoursKnown: sources.size > 0,
    ...mapPhases(phases, (phase, name) =>
      toPhase(channel, phase, timedDays(rows[name]!, sources), threshold),
    ),
  };
}

async function readHours(
  { database, settings }: Office,
  { code }: ChannelSettings,
  topic: string | null,
  days: readonly number[],
): Promise<HourRow[]> {
  return database.ask<HourRow>('breakdowns/hours.sql', {
    channel: code,
    days: days.map(dayText),
    topic: topic ?? '',
    uncounted: uncounted(settings),
  });
}

/** A day of which the hours are known. */
interface TimedDay {
  byHour: number[];
  withoutHour: number;
}

/** The days with contacts at known hours, and those on which nobody came to a source that knows hours. */
function timedDays(rows: readonly HourRow[], sources: ReadonlySet<string>): Map<number, TimedDay> {
  const days = new Map<number, TimedDay>();
  const silent = new Set<number>();
  for (const { day, source, hour, contacts } of rows) {
    const known = days.get(number(day)) ?? { byHour: HOURS.map(() => 0), withoutHour: 0 };
    days.set(number(day), known);
    if (hour === null) known.withoutHour += contacts;
    else known.byHour[hour] = (known.byHour[hour] ?? 0) + contacts;
    if (sources.has(source)) silent.add(number(day));
  }
  const isTimed = (day: number, { byHour, withoutHour }: TimedDay) =>
    byHour.some((contacts) => contacts > 0) || (withoutHour === 0 && silent.has(day));
  return new Map([...days].filter(([day, timed]) => isTimed(day, timed)));
}

function toPhase(
  { openDays }: ChannelSettings,
  { from, to, rows, isHidden }: ChannelPhase,
  timed: ReadonlyMap<number, TimedDay>,
  threshold: number | null,
): HoursPhase {
  const days = rows.flatMap(({ day, dayType, count }) => {
    const hours = count === null ? undefined : timed.get(day);
    return hours ? [{ dayType, ...hours }] : [];
  });
  const toHours = (of: readonly TimedDay[]) => hourCells(of, isHidden, threshold);
  return {
    from,
    to,
    daysWithData: counted(rows).length,
    daysWithHours: days.length,
    withoutHour: isHidden ? null : days.reduce((sum, { withoutHour }) => sum + withoutHour, 0),
    weekdays: WEEKDAYS.map((weekday) => {
      const ofWeekday = days.filter(({ dayType }) => dayType === weekday);
      const open = openDays.includes(weekday + 1);
      return { weekday: weekday + 1, open, days: ofWeekday.length, hours: toHours(ofWeekday) };
    }),
  };
}

/** The 24 hours of one weekday are a column of their own: its total is that of the weekday, which the series tells. */
function hourCells(
  days: readonly TimedDay[],
  isHidden: boolean,
  threshold: number | null,
): HoursPhase['weekdays'][number]['hours'] {
  if (days.length === 0) return HOURS.map(() => null);
  const counts = HOURS.map((hour) => days.reduce((sum, { byHour }) => sum + byHour[hour]!, 0));
  const reasons = threshold === null ? [] : suppress(counts, threshold);
  return counts.map((count, hour) => {
    const reason = isHidden ? 'secondary' : reasons[hour];
    return reason ? { suppressed: reason } : { mean: count / days.length };
  });
}
