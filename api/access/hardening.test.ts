// SPDX-License-Identifier: AGPL-3.0-or-later
// What every answer carries, and what is not taken in: held against the OWASP Secure Headers list.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClosedTown, closedTown, type Visitor } from '../../scripts/test-visitor.ts';
import { addDashboard } from '../routes/dashboard.ts';

let town: ClosedTown;
let anna: Visitor;
/** Where the settings publish what may be published. */
let open: ClosedTown;

beforeAll(async () => {
  town = await closedTown({
    email: 'urp@comune.example',
    address: 'https://affluenza.comune.example',
  });
  open = await closedTown({ openData: true });
  await open.account('anna', 'admin');
  const folder = mkdtempSync(join(tmpdir(), 'affluenza-hardening-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'assets', 'a.js'), 'asset');
  writeFileSync(join(folder, 'secret'), 'secret');
  addDashboard(town.app, '<!doctype html>', join(folder, 'dist'));
  anna = await town.signedIn(await town.account('anna', 'admin'));
});

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/** With the style that a page carries inside, by its hash. */
const WITH_STYLE = /^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[\w+/]{43}='; img-src /;

/** The OWASP Secure Headers list (owasp.org/www-project-secure-headers, "headers to add"), whole. */
const OWASP = {
  'cache-control': expect.stringMatching(/^(private|no-store|no-cache)/),
  // Sent when somebody signs out, and then alone: it empties the browser's cache.
  'clear-site-data': null,
  // Not upgrade-insecure-requests, nor block-all-mixed-content, which is no more: without TLS, in the office's own
  // network, no page would come; and nothing is taken from elsewhere in any case.
  'content-security-policy': POLICY,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Not clipboard-write: a page copies its own address. Not what only some browsers know: they complain of it.
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), sync-xhr=(), usb=(), xr-spatial-tracking=()',
  // Not no-referrer: a browser would not say any more that a form is of our own page. Nothing goes to other sites.
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** Of its list "headers to remove" and of those it calls deprecated, by how they begin. */
const NEVER =
  /^(server|via|x-powered|powered-by|product|x-generat|x-framework|x-cms|x-aspnet|x-php|x-varnish|x-envoy|x-b3|sourcemap|x-sourcemap|feature-policy|expect-ct|public-key-pins|pragma|warning)/;

const isPublished = (path: string) => /^\/(opendata|api\/v1\/charts)\//.test(path);

const FOR_OTHER_SITES = {
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': expect.stringMatching(/^public, max-age=/),
};

describe('every answer', () => {
  test.each([
    ['a page', '/', 200, {}],
    ['an answer', '/api/v1/town', 200, {}],
    ['a file to take away', '/api/v1/tables/loads.csv', 200, {}],
    ['a picture for other sites', '/api/v1/charts/share.svg', 200, FOR_OTHER_SITES],
    ['the open data', '/opendata/', 200, { ...FOR_OTHER_SITES, 'content-security-policy': WITH_STYLE }],
    ['the page to sign in', '/accesso', 200, { 'content-security-policy': WITH_STYLE }],
    ['a script', '/assets/a.js', 200, { 'cache-control': 'public, max-age=31536000, immutable' }],
    ['a question that is wrong', '/api/v1/series?from=x', 400, {}],
    ['nothing', '/api/v1/nothing', 404, { 'cache-control': null }],
  ])(
    '%s carries the headers of OWASP, and says nothing of what it runs on',
    async (_, path, status, other) => {
      const answer = await (isPublished(path) ? open.visitor() : anna).ask(path);
      expect(answer.status).toBe(status);
      const sent = Object.fromEntries(Object.keys(OWASP).map((name) => [name, answer.headers.get(name)]));
      const policy = Object.entries({ ...OWASP, ...other }).map(([name, value]) => [
        name,
        value instanceof RegExp ? expect.stringMatching(value) : value,
      ]);
      expect(sent).toEqual(Object.fromEntries(policy));
      expect([...answer.headers.keys()].filter((name) => NEVER.test(name))).toEqual([]);
    },
  );

  test('to who is not signed in carries them as well', async () => {
    const { status, headers } = await town.visitor().ask('/api/v1/town');
    expect(status).toBe(401);
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  test('that is a page of its own names the style inside', async () => {
    for (const path of ['/accesso', '/opendata/']) {
      const answer = await open.visitor().ask(path);
      const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(await answer.text()) ?? [];
      const named = /style-src 'self' 'sha256-(.*?)'/.exec(
        answer.headers.get('content-security-policy')!,
      )?.[1];
      expect(named).toBe(createHash('sha256').update(style).digest('base64'));
    }
  });

  test('that has not changed names the style as well: browsers take over what it says', async () => {
    const first = await open.visitor().ask('/opendata/');
    const headers = { 'If-None-Match': first.headers.get('ETag')! };
    const again = await open.visitor().ask('/opendata/', { headers });
    expect(again.status).toBe(304);
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
  });

  test('to signing out empties the cache of the browser', async () => {
    const rosa = await town.signedIn(await town.account('rosa', 'reader'));
    expect((await rosa.send('/accesso/esci', {})).headers.get('Clear-Site-Data')).toBe('"cache"');
  });

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
