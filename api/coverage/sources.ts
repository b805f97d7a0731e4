// SPDX-License-Identifier: AGPL-3.0-or-later
// Which source vouches for which days of a channel, and how often its loads come.
import { type Day, dayText, type Period } from '../../sql/vocabulary.ts';
import { median } from '../compare/statistics/descriptive.ts';
import { number } from '../days.ts';
import type { ChannelCoverage, SourceCoverage } from '../schemas/coverage.ts';
import { type Office, uncounted } from '../town.ts';

type Rhythm = ChannelCoverage['rhythm'];
type Run = SourceCoverage['runs'][number];

interface SourceSpan {
  channel: string;
  source: string;
  scope: string;
  firstDay: Day;
  lastDay: Day;
}

interface SourceDay {
  channel: string;
  source: string;
  scope: string;
  day: Day;
  loads: string[];
}

/** With fewer intervals between loads than this nothing is said of a rhythm. */
const LEAST_INTERVALS = 3;

/** The sources of each channel, with the days in the period that they vouch for. */
export async function readSources(
  { database, settings }: Office,
  period: Period,
  channels: readonly string[],
): Promise<Map<string, SourceCoverage[]>> {
  const asked = { channels, uncounted: uncounted(settings) };
  const [spans, days] = await Promise.all([
    database.ask<SourceSpan>('coverage/spans.sql', asked),
    database.ask<SourceDay>('coverage/sources.sql', { ...asked, ...period }),
  ]);
  const sources = new Map<string, SourceCoverage[]>();
  for (const { channel, ...span } of spans) {
    const own = days.filter((day) => day.channel === channel && isSame(day, span));
    const found = sources.get(channel) ?? [];
    sources.set(channel, [...found, { ...span, runs: runsOf(own) }]);
  }
  return sources;
}

/** How many days lie between the last days of one load of a channel and the next. */
export async function readRhythms(
  { database }: Office,
  channels: readonly string[],
): Promise<Map<string, Rhythm>> {
  const rows = await database.ask<{ channel: string; days: Day[] }>('coverage/last-days-of-loads.sql', {
    channels,
  });
  return new Map(rows.map(({ channel, days }) => [channel, rhythmOf(days.map(number))]));
}

function rhythmOf(lastDays: readonly number[]): Rhythm {
  const intervals = lastDays.slice(1).map((day, i) => day - lastDays[i]!);
  if (intervals.length < LEAST_INTERVALS) return null;
  return { medianDays: median(intervals)!, longestDays: Math.max(...intervals) };
}

function isSame(a: Pick<SourceDay, 'source' | 'scope'>, b: Pick<SourceDay, 'source' | 'scope'>): boolean {
  return a.source === b.source && a.scope === b.scope;
}

/** Consecutive days that come from the same loads. */
function runsOf(days: readonly SourceDay[]): Run[] {
  const runs: Run[] = [];
  for (const { day, loads } of days) {
    const last = runs.at(-1);
    const continues = last && last.to === dayText(number(day) - 1) && last.loads.join() === loads.join();
    if (continues) last.to = day;
    else runs.push({ from: day, to: day, loads });
  }
  return runs;
}
