// SPDX-License-Identifier: AGPL-3.0-or-later
// The routes: read the question, ask, answer. And the only error handler.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { listLoads } from '../ingest/journal.ts';
import { EngineError } from '../sql/engine/failures.ts';
import { dataState } from '../sql/rollups.ts';
import { compareSchema } from './compare-schema.ts';
import { Comparisons } from './comparisons.ts';
import { readCounts, rowsOf } from './days.ts';
import { addTableRoutes } from './export/routes.ts';
import { METRICS } from './metrics.ts';
import { BadQuestion, badQuestion, engineAway, notFound, ourFault } from './problem.ts';
import { askedChannels, askedComparison, compareQuery, seriesQuery } from './questions.ts';
import {
  healthSchema,
  loadSchema,
  metricAnswerSchema,
  metricSchema,
  problemSchema,
  seriesSchema,
  townSchema,
} from './schemas.ts';
import { points } from './series.ts';
import { dayParameters, fromOneState, type Office, periodOf, readTown } from './town.ts';
import { VERSION } from './version.ts';

/** A GET route whose answer is JSON of `schema`; a 400 says which words are allowed. */
function getRoute<Path extends string, Schema extends z.ZodType>(
  path: Path,
  summary: string,
  schema: Schema,
) {
  return {
    method: 'get' as const,
    path,
    summary,
    responses: {
      200: { description: summary, content: { 'application/json': { schema } } },
      400: {
        description: 'A question that cannot be answered',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

/** The whole API for one town. */
export function createApp(office: Office): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const allowed = issue && 'values' in issue ? issue.values.map(String) : [];
      throw new BadQuestion(issue?.path.join('.') || 'query', issue?.message ?? 'not understood', allowed);
    },
  });
  app.use(compress());
  app.use(secureHeaders({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, xFrameOptions: 'DENY' }));
  addTownRoutes(app, office);
  const comparisons = new Comparisons(office);
  addSeriesRoutes(app, office, comparisons);
  addMetricRoutes(app, office);
  addTableRoutes(app, { office, comparisons });
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Affluenza', version: VERSION, license: { name: 'AGPL-3.0-or-later' } },
  });
  app.notFound(notFound);
  app.onError((error, context) => {
    if (error instanceof BadQuestion) return badQuestion(context, error);
    return error instanceof EngineError ? engineAway(context, error) : ourFault(context, error);
  });
  return app;
}

const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // Widths and colours that are data are set by script; no style comes from outside.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

function addTownRoutes(app: OpenAPIHono, office: Office): void {
  const { database, settings } = office;
  app.openapi(createRoute(getRoute('/api/v1/health', 'Whether all is well', healthSchema)), async (c) => {
    const state = await dataState(database);
    return c.json(
      { status: 'ok' as const, version: VERSION, engine: state.engine, dataVersion: state.dataVersion },
      200,
    );
  });
  app.openapi(
    createRoute(getRoute('/api/v1/town', "The town's settings and the days known", townSchema)),
    async (c) => {
      const { name, channels, phases, markers } = settings;
      return c.json(
        { name, channels, phases, markers, ...(await fromOneState(office, () => readTown(office))).answer },
        200,
      );
    },
  );
  app.openapi(
    createRoute(getRoute('/api/v1/loads', 'The files taken in', z.array(loadSchema))),
    async (c) => {
      return c.json(await listLoads(database), 200);
    },
  );
}

function addSeriesRoutes(app: OpenAPIHono, office: Office, comparisons: Comparisons): void {
  const { settings } = office;
  const series = createRoute({
    ...getRoute('/api/v1/series', 'Channels over time', seriesSchema),
    request: { query: seriesQuery },
  });
  app.openapi(series, async (c) => {
    const query = c.req.valid('query');
    const { answer, dataVersion } = await fromOneState(office, async () => {
      const period = await periodOf(office, query);
      const channels = askedChannels(settings, query.channels);
      const counts = await readCounts(office, period, channels);
      const drawn = settings.channels.filter(({ code }) => counts.has(code));
      const rows = drawn.map((channel) => rowsOf(settings, channel, counts.get(channel.code)!, period));
      const lines = rows.map((days, i) => ({
        channel: drawn[i]!.code,
        points: points(days, query.granularity),
      }));
      return { ...period, granularity: query.granularity, channels: lines };
    });
    return c.json({ ...answer, dataVersion }, 200);
  });

  const compare = createRoute({
    ...getRoute('/api/v1/compare', 'Before, during, after', compareSchema),
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
    const text = await comparisons.answer(JSON.stringify(query), read);
    // Already JSON of the schema above: making it anew for each reader would take longer than all the rest.
    return c.body(text, 200, { 'Content-Type': 'application/json' }) as never;
  });
}

function addMetricRoutes(app: OpenAPIHono, office: Office): void {
  const { database, settings } = office;
  app.openapi(
    createRoute(getRoute('/api/v1/metrics', 'The metrics there are', z.array(metricSchema))),
    async (c) => {
      return c.json(
        METRICS.map((metric) => ({ ...metric, columns: [...metric.columns] })),
        200,
      );
    },
  );
  const params = z.object({ name: z.string() });
  const metric = createRoute({
    ...getRoute('/api/v1/metrics/{name}', 'One metric', metricAnswerSchema),
    request: { params, query: seriesQuery },
  });
  app.openapi(metric, async (c) => {
    const { name } = c.req.valid('param');
    const query = c.req.valid('query');
    const names = METRICS.map((each) => each.name);
    if (!names.includes(name)) throw new BadQuestion('name', `unknown metric "${name.slice(0, 40)}"`, names);
    const { answer, dataVersion } = await fromOneState(office, async () => {
      const period = await periodOf(office, query);
      const asked = dayParameters(office, period, askedChannels(settings, query.channels));
      const parameters = { ...asked, granularity: query.granularity };
      return {
        ...period,
        rows: await database.ask<Record<string, string | number | null>>(`metrics/${name}.sql`, parameters),
      };
    });
    return c.json({ metric: name, granularity: query.granularity, ...answer, dataVersion }, 200);
  });
}
