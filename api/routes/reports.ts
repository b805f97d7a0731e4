// SPDX-License-Identifier: AGPL-3.0-or-later
// The reports: /api/v1/reports, and each month as JSON, .html and .pdf.
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { allowStyle } from '../own-style.ts';
import { BadQuestion } from '../problem.ts';
import { writeComment } from '../report/comments.ts';
import { CONTENT_TYPES, currentReport, FORMS, type Form } from '../report/forms.ts';
import { readReports, readState } from '../report/list.ts';
import { styleOf } from '../report/page.ts';
import { freeze, readFrozen, unfreeze } from '../report/versions.ts';
import {
  newCommentSchema,
  newVersionSchema,
  reportSchema,
  reportStateSchema,
  reportsSchema,
} from '../schemas/report.ts';
import { problemSchema } from '../schemas.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';
import { postRoute } from './write-route.ts';

const text = z.string();

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/reports/{file}',
  'x-role': 'reader',
  summary: 'The report of a month: what was frozen, or else as the data are now',
  request: {
    params: z.object({
      file: z.string().openapi({ example: '2020-04.pdf', description: 'a month; with .html or .pdf' }),
    }),
    query: z.object({
      data: z
        .enum(['frozen', 'now'])
        .default('frozen')
        .openapi({ description: 'now: as the data are now, even if the report was frozen' }),
    }),
  },
  responses: {
    200: {
      description: 'The report',
      content: {
        'application/json': { schema: reportSchema },
        'text/html': { schema: text },
        'application/pdf': { schema: text.openapi({ format: 'binary' }) },
      },
    },
    400: {
      description: 'A month of which there is no report',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  },
});

const monthParams = z.object({ month: z.string().openapi({ example: '2020-04' }) });

/** The list of the reports, each report, and what the office may do with one. */
export function addReports(app: OpenAPIHono, office: Office): void {
  app.openapi(
    createRoute(getRoute('reader', '/api/v1/reports', 'The reports there are', reportsSchema)),
    async (c) => {
      return c.json({ reports: await readReports(office) }, 200);
    },
  );
  app.openapi(oneRoute, async (c) => {
    const { month, form } = askedForm(c.req.valid('param').file);
    await readState(office, month);
    const frozen = c.req.valid('query').data === 'frozen' ? await readFrozen(office, month, form) : null;
    const bytes = frozen ?? (await currentReport(office, month, [form])).get(form)!;
    if (form === 'html') allowStyle(c, styleOf(bytes.toString()));
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': CONTENT_TYPES[form],
      'Content-Disposition': `inline; filename="relazione-${month}.${form}"`,
    }) as never;
  });
  addComments(app, office);
  addVersions(app, office);
}

function addComments(app: OpenAPIHono, office: Office): void {
  const write = postRoute(
    { role: 'analyst', audit: 'comment' },
    '/api/v1/reports/{month}/comments',
    "Write the office's own words into a report",
    newCommentSchema,
    reportStateSchema,
  );
  app.openapi(createRoute(withMonth(write)), async (c) => {
    const { month, version } = await readState(office, c.req.valid('param').month);
    if (version?.frozen) throw new BadQuestion('month', 'the report is frozen: no word of it changes');
    await writeComment(office, month, c.req.valid('json'));
    return c.json(await readState(office, month), 201);
  });
}

function addVersions(app: OpenAPIHono, office: Office): void {
  const write = postRoute(
    { role: 'analyst', audit: 'report-version' },
    '/api/v1/reports/{month}/versions',
    'Freeze a report as it was given away, or let it follow the data again',
    newVersionSchema,
    reportStateSchema,
  );
  app.openapi(createRoute(withMonth(write)), async (c) => {
    const { month, version, isOver } = await readState(office, c.req.valid('param').month);
    const { frozen } = c.req.valid('json');
    if (frozen && !isOver) throw new BadQuestion('month', 'the month is not over: its report still grows');
    if (frozen !== (version?.frozen ?? false)) await (frozen ? freeze : unfreeze)(office, month);
    return c.json(await readState(office, month), 201);
  });
}

/** The route with the month in its address. */
function withMonth<Route extends { request: object }>(route: Route) {
  return { ...route, request: { ...route.request, params: monthParams } };
}

/** @example askedForm('2020-04.pdf') // { month: '2020-04', form: 'pdf' } */
function askedForm(file: string): { month: string; form: Form } {
  const [month = '', form = 'json'] = file.split('.');
  const known = FORMS.find((each) => each === form);
  if (known) return { month, form: known };
  throw new BadQuestion('file', `unknown form "${form.slice(0, 20)}"`, [
    month,
    `${month}.html`,
    `${month}.pdf`,
  ]);
}
