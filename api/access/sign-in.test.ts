// SPDX-License-Identifier: AGPL-3.0-or-later
// Signing in as people and attackers do it, on a clock that only the test moves.
import { beforeEach, describe, expect, test } from 'vitest';
import { type ClosedTown, closedTown, PASSWORD } from '../../scripts/test-visitor.ts';
import { invite, saveAccount } from './accounts.ts';
import { Passwords } from './passwords.ts';
import { ABSOLUTE_MS, IDLE_MS } from './sessions.ts';

const MINUTE = 60_000;
const WRONG = 'non è questa la password';
let town: ClosedTown;
beforeEach(async () => {
  town = await closedTown();
});

const SERIES = '/api/v1/notes';
const status = async (answer: Promise<Response>) => (await answer).status;

describe('nobody known', () => {
  test('comes in freely until there is an account, and at this machine only', async () => {
    expect(await status(town.visitor().ask(SERIES))).toBe(200);
    expect(await status(town.visitor().ask('http://town.example/api/v1/notes'))).toBe(401);
    expect(await status(town.visitor().ask(SERIES, { headers: { 'X-Forwarded-For': '192.0.2.9' } }))).toBe(
      401,
    );
    expect(await (await town.visitor().open('/accesso')).text()).toContain('user add NOME --role admin');
    await town.account('anna', 'reader');
    expect(await status(town.visitor().ask(SERIES))).toBe(401);
  });

  test('is led to sign in and back to where they were going', async () => {
    await town.account('anna', 'reader');
    const anna = town.visitor();
    const led = await anna.open('/api/v1/openapi.json?x=1');
    expect([led.status, led.headers.get('Location')]).toEqual([
      302,
      '/accesso?ritorno=%2Fapi%2Fv1%2Fopenapi.json%3Fx%3D1',
    ]);
    const page = await (await anna.open(led.headers.get('Location')!)).text();
    expect(page).toContain('name="ritorno" value="/api/v1/openapi.json?x=1"');
    const answer = await anna.logIn('Anna ', PASSWORD, { ritorno: '/api/v1/openapi.json?x=1' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/api/v1/openapi.json?x=1']);
    expect(await status(anna.ask(SERIES))).toBe(200);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '\\\\evil.example',
    '/accesso/esci',
    'dati',
    '',
  ])('is not led elsewhere: %j', async (ritorno) => {
    await town.account('anna', 'reader');
    const answer = await town.visitor().logIn('anna', PASSWORD, { ritorno });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
    const page = await (await town.visitor().open(`/accesso?ritorno=${encodeURIComponent(ritorno)}`)).text();
    expect(page).toContain('name="ritorno" value="/"');
  });
});

describe('the session', () => {
  test('is in a cookie that scripts and other sites do not get, and never the one brought along', async () => {
    const anna = await town.account('anna', 'reader');
    const attacker = await town.signedIn(await town.account('eva', 'reader'));
    const victim = town.visitor();
    victim.cookies.set('affluenza_session', attacker.cookies.get('affluenza_session')!);
    const answer = await victim.logIn(anna.name);
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('affluenza_session='));
    expect(set).toMatch(/; HttpOnly/);
    expect(set).toMatch(/; SameSite=Lax/);
    expect(victim.cookies.get('affluenza_session')).not.toBe(attacker.cookies.get('affluenza_session'));
    expect(await status(victim.ask(SERIES))).toBe(200);
    expect(await status(attacker.ask(SERIES))).toBe(401);
  });

  test('is a new one whatever way somebody comes in, and the one before has ended', async () => {
    const anna = await town.account('anna', 'reader', { password: '' });
    const code = await invite(town.database, anna, town.clock.now);
    const attacker = await town.signedIn(await town.account('eva', 'reader'));
    const victim = town.visitor();
    const fixed = attacker.cookies.get('affluenza_session')!;
    victim.cookies.set('affluenza_session', fixed);
    const words = { nuova: 'una frase lunga', ripeti: 'una frase lunga' };
    expect(await status(victim.send(`/accesso/invito/${code}`, words))).toBe(303);
    const first = victim.cookies.get('affluenza_session');
    expect(first).not.toBe(fixed);
    expect(await status(attacker.ask(SERIES))).toBe(401);
    const change = { attuale: words.nuova, nuova: 'un’altra frase', ripeti: 'un’altra frase' };
    expect(await status(victim.send('/accesso/password', change))).toBe(303);
    expect(victim.cookies.get('affluenza_session')).not.toBe(first);
    attacker.cookies.set('affluenza_session', first!);
    expect(await status(attacker.ask(SERIES))).toBe(401);
    expect(await status(victim.ask(SERIES))).toBe(200);
  });

  test('counts only with our signature', async () => {
    const visitor = await town.signedIn(await town.account('anna', 'reader'));
    const [token] = visitor.cookies.get('affluenza_session')!.split('.');
    visitor.cookies.set('affluenza_session', token!);
    expect(await status(visitor.ask(SERIES))).toBe(401);
    visitor.cookies.set('affluenza_session', `${token}.${'A'.repeat(43)}%3D`);
    expect(await status(visitor.ask(SERIES))).toBe(401);
  });

  test('is for TLS alone where a trusted proxy says that there is TLS, and nobody else can say so', async () => {
    const behind = await closedTown({ trustedProxies: ['192.0.2.0/24'] });
    await behind.account('anna', 'reader');
    const headers = { 'X-Forwarded-Proto': 'https', Origin: 'https://localhost' };
    const fields = { nome: 'anna', password: PASSWORD };
    const secure = await behind.visitor('192.0.2.5').send('/accesso', fields, headers);
    expect(secure.headers.getSetCookie()[0]).toMatch(
      /^__Host-affluenza_session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await status(behind.visitor('198.51.100.7').send('/accesso', fields, headers))).toBe(403);
    for (const host of ['a, b', 'evil.example/x', 'eva@localhost', '[::', ''])
      expect(
        await status(
          behind.visitor('192.0.2.5').send('/accesso', fields, { ...headers, 'X-Forwarded-Host': host }),
        ),
      ).toBe(303);
  });

  test('ends after an hour unused, and after half a day in any case', async () => {
    const anna = await town.account('anna', 'reader');
    const idle = await town.signedIn(anna);
    town.clock.now += IDLE_MS;
    expect(await status(idle.ask(SERIES))).toBe(401);
    const busy = await town.signedIn(anna);
    for (let passed = 0; passed < ABSOLUTE_MS - 30 * MINUTE; passed += 30 * MINUTE) {
      expect(await status(busy.ask(SERIES))).toBe(200);
      town.clock.now += 30 * MINUTE;
    }
    expect(await status(busy.ask(SERIES))).toBe(200);
    town.clock.now += 30 * MINUTE;
    expect(await status(busy.ask(SERIES))).toBe(401);
  });

  test('ends by signing out, for good, even for who kept the cookie', async () => {
    const visitor = await town.signedIn(await town.account('anna', 'reader'));
    const kept = new Map(visitor.cookies);
    const answer = await visitor.send('/accesso/esci', {});
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/accesso']);
    expect(visitor.cookies.has('affluenza_session')).toBe(false);
    for (const [name, value] of kept) visitor.cookies.set(name, value);
    town.clock.now += 10 * MINUTE;
    expect(await status(visitor.ask(SERIES))).toBe(401);
  });

  test('ends everywhere when the password is changed or the account disabled', async () => {
    const anna = await town.account('anna', 'reader');
    const [here, there] = [await town.signedIn(anna), await town.signedIn(anna)];
    const change = { attuale: PASSWORD, nuova: 'un’altra frase lunga', ripeti: 'un’altra frase lunga' };
    expect(await status(here.send('/accesso/password', change))).toBe(303);
    expect(await status(here.ask(SERIES))).toBe(200);
    expect(await status(there.ask(SERIES))).toBe(401);
    expect(await status(town.visitor().logIn('anna'))).toBe(422);
    expect(await status(town.visitor().logIn('anna', change.nuova))).toBe(303);

    const rosa = await town.account('rosa', 'reader');
    const visitor = await town.signedIn(rosa);
    await saveAccount(town.database, { ...rosa, disabled: true });
    expect(await status(visitor.ask(SERIES))).toBe(401);
    expect(await status(town.visitor().logIn('rosa'))).toBe(422);
  });

  test('takes a change of the role at once', async () => {
    const anna = await town.account('anna', 'analyst');
    const visitor = await town.signedIn(anna);
    expect(await status(visitor.ask('/api/v1/tables/loads.csv'))).toBe(200);
    await saveAccount(town.database, { ...anna, role: 'reader' });
    expect(await status(visitor.ask('/api/v1/tables/loads.csv'))).toBe(403);
  });
});

describe('changes in the name of somebody', () => {
  const note = { from: '2020-03-10', text: 'guasto', author: 'URP' };
  const write = (visitor: ReturnType<ClosedTown['visitor']>, headers: Record<string, string>) =>
    visitor.ask('/api/v1/notes', {
      method: 'POST',
      body: JSON.stringify(note),
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  test('are taken from our pages alone', async () => {
    const visitor = await town.signedIn(await town.account('anna', 'analyst'));
    expect(await status(write(visitor, { Origin: 'https://evil.example' }))).toBe(403);
    expect(await status(write(visitor, { 'Sec-Fetch-Site': 'cross-site' }))).toBe(403);
    expect(await status(write(visitor, { 'Sec-Fetch-Site': 'same-site' }))).toBe(403);
    expect(await status(write(visitor, { Origin: 'null' }))).toBe(403);
    expect(await status(write(visitor, { 'Sec-Fetch-Site': 'same-origin' }))).toBe(201);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const silent = town.app.request('/api/v1/notes', {
      method: 'POST',
      body: JSON.stringify(note),
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
    });
    expect(await status(Promise.resolve(silent))).toBe(403);
  });

  test('include signing in and out', async () => {
    const visitor = await town.signedIn(await town.account('anna', 'analyst'));
    const foreign = { Origin: 'https://evil.example' };
    expect(await status(visitor.send('/accesso/esci', {}, foreign))).toBe(403);
    expect(await status(visitor.send('/accesso', { nome: 'anna', password: PASSWORD }, foreign))).toBe(403);
    expect(await status(visitor.ask(SERIES))).toBe(200);
  });
});

describe('guessing', () => {
  test('a thousand times in a minute neither gets in nor keeps the right person out for more than a minute', async () => {
    await town.account('anna', 'reader');
    const hadComputed = town.passwords.computed;
    const attacker = town.visitor();
    for (let i = 0; i < 1000; i += 1) {
      expect([422, 429]).toContain(await status(attacker.logIn('anna', `tentativo numero ${i}`)));
      town.clock.now += 60;
    }
    expect(town.passwords.computed - hadComputed).toBeLessThan(15);
    // From elsewhere at once; from the same address within half a minute.
    expect(await status(town.visitor('198.51.100.7').logIn('anna'))).toBe(303);
    const waiting = await town.visitor().logIn('anna');
    expect(waiting.status).toBe(429);
    const seconds = Number(waiting.headers.get('Retry-After'));
    expect(seconds).toBeLessThanOrEqual(30);
    town.clock.now += seconds * 1000;
    expect(await status(town.visitor().logIn('anna'))).toBe(303);
  });

  test('for an hour makes nobody wait longer than after a minute', async () => {
    await town.account('anna', 'reader');
    let longest = 0;
    for (let i = 0; i < 120; i += 1) {
      const answer = await town.visitor().logIn('anna', WRONG);
      longest = Math.max(longest, Number(answer.headers.get('Retry-After')));
      const { headers } = await town.visitor().logIn('anna', WRONG);
      longest = Math.max(longest, Number(headers.get('Retry-After')));
      town.clock.now += 30_000;
    }
    expect(longest).toBe(30);
    expect(await status(town.visitor().logIn('anna'))).toBe(303);
  });

  test('without end, from the same address, keeps nobody out of a browser they have used before', async () => {
    const anna = await town.account('anna', 'reader');
    const known = await town.signedIn(anna);
    await known.send('/accesso/esci', {});
    for (let i = 0; i < 50; i += 1) await town.visitor().logIn('anna', WRONG);
    expect(await status(town.visitor().logIn('anna'))).toBe(429);
    expect(await status(known.logIn('anna'))).toBe(303);
    // That browser is no way round the waiting for another account, nor for its own.
    await town.account('rosa', 'admin');
    for (let i = 0; i < 6; i += 1) await known.logIn('rosa', WRONG);
    expect(await status(known.logIn('rosa'))).toBe(429);
    for (let i = 0; i < 6; i += 1) await known.logIn('anna', WRONG);
    expect(await status(known.logIn('anna'))).toBe(429);
  });

  test('with an account of one’s own brings no free tries for those of others', async () => {
    const eva = await town.account('eva', 'reader');
    await town.account('rosa', 'admin');
    for (let browsers = 0; browsers < 3; browsers += 1) {
      const visitor = await town.signedIn(eva);
      for (let i = 0; i < 2; i += 1) await visitor.logIn('rosa', WRONG);
    }
    expect(await status((await town.signedIn(eva)).logIn('rosa', WRONG))).toBe(429);
  });

  const from = (place: ClosedTown, forwarded: string, password = WRONG) =>
    status(place.visitor().send('/accesso', { nome: 'anna', password }, { 'X-Forwarded-For': forwarded }));

  test('from addresses that one only claims to have is no way round the waiting', async () => {
    await town.account('anna', 'reader');
    for (let i = 0; i < 6; i += 1) await from(town, `198.51.100.${i}`);
    expect(await from(town, '198.51.100.99', PASSWORD)).toBe(429);
  });

  test('behind a trusted proxy is counted by the address that the proxy saw, of IPv6 by the network', async () => {
    const behind = await closedTown({ trustedProxies: ['192.0.2.1'] });
    await behind.account('anna', 'reader');
    for (let i = 0; i < 6; i += 1) await from(behind, `10.0.0.${i}, 198.51.100.1`);
    expect(await from(behind, '198.51.100.1', PASSWORD)).toBe(429);
    for (let i = 0; i < 6; i += 1) await from(behind, `2001:db8:1:2::${i + 1}`);
    expect(await from(behind, '2001:db8:1:2:ffff::9', PASSWORD)).toBe(429);
    expect(await from(behind, '2001:db8:1:3::1', PASSWORD)).toBe(303);
    for (let i = 0; i < 6; i += 1) await from(behind, `2001:db8::${i + 1}:1`);
    expect(await from(behind, '2001:db8::9', PASSWORD)).toBe(429);
    expect(await from(behind, '198.51.100.2', PASSWORD)).toBe(303);
  });

  test('many at once is not free, either', async () => {
    await town.account('anna', 'reader');
    const before = town.passwords.computed;
    const all = await Promise.all(Array.from({ length: 100 }, () => town.visitor().logIn('anna', WRONG)));
    expect(town.passwords.computed - before).toBeLessThanOrEqual(6);
    expect(new Set(all.map((answer) => answer.status))).toEqual(new Set([422, 429]));
  });

  test('over many accounts from one address has to wait as well', async () => {
    const answers = [];
    await town.account('anna', 'reader');
    for (let i = 0; i < 40; i += 1) answers.push(await status(town.visitor().logIn(`nome${i}`, WRONG)));
    expect(answers.filter((each) => each === 422)).toHaveLength(30);
    expect(answers.at(-1)).toBe(429);
  });

  test('costs and tells the same whether there is such an account or not', async () => {
    const now = town.clock.now;
    await town.account('anna', 'reader');
    await town.account('invitata', 'reader', { password: '' });
    await town.account('via', 'reader', { disabled: true });
    await town.account('tardi', 'reader', { mustChange: true, validUntil: now });
    const told = new Set<string>();
    for (const name of ['anna', 'nessuno', 'invitata', 'via', 'tardi', 'Non è un nome!']) {
      const before = town.passwords.computed;
      const password = name === 'anna' ? WRONG : PASSWORD;
      const answer = await town.visitor(`198.51.100.${told.size}`).logIn(name, password);
      expect([name, town.passwords.computed - before]).toEqual([name, 1]);
      told.add(
        `${answer.status} ${(await answer.text()).replace(`value="${name}"`, '')} ${answer.headers.get('Set-Cookie')}`,
      );
    }
    expect(told.size).toBe(1);
  });
});

describe('a password of one’s own', () => {
  test('is chosen by the link of an invitation, once, within a week', async () => {
    const anna = await town.account('anna', 'reader', { password: '' });
    const code = await invite(town.database, anna, town.clock.now);
    const visitor = town.visitor();
    expect(await (await visitor.open(`/accesso/invito/${code}`)).text()).toContain(
      'Il tuo nome utente è anna.',
    );
    const send = (nuova: string, ripeti = nuova, who = visitor) =>
      who.send(`/accesso/invito/${code}`, { nuova, ripeti });
    for (const [nuova, ripeti, said] of [
      ['corta', 'corta', 'troppo corta'],
      ['abababababab', 'abababababab', 'troppo semplice'],
      ['anna anna 2020', 'anna anna 2020', 'troppo semplice'],
      ['una frase lunga', 'una frase lunghissima', 'non sono uguali'],
    ] as const) {
      const answer = await send(nuova, ripeti);
      expect([answer.status, (await answer.text()).includes(said)]).toEqual([422, true]);
    }
    const [first, second] = await Promise.all([
      send('una frase lunga'),
      send('un’altra frase', 'un’altra frase', town.visitor()),
    ]);
    expect([first.status, second.status].sort()).toEqual([303, 404]);
    expect(await status(visitor.open(`/accesso/invito/${code}`))).toBe(404);

    const rosa = await town.account('rosa', 'reader', { password: '' });
    const late = await invite(town.database, rosa, town.clock.now);
    town.clock.now += 7 * 24 * 60 * MINUTE;
    expect(await status(town.visitor().open(`/accesso/invito/${late}`))).toBe(404);
  });

  test('must be chosen before anything else when somebody else gave the first one', async () => {
    await town.account('anna', 'admin', { mustChange: true, validUntil: town.clock.now + MINUTE });
    const anna = town.visitor();
    const answer = await anna.logIn('anna', PASSWORD, { ritorno: '/dati' });
    expect(answer.headers.get('Location')).toBe('/accesso/password?ritorno=%2Fdati');
    expect(await status(anna.ask(SERIES))).toBe(401);
    expect((await anna.open('/api/v1/notes')).headers.get('Location')).toContain('/accesso/password');
    const choose = (nuova: string) =>
      anna.send('/accesso/password', { attuale: PASSWORD, nuova, ripeti: nuova });
    expect(await (await choose(PASSWORD)).text()).toContain('È la password che hai ricevuto');
    expect(await status(choose('tutta un’altra frase'))).toBe(303);
    expect(await status(anna.ask(SERIES))).toBe(200);
  });
});

test('what is kept is scrypt with 2^17 and nothing that could be typed', { timeout: 60_000 }, async () => {
  const passwords = new Passwords();
  const kept = await passwords.hash(PASSWORD);
  expect(kept).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await passwords.check(PASSWORD, kept)).toBe(true);
  expect(await passwords.check(`${PASSWORD} `, kept)).toBe(false);
});

test('English, and nothing that is sent is shown as anything but text', async () => {
  await town.account('anna', 'reader');
  const answer = await town
    .visitor()
    .logIn('"><script>alert(1)</script>', WRONG, { lingua: 'en', ritorno: '/"><script>' });
  const page = await answer.text();
  expect(page).toContain('Wrong user name or password.');
  expect(page).not.toContain('<script');
});
