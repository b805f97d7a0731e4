// SPDX-License-Identifier: AGPL-3.0-or-later
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { METRICS } from '../metrics.ts';
import { BadQuestion } from '../problem.ts';
import { askedChannels, seriesQuery } from '../questions.ts';
import { metricAnswerSchema, metricSchema } from '../schemas.ts';
import { dayParameters, fromOneState, type Office, periodOf } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

/** The list of metrics, and the rows of each. */
export function addMetrics(app: OpenAPIHono, office: Office): void {
  const { settings } = office;
  app.openapi(
    createRoute(getRoute('reader', '/api/v1/metrics', 'The metrics there are', z.array(metricSchema))),
    async (c) => {
      return c.json(
        METRICS.map((metric) => ({ ...metric, columns: [...metric.columns] })),
        200,
      );
    },
  );
  const params = z.object({ name: z.string() });
  const metric = createRoute({
    ...getRoute('reader', '/api/v1/metrics/{name}', 'One metric', metricAnswerSchema),
    request: { params, query: seriesQuery },
  });
  app.openapi(metric, async (c) => {
    const { name } = c.req.valid('param');
    const query = c.req.valid('query');
    const names = METRICS.map((each) => each.name);
    if (!names.includes(name)) throw new BadQuestion('name', `unknown metric "${name.slice(0, 40)}"`, names);
    const { answer, dataVersion } = await fromOneState(office, async (office) => {
      const period = await periodOf(office, query);
      const asked = dayParameters(office, period, askedChannels(settings, query.channels));
      const parameters = { ...asked, granularity: query.granularity };
      return {
        ...period,
        rows: await office.database.ask<Record<string, string | number | null>>(
          `metrics/${name}.sql`,
          parameters,
        ),
      };
    });
    return c.json({ metric: name, granularity: query.granularity, ...answer, dataVersion }, 200);
  });
}
