// SPDX-License-Identifier: AGPL-3.0-or-later
// The days of any number of channels, a few channels at a time, so that twenty years of two hundred of them pass through
// a small machine.
import type { ChannelSettings } from '../../sql/settings.ts';
import type { Day, Period } from '../../sql/vocabulary.ts';
import type { DayRow } from '../compare/opening.ts';
import { readCounts, rowsOf } from '../days.ts';
import { fromOneState, type Office, readTown } from '../town.ts';

/** The days of one channel. */
export interface Line {
  channel: ChannelSettings;
  days: DayRow[];
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
export async function readActivity(
  office: Office,
  period: Period,
  codes: readonly string[],
): Promise<Activity> {
  const channels = office.settings.channels.filter(({ code }) => codes.includes(code));
  const read = (some: readonly ChannelSettings[]) => readLines(office, period, some);
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

function readLines(office: Office, period: Period, channels: readonly ChannelSettings[]) {
  return fromOneState(office, async () => {
    const counts = await readCounts(
      office,
      period,
      channels.map(({ code }) => code),
    );
    const lines = channels.map((channel): Line => {
      const days = rowsOf(office.settings, channel, counts.get(channel.code)!, period);
      return { channel, days };
    });
    return { lines, town: await readTown(office) };
  });
}
