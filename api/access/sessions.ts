// SPDX-License-Identifier: AGPL-3.0-or-later
// Sessions: a random id in the cookie, its hash in the table, an end after an hour unused or half a day in all.
import type { Database } from '../../sql/client.ts';
import type { Role } from '../../sql/vocabulary.ts';
import { type Account, findAccount } from './accounts.ts';
import { dateTime, newToken, tokenHash } from './tokens.ts';

const MINUTE_MS = 60_000;
export const IDLE_MS = 60 * MINUTE_MS;
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
/** Writing down every request would be a row each. */
const NOTED_EVERY_MS = 5 * MINUTE_MS;

/** Who signs in: an account of ours, or somebody for whom a provider vouches. */
export type SignedIn =
  | { provider: 'local'; account: Account }
  | { provider: 'oidc'; name: string; role: Role };

/** A session that counts. */
export interface Session {
  name: string;
  role: Role;
  provider: 'local' | 'oidc';
  /** Nothing is possible before the password is changed. */
  mustChange: boolean;
}

interface Row {
  id: string;
  account: string;
  provider: 'local' | 'oidc';
  role: Role;
  epoch: string;
}

type Kept = Omit<Row, 'id'> & { openedAt: number; seenAt: number };

/** Opens a session and returns what goes into the cookie; it is never one that a browser brought along. */
export async function openSession(database: Database, who: SignedIn, now: number): Promise<string> {
  const token = newToken();
  const row: Row =
    who.provider === 'local'
      ? {
          id: tokenHash(token),
          account: who.account.name,
          provider: 'local',
          role: who.account.role,
          epoch: who.account.epoch,
        }
      : { id: tokenHash(token), account: who.name, provider: 'oidc', role: who.role, epoch: '' };
  await write(database, row, false, now);
  return token;
}

/** Whose session this is; undefined when it is none, has ended, or its account may not come in any more. */
export async function findSession(
  database: Database,
  token: string,
  now: number,
): Promise<Session | undefined> {
  const id = tokenHash(token);
  const [row] = await database.ask<Kept>('access/session.sql', { id });
  if (!row || now - row.seenAt >= IDLE_MS || now - row.openedAt >= ABSOLUTE_MS) return undefined;
  const session = await sessionOf(database, row, now);
  if (session && now - row.seenAt >= NOTED_EVERY_MS) await write(database, { ...row, id }, false, now);
  return session;
}

async function sessionOf(database: Database, row: Kept, now: number): Promise<Session | undefined> {
  const { account: name, provider, role } = row;
  if (provider === 'oidc') return { name, role, provider, mustChange: false };
  const account = await findAccount(database, name);
  if (!account || account.disabled || account.epoch !== row.epoch) return undefined;
  const { mustChange, validUntil } = account;
  if (mustChange && now >= validUntil) return undefined;
  return { name, role: account.role, provider, mustChange };
}

/** Ends a session for good. */
export async function closeSession(database: Database, token: string, now: number): Promise<void> {
  const id = tokenHash(token);
  const [row] = await database.ask<Kept>('access/session.sql', { id });
  if (row) await write(database, { ...row, id }, true, now);
}

async function write(
  database: Database,
  { id, account, provider, role, epoch }: Row,
  closed: boolean,
  now: number,
): Promise<void> {
  await database.insertRows('sessions', [{ id, account, provider, role, epoch, closed, at: dateTime(now) }]);
}
