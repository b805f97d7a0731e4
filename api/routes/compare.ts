// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { compareSchema } from '../compare-schema.ts';
import { comparisonsOf } from '../comparisons.ts';
import { askedChannels, askedComparison, compareQuery } from '../questions.ts';
import { type Office, readTown } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** Before, during, after. */
export function addCompare(app: OpenAPIHono, office: Office): void {
  const { settings } = office;
  const compare = createRoute({
    ...getRoute('reader', '/api/v1/compare', 'Before, during, after', compareSchema),
    request: { query: compareQuery },
  });
  app.openapi(compare, async (c) => {
    const query = c.req.valid('query');
    const read = async () => {
      const { lastDay } = await readTown(office);
      return {
        asked: askedComparison(settings, query, lastDay),
        channels: askedChannels(settings, query.channels),
      };
    };
    const text = await comparisonsOf(office).answer(JSON.stringify(query), read);
    // Already JSON of the schema above: making it anew for each reader would take longer than all the rest.
    return c.body(text, 200, { 'Content-Type': 'application/json' }) as never;
  });
}
