// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { count } from '../compare-schema.ts';
import { cellSchema, phaseDaysSchema, suppressionSchema } from './cells.ts';

/** By what the contacts of a channel can be told apart. */
export const DIMENSIONS = [
  'platform',
  'topic',
  'action',
  'page',
  'referrer',
  'device',
  'kind',
  'means',
  'outcome',
] as const;

export const breakdownRowSchema = z
  .object({
    kind: z
      .enum(['value', 'unknown', 'rest'])
      .describe('unknown: the source does not say; rest: the values beyond the limit'),
    value: z.string().describe('empty unless kind is value'),
    values: count.describe('how many values the row stands for'),
    before: cellSchema,
    during: cellSchema,
    after: cellSchema.nullable(),
  })
  .openapi('BreakdownRow');

export const breakdownSchema = z
  .object({
    channel: z.string(),
    by: z.enum(DIMENSIONS),
    topic: z.string().nullable(),
    suppression: suppressionSchema,
    before: phaseDaysSchema,
    during: phaseDaysSchema,
    after: phaseDaysSchema.nullable(),
    rows: z.array(breakdownRowSchema).describe('by contacts during, the hidden ones after the numbers'),
    dataVersion: z.string(),
  })
  .openapi('Breakdown');

export type Dimension = (typeof DIMENSIONS)[number];
export type BreakdownRow = z.infer<typeof breakdownRowSchema>;
export type Breakdown = z.infer<typeof breakdownSchema>;
