// SPDX-License-Identifier: AGPL-3.0-or-later
// The addresses of the pictures: /api/v1/charts/{name}.svg, for the town's own site.
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { CHARTS } from '../export/charts.ts';
import { etagOf, isKnown } from '../export/etag.ts';
import { BadQuestion } from '../problem.ts';
import { compareQuery } from '../questions.ts';
import { problemSchema } from '../schemas.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';

const NAMES = CHARTS.map(({ name }) => `${name}.svg`);

const route = createRoute({
  method: 'get',
  path: '/api/v1/charts/{file}',
  'x-role': 'reader',
  'x-public-with': 'openData',
  summary: 'A chart as SVG, with its numbers inside',
  request: {
    params: z.object({ file: z.string().openapi({ example: NAMES[0] }) }),
    // `series.svg` takes channel, from and to; the others what /compare takes. A parameter that a chart does not have
    // is refused.
    query: z.object({
      ...compareQuery.partial().shape,
      channel: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  },
  responses: {
    200: { description: 'The picture', content: { 'image/svg+xml': { schema: z.string() } } },
    304: { description: 'The same as before' },
    400: {
      description: 'A question that cannot be answered',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  },
});

/** Adds each chart at its address. */
export function addCharts(app: OpenAPIHono, office: Office): void {
  app.openAPIRegistry.registerPath(route);
  app.get('/api/v1/charts/:file', async (c) => {
    const file = c.req.param('file');
    const chart = CHARTS.find(({ name }) => `${name}.svg` === file);
    if (!chart) throw new BadQuestion('file', `unknown chart "${file.slice(0, 40)}"`, NAMES);
    // Ten minutes: a picture in somebody's page is asked for by all its readers.
    const headers = { 'Cache-Control': 'public, max-age=600', ETag: await etagOf(office) };
    if (isKnown(c, headers.ETag)) return c.body(null, 304, headers);
    const svg = await chart.draw(office, c.req.query());
    return c.body(svg, 200, { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' });
  });
}
