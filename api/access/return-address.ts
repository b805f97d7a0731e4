// SPDX-License-Identifier: AGPL-3.0-or-later
// Back to where somebody was going before signing in: to a page of ours, never elsewhere.

export const SIGN_IN = '/accesso';
export const CHANGE_PASSWORD = `${SIGN_IN}/password`;
export const INVITATION = `${SIGN_IN}/invito`;
const HERE = 'http://here.invalid';

/**
 * The address to go back to after signing in; the first page when it is none of ours.
 *
 * @example returnAddress('//evil.example') // '/'
 */
export function returnAddress(asked: string | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  const isOurs = origin === HERE && !pathname.startsWith('//') && !pathname.startsWith(SIGN_IN);
  return isOurs ? pathname + search + hash : '/';
}

/** Where to sign in, or to change the password, before going on to `back`. */
export function signInAddress(back: string, mustChange = false): string {
  const page = mustChange ? CHANGE_PASSWORD : SIGN_IN;
  return back === '/' ? page : `${page}?ritorno=${encodeURIComponent(back)}`;
}
