// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { practices } from '../breakdown/practices.ts';
import { askedPhases, phasesQuery } from '../breakdown/questions.ts';
import { askedChannel } from '../questions.ts';
import { practicesSchema } from '../schemas/practices.ts';
import { fromOneState, type Office } from '../town.ts';
import { getRoute } from './get-route.ts';

/** The practices by kind, topic, means and outcome, and how long they took. */
export function addPractices(app: OpenAPIHono, office: Office): void {
  const route = createRoute({
    ...getRoute('/api/v1/practices', 'Practices: what, how, how long', practicesSchema),
    request: { query: phasesQuery },
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const channel = askedChannel(office.settings, 'practice');
    const { answer, dataVersion } = await fromOneState(office, async () =>
      practices(office, channel, await askedPhases(office, query)),
    );
    return c.json({ ...answer, dataVersion }, 200);
  });
}
