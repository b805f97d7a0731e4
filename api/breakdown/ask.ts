// SPDX-License-Identifier: AGPL-3.0-or-later
// The questions about what contacts are made of, from parameters to the answer of one state of the data; for whoever
// shows the answer and whoever takes it away.
import { z } from '@hono/zod-openapi';
import { BadQuestion } from '../problem.ts';
import { askedChannel } from '../questions.ts';
import { type Breakdown, DIMENSIONS } from '../schemas/breakdown.ts';
import type { Hours } from '../schemas/hours.ts';
import type { Practices } from '../schemas/practices.ts';
import { fromOneState, type Office } from '../town.ts';
import { breakdown } from './breakdown.ts';
import { dimensionsOf, hasTopics } from './dimensions.ts';
import { hours } from './hours.ts';
import { practices } from './practices.ts';
import { askedPhases, askedTopic, channelPhasesQuery, type phasesQuery } from './questions.ts';

export const breakdownQuery = channelPhasesQuery.extend({
  by: z.enum(DIMENSIONS),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

/** What was known on another day is another answer, and the difference of the two would be told. */
function refuseUntil({ published }: Office, until: string | undefined): void {
  if (published && until) throw new BadQuestion('until', 'this is not for your role');
}

/** How the contacts of a channel divide up. @throws BadQuestion on a channel or dimension that there is not. */
export async function askBreakdown(
  office: Office,
  query: z.infer<typeof breakdownQuery>,
): Promise<Breakdown> {
  refuseUntil(office, query.until);
  const channel = askedChannel(office.settings, query.channel);
  const dimensions = dimensionsOf(channel);
  if (!dimensions.includes(query.by))
    throw new BadQuestion('by', `${channel.code} is not counted by ${query.by}`, dimensions);
  if (query.topic && !hasTopics(query.by))
    throw new BadQuestion('topic', `contacts by ${query.by} have no topic besides`);
  const { answer, dataVersion } = await fromOneState(office, async (office) => {
    const topic = await askedTopic(office, [channel.code], query.topic);
    const phases = await askedPhases(office, query);
    return breakdown(office, { channel, by: query.by, topic, phases, limit: query.limit });
  });
  return { ...answer, dataVersion };
}

/** When the contacts of a channel come. @throws BadQuestion on a channel or topic that there is not. */
export async function askHours(office: Office, query: z.infer<typeof channelPhasesQuery>): Promise<Hours> {
  refuseUntil(office, query.until);
  const channel = askedChannel(office.settings, query.channel);
  const { answer, dataVersion } = await fromOneState(office, async (office) => {
    const topic = await askedTopic(office, [channel.code], query.topic);
    return hours(office, { channel, topic, phases: await askedPhases(office, query) });
  });
  return { ...answer, dataVersion };
}

/** The practices of each phase. @throws BadQuestion in a town without the channel. */
export async function askPractices(office: Office, query: z.infer<typeof phasesQuery>): Promise<Practices> {
  refuseUntil(office, query.until);
  const channel = askedChannel(office.settings, 'practice');
  const { answer, dataVersion } = await fromOneState(office, async (office) =>
    practices(office, channel, await askedPhases(office, query)),
  );
  return { ...answer, dataVersion };
}
