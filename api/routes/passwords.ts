// SPDX-License-Identifier: AGPL-3.0-or-later
// Choosing a password: by the link of an invitation, or with the one that one has.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Access } from '../access/access.ts';
import { type Account, findInvited } from '../access/accounts.ts';
import { type Shown, sendPage, shownAs } from '../access/page/frame.ts';
import { newPassword } from '../access/page/pages.ts';
import { CHANGE_PASSWORD, INVITATION, SIGN_IN } from '../access/return-address.ts';
import { declareRoute } from '../access/roles.ts';
import { choosePassword, type Refusal, tryPassword } from '../access/sign-in.ts';
import { formRoute, pageRoute } from './page-route.ts';
import { busy, readForm } from './sign-in.ts';

const DOCUMENTED = [
  pageRoute('public', CHANGE_PASSWORD, 'The page to change the password of who is signed in'),
  formRoute('public', CHANGE_PASSWORD, 'Change the password; all sessions end'),
  pageRoute('public', `${INVITATION}/{code}`, 'The page of an invitation'),
  formRoute('public', `${INVITATION}/{code}`, 'Choose a password by invitation, once'),
];

/** The pages for choosing a password. */
export function addPasswords(app: OpenAPIHono, access: Access): void {
  for (const route of DOCUMENTED) declareRoute(app, route);
  app.get(CHANGE_PASSWORD, (c) => changePage(c, access, shownAs(c)));
  app.post(CHANGE_PASSWORD, (c) => change(c, access));
  app.get(`${INVITATION}/:code`, (c) => invitationPage(c, access, shownAs(c)));
  app.post(`${INVITATION}/:code`, (c) => accept(c, access));
}

async function changePage(c: Context, access: Access, shown: Shown, error?: string): Promise<Response> {
  const { kind, name, isLocal, mustChange } = c.get('identity');
  if (kind !== 'session' || !isLocal) return c.redirect(SIGN_IN, 302);
  const { words } = shown;
  const text = mustChange ? words.changeText : undefined;
  const content = newPassword(shown, { action: CHANGE_PASSWORD, name, asksCurrent: true, text, error });
  return sendPage(c, access, shown, { title: words.changeTitle, content, status: error ? 422 : 200 });
}

async function change(c: Context, access: Access): Promise<Response> {
  const sent = await readForm(c);
  const shown = shownAs(c, sent);
  const { kind, name, isLocal } = c.get('identity');
  if (kind !== 'session' || !isLocal) return c.redirect(SIGN_IN, 303);
  const outcome = await tryPassword(c, access, name, sent.attuale ?? '').catch(busy);
  if (outcome.kind === 'wait') return changePage(c, access, shown, shown.words.wait(outcome.seconds));
  if (outcome.kind === 'busy') return changePage(c, access, shown, shown.words.busy);
  if (outcome.kind === 'wrong') return changePage(c, access, shown, shown.words.wrongCurrent);
  const refusal = await choose(c, access, outcome.account, sent);
  return refusal ? changePage(c, access, shown, shown.words[refusal]) : c.redirect(shown.back, 303);
}

async function invitationPage(c: Context, access: Access, shown: Shown, error?: string): Promise<Response> {
  const { words } = shown;
  const code = c.req.param('code') ?? '';
  const account = await findInvited(access.database, code, access.now());
  if (!account) {
    const content = html`<p>${words.noInvitationText}</p>`;
    return sendPage(c, access, shown, { title: words.noInvitation, content, status: 404 });
  }
  const content = newPassword(shown, {
    action: `${INVITATION}/${code}`,
    name: account.name,
    asksCurrent: false,
    error,
  });
  return sendPage(c, access, shown, { title: words.changeTitle, content, status: error ? 422 : 200 });
}

async function accept(c: Context, access: Access): Promise<Response> {
  const sent = await readForm(c);
  const shown = shownAs(c, sent);
  const account = await findInvited(access.database, c.req.param('code') ?? '', access.now());
  if (!account) return invitationPage(c, access, shown);
  const refusal = await choose(c, access, account, sent);
  return refusal ? invitationPage(c, access, shown, shown.words[refusal]) : c.redirect(shown.back, 303);
}

function choose(
  c: Context,
  access: Access,
  account: Account,
  { nuova = '', ripeti = '' }: Record<string, string>,
): Promise<Refusal | 'busy' | null> {
  return choosePassword(c, access, account, [nuova, ripeti]).catch((error) => busy(error).kind);
}
