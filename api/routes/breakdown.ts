// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { officeFor } from '../access/office-for.ts';
import { askBreakdown, breakdownQuery } from '../breakdown/ask.ts';
import { breakdownSchema } from '../schemas/breakdown.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** How the contacts of a channel divide up. */
export function addBreakdown(app: OpenAPIHono, office: Office): void {
  const route = createRoute({
    ...getRoute('reader', '/api/v1/breakdown', 'How the contacts of a channel divide up', breakdownSchema),
    request: { query: breakdownQuery },
  });
  app.openapi(route, async (c) =>
    c.json(await askBreakdown(officeFor(c, office), c.req.valid('query')), 200),
  );
}
