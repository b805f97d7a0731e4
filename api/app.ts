// SPDX-License-Identifier: AGPL-3.0-or-later
// The routes in one list, what guards them all, and the only error handler.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { timeout } from 'hono/timeout';
import { EngineError } from '../sql/engine/failures.ts';
import { Access } from './access/access.ts';
import { guard } from './access/guard.ts';
import { declareRoute } from './access/roles.ts';
import { HEADERS } from './headers.ts';
import { ownStyle } from './own-style.ts';
import {
  BadQuestion,
  badQuestion,
  engineAway,
  notFound,
  ourFault,
  tooLong,
  tooSlow,
  unreadable,
} from './problem.ts';
import { addAudit } from './routes/audit.ts';
import { addBreakdown } from './routes/breakdown.ts';
import { addCharts } from './routes/charts.ts';
import { addCompare } from './routes/compare.ts';
import { addCoverage } from './routes/coverage.ts';
import { addDecisions } from './routes/decisions.ts';
import { addHours } from './routes/hours.ts';
import { addLoads } from './routes/loads.ts';
import { addMetrics } from './routes/metrics.ts';
import { addNotes } from './routes/notes.ts';
import { addOidc } from './routes/oidc.ts';
import { addOpenData } from './routes/opendata.ts';
import { pageRoute } from './routes/page-route.ts';
import { addPasswords } from './routes/passwords.ts';
import { addPractices } from './routes/practices.ts';
import { addReports } from './routes/reports.ts';
import { addRetention } from './routes/retention.ts';
import { addSecurityText } from './routes/security-text.ts';
import { addSeries } from './routes/series.ts';
import { addSignIn } from './routes/sign-in.ts';
import { addTables } from './routes/tables.ts';
import { addTopics } from './routes/topics.ts';
import { addTown } from './routes/town.ts';
import type { Office } from './town.ts';
import { VERSION } from './version.ts';

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
  addAudit,
  addSecurityText,
];

const DOCUMENT = '/api/v1/openapi.json';

/** Far more than the longest note. */
const MOST_BYTES = 16_384;
/** Far more than the slowest report takes. */
const MOST_MS = 60_000;

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
  const access = new Access(office.database, office.settings, office.access);
  app.use(compress());
  // What other sites may show: it must not be said to be ours alone, as is everything else.
  for (const path of ['/api/v1/charts/*', '/opendata/*']) app.use(path, forOtherSites);
  app.use(ownStyle);
  app.use(secureHeaders(HEADERS));
  app.use(guard(app, office, access));
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: tooLong }));
  app.use(timeout(MOST_MS, () => new HTTPException(504)));
  for (const add of ROUTES) add(app, office);
  for (const add of [addSignIn, addPasswords, addOidc]) add(app, access);
  declareRoute(app, pageRoute('reader', DOCUMENT, 'This document', 'application/json'));
  app.doc31(DOCUMENT, {
    openapi: '3.1.0',
    info: { title: 'Affluenza', version: VERSION, license: { name: 'AGPL-3.0-or-later' } },
  });
  app.notFound(notFound);
  app.onError((error, context) => {
    if (error instanceof BadQuestion) return badQuestion(context, error);
    if (hasGone(error)) return unreadable(context);
    if (error instanceof HTTPException) return error.status === 504 ? tooSlow(context) : unreadable(context);
    return error instanceof EngineError ? engineAway(context, error) : ourFault(context, error);
  });
  return app;
}

/** Whoever asked hung up, or was cut off, before all was sent: nobody's fault here, and nobody reads the answer. */
function hasGone(error: Error): boolean {
  return error.message === 'aborted' && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

const forOtherSites: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('Access-Control-Allow-Origin', '*');
};
