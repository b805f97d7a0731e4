// SPDX-License-Identifier: AGPL-3.0-or-later
// What every answer carries, and what is not taken in: held against the OWASP Secure Headers list.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClosedTown, closedTown, type Visitor } from '../../scripts/test-visitor.ts';
import { addDashboard } from '../routes/dashboard.ts';

let town: ClosedTown;
let anna: Visitor;

beforeAll(async () => {
  town = await closedTown({ email: 'urp@comune.example', address: 'https://affluenza.comune.example' });
  const folder = mkdtempSync(join(tmpdir(), 'affluenza-hardening-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'assets', 'a.js'), 'asset');
  writeFileSync(join(folder, 'secret'), 'secret');
  addDashboard(town.app, '<!doctype html>', join(folder, 'dist'));
  anna = await town.signedIn(await town.account('anna', 'admin'));
});

const EXPECTED = {
  'content-security-policy': /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'referrer-policy': /^same-origin$/,
  'strict-transport-security': /^max-age=15552000/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'x-permitted-cross-domain-policies': /^none$/,
};

describe('every answer', () => {
  test.each(['/', '/accesso', '/assets/a.js', '/api/v1/town', '/api/v1/nothing', '/api/v1/series?from=x'])(
    '%s carries the headers, and says nothing of what it runs on',
    async (path) => {
      for (const visitor of [anna, town.visitor()]) {
        const { headers } = await visitor.ask(path);
        for (const [name, value] of Object.entries(EXPECTED))
          expect([name, headers.get(name)]).toEqual([name, expect.stringMatching(value)]);
        expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
        expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
      }
    },
  );

  test('that is for somebody is kept by no cache between', async () => {
    for (const path of [
      '/api/v1/town',
      '/api/v1/charts/share.svg',
      '/api/v1/tables/loads.csv',
      '/',
      '/accesso',
    ])
      expect([path, (await anna.ask(path)).headers.get('Cache-Control')]).toEqual([
        path,
        expect.stringMatching(/^(private|no-store|no-cache)/),
      ]);
  });
});

describe('what is sent', () => {
  test('is short, whoever sends it and wherever', async () => {
    const body = 'x'.repeat(20_000);
    for (const [path, type] of [
      ['/api/v1/notes', 'application/json'],
      ['/api/v1/reports/2020-04/comments', 'application/json'],
      ['/accesso', 'application/x-www-form-urlencoded'],
      ['/accesso/password', 'application/x-www-form-urlencoded'],
      ['/accesso/esci', 'application/x-www-form-urlencoded'],
    ] as const) {
      const answer = await anna.ask(path, { method: 'POST', body, headers: { 'Content-Type': type } });
      expect([path, answer.status]).toEqual([path, 413]);
    }
  });

  test('leads to no file but those of the pages', async () => {
    expect(await (await anna.ask('/assets/a.js')).text()).toBe('asset');
    for (const name of [
      '..%2f..%2fsecret',
      '../../secret',
      '..%5c..%5csecret',
      '%2e%2e%2f%2e%2e%2fsecret',
      '....//secret',
      'a.js%00',
    ])
      expect(await (await anna.ask(`/assets/${name}`)).text()).not.toContain('secret');
  });

  test('may be no form at all', async () => {
    for (const init of [
      { body: '{"nome":"anna"}', headers: { 'Content-Type': 'application/json' } },
      { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } },
      {
        body: 'nome=a&nome=b&password[]=c',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      },
      { body: '', headers: { 'Content-Type': 'text/plain' } },
    ])
      expect((await town.visitor().ask('/accesso', { method: 'POST', ...init })).status).toBeLessThan(500);
  });
});

test('who finds a weakness is told whom to tell', async () => {
  const answer = await town.visitor().ask('/.well-known/security.txt');
  expect(await answer.text()).toMatch(
    /^Contact: mailto:urp@comune\.example\nExpires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\nPreferred-Languages: it, en\nCanonical: https:\/\/affluenza\.comune\.example\/\.well-known\/security\.txt\n$/,
  );
  expect((await (await closedTown()).visitor().ask('/.well-known/security.txt')).status).toBe(404);
});
