// SPDX-License-Identifier: AGPL-3.0-or-later
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { listLoads } from '../../ingest/journal.ts';
import { loadSchema } from '../schemas.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** The files taken in. */
export function addLoads(app: OpenAPIHono, { database }: Office): void {
  app.openapi(
    createRoute(getRoute('reader', '/api/v1/loads', 'The files taken in', z.array(loadSchema))),
    async (c) => {
      return c.json(await listLoads(database), 200);
    },
  );
}
