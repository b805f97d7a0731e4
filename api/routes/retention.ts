// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { sealedMonths } from '../../ingest/retention.ts';
import { retentionSchema } from '../schemas/retention.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** For how long raw rows are kept, and of which months they are gone. */
export function addRetention(app: OpenAPIHono, { database, settings }: Office): void {
  const route = createRoute(
    getRoute('reader', '/api/v1/retention', 'For how long raw rows are kept', retentionSchema),
  );
  app.openapi(route, async (c) => {
    const sealed = (await sealedMonths(database)).map(({ month, since }) => {
      const text = String(month);
      return { month: `${text.slice(0, 4)}-${text.slice(4)}-01`, since };
    });
    return c.json({ months: settings.retention, sealed }, 200);
  });
}
