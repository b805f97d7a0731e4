// SPDX-License-Identifier: AGPL-3.0-or-later
// By what the contacts of a channel can be told apart, and which question counts them so.
import type { ChannelSettings } from '../../sql/settings.ts';
import { type Day, dayText, LAST_DAY } from '../../sql/vocabulary.ts';
import type { Dimension } from '../schemas/breakdown.ts';
import { type Office, uncounted } from '../town.ts';

const QUESTIONS: Readonly<Record<Dimension, { file: string; column: string }>> = {
  platform: { file: 'activity', column: 'platform' },
  device: { file: 'activity', column: 'platform' },
  means: { file: 'activity', column: 'platform' },
  action: { file: 'activity', column: 'action' },
  kind: { file: 'activity', column: 'action' },
  topic: { file: 'activity', column: 'topic' },
  page: { file: 'clicks', column: 'path' },
  referrer: { file: 'clicks', column: 'referrer' },
  outcome: { file: 'practices', column: 'outcome' },
};

const OF_CHANNEL: Readonly<Record<string, readonly Dimension[]>> = {
  web: ['action', 'page', 'referrer', 'device'],
  practice: ['kind', 'topic', 'means', 'outcome'],
};
const OF_CONTACTS: readonly Dimension[] = ['platform', 'topic'];

/** The dimensions of a channel. */
export function dimensionsOf({ code }: ChannelSettings): readonly Dimension[] {
  return OF_CHANNEL[code] ?? OF_CONTACTS;
}

/** Whether the contacts by this dimension can be narrowed to those of a topic: clicks have none. */
export function hasTopics(by: Dimension): boolean {
  return by !== 'topic' && QUESTIONS[by].file !== 'clicks';
}

/** The column of `activity` that tells contacts apart by this dimension. @throws RangeError for what stands in another table. */
export function columnOf(by: Dimension): string {
  const { file, column } = QUESTIONS[by];
  if (file !== 'activity') throw new RangeError(`${by} is no column of activity`);
  return column;
}

/** How the contacts are told apart: `topic` null for those about anything, `until` null for what is known now. */
export interface AskedValues {
  by: Dimension;
  topic: string | null;
  until: Day | null;
}

/** The contacts of each value on these days; what the source does not say is under '', and not complete. */
export async function readValues(
  { database, settings }: Office,
  { code }: ChannelSettings,
  { by, topic, until }: AskedValues,
  days: readonly number[],
): Promise<Map<string, number>> {
  const { file, column } = QUESTIONS[by];
  const rows = await database.ask<{ value: string; contacts: number }>(`breakdowns/${file}.sql`, {
    channel: code,
    column,
    days: days.map(dayText),
    topic: topic ?? '',
    until: until ?? LAST_DAY,
    uncounted: uncounted(settings),
  });
  return new Map(rows.map(({ value, contacts }) => [value, contacts]));
}
