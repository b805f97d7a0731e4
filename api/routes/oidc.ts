// SPDX-License-Identifier: AGPL-3.0-or-later
// The way to the provider that the settings name, and back.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { record } from '../../sql/audit.ts';
import type { Access } from '../access/access.ts';
import { setJourney, takeJourney } from '../access/cookies.ts';
import { person } from '../access/identity.ts';
import { type Journey, Provider } from '../access/oidc.ts';
import { sendPage, shownAs } from '../access/page/frame.ts';
import { signInForm } from '../access/page/pages.ts';
import { SIGN_IN } from '../access/return-address.ts';
import { declareRoute } from '../access/roles.ts';
import { enter } from '../access/sign-in.ts';
import { ownOrigin } from '../access/where-from.ts';
import { notFound } from '../problem.ts';
import { pageRoute } from './page-route.ts';

const LEAVE = `${SIGN_IN}/oidc`;
const COME_BACK = `${LEAVE}/ritorno`;
const JOURNEY = 'affluenza_oidc';

/** Signing in by OpenID Connect, if the settings name a provider. */
export function addOidc(app: OpenAPIHono, access: Access): void {
  declareRoute(app, pageRoute('public', LEAVE, 'Leads to the provider of the settings'));
  declareRoute(app, pageRoute('public', COME_BACK, 'Where the provider leads back to'));
  const { oidc } = access.settings;
  const provider = oidc && new Provider(oidc);
  app.get(LEAVE, (c) => (provider ? leave(c, access, provider) : notFound(c)));
  app.get(COME_BACK, (c) => (provider ? comeBack(c, access, provider) : notFound(c)));
}

async function leave(c: Context, access: Access, provider: Provider): Promise<Response> {
  try {
    const { address, journey } = await provider.leave(returnTo(c, access), shownAs(c).back);
    await setJourney(c, access, JOURNEY, Buffer.from(JSON.stringify(journey)).toString('base64url'));
    return c.redirect(address.href, 302);
  } catch (error) {
    return failed(c, access, 'providerFailed', error);
  }
}

async function comeBack(c: Context, access: Access, provider: Provider): Promise<Response> {
  const kept = await takeJourney(c, access, JOURNEY);
  if (!kept) return failed(c, access, 'providerFailed');
  const journey = JSON.parse(Buffer.from(kept, 'base64url').toString()) as Journey;
  const address = new URL(returnTo(c, access) + new URL(c.req.url).search);
  let found: Awaited<ReturnType<Provider['comeBack']>>;
  try {
    found = await provider.comeBack(address, journey);
  } catch (error) {
    await record(access.database, { who: '', via: 'page' }, 'login-failed', '');
    return failed(c, access, 'providerFailed', error);
  }
  if (!found.role) {
    await record(access.database, person(found.name, false), 'login-failed', '');
    return failed(c, access, 'providerNoRole');
  }
  await enter(c, access, { provider: 'oidc', name: found.name, role: found.role });
  return c.redirect(journey.back, 303);
}

/** The address that the provider knows us by. */
function returnTo(c: Context, { settings }: Access): string {
  return new URL(COME_BACK, settings.address ?? ownOrigin(c, settings)).href;
}

function failed(
  c: Context,
  access: Access,
  reason: 'providerFailed' | 'providerNoRole',
  error?: unknown,
): Promise<Response> {
  // What a provider says may hold names: its kind is enough to find the cause.
  if (error)
    console.error(`${new Date().toISOString()} OIDC: ${(error as { code?: string }).code ?? 'error'}`);
  const shown = shownAs(c);
  const content = signInForm(shown, '', shown.words[reason], access.settings.oidc?.label);
  return sendPage(c, access, shown, { title: shown.words.title, content, status: 422 });
}
