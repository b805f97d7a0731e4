// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { officeFor } from '../access/office-for.ts';
import { askPractices } from '../breakdown/ask.ts';
import { phasesQuery } from '../breakdown/questions.ts';
import { practicesSchema } from '../schemas/practices.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** The practices by kind, topic, means and outcome, and how long they took. */
export function addPractices(app: OpenAPIHono, office: Office): void {
  const route = createRoute({
    ...getRoute('reader', '/api/v1/practices', 'Practices: what, how, how long', practicesSchema),
    request: { query: phasesQuery },
  });
  app.openapi(route, async (c) =>
    c.json(await askPractices(officeFor(c, office), c.req.valid('query')), 200),
  );
}
