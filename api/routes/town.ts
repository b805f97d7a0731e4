// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { dataState } from '../../sql/rollups.ts';
import { healthSchema, townSchema } from '../schemas.ts';
import { fromOneState, type Office, readTown } from '../town.ts';
import { VERSION } from '../version.ts';
import { getRoute } from './get-route.ts';

/** Whether all is well; the town's settings and the days known. */
export function addTown(app: OpenAPIHono, office: Office): void {
  const { database, settings } = office;
  app.openapi(createRoute(getRoute('/api/v1/health', 'Whether all is well', healthSchema)), async (c) => {
    const { engine, dataVersion } = await dataState(database);
    return c.json({ status: 'ok' as const, version: VERSION, engine, dataVersion }, 200);
  });
  app.openapi(
    createRoute(getRoute('/api/v1/town', "The town's settings and the days known", townSchema)),
    async (c) => {
      const { name, channels, phases, markers, comparisons, suppressionThreshold } = settings;
      const { answer } = await fromOneState(office, () => readTown(office));
      const told = {
        name,
        channels,
        phases,
        markers,
        comparisons,
        suppressionThreshold,
        writable: office.writable ?? false,
      };
      return c.json({ ...told, ...answer }, 200);
    },
  );
}
