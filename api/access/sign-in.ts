// SPDX-License-Identifier: AGPL-3.0-or-later
// Signing in with name and password: every wrong try costs the same time and tells the same.
import type { Context } from 'hono';
import { record } from '../../sql/audit.ts';
import type { Access } from './access.ts';
import { type Account, accountName, findAccount, setPassword } from './accounts.ts';
import {
  dropSessionCookie,
  knownBrowser,
  rememberBrowser,
  sessionCookie,
  setSessionCookie,
} from './cookies.ts';
import { person } from './identity.ts';
import { weakness } from './passwords.ts';
import { closeSession, openSession, type SignedIn } from './sessions.ts';
import { clientAddress } from './where-from.ts';

/** How a try ended: in, wrong, or not tried because it has to wait so many seconds. */
export type Outcome =
  | { kind: 'in'; account: Account }
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number };

/** Tries name and password. @throws TooBusy when too many people are signing in. */
export async function tryPassword(
  c: Context,
  access: Access,
  typed: string,
  password: string,
): Promise<Outcome> {
  const { database, slowDown, passwords, now } = access;
  const name = accountName(typed) ?? '';
  const from = (await knownBrowser(c, access, name)) ?? clientAddress(c, access.settings);
  const wait = slowDown.wait(name, from, now());
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) };
  slowDown.begin(name, from, now());
  const account = await findAccount(database, name);
  const isRight = await passwords.check(password, account && usable(account, now()));
  if (account && isRight) {
    slowDown.succeed(name, from);
    return { kind: 'in', account };
  }
  // A name that is none may be a password typed into the wrong box.
  await record(database, { who: account?.name ?? '', via: 'page' }, 'login-failed', '');
  return { kind: 'wrong' };
}

function usable({ disabled, mustChange, validUntil, password }: Account, now: number): string | undefined {
  return disabled || (mustChange && now >= validUntil) ? undefined : password;
}

/** Opens a session under a new id; one that the browser brought along ends. */
export async function enter(c: Context, access: Access, who: SignedIn): Promise<void> {
  const { database, now } = access;
  const before = await sessionCookie(c, access);
  if (before) await closeSession(database, before, now());
  await setSessionCookie(c, access, await openSession(database, who, now()));
  const name = who.provider === 'local' ? who.account.name : who.name;
  if (who.provider === 'local') await rememberBrowser(c, access, name);
  await record(database, person(name, who.provider === 'local'), 'login', '');
}

/** Ends the session of this browser. */
export async function leaveSession(c: Context, access: Access): Promise<void> {
  const token = await sessionCookie(c, access);
  if (token) await closeSession(access.database, token, access.now());
  dropSessionCookie(c, access);
}

/** Why a new password is not taken. */
export type Refusal = NonNullable<ReturnType<typeof weakness>> | 'differs' | 'same' | 'gone';

/** Gives an account the password its person chose, and signs in anew; all sessions of before have ended. */
export async function choosePassword(
  c: Context,
  access: Access,
  account: Account,
  [password, again]: readonly [string, string],
): Promise<Refusal | null> {
  const refusal = password === again ? weakness(password, account.name) : 'differs';
  if (refusal) return refusal;
  if (account.mustChange && (await access.passwords.check(password, account.password))) return 'same';
  const kept = await access.passwords.hash(password);
  const changed = await access.inTurn(() => replacePassword(access, account, kept));
  if (!changed) return 'gone';
  await record(access.database, { who: account.name, via: 'page' }, 'password', '');
  await enter(c, access, { provider: 'local', account: changed });
  return null;
}

/** While the password was computed the link may have been used by somebody else, or the account disabled. */
async function replacePassword(
  { database }: Access,
  account: Account,
  password: string,
): Promise<Account | undefined> {
  const now = await findAccount(database, account.name);
  const isSame = now?.epoch === account.epoch && !now.disabled;
  return isSame ? setPassword(database, account, password) : undefined;
}
