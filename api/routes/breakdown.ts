// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { breakdown } from '../breakdown/breakdown.ts';
import { dimensionsOf, hasTopics } from '../breakdown/dimensions.ts';
import { askedPhases, askedTopic, channelPhasesQuery } from '../breakdown/questions.ts';
import { BadQuestion } from '../problem.ts';
import { askedChannel } from '../questions.ts';
import { breakdownSchema, DIMENSIONS } from '../schemas/breakdown.ts';
import { fromOneState, type Office } from '../town.ts';
import { getRoute } from './get-route.ts';

const breakdownQuery = channelPhasesQuery.extend({
  by: z.enum(DIMENSIONS),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

/** How the contacts of a channel divide up. */
export function addBreakdown(app: OpenAPIHono, office: Office): void {
  const route = createRoute({
    ...getRoute('/api/v1/breakdown', 'How the contacts of a channel divide up', breakdownSchema),
    request: { query: breakdownQuery },
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const channel = askedChannel(office.settings, query.channel);
    const dimensions = dimensionsOf(channel);
    if (!dimensions.includes(query.by))
      throw new BadQuestion('by', `${channel.code} is not counted by ${query.by}`, dimensions);
    if (query.topic && !hasTopics(query.by))
      throw new BadQuestion('topic', `contacts by ${query.by} have no topic besides`);
    const { answer, dataVersion } = await fromOneState(office, async () => {
      const topic = await askedTopic(office, [channel.code], query.topic);
      const phases = await askedPhases(office, query);
      return breakdown(office, { channel, by: query.by, topic, phases, limit: query.limit });
    });
    return c.json({ ...answer, dataVersion }, 200);
  });
}
