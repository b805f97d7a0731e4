// SPDX-License-Identifier: AGPL-3.0-or-later
// Signing in at a real provider, and what must not let anybody in.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestProvider, testProvider } from '../../scripts/test-provider.ts';
import { type ClosedTown, closedTown, type Visitor } from '../../scripts/test-visitor.ts';
import { checkSettings } from '../../sql/settings.ts';

const COME_BACK = 'http://localhost/accesso/oidc/ritorno';
let provider: TestProvider;
let town: ClosedTown;

beforeAll(async () => {
  vi.stubEnv('AFFLUENZA_OIDC_SECRET', 'a secret of the office');
  provider = await testProvider('affluenza', 'a secret of the office', COME_BACK);
  provider.people.anna = { preferred_username: 'anna.rossi', groups: ['urp', 'ced'] };
  provider.people.rosa = { preferred_username: 'rosa', groups: ['biblioteca'] };
});
afterAll(() => vi.unstubAllEnvs());

beforeEach(async () => {
  const oidc = {
    issuer: provider.issuer,
    clientId: 'affluenza',
    label: 'l’accesso unico',
    roles: { urp: 'analyst', ced: 'editor' },
  };
  town = await closedTown({ oidc });
});

/** Goes to the provider and signs in there; returns where it leads back to. */
async function leave(visitor: Visitor, name: string, back = '/dati?lingua=en'): Promise<string> {
  const led = await visitor.open(`/accesso/oidc?ritorno=${encodeURIComponent(back)}`);
  expect(led.status).toBe(302);
  return provider.signIn(led.headers.get('Location')!, name);
}

describe('somebody for whom the provider vouches', () => {
  test('comes in with the highest role that their groups give, and back to where they were going', async () => {
    const visitor = town.visitor();
    expect((await visitor.ask('/api/v1/town')).status).toBe(401);
    expect(await (await visitor.open('/accesso')).text()).toContain('Accedi con l’accesso unico');
    const answer = await visitor.open(await leave(visitor, 'anna'));
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/dati?lingua=en']);
    expect(await (await visitor.ask('/api/v1/town')).json()).toMatchObject({
      account: { name: 'anna.rossi', role: 'editor' },
    });
    expect((await visitor.ask('/api/v1/audit')).status).toBe(403);
    expect((await visitor.open('/accesso/password')).headers.get('Location')).toBe('/accesso');
    await visitor.send('/accesso/esci', {});
    expect((await visitor.ask('/api/v1/town')).status).toBe(401);
  });

  test('without a group that has a role stays outside, and is told', async () => {
    const visitor = town.visitor();
    const answer = await visitor.open(await leave(visitor, 'rosa'));
    expect([answer.status, (await answer.text()).includes('nessuno ti ha ancora dato un ruolo')]).toEqual([
      422,
      true,
    ]);
    expect((await visitor.ask('/api/v1/town')).status).toBe(401);
  });
});

describe('nobody comes in', () => {
  test('with the answer to a journey that another browser began', async () => {
    const eva = town.visitor();
    const address = await leave(eva, 'anna');
    expect((await town.visitor().open(address)).status).toBe(422);
    const victim = town.visitor();
    await leave(victim, 'rosa');
    expect((await victim.open(address)).status).toBe(422);
    expect((await victim.ask('/api/v1/town')).status).toBe(401);
  });

  test('with an answer that is used twice, made up, or a refusal', async () => {
    const visitor = town.visitor();
    const address = await leave(visitor, 'anna');
    const kept = visitor.cookies.get('affluenza_oidc')!;
    expect((await visitor.open(address)).status).toBe(303);
    await visitor.send('/accesso/esci', {});
    expect((await visitor.open(address)).status).toBe(422);
    visitor.cookies.set('affluenza_oidc', kept);
    expect((await visitor.open(address)).status).toBe(422);
    const state = new URL(address).searchParams.get('state');
    for (const search of [`code=x&state=${state}`, `error=access_denied&state=${state}`, 'code=x', '']) {
      await leave(visitor, 'rosa');
      expect((await visitor.open(`${COME_BACK}?${search}`)).status).toBe(422);
    }
    expect((await visitor.ask('/api/v1/town')).status).toBe(401);
  });

  test('when the provider is away; the page says so, without details', async () => {
    const oidc = { issuer: 'http://127.0.0.1:1', clientId: 'affluenza', roles: { urp: 'reader' } };
    const away = await closedTown({ oidc });
    const answer = await away.visitor().open('/accesso/oidc');
    const page = await answer.text();
    expect([answer.status, page.includes('L’accesso non è riuscito'), page.includes(':1')]).toEqual([
      422,
      true,
      false,
    ]);
  });

  test('where the settings name no provider', async () => {
    const local = await closedTown();
    expect((await local.visitor().open('/accesso/oidc')).status).toBe(404);
    expect((await local.visitor().open('/accesso/oidc/ritorno?code=x')).status).toBe(404);
  });
});

test('a provider without TLS is taken on this machine alone', () => {
  const oidc = { clientId: 'affluenza', roles: { urp: 'reader' } };
  for (const issuer of ['http://accesso.comune.example', 'http://localhost.comune.example'])
    expect(() => checkSettings({ oidc: { ...oidc, issuer } })).toThrow('oidc.issuer: serve https');
  expect(() => checkSettings({ oidc: { ...oidc, issuer: 'https://accesso.comune.example' } })).not.toThrow();
  expect(() =>
    checkSettings({ oidc: { ...oidc, issuer: 'http://127.0.0.1:3001', roles: { urp: 'public' } } }),
  ).toThrow('oidc.roles.urp');
});
