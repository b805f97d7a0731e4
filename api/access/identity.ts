// SPDX-License-Identifier: AGPL-3.0-or-later
// Who asks: a program with a key, a person with a session, somebody at a machine without accounts, or nobody known.
import type { Context } from 'hono';
import type { Actor } from '../../sql/audit.ts';
import type { Role } from '../../sql/vocabulary.ts';
import type { Access } from './access.ts';
import { sessionCookie } from './cookies.ts';
import { findKey } from './keys.ts';
import { isLoopback } from './same-site.ts';
import { findSession } from './sessions.ts';
import { isDirect } from './where-from.ts';

export interface Identity {
  kind: 'key' | 'session' | 'open' | 'nobody';
  /** The label of the key, or the name of the account; empty otherwise. */
  name: string;
  role: Role;
  /** The account is one of ours, and so is its password. */
  isLocal: boolean;
  /** Signed in, and may do nothing but change the password. */
  mustChange: boolean;
}

declare module 'hono' {
  interface ContextVariableMap {
    identity: Identity;
  }
}

const NOBODY: Identity = { kind: 'nobody', name: '', role: 'public', isLocal: false, mustChange: false };
const OPEN: Identity = { kind: 'open', name: '', role: 'admin', isLocal: false, mustChange: false };

/** The environment of requests that the server sends to itself; nothing that comes over a line can name it. */
export const INSIDE = { inside: Symbol('inside') };

/** Who asks. What was sent to prove it counts, or nothing does: a wrong key does not fall back on a cookie. */
export async function identify(c: Context, access: Access): Promise<Identity> {
  if ((c.env as Partial<typeof INSIDE> | undefined)?.inside === INSIDE.inside) return OPEN;
  const authorization = c.req.header('Authorization');
  if (authorization !== undefined) return byKey(authorization, access);
  const token = await sessionCookie(c, access);
  const session = token && (await findSession(access.database, token, access.now()));
  if (session) {
    const { name, role, provider, mustChange } = session;
    return {
      kind: 'session',
      name,
      role: mustChange ? 'public' : role,
      isLocal: provider === 'local',
      mustChange,
    };
  }
  return (await isOpen(c, access)) ? OPEN : NOBODY;
}

async function byKey(authorization: string, { database, now }: Access): Promise<Identity> {
  const [, sent = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  const key = await findKey(database, sent, now());
  return key ? { kind: 'key', name: key.label, role: key.role, isLocal: false, mustChange: false } : NOBODY;
}

/** Before there is an account all is open, to people at this machine and nobody else. */
async function isOpen(c: Context, access: Access): Promise<boolean> {
  return isLoopback(new URL(c.req.url).hostname) && isDirect(c) && !(await access.isClosed());
}

/** Who is written down in the audit log. */
export function actorOf({ kind, name, isLocal }: Identity): Actor {
  if (kind === 'session') return person(name, isLocal);
  return { who: name, via: kind === 'key' ? 'key' : 'page' };
}

/** A person in the audit log: a provider may know somebody by the name of one of our accounts. */
export function person(name: string, isLocal: boolean): Actor {
  return { who: isLocal ? name : `${name} (oidc)`, via: 'page' };
}
