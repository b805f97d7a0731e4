// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from '@hono/zod-openapi';
import { problemSchema } from '../schemas.ts';

/** A GET route whose answer is JSON of `schema`; a 400 says which words are allowed. */
export function getRoute<Path extends string, Schema extends z.ZodType>(
  path: Path,
  summary: string,
  schema: Schema,
) {
  return {
    method: 'get' as const,
    path,
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
