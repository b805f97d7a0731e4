// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { day } from '../compare-schema.ts';

const months = z.int().nullable().describe('from the day a file was taken in; null: for ever');

export const retentionSchema = z
  .object({
    months: z.object({ clicks: months, contacts: months, practices: months, rejected_rows: months }),
    sealed: z.array(z.object({ month: day, since: day })).describe('months that are never counted again'),
  })
  .openapi('Retention');

export type Retention = z.infer<typeof retentionSchema>;
