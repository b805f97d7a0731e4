// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { decide, readDecisions, undo } from '../decisions.ts';
import { BadQuestion, notFound } from '../problem.ts';
import { askedChannel } from '../questions.ts';
import { decisionSchema, decisionsSchema, newDecisionSchema } from '../schemas/decisions.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';
import { deleteRoute, postRoute } from './write-route.ts';

/** Decisions about suspicious zeros. */
export function addDecisions(app: OpenAPIHono, office: Office): void {
  const list = getRoute(
    'reader',
    '/api/v1/decisions',
    'What was decided about suspicious zeros',
    decisionsSchema,
  );
  app.openapi(createRoute(list), async (c) => {
    return c.json({ decisions: await readDecisions(office) }, 200);
  });
  const write = postRoute(
    { role: 'analyst', audit: 'decision' },
    '/api/v1/decisions',
    'Decide what suspicious zeros are',
    newDecisionSchema,
    decisionSchema,
  );
  app.openapi(createRoute(write), async (c) => {
    const decision = c.req.valid('json');
    askedChannel(office.settings, decision.channel);
    if (decision.to < decision.from)
      throw new BadQuestion('to', `the period ends (${decision.to}) before it begins (${decision.from})`);
    return c.json(await decide(office, decision), 201);
  });
  app.openapi(
    createRoute(
      deleteRoute({ role: 'analyst', audit: 'decision-undone' }, '/api/v1/decisions/{id}', 'Undo a decision'),
    ),
    async (c) => {
      const { id } = c.req.valid('param');
      return (await undo(office, id)) ? c.body(null, 204) : (notFound(c) as never);
    },
  );
}
