// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';

export const topicsSchema = z
  .object({
    channels: z
      .array(z.object({ channel: z.string(), topics: z.array(z.string()) }))
      .describe('only those that have topics, which stand in alphabetical order'),
    dataVersion: z.string(),
  })
  .openapi('Topics');
