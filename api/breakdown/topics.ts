// SPDX-License-Identifier: AGPL-3.0-or-later
// The topics of a channel's contacts, day by day. Where nobody wrote the topic down it is unknown, which is no zero.
import type { ChannelSettings } from '../../sql/settings.ts';
import { type Day, dayText } from '../../sql/vocabulary.ts';
import { type Counts, number } from '../days.ts';
import { suppress } from '../disclosure/suppress.ts';
import { type Office, uncounted } from '../town.ts';

/** The contacts of each topic by day number; those without a topic under ''. A day without contacts has no entry. */
export type TopicDays = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** The topics of each channel that has any, in alphabetical order. */
export async function readTopics({ database, settings }: Office): Promise<Map<string, string[]>> {
  const rows = await database.ask<{ channel: string; topics: string[] }>('breakdowns/topics.sql', {
    uncounted: uncounted(settings),
  });
  return new Map(
    rows.map(({ channel, topics }) => [channel, topics.sort((a, b) => a.localeCompare(b, 'it'))]),
  );
}

/** The topics of a channel on these days. */
export async function readTopicDays(
  { database, settings }: Office,
  { code }: ChannelSettings,
  days: readonly number[],
): Promise<TopicDays> {
  const rows = await database.ask<{ day: Day; value: string; contacts: number }>(
    'breakdowns/activity-days.sql',
    { channel: code, column: 'topic', days: days.map(dayText), uncounted: uncounted(settings) },
  );
  const found = new Map<number, Map<string, number>>();
  for (const { day, value: topic, contacts } of rows) {
    const topics = found.get(number(day)) ?? new Map<string, number>();
    found.set(number(day), topics.set(topic, contacts));
  }
  return found;
}

/** The counts of one topic: a day on which there were contacts and none has a topic is not known. */
export function countsOf(topic: string, counts: Counts, topics: TopicDays): Counts {
  const known = [...counts.contacts].filter(
    ([day, count]) => count === 0 || [...(topics.get(day)?.keys() ?? [])].some((name) => name !== ''),
  );
  return {
    contacts: new Map(known.map(([day]) => [day, topics.get(day)?.get(topic) ?? 0])),
    counters: counts.counters,
    decided: counts.decided,
  };
}

/** Whether the contacts of a topic on these days, taken together, must be hidden. */
export function isHiddenTopic(
  topic: string,
  topics: TopicDays,
  days: readonly number[],
  threshold: number,
): boolean {
  // What has no topic, and the topic asked for, have a place of their own even at zero: a column of one gives itself away.
  const sums = new Map([
    ['', 0],
    [topic, 0],
  ]);
  for (const day of days)
    for (const [name, contacts] of topics.get(day) ?? []) sums.set(name, (sums.get(name) ?? 0) + contacts);
  const reasons = suppress([...sums.values()], threshold);
  return reasons[[...sums.keys()].indexOf(topic)] !== null;
}
