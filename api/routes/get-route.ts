// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from '@hono/zod-openapi';
import type { Role } from '../../sql/vocabulary.ts';
import { problemSchema } from '../schemas.ts';

/** A GET route for who has this role, whose answer is JSON of `schema`; a 400 says which words are allowed. */
export function getRoute<Path extends string, Schema extends z.ZodType>(
  role: Role,
  path: Path,
  summary: string,
  schema: Schema,
) {
  return {
    method: 'get' as const,
    path,
    'x-role': role,
    summary,
    responses: {
      200: { description: summary, content: { 'application/json': { schema } } },
      400: {
        description: 'A question that cannot be answered',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}
