// SPDX-License-Identifier: AGPL-3.0-or-later
// Keys through the front door, on a clock that only the test moves.
import { beforeEach, expect, test } from 'vitest';
import { type ClosedTown, closedTown } from '../../scripts/test-visitor.ts';
import { addKey, listKeys, revokeKey } from './keys.ts';

let town: ClosedTown;
let key: string;
const DAY = 86_400_000;

beforeEach(async () => {
  town = await closedTown();
  await town.account('anna', 'admin');
  key = await addKey(town.database, { label: 'bilancio', role: 'analyst', expiresAt: town.clock.now + DAY });
});

async function ask(authorization: string, cookies = new Map<string, string>()): Promise<number> {
  const visitor = town.visitor();
  for (const [name, value] of cookies) visitor.cookies.set(name, value);
  return (await visitor.ask('/api/v1/notes', { headers: { Authorization: authorization } })).status;
}

test('lets in until its end, or until it is revoked', async () => {
  expect(await ask(`Bearer ${key}`)).toBe(200);
  town.clock.now += DAY - 1;
  expect(await ask(`Bearer ${key}`)).toBe(200);
  town.clock.now += 1;
  expect(await ask(`Bearer ${key}`)).toBe(401);
  town.clock.now -= DAY;
  const [kept] = await listKeys(town.database);
  await revokeKey(town.database, kept!);
  expect(await ask(`Bearer ${key}`)).toBe(401);
});

test('lets nobody in with another secret, without one, or as another kind of proof', async () => {
  const last = key.endsWith('A') ? 'B' : 'A';
  for (const wrong of [
    `Bearer ${key.slice(0, -1)}${last}`,
    `Bearer ${key.slice(0, 17)}`,
    `Bearer ${key} ${key}`,
    'Bearer',
    '',
    key,
    `Basic ${Buffer.from(`anna:${key}`).toString('base64')}`,
    `Bearer ${key.replace('aff_', 'aff_0')}`,
  ])
    expect([wrong, await ask(wrong)]).toEqual([wrong, 401]);
});

test('a wrong key is refused beside a good cookie', async () => {
  const anna = await town.signedIn(await town.account('rosa', 'reader'));
  expect(await ask('Bearer aff_x', anna.cookies)).toBe(401);
  expect((await anna.ask('/api/v1/notes')).status).toBe(200);
});

test('writes without a browser, under its own name', async () => {
  const body = JSON.stringify({ from: '2020-03-10', text: 'guasto', author: 'URP' });
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };
  const answer = await town.app.request('/api/v1/notes', { method: 'POST', body, headers });
  expect(answer.status).toBe(201);
  const admin = await addKey(town.database, {
    label: 'registro',
    role: 'admin',
    expiresAt: town.clock.now + DAY,
  });
  const log = await town.visitor().ask('/api/v1/audit', { headers: { Authorization: `Bearer ${admin}` } });
  expect(await log.json()).toEqual({
    entries: [
      { at: expect.stringMatching(/Z$/), who: 'bilancio', via: 'key', action: 'note', what: '/api/v1/notes' },
    ],
  });
});
