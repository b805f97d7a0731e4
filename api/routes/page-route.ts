// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditAction, Role } from '../../sql/vocabulary.ts';
import type { GuardedRoute } from '../access/roles.ts';

/** A page or a file that Hono knows by itself, for the document: what it is, for whom, and of what type. */
export function pageRoute(role: Role, path: string, summary: string, type = 'text/html'): GuardedRoute {
  return {
    method: 'get',
    path,
    summary,
    'x-role': role,
    responses: { 200: { description: summary, content: { [type]: { schema: { type: 'string' } } } } },
  };
}

/** What the form of a page sends. */
export function formRoute(role: Role, path: string, summary: string, audit?: AuditAction): GuardedRoute {
  return {
    method: 'post',
    path,
    summary,
    'x-role': role,
    ...(audit && { 'x-audit': audit }),
    responses: {
      303: { description: 'The page to go on with' },
      422: { description: 'The same page, with what is wrong' },
    },
  };
}
