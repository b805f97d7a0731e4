// SPDX-License-Identifier: AGPL-3.0-or-later
import { hash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie, a link or a key: nobody guesses them, so a fast hash is enough to keep them. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. */
export function tokenHash(token: string): string {
  return hash('sha256', token);
}

/** A moment as the tables take it. */
export function dateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}
