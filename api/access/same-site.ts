// SPDX-License-Identifier: AGPL-3.0-or-later
// No page of another site changes anything in the name of who is signed in here, or sits at this machine.
import type { Context } from 'hono';
import type { Office } from '../town.ts';
import type { Identity } from './identity.ts';
import { ownOrigin } from './where-from.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a server that listens at this host name can be reached from this machine alone. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname) || hostname === '::1';
}

/** Why a change is not taken; null when it is, and for whatever changes nothing. */
export function refusedWrite(c: Context, office: Office, { kind }: Identity): string | null {
  if (READING.includes(c.req.method)) return null;
  // Browsers send a key only if a program makes them to.
  if (kind === 'key') return null;
  const { hostname } = new URL(c.req.url);
  if (kind === 'open' && !(office.writable && isLoopback(hostname)))
    return 'Changes are possible only at the machine on which the server runs.';
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const isForeign =
    isNot(site, 'same-origin') ||
    isNot(origin, ownOrigin(c, office.settings)) ||
    isUntold(kind, site, origin);
  return isForeign ? 'This request comes from another site.' : null;
}

/** Programs that are no browsers send no such header. */
function isNot(header: string | undefined, own: string): boolean {
  return header !== undefined && header !== own;
}

/** Where cookies count, a browser must say where the request comes from; programs have keys. */
function isUntold(kind: Identity['kind'], site: string | undefined, origin: string | undefined): boolean {
  return kind !== 'open' && site === undefined && origin === undefined;
}
