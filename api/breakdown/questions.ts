// SPDX-License-Identifier: AGPL-3.0-or-later
// What may be asked of one channel between phases.
import { z } from '@hono/zod-openapi';
import { BadQuestion } from '../problem.ts';
import { askedComparison, compareQuery } from '../questions.ts';
import { type Office, readTown } from '../town.ts';
import type { AskedPhases } from './phases.ts';
import { readTopics } from './topics.ts';

export const phasesQuery = compareQuery.pick({
  before: true,
  during: true,
  after: true,
  exclude: true,
  until: true,
});

export const topicParameter = z
  .string()
  .optional()
  .openapi({ example: 'bonus', description: 'only contacts about this' });

export const channelPhasesQuery = phasesQuery.extend({
  channel: z.string().openapi({ example: 'chat' }),
  topic: topicParameter,
});

/** The phases asked for, by default those of the settings. @throws BadQuestion when one is no period. */
export async function askedPhases(office: Office, query: z.infer<typeof phasesQuery>): Promise<AskedPhases> {
  const { lastDay } = await readTown(office);
  return askedComparison(office.settings, { ...query, seasonal: 'off' }, lastDay);
}

/** The topic asked for, or null for all. @throws BadQuestion naming those that any of the channels has. */
export async function askedTopic(
  office: Office,
  channels: readonly string[],
  topic: string | undefined,
): Promise<string | null> {
  if (topic === undefined || topic === '') return null;
  const all = await readTopics(office);
  const known = [...new Set(channels.flatMap((channel) => all.get(channel) ?? []))];
  if (known.includes(topic)) return topic;
  throw new BadQuestion('topic', `no contacts about "${topic.slice(0, 40)}"`, known);
}
