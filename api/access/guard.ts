// SPDX-License-Identifier: AGPL-3.0-or-later
// The one guard before every route: who asks, what the route asks for, and what is written down of it.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { record } from '../../sql/audit.ts';
import type { Settings } from '../../sql/settings.ts';
import type { Role } from '../../sql/vocabulary.ts';
import { forbidden, unauthorized } from '../problem.ts';
import type { Office } from '../town.ts';
import type { Access } from './access.ts';
import { actorOf, type Identity, identify } from './identity.ts';
import { signInAddress } from './return-address.ts';
import { declaredRoutes, type GuardedRoute, may, routeKey } from './roles.ts';
import { refusedWrite } from './same-site.ts';

/** Lets pass who has the role that the route asks for. An address that no declared route stands for is none. */
export function guard(app: OpenAPIHono, office: Office, access: Access): MiddlewareHandler {
  let declared: Map<string, GuardedRoute> | undefined;
  return async (c, next) => {
    declared ??= declaredRoutes(app);
    const route = matchedRoutes(c)
      .map(({ method, path }) => declared?.get(routeKey(method, path)))
      .find((found) => found !== undefined);
    if (!route) return c.notFound();
    const identity = await identify(c, access);
    c.set('identity', identity);
    const needed = neededRole(route, office.settings);
    if (!may(identity.role, needed)) return refuse(c, identity);
    const foreign = refusedWrite(c, office, identity);
    if (foreign !== null) return forbidden(c, foreign);
    await next();
    if (needed !== 'public' && identity.kind !== 'open') keepPrivate(c);
    if (route['x-audit'] && identity.kind !== 'nobody' && isDone(c.res))
      await record(access.database, actorOf(identity), route['x-audit'], askedFor(c));
  };
}

/** What is for somebody is kept by their own browser at most. */
function keepPrivate(c: Context): void {
  const said = c.res.headers.get('Cache-Control') ?? 'private, no-cache';
  c.header('Cache-Control', said.replace('public', 'private'));
}

/** Done, not refused, and not "the same as before". */
function isDone({ status }: Response): boolean {
  return status < 400 && status !== 304;
}

/** The role a route asks for, as the settings are. */
export function neededRole(route: GuardedRoute, settings: Settings): Role {
  const setting = route['x-public-with'];
  return setting && settings[setting] ? 'public' : route['x-role'];
}

/** Nobody known is sent to sign in, and back; who is known and may not is told so. */
function refuse(c: Context, identity: Identity): Response {
  if (identity.kind !== 'nobody' && !identity.mustChange)
    return forbidden(c, `This is not for the role ${identity.role}.`);
  const isPerson = c.req.method === 'GET' && c.req.header('Accept')?.includes('text/html');
  if (!isPerson) return unauthorized(c);
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(signInAddress(pathname + search, identity.mustChange), 302);
}

/** What was asked for, with what it was filtered by. */
function askedFor(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
