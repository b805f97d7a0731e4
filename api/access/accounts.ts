// SPDX-License-Identifier: AGPL-3.0-or-later
// The accounts of the installation: a change is one more row, the last one counts.
import { randomUUID } from 'node:crypto';
import type { Database } from '../../sql/client.ts';
import type { Role } from '../../sql/vocabulary.ts';
import { dateTime, newToken, tokenHash } from './tokens.ts';

export interface Account {
  name: string;
  role: Role;
  /** What can check the password; empty: none yet. */
  password: string;
  /** The password was given by somebody else: nothing but changing it is possible. */
  mustChange: boolean;
  invitation: string;
  /** In milliseconds: of the invitation, or of a password given by somebody else. */
  validUntil: number;
  /** Sessions of another epoch have ended. */
  epoch: string;
  disabled: boolean;
}

/** How long an invitation is valid, and a password of somebody else's choice. */
export const VALID_MS = 7 * 86_400_000;

/** A name as it is kept; undefined when it can be none. @example accountName('Anna.Rossi ') // 'anna.rossi' */
export function accountName(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9._@+-]{2,63}$/.test(name) ? name : undefined;
}

/** The account of this name. */
export async function findAccount(database: Database, name: string): Promise<Account | undefined> {
  if (name === '') return undefined;
  const [found] = await database.ask<Account>('access/accounts.sql', { name });
  return found;
}

/** All accounts, by name. */
export function listAccounts(database: Database): Promise<Account[]> {
  return database.ask<Account>('access/accounts.sql', { name: '' });
}

/** Whether any account was ever made: from then on, nobody comes in without one. */
export async function isAnyAccount(database: Database): Promise<boolean> {
  const [answer] = await database.ask<{ isAny: boolean }>('access/any-account.sql');
  return Boolean(answer?.isAny);
}

/** An account without a password. */
export function newAccount(name: string, role: Role): Account {
  return {
    name,
    role,
    password: '',
    mustChange: false,
    invitation: '',
    validUntil: 0,
    epoch: randomUUID(),
    disabled: false,
  };
}

/** Writes the account down as it is now. */
export async function saveAccount(database: Database, account: Account): Promise<void> {
  const { mustChange, validUntil, ...rest } = account;
  await database.insertRows('accounts', [
    { ...rest, must_change: mustChange, valid_until: dateTime(validUntil) },
  ]);
}

/** Lets the person choose a password, once, by a link that holds this code; the old password goes on until then. */
export async function invite(database: Database, account: Account, now: number): Promise<string> {
  const token = newToken();
  const validUntil = now + VALID_MS;
  await saveAccount(database, { ...account, invitation: tokenHash(token), validUntil });
  return token;
}

/** The account that this code invites, as long as it is valid. */
export async function findInvited(
  database: Database,
  token: string,
  now: number,
): Promise<Account | undefined> {
  const asked = { invitation: tokenHash(token) };
  const [found] = await database.ask<{ name: string }>('access/invited.sql', asked);
  const account = found && (await findAccount(database, found.name));
  return account && !account.disabled && now < account.validUntil ? account : undefined;
}

/** The account as it is when all its sessions have ended. */
export function endSessions(account: Account): Account {
  return { ...account, epoch: randomUUID() };
}

/** Gives the account a password of somebody else's choice: it works for a week, and only to be changed. */
export async function giveTemporary(
  database: Database,
  account: Account,
  password: string,
  now: number,
): Promise<void> {
  const validUntil = now + VALID_MS;
  await saveAccount(database, {
    ...account,
    password,
    validUntil,
    mustChange: true,
    invitation: '',
    epoch: randomUUID(),
  });
}

/** Gives the account the password its person chose; all its sessions end. Returns it as it is now. */
export async function setPassword(database: Database, account: Account, password: string): Promise<Account> {
  const changed: Account = {
    ...account,
    password,
    mustChange: false,
    invitation: '',
    validUntil: 0,
    epoch: randomUUID(),
  };
  await saveAccount(database, changed);
  return changed;
}
