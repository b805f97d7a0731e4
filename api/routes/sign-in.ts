// SPDX-License-Identifier: AGPL-3.0-or-later
// /accesso: signing in and out. What browsers send is a form; every answer is a page, or leads to one.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Access } from '../access/access.ts';
import { type Shown, sendPage, shownAs } from '../access/page/frame.ts';
import { noAccounts, signedIn, signInForm } from '../access/page/pages.ts';
import { TooBusy } from '../access/passwords.ts';
import { SIGN_IN, signInAddress } from '../access/return-address.ts';
import { declareRoute } from '../access/roles.ts';
import { enter, leaveSession, tryPassword } from '../access/sign-in.ts';
import { formRoute, pageRoute } from './page-route.ts';

const DOCUMENTED = [
  pageRoute('public', SIGN_IN, 'The page to sign in'),
  formRoute('public', SIGN_IN, 'Sign in with name and password'),
  formRoute('public', `${SIGN_IN}/esci`, 'Sign out', 'logout'),
];

/** The page to sign in, and what its form does. */
export function addSignIn(app: OpenAPIHono, access: Access): void {
  for (const route of DOCUMENTED) declareRoute(app, route);
  app.get(SIGN_IN, (c) => showSignIn(c, access, shownAs(c)));
  app.post(SIGN_IN, async (c) => {
    const sent = await readForm(c);
    const shown = shownAs(c, sent);
    const outcome = await tryPassword(c, access, sent.nome ?? '', sent.password ?? '').catch(busy);
    if (outcome.kind !== 'in') return showSignIn(c, access, shown, { typed: sent.nome ?? '', outcome });
    await enter(c, access, { provider: 'local', account: outcome.account });
    return c.redirect(outcome.account.mustChange ? signInAddress(shown.back, true) : shown.back, 303);
  });
  app.post(`${SIGN_IN}/esci`, async (c) => {
    await leaveSession(c, access);
    // The next person at this computer finds nothing; the cookie that knows this browser stays.
    c.header('Clear-Site-Data', '"cache"');
    return c.redirect(signInAddress(shownAs(c, await readForm(c)).back), 303);
  });
}

/** What a form sent; nothing when it was none. */
export async function readForm(c: Context): Promise<Record<string, string>> {
  const isForm = c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(await c.req.text())) : {};
}

/** Too many people at once is no failure of theirs. */
export function busy(error: unknown): { kind: 'busy' } {
  if (error instanceof TooBusy) return { kind: 'busy' };
  throw error;
}

type Failed = Exclude<Awaited<ReturnType<typeof tryPassword>>, { kind: 'in' }> | { kind: 'busy' };

async function showSignIn(
  c: Context,
  access: Access,
  shown: Shown,
  failed?: { typed: string; outcome: Failed },
): Promise<Response> {
  const { words } = shown;
  const identity = c.get('identity');
  if (identity.kind === 'open' || !(await access.isClosed())) {
    const content = noAccounts(shown, identity.kind === 'open');
    return sendPage(c, access, shown, { title: words.open, content });
  }
  if (identity.mustChange) return c.redirect(signInAddress(shown.back, true), 302);
  if (identity.kind === 'session' && !failed)
    return sendPage(c, access, shown, {
      title: words.signedIn,
      content: signedIn(shown, identity, identity.isLocal),
    });
  const error = failed && failureText(shown, failed.outcome);
  if (failed?.outcome.kind === 'wait') c.header('Retry-After', String(failed.outcome.seconds));
  const content = signInForm(shown, failed?.typed ?? '', error, access.settings.oidc?.label);
  return sendPage(c, access, shown, {
    title: words.title,
    content,
    status: failed ? STATUS[failed.outcome.kind] : 200,
  });
}

const STATUS = { wrong: 422, wait: 429, busy: 503 } as const;

function failureText({ words }: Shown, outcome: Failed): string {
  return outcome.kind === 'wait' ? words.wait(outcome.seconds) : words[outcome.kind];
}
