// SPDX-License-Identifier: AGPL-3.0-or-later
// The days of any number of channels, a few channels at a time, so that twenty years of two hundred of them pass through
// a small machine.
import type { ChannelSettings } from '../../sql/settings.ts';
import type { Day, Granularity, Period } from '../../sql/vocabulary.ts';
import { topicPoints } from '../breakdown/topic-series.ts';
import type { DayRow } from '../compare/opening.ts';
import { type Counts, readCounts, rowsOf } from '../days.ts';
import type { Point } from '../schemas.ts';
import { points } from '../series.ts';
import { fromOneState, type Office, readTown } from '../town.ts';

export interface AskedActivity {
  period: Period;
  codes: readonly string[];
  granularity: Granularity;
  /** Only contacts about this; null for all. */
  topic: string | null;
}

/** The days of one channel, and its points: those of a topic where one is asked for. */
export interface Line {
  channel: ChannelSettings;
  days: DayRow[];
  points: Point[];
}

/** What is known of the data as a whole, and the channels in the order of the settings. */
export interface Activity {
  dataVersion: string;
  dataUntil: Day | null;
  demonstration: boolean;
  lines: AsyncIterable<Line>;
}

const CHANNELS_AT_ONCE = 16;

/**
 * The first channels are read before it returns, the others as the lines are taken. When the data change on the way,
 * taking the next line fails: half of one state and half of another would be nobody's figures.
 */
export async function readActivity(office: Office, asked: AskedActivity): Promise<Activity> {
  const channels = office.settings.channels.filter(({ code }) => asked.codes.includes(code));
  const read = (some: readonly ChannelSettings[]) => readLines(office, some, asked);
  const first = await read(channels.slice(0, CHANNELS_AT_ONCE));
  const { dataVersion } = first;
  const rest = async function* () {
    yield* first.answer.lines;
    for (let i = CHANNELS_AT_ONCE; i < channels.length; i += CHANNELS_AT_ONCE) {
      const next = await read(channels.slice(i, i + CHANNELS_AT_ONCE));
      if (next.dataVersion !== dataVersion) throw new Error('the data changed while they were being sent');
      yield* next.answer.lines;
    }
  };
  const { lastDay, demonstration } = first.answer.town;
  return { dataVersion, dataUntil: lastDay, demonstration, lines: rest() };
}

function readLines(office: Office, channels: readonly ChannelSettings[], asked: AskedActivity) {
  const codes = channels.map(({ code }) => code);
  return fromOneState(office, async (office) => {
    const counts = await readCounts(office, asked.period, codes);
    const lines = channels.map((channel) => lineOf(office, channel, counts.get(channel.code)!, asked));
    return { lines: await Promise.all(lines), town: await readTown(office) };
  });
}

async function lineOf(
  office: Office,
  channel: ChannelSettings,
  counts: Counts,
  { period, granularity, topic }: AskedActivity,
): Promise<Line> {
  const days = rowsOf(office.settings, channel, counts, period);
  if (topic === null) return { channel, days, points: points(days, granularity) };
  return {
    channel,
    days,
    points: await topicPoints(office, channel, counts, { topic, period, granularity }),
  };
}
