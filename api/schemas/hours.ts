// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { count, day } from '../compare-schema.ts';
import { suppressedSchema, suppressionSchema } from './cells.ts';

const hourSchema = z
  .union([z.object({ mean: z.number() }), z.object({ suppressed: suppressedSchema })])
  .nullable()
  .describe('contacts a day in this hour; null: no such day was counted')
  .openapi('Hour');

const weekdaySchema = z.object({
  weekday: z.int().describe('1 = Monday'),
  open: z.boolean().describe('whether the channel opens on this weekday at all'),
  days: count.describe('such days counted; holidays that are no Sunday are not'),
  hours: z.array(hourSchema).length(24),
});

const hoursPhaseSchema = z
  .object({
    from: day,
    to: day,
    daysWithData: count,
    daysWithHours: count.describe('of these, the days of which the hours are known: only they are counted'),
    withoutHour: count.nullable().describe('contacts of the days counted that have no hour; null: hidden'),
    weekdays: z.array(weekdaySchema).length(7),
  })
  .openapi('HoursPhase');

export const hoursSchema = z
  .object({
    channel: z.string(),
    topic: z.string().nullable(),
    suppression: suppressionSchema,
    hoursKnown: z.boolean().describe('false: no source of these days tells the hour'),
    before: hoursPhaseSchema,
    during: hoursPhaseSchema,
    after: hoursPhaseSchema.nullable(),
    dataVersion: z.string(),
  })
  .openapi('Hours');

export type HoursPhase = z.infer<typeof hoursPhaseSchema>;
export type Hours = z.infer<typeof hoursSchema>;
