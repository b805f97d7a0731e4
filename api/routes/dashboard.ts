// SPDX-License-Identifier: AGPL-3.0-or-later
// The built dashboard: its pages for who may see figures, its files for everybody, since they hold none.
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { declareRoute } from '../access/roles.ts';
import { PAGE_PATHS } from '../pages.ts';
import { notFound } from '../problem.ts';
import { pageRoute } from './page-route.ts';

/** The pages, all the same file; an address that is none gets it as well, which says so in words, as a 404. */
export function addDashboard(app: OpenAPIHono, page: string, root: string): void {
  declareRoute(
    app,
    pageRoute('public', '/assets/{file}', 'Scripts, styles and typefaces of the pages', 'text/javascript'),
  );
  app.get('/assets/:file', forEver, serveStatic({ root }));
  for (const path of PAGE_PATHS) {
    declareRoute(app, pageRoute('reader', path.replace(/:(\w+)/g, '{$1}'), 'A page of the dashboard'));
    app.get(path, (c) => c.html(page, 200, { 'Cache-Control': 'no-cache' }));
  }
  app.notFound((c) => {
    const isReader = !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html');
    return isReader ? c.html(page, 404) : notFound(c);
  });
}

/** Built files carry a hash of their content in their names; only the page itself must be asked for anew. */
const forEver: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
};
