// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { readAudit } from '../access/audit.ts';
import { askedDay } from '../questions.ts';
import { auditQuery, auditSchema } from '../schemas/audit.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** Who did what. */
export function addAudit(app: OpenAPIHono, { database }: Office): void {
  const route = createRoute({
    ...getRoute('admin', '/api/v1/audit', 'Who did what, the latest first', auditSchema),
    request: { query: auditQuery },
  });
  app.openapi(route, async (c) => {
    const { from, to, limit } = c.req.valid('query');
    const asked = { from: askedDay('from', from), to: askedDay('to', to), limit };
    return c.json({ entries: await readAudit(database, asked) }, 200);
  });
}
