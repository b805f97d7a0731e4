// SPDX-License-Identifier: AGPL-3.0-or-later
// Who may change anything. There is no login yet: only people at this machine, from the pages of this server.
import type { MiddlewareHandler } from 'hono';
import { forbidden } from './problem.ts';
import type { Office } from './town.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a server that listens at this host name can be reached from this machine alone. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname) || hostname === '::1';
}

/** Lets writes pass only where they are allowed, and never from the page of another site. */
export function guardWrites({ writable = false }: Office): MiddlewareHandler {
  return async (context, next) => {
    if (READING.includes(context.req.method)) return next();
    const { hostname, origin } = new URL(context.req.url);
    // A page elsewhere can give itself a name that leads here: then the browser asks for that name.
    if (!writable || !isLoopback(hostname))
      return forbidden(context, 'Changes are possible only at the machine on which the server runs.');
    const isForeign =
      isNot(context.req.header('Sec-Fetch-Site'), 'same-origin') ||
      isNot(context.req.header('Origin'), origin);
    return isForeign ? forbidden(context, 'This request comes from another site.') : next();
  };
}

/** Programs that are no browsers send no such header. */
function isNot(header: string | undefined, own: string): boolean {
  return header !== undefined && header !== own;
}
