// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { AUDIT_ACTIONS } from '../../sql/vocabulary.ts';

export const auditSchema = z
  .object({
    entries: z.array(
      z.object({
        at: z.string().describe('in UTC'),
        who: z
          .string()
          .describe('the account, the label of the key, or the user of the machine; empty: nobody known'),
        via: z.enum(['page', 'key', 'command', 'server']),
        action: z.enum(AUDIT_ACTIONS),
        what: z.string().describe('the load, account or address it was about'),
      }),
    ),
  })
  .openapi('Audit');

const MOST = 1000;

export const auditQuery = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  limit: z.coerce
    .number('a whole number')
    .int('a whole number')
    .min(1, 'at least 1')
    .max(MOST, `at most ${MOST}`)
    .default(100),
});
