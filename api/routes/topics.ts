// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { readTopics } from '../breakdown/topics.ts';
import { topicsSchema } from '../schemas/topics.ts';
import { fromOneState, type Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** The topics there are. */
export function addTopics(app: OpenAPIHono, office: Office): void {
  const route = createRoute(getRoute('reader', '/api/v1/topics', 'The topics of each channel', topicsSchema));
  app.openapi(route, async (c) => {
    const { answer, dataVersion } = await fromOneState(office, (office) => readTopics(office));
    const channels = [...answer].map(([channel, topics]) => ({ channel, topics }));
    return c.json({ channels, dataVersion }, 200);
  });
}
