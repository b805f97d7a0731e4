// SPDX-License-Identifier: AGPL-3.0-or-later
// The pages for signing in, each as the content of the frame.
import { html } from 'hono/html';
import type { Identity } from '../identity.ts';
import { CHANGE_PASSWORD, SIGN_IN } from '../return-address.ts';
import { errorText, type Shown } from './frame.ts';

const FIRST_USER = 'npm run affluenza -- user add NOME --role admin';

/** Name and password, and the provider if there is one. */
export function signInForm(
  { words, back, hidden, language }: Shown,
  typed: string,
  error?: string,
  provider?: string,
) {
  const query = new URLSearchParams({ ritorno: back, lingua: language });
  return html`${errorText(error)}<form method="post" action="${SIGN_IN}">
${hidden}
<label for="nome">${words.name}</label>
<input id="nome" name="nome" value="${typed}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required>
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required>
<button>${words.enter}</button>
</form>
${provider ? html`<p class="or">${words.or}</p><a class="button quiet" href="${SIGN_IN}/oidc?${query}">${words.provider(provider)}</a>` : ''}
<p class="note">${words.forgotten}</p>
<p class="note">${words.cookies}</p>`;
}

/** There is no account yet: whether all is open here, or nobody comes in. */
export function noAccounts({ words }: Shown, isOpen: boolean) {
  return html`<p>${isOpen ? words.openText : words.noAccounts}</p>
<p><code>${FIRST_USER}</code></p>
${isOpen ? html`<a class="button" href="/">${words.go}</a>` : ''}`;
}

/** Who is signed in here, and the way out. */
export function signedIn({ words, back, hidden }: Shown, { name, role }: Identity, isLocal: boolean) {
  return html`<p>${words.signedInAs(name, words.roles[role])}</p>
<a class="button" href="${back}">${words.go}</a>
${isLocal ? html`<a class="button quiet" href="${CHANGE_PASSWORD}">${words.change}</a>` : ''}
<form method="post" action="${SIGN_IN}/esci">${hidden}<button class="quiet">${words.leave}</button></form>`;
}

/** A new password, twice; with the old one, unless who asks has just proved who they are by a link. */
export function newPassword(
  { words, hidden }: Shown,
  { action, name, asksCurrent, text, error }: NewPassword,
) {
  return html`${errorText(error)}<p>${text ? `${text} ` : ''}${words.invited(name)}</p>
<form method="post" action="${action}">
${hidden}
<input hidden name="username" value="${name}" autocomplete="username" readonly>
${
  asksCurrent
    ? html`<label for="attuale">${words.current}</label>
<input id="attuale" name="attuale" type="password" autocomplete="current-password" maxlength="200" required>`
    : ''
}
<label for="nuova">${words.next}</label>
<input id="nuova" name="nuova" type="password" autocomplete="new-password" maxlength="200" required aria-describedby="regola">
<p class="note rule" id="regola">${words.rule}</p>
<label for="ripeti">${words.again}</label>
<input id="ripeti" name="ripeti" type="password" autocomplete="new-password" maxlength="200" required>
<button>${words.save}</button>
</form>`;
}

interface NewPassword {
  action: string;
  name: string;
  asksCurrent: boolean;
  text?: string | undefined;
  error?: string | undefined;
}
