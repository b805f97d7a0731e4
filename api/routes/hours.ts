// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { officeFor } from '../access/office-for.ts';
import { askHours } from '../breakdown/ask.ts';
import { channelPhasesQuery } from '../breakdown/questions.ts';
import { hoursSchema } from '../schemas/hours.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** Weekday by hour. */
export function addHours(app: OpenAPIHono, office: Office): void {
  const route = createRoute({
    ...getRoute(
      'reader',
      '/api/v1/hours',
      'When the contacts of a channel come: weekday by hour',
      hoursSchema,
    ),
    request: { query: channelPhasesQuery },
  });
  app.openapi(route, async (c) => c.json(await askHours(officeFor(c, office), c.req.valid('query')), 200));
}
