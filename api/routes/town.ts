// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { dataState } from '../../sql/rollups.ts';
import type { Identity } from '../access/identity.ts';
import { may } from '../access/roles.ts';
import { healthSchema, townSchema } from '../schemas.ts';
import { fromOneState, type Office, readTown } from '../town.ts';
import { VERSION } from '../version.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** What who asks may do, and who that is. */
function allowed({ kind, name, role }: Identity, { writable = false }: Office) {
  return {
    writable: may(role, 'analyst') && (writable || kind !== 'open'),
    exports: may(role, 'analyst'),
    account: kind === 'session' ? { name, role } : null,
  };
}

/** Whether all is well; the town's settings and the days known. */
export function addTown(app: OpenAPIHono, office: Office): void {
  const { database, settings } = office;
  app.openapi(
    createRoute(getRoute('reader', '/api/v1/health', 'Whether all is well', healthSchema)),
    async (c) => {
      const { engine, dataVersion } = await dataState(database);
      return c.json({ status: 'ok' as const, version: VERSION, engine, dataVersion }, 200);
    },
  );
  app.openapi(
    createRoute(getRoute('reader', '/api/v1/town', "The town's settings and the days known", townSchema)),
    async (c) => {
      const { name, channels, phases, markers, comparisons, suppressionThreshold } = settings;
      const { answer } = await fromOneState(office, (office) => readTown(office));
      const told = {
        name,
        channels,
        phases,
        markers,
        comparisons,
        suppressionThreshold,
        ...allowed(c.get('identity'), office),
      };
      return c.json({ ...told, ...answer }, 200);
    },
  );
}
