// SPDX-License-Identifier: AGPL-3.0-or-later
// Reads the parameters of a table or a chart. One that is not understood is refused: left out in silence, it would give
// other figures than those meant.
import type { z } from 'zod';
import { BadQuestion } from '../problem.ts';

/** @throws BadQuestion on a parameter that is wrong or that there is not. */
export function strictQuery<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): (asked: Readonly<Partial<Record<string, string>>>) => z.infer<z.ZodObject<Shape>> {
  const strict = schema.strict();
  return (asked) => {
    const found = strict.safeParse(asked);
    if (found.success) return found.data as z.infer<z.ZodObject<Shape>>;
    throw badParameter(found.error.issues[0]!, Object.keys(schema.shape));
  };
}

function badParameter(issue: z.core.$ZodIssue, parameters: readonly string[]): BadQuestion {
  if (issue.code === 'unrecognized_keys')
    return new BadQuestion(issue.keys[0]!.slice(0, 40), 'there is no such parameter', parameters);
  const allowed = 'values' in issue ? issue.values.map(String) : [];
  return new BadQuestion(issue.path.join('.') || 'query', issue.message, allowed);
}
