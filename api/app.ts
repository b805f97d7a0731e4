// SPDX-License-Identifier: AGPL-3.0-or-later
// The routes in one list, what guards them all, and the only error handler.

import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { EngineError } from '../sql/engine/failures.ts';
import { BadQuestion, badQuestion, engineAway, notFound, ourFault, unreadable } from './problem.ts';
import { addBreakdown } from './routes/breakdown.ts';
import { addCharts } from './routes/charts.ts';
import { addCompare } from './routes/compare.ts';
import { addCoverage } from './routes/coverage.ts';
import { addDecisions } from './routes/decisions.ts';
import { addHours } from './routes/hours.ts';
import { addLoads } from './routes/loads.ts';
import { addMetrics } from './routes/metrics.ts';
import { addNotes } from './routes/notes.ts';
import { addOpenData } from './routes/opendata.ts';
import { addPractices } from './routes/practices.ts';
import { addReports } from './routes/reports.ts';
import { addRetention } from './routes/retention.ts';
import { addSeries } from './routes/series.ts';
import { addTables } from './routes/tables.ts';
import { addTopics } from './routes/topics.ts';
import { addTown } from './routes/town.ts';
import type { Office } from './town.ts';
import { VERSION } from './version.ts';
import { guardWrites } from './write-guard.ts';

/** Each reads the question, asks and answers; the rest of the work is done elsewhere. */
const ROUTES: readonly ((app: OpenAPIHono, office: Office) => void)[] = [
  addTown,
  addLoads,
  addSeries,
  addCompare,
  addBreakdown,
  addHours,
  addTopics,
  addPractices,
  addCoverage,
  addNotes,
  addDecisions,
  addReports,
  addRetention,
  addMetrics,
  addTables,
  addCharts,
  addOpenData,
];

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
  // What other sites may show: it must not be said to be ours alone, as is everything else.
  for (const path of ['/api/v1/charts/*', '/opendata/*']) app.use(path, forOtherSites);
  app.use(secureHeaders({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, xFrameOptions: 'DENY' }));
  app.use('/api/*', guardWrites(office));
  for (const add of ROUTES) add(app, office);
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Affluenza', version: VERSION, license: { name: 'AGPL-3.0-or-later' } },
  });
  app.notFound(notFound);
  app.onError((error, context) => {
    if (error instanceof BadQuestion) return badQuestion(context, error);
    if (error instanceof HTTPException && error.status < 500) return unreadable(context);
    return error instanceof EngineError ? engineAway(context, error) : ourFault(context, error);
  });
  return app;
}

const forOtherSites: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('Access-Control-Allow-Origin', '*');
};

const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // Widths and colours that are data are set by script; no style comes from outside.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  // The report carries its typeface inside.
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
