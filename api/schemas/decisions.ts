// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { day } from '../compare-schema.ts';
import { writtenDay } from './notes.ts';

const is = z
  .enum(['fault', 'zero'], { error: 'a decision is fault or zero' })
  .describe('fault: the zeros of these days are no data; zero: nobody came');

export const newDecisionSchema = z
  .object({ channel: z.string({ error: 'the channel is missing' }), from: writtenDay, to: writtenDay, is })
  .openapi('NewDecision');

export const decisionSchema = z
  .object({ id: z.uuid(), channel: z.string(), from: day, to: day, is, createdAt: z.string() })
  .openapi('Decision');

export const decisionsSchema = z.object({ decisions: z.array(decisionSchema) }).openapi('Decisions');

export type NewDecision = z.infer<typeof newDecisionSchema>;
export type Decision = z.infer<typeof decisionSchema>;
