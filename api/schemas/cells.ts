// SPDX-License-Identifier: AGPL-3.0-or-later
// What breakdowns are made of: the days of a phase, and counts that may be hidden.
import { z } from '@hono/zod-openapi';
import { count, day } from '../compare-schema.ts';

export const suppressedSchema = z
  .enum(['small', 'secondary'])
  .describe(
    'never zero: fewer than the threshold, or hidden so that the total does not give another cell back',
  );

export const cellSchema = z
  .union([
    z.object({
      count,
      perDay: z.number().nullable().describe('by day with data; null without any'),
      share: z.number().nullable().describe("of the phase's total, 0 to 1; null when that is 0"),
    }),
    z.object({ suppressed: suppressedSchema }),
  ])
  .openapi('Cell');

export const phaseDaysSchema = z
  .object({
    from: day,
    to: day.describe("cut at the channel's last whole day; before `from` when nothing of the phase is known"),
    expectedDays: count.describe('days on which the channel should have been open'),
    daysWithData: count,
    total: count.nullable().describe('contacts on the days with data; null: hidden, only within a topic'),
  })
  .openapi('PhaseDays');

export const suppressionSchema = z
  .object({ threshold: count.describe('counts from 1 to one below it are not shown') })
  .nullable()
  .describe('null: nothing in this answer is ever hidden');

export type Cell = z.infer<typeof cellSchema>;
export type PhaseDays = z.infer<typeof phaseDaysSchema>;
