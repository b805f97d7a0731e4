// SPDX-License-Identifier: AGPL-3.0-or-later
// What the API takes and gives, once: requests are checked, answers typed and the OpenAPI document made from these.
import { z } from '@hono/zod-openapi';
import { DAY_STATES, GRANULARITIES, LOAD_STATES, ROLES } from '../sql/vocabulary.ts';
import { count, day } from './compare-schema.ts';

export const healthSchema = z
  .object({
    status: z.literal('ok'),
    version: z.string().describe('of Affluenza'),
    engine: z.string().describe('version of ClickHouse'),
    dataVersion: z.string().describe('changes whenever a load changes what is visible'),
  })
  .openapi('Health');

const named = {
  label: z.string().openapi({ example: 'Telefono' }),
  labelEn: z
    .string()
    .optional()
    .openapi({ example: 'Phone', description: 'its name in English, if it has one' }),
};

const channelSchema = z.object({
  code: z.string().openapi({ example: 'phone' }),
  ...named,
  digital: z.boolean(),
  openDays: z.array(z.int()).describe('1 = Monday'),
  closedOnHolidays: z.boolean(),
  closures: z.array(z.string()).describe('periods such as 2020-08-10..2020-08-15'),
  closedByLaw: z.array(z.string()).describe('periods in which the law kept people away'),
});

export const townSchema = z
  .object({
    name: z.string(),
    channels: z.array(channelSchema),
    phases: z.object({ before: z.string(), during: z.string(), after: z.string() }),
    markers: z.array(z.object({ day, ...named })),
    comparisons: z
      .array(z.object({ ...named, before: z.string(), during: z.string(), after: z.string().optional() }))
      .describe('other periods worth a comparison'),
    demonstration: z.boolean().describe('whether the data are the invented ones'),
    firstDay: day.nullable().describe('null while there are no data'),
    lastDay: day.nullable(),
    suppressionThreshold: count.describe('smallest count shown in breakdowns'),
    writable: z.boolean().describe('whether notes and decisions are taken'),
    exports: z.boolean().describe('whether tables can be taken away'),
    account: z
      .object({ name: z.string(), role: z.enum(ROLES) })
      .nullable()
      .describe('who is signed in; null: nobody has to'),
  })
  .openapi('Town');

export const metricSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    unit: z.string(),
    chart: z.string(),
    columns: z.array(z.string()),
  })
  .openapi('Metric');

export const metricAnswerSchema = z
  .object({
    metric: z.string(),
    from: day,
    to: day,
    granularity: z.enum(GRANULARITIES),
    dataVersion: z.string(),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  })
  .openapi('MetricAnswer');

const pointSchema = z.object({
  from: day,
  to: day,
  state: z
    .enum([...DAY_STATES, 'suppressed'])
    .describe(
      'of a day; a longer step is missing when half of its open days or more are; suppressed: a small count',
    ),
  count: count
    .nullable()
    .describe('null where there is no count: missing, or closed; or where it is suppressed'),
  daysWithData: count,
  expectedDays: count.describe('days on which the channel should have been open'),
  meanPerDay: z.number().nullable().describe('count by expected day with data'),
});

export const seriesSchema = z
  .object({
    from: day,
    to: day,
    granularity: z.enum(GRANULARITIES),
    topic: z.string().nullable().describe('only contacts about this, of the channels that know their topics'),
    dataVersion: z.string(),
    channels: z.array(z.object({ channel: z.string(), points: z.array(pointSchema) })),
  })
  .openapi('Series');

export const loadSchema = z
  .object({
    id: z.uuid(),
    source: z.string(),
    file: z.string(),
    sha256: z.string(),
    state: z.enum(LOAD_STATES),
    rows: count,
    rejected: count,
    firstDay: day.nullable(),
    lastDay: day.nullable(),
    demonstration: z.boolean(),
    startedAt: z.string(),
    committedAt: z.string().nullable(),
    changedAt: z.string(),
  })
  .openapi('Load');

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameter: z.string().optional(),
    allowed: z.array(z.string()).optional(),
    id: z.string().optional().describe('names the line in the log'),
  })
  .openapi('Problem');

export type { Compare, Comparison, Description } from './compare-schema.ts';
export type Town = z.infer<typeof townSchema>;
export type Series = z.infer<typeof seriesSchema>;
export type Point = z.infer<typeof pointSchema>;
export type Load = z.infer<typeof loadSchema>;
export type Problem = z.infer<typeof problemSchema>;
