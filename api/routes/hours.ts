// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { hours } from '../breakdown/hours.ts';
import { askedPhases, askedTopic, channelPhasesQuery } from '../breakdown/questions.ts';
import { askedChannel } from '../questions.ts';
import { hoursSchema } from '../schemas/hours.ts';
import { fromOneState, type Office } from '../town.ts';
import { getRoute } from './get-route.ts';

/** Weekday by hour. */
export function addHours(app: OpenAPIHono, office: Office): void {
  const route = createRoute({
    ...getRoute('/api/v1/hours', 'When the contacts of a channel come: weekday by hour', hoursSchema),
    request: { query: channelPhasesQuery },
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const channel = askedChannel(office.settings, query.channel);
    const { answer, dataVersion } = await fromOneState(office, async () => {
      const topic = await askedTopic(office, [channel.code], query.topic);
      return hours(office, { channel, topic, phases: await askedPhases(office, query) });
    });
    return c.json({ ...answer, dataVersion }, 200);
  });
}
