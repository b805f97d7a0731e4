// SPDX-License-Identifier: AGPL-3.0-or-later
// The cookies: signed, out of reach of scripts, not sent from other sites except by following a link.
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { installationSecret } from '../../ingest/secret.ts';
import type { Access } from './access.ts';
import { ABSOLUTE_MS } from './sessions.ts';
import { newToken, tokenHash } from './tokens.ts';
import { ownOrigin } from './where-from.ts';

const SESSION = 'affluenza_session';
const BROWSER = 'affluenza_browser';
const YEAR_SECONDS = 365 * 86_400;

/** What signs the cookies of this installation. */
export function cookieSecret(dataDirectory: string): string {
  return createHmac('sha256', installationSecret(dataDirectory)).update('cookies').digest('hex');
}

/** What the session's cookie holds. */
export const sessionCookie = (c: Context, access: Access) => read(c, access, SESSION);

export function setSessionCookie(c: Context, access: Access, token: string): Promise<void> {
  return write(c, access, SESSION, token, ABSOLUTE_MS / 1000);
}

export function dropSessionCookie(c: Context, access: Access): void {
  deleteCookie(c, named(c, access, SESSION), options(c, access));
}

/**
 * Where an account's tries are counted: a browser in which this account was signed in before has a count of its own, so that
 * somebody who guesses from the same address keeps nobody out (OWASP, device cookies).
 */
export async function knownBrowser(c: Context, access: Access, account: string): Promise<string | undefined> {
  const [owner, id] = (await read(c, access, BROWSER))?.split('.') ?? [];
  return owner === tokenHash(account) ? id : undefined;
}

/** Remembers that this account was signed in here. */
export function rememberBrowser(c: Context, access: Access, account: string): Promise<void> {
  return write(c, access, BROWSER, `${tokenHash(account)}.${newToken()}`, YEAR_SECONDS);
}

/** Keeps something for a few minutes, for the way to a provider and back. */
export function setJourney(c: Context, access: Access, name: string, value: string): Promise<void> {
  return write(c, access, name, value, 600);
}

/** What was kept, once. */
export async function takeJourney(c: Context, access: Access, name: string): Promise<string | undefined> {
  const value = await read(c, access, name);
  deleteCookie(c, named(c, access, name), options(c, access));
  return value;
}

async function read(c: Context, access: Access, name: string): Promise<string | undefined> {
  return (await getSignedCookie(c, access.secret, named(c, access, name))) || undefined;
}

async function write(c: Context, access: Access, name: string, value: string, maxAge: number): Promise<void> {
  await setSignedCookie(c, named(c, access, name), value, access.secret, { ...options(c, access), maxAge });
}

/** Where there is TLS, no other host and no plain page can set a cookie of this name. */
function named(c: Context, access: Access, name: string): string {
  return isSecure(c, access) ? `__Host-${name}` : name;
}

function options(c: Context, access: Access): CookieOptions {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c, access) };
}

function isSecure(c: Context, { settings }: Access): boolean {
  return ownOrigin(c, settings).startsWith('https:');
}
