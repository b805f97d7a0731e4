// SPDX-License-Identifier: AGPL-3.0-or-later
// Which role each route asks for: said where the route is declared, read from there by the guard, the tests and the docs.
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import { type AuditAction, ROLES, type Role } from '../../sql/vocabulary.ts';

/** What a route says of who may use it. */
export interface RouteAccess {
  'x-role': Role;
  /** Everybody may use it as long as this setting is on. */
  'x-public-with'?: 'openData';
  /** What is written down when somebody has used it. */
  'x-audit'?: AuditAction;
}

/** A route with all that must be said of it. */
export type GuardedRoute = RouteConfig & RouteAccess;

/** Whether who has one role may do what another is needed for. */
export function may(has: Role, needed: Role): boolean {
  return ROLES.indexOf(has) >= ROLES.indexOf(needed);
}

/** Adds a route to the document that Hono knows by itself: a page, a file. */
export function declareRoute(app: OpenAPIHono, route: GuardedRoute): void {
  app.openAPIRegistry.registerPath(route);
}

/** The routes of the document, by `get /api/v1/reports/:file` as Hono calls them. */
export function declaredRoutes(app: OpenAPIHono): Map<string, GuardedRoute> {
  const routes = app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' ? [definition.route as GuardedRoute] : [],
  );
  return new Map(routes.map((route) => [routeKey(route.method, route.path), route]));
}

/** @example routeKey('GET', '/api/v1/reports/{file}') // 'get /api/v1/reports/:file' */
export function routeKey(method: string, path: string): string {
  return `${method.toLowerCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
}
