// SPDX-License-Identifier: AGPL-3.0-or-later
// Keys for programs: sent as `Authorization: Bearer aff_…`, kept as a hash, with a role and an end.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../../sql/client.ts';
import type { Role } from '../../sql/vocabulary.ts';
import { dateTime, newToken, tokenHash } from './tokens.ts';

export interface Key {
  id: string;
  hash: string;
  label: string;
  role: Role;
  /** In milliseconds. */
  expiresAt: number;
  revoked: boolean;
}

const FORM = /^aff_([0-9a-f]{12})_([\w-]{43})$/;

/** Makes a key and returns it: it is shown once, and nowhere kept. */
export async function addKey(
  database: Database,
  { label, role, expiresAt }: Pick<Key, 'label' | 'role' | 'expiresAt'>,
): Promise<string> {
  const id = randomBytes(6).toString('hex');
  const secret = newToken();
  const row = { id, hash: tokenHash(secret), label, role, expires_at: dateTime(expiresAt), revoked: false };
  await database.insertRows('api_keys', [row]);
  return `aff_${id}_${secret}`;
}

/** The key that a program sent; undefined when it is none, is revoked or has expired. */
export async function findKey(database: Database, sent: string, now: number): Promise<Key | undefined> {
  const [, id = '', secret = ''] = FORM.exec(sent) ?? [];
  if (id === '') return undefined;
  const [key] = await database.ask<Key>('access/keys.sql', { id });
  if (!key || key.revoked || now >= key.expiresAt) return undefined;
  return timingSafeEqual(Buffer.from(tokenHash(secret)), Buffer.from(key.hash)) ? key : undefined;
}

/** All keys, the oldest first. */
export function listKeys(database: Database): Promise<Key[]> {
  return database.ask<Key>('access/keys.sql', { id: '' });
}

/** Takes a key back for good. */
export async function revokeKey(database: Database, key: Key): Promise<void> {
  const { expiresAt, ...rest } = key;
  await database.insertRows('api_keys', [{ ...rest, expires_at: dateTime(expiresAt), revoked: true }]);
}
