// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { count, day } from '../compare-schema.ts';
import { breakdownRowSchema } from './breakdown.ts';
import { cellSchema, phaseDaysSchema, suppressionSchema } from './cells.ts';

export const closingSchema = z
  .object({ median: z.number(), p90: z.number().describe('nine of ten were closed within') })
  .nullable()
  .describe('working days from the day after it was sent to the day it was closed; null: too few were closed')
  .openapi('Closing');

export const practicePhaseSchema = phaseDaysSchema
  .extend({
    closed: cellSchema,
    open: cellSchema.describe('no closing date in the last file'),
    closing: closingSchema,
  })
  .openapi('PracticePhase');

const kindSchema = breakdownRowSchema
  .extend({
    closing: z.object({ before: closingSchema, during: closingSchema, after: closingSchema }),
  })
  .openapi('PracticeKind');

export const practicesSchema = z
  .object({
    asOf: day.nullable().describe('outcomes and closing dates stand as the files up to this day say'),
    suppression: suppressionSchema,
    leastClosed: count.describe('times to close are told from this many closed practices on'),
    closingKnown: z
      .boolean()
      .describe('false: no practice has a closing date, so that none is known to be open'),
    before: practicePhaseSchema,
    during: practicePhaseSchema,
    after: practicePhaseSchema.nullable(),
    kinds: z.array(kindSchema),
    topics: z.array(breakdownRowSchema),
    means: z.array(breakdownRowSchema),
    outcomes: z.array(breakdownRowSchema),
    dataVersion: z.string(),
  })
  .openapi('Practices');

export type Closing = z.infer<typeof closingSchema>;
export type Practices = z.infer<typeof practicesSchema>;
