// SPDX-License-Identifier: AGPL-3.0-or-later
// A real OpenID provider on this machine for tests, and somebody who signs in there.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll } from 'vitest';

export interface TestProvider {
  issuer: string;
  /** The claims of people, by the name they type. */
  people: Record<string, object>;
  /** Goes the way of a browser from where we sent it, signing in as this person; returns where it leads back to. */
  signIn(address: string, name: string): Promise<string>;
}

const CLAIMS = ['preferred_username', 'groups'];

/** Starts it for one client that comes back to `redirect`; it stops when the tests of the file are done. */
export async function testProvider(
  clientId: string,
  secret: string,
  redirect: string,
): Promise<TestProvider> {
  const people: TestProvider['people'] = {};
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: secret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], profile: CLAIMS },
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
  });
  server.on('request', provider.callback());
  afterAll(() => void server.close());
  return { issuer, people, signIn: (address, name) => signIn(address, name, redirect) };
}

async function signIn(address: string, name: string, redirect: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let step = 0; step < 12 && !next.startsWith(redirect); step += 1) {
    const page = await visit(next, cookies);
    const location = page.headers.get('location');
    next = location ? new URL(location, next).href : await sendForm(await page.text(), next, name, cookies);
  }
  return next;
}

/** The form to sign in, then the one to consent. */
async function sendForm(
  html: string,
  at: string,
  name: string,
  cookies: Map<string, string>,
): Promise<string> {
  const prompt = html.includes('name="login"')
    ? { prompt: 'login', login: name, password: 'x' }
    : { prompt: 'consent' };
  const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1] ?? at;
  const body = new URLSearchParams(prompt as Record<string, string>);
  const answer = await visit(new URL(action, at).href, cookies, { method: 'POST', body });
  return new URL(answer.headers.get('location') ?? at, at).href;
}

async function visit(
  address: string,
  cookies: Map<string, string>,
  init: RequestInit = {},
): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(address, { ...init, headers: { Cookie: cookie }, redirect: 'manual' });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return answer;
}
