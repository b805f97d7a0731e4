// SPDX-License-Identifier: AGPL-3.0-or-later
// The addresses of the tables: /api/v1/tables/{name}.{format}.
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { breakdownQuery } from '../breakdown/ask.ts';
import { leave } from '../export/door.ts';
import { etagOf, isKnown } from '../export/etag.ts';
import { FORMATS, type Format } from '../export/formats.ts';
import { FORMAT_NAMES } from '../export/names.ts';
import { KINDS } from '../export/notes.ts';
import { type Offer, offerNamed, TABLES } from '../export/tables.ts';
import { BadQuestion } from '../problem.ts';
import { compareQuery, seriesQuery } from '../questions.ts';
import { problemSchema } from '../schemas.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';

const columnSchema = z
  .object({ name: z.string(), label: z.string(), kind: z.enum(Object.keys(KINDS)), description: z.string() })
  .openapi('Column');

const tableSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    parameters: z.array(z.string()),
    formats: z.array(z.object({ name: z.string(), title: z.string() })),
    columns: z.array(columnSchema),
  })
  .openapi('Table');

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/tables',
  'x-role': 'reader',
  summary: 'The tables that can be taken away, their formats and columns',
  responses: {
    200: { description: 'The tables', content: { 'application/json': { schema: z.array(tableSchema) } } },
  },
});

const fileRoute = createRoute({
  method: 'get',
  path: '/api/v1/tables/{file}',
  'x-role': 'analyst',
  'x-audit': 'export',
  summary: 'A table in a format',
  request: {
    params: z.object({ file: z.string().openapi({ example: 'series.it.csv' }) }),
    // Which of them a table takes is in the list; one that it does not have is refused.
    query: z.object({
      ...seriesQuery.partial().shape,
      ...compareQuery.partial().shape,
      ...breakdownQuery.partial().shape,
    }),
  },
  responses: {
    200: {
      description: 'The table; its notes are inside it, or where Link with rel="describedby" points',
      content: Object.fromEntries(FORMATS.map(({ type }) => [type.split(';')[0]!, { schema: z.string() }])),
    },
    304: { description: 'The same as before' },
    400: {
      description: 'A question that cannot be answered',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  },
});

/** Adds the list of the tables, and each table in each format. */
export function addTables(app: OpenAPIHono, office: Office): void {
  const formats = FORMATS.map(({ name, title }) => ({ name, title }));
  app.openapi(listRoute, (c) => {
    const tables = TABLES.map(({ make, columns, parameters, ...said }) => ({
      ...said,
      parameters: [...parameters],
      formats,
      columns: [...columns],
    }));
    return c.json(tables, 200);
  });
  app.openAPIRegistry.registerPath(fileRoute);
  app.get('/api/v1/tables/:file', (c) => {
    const { offer, format } = readFile(c.req.param('file'));
    return sendTable(c, office, offer, format, c.req.query());
  });
}

/** Answers with a table, or that it is still the same. */
export async function sendTable(
  c: Context,
  office: Office,
  offer: Offer,
  format: Format,
  query: Record<string, string>,
  caching = 'private, no-cache',
): Promise<Response> {
  const headers = { 'Cache-Control': caching, ETag: await etagOf(office) };
  if (isKnown(c, headers.ETag)) return c.body(null, 304, headers);
  const table = await offer.make(office, query);
  const { body, headers: described } = await leave(table, format, notesAddress(c, format));
  return c.body(body, 200, { ...headers, ...described });
}

/** The same question, answered by its notes alone. */
function notesAddress(c: Context, format: Format): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname.slice(0, -format.name.length)}txt${search}`;
}

/** The table and format that a name such as `series.it.csv` means. @throws BadQuestion otherwise. */
function readFile(file: string): { offer: Offer; format: Format } {
  const [name = '', ...rest] = file.split('.');
  const offer = offerNamed(name);
  const format = FORMATS.find((each) => each.name === rest.join('.'));
  if (format) return { offer, format };
  throw new BadQuestion('format', `unknown format "${rest.join('.').slice(0, 40)}"`, FORMAT_NAMES);
}
