// SPDX-License-Identifier: AGPL-3.0-or-later
// The only way to declare a route: its role cannot be forgotten.
import { createRoute as declare, type RouteConfig } from '@hono/zod-openapi';
import type { RouteAccess } from '../access/roles.ts';

/** A route with its role. */
export function createRoute<
  Path extends string,
  Route extends Omit<RouteConfig, 'path'> & RouteAccess & { path: Path },
>(route: Route) {
  return declare<Path, Route>(route);
}
