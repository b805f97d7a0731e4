// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { coverage } from '../coverage/coverage.ts';
import { askedChannels, seriesQuery } from '../questions.ts';
import { coverageSchema } from '../schemas/coverage.ts';
import { fromOneState, type Office, periodOf } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** What is there and what is missing. */
export function addCoverage(app: OpenAPIHono, office: Office): void {
  const route = createRoute({
    ...getRoute('reader', '/api/v1/coverage', 'Which days of each channel are known', coverageSchema),
    request: { query: seriesQuery.omit({ granularity: true }) },
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const { answer, dataVersion } = await fromOneState(office, async (office) => {
      const period = await periodOf(office, query);
      const channels = askedChannels(office.settings, query.channels);
      return { ...period, channels: await coverage(office, period, channels) };
    });
    return c.json({ ...answer, dataVersion }, 200);
  });
}
