// SPDX-License-Identifier: AGPL-3.0-or-later
// Every route with every role, through the front door; and docs/access.md, which lists them.
// WRITE_EXPECTED=1 npm test -- api/access/roles  writes the table anew; read it before you commit it.
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClosedTown, closedTown } from '../../scripts/test-visitor.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { ROLES, type Role } from '../../sql/vocabulary.ts';
import { createApp } from '../app.ts';
import { addDashboard } from '../routes/dashboard.ts';
import { findAccount } from './accounts.ts';
import { addKey } from './keys.ts';
import { declaredRoutes, type GuardedRoute, may, routeKey } from './roles.ts';

let town: ClosedTown;
const keys = new Map<Role, string>();

beforeAll(async () => {
  town = await closedTown();
  addDashboard(town.app, '<!doctype html>', tmpdir());
  town.app.get('/forgotten', (c) => c.text('secret'));
  await town.account('anna', 'admin');
  for (const role of ROLES.filter((each) => each !== 'public')) {
    const expiresAt = town.clock.now + 1000;
    keys.set(role, await addKey(town.database, { label: role, role, expiresAt }));
  }
});

const EXAMPLES: Record<string, string> = {
  id: '00000000-0000-4000-8000-000000000000',
  month: '2020-04',
  name: 'contacts',
  code: 'x',
};
const FILES: Record<string, string> = {
  '/api/v1/tables/{file}': 'loads.csv',
  '/api/v1/charts/{file}': 'timeline.svg',
  '/api/v1/reports/{file}': '2020-04',
  '/opendata/{file}': 'nothing.csv',
  '/assets/{file}': 'x.js',
};

function addressOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => (name === 'file' ? FILES[path] : EXAMPLES[name]) ?? '?');
}

function asked({ method, path }: GuardedRoute, role: Role): Promise<Response> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (role !== 'public') headers.Authorization = `Bearer ${keys.get(role)}`;
  const body = method === 'post' ? '{}' : null;
  return town.visitor().ask(addressOf(path), { method: method.toUpperCase(), headers, body });
}

describe('each route', () => {
  test('lets in who has its role or a higher one, and nobody else', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const [name, route] of declaredRoutes(town.app)) {
      expect(addressOf(route.path)).not.toContain('?');
      for (const role of ROLES) {
        const { status } = await asked(route, role);
        const expected = may(role, route['x-role']) ? 'in' : role === 'public' ? 401 : 403;
        const got = status === 401 || status === 403 ? status : 'in';
        if (got !== expected || status >= 500) wrong.push(`${name} as ${role}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is not read by HEAD, either, nor by another spelling of its address', async () => {
    for (const [path, method] of [
      ['/api/v1/town', 'HEAD'],
      ['/dati', 'HEAD'],
      ['/api/v1//town', 'GET'],
      ['/API/v1/town', 'GET'],
      ['/api/v1/town/', 'GET'],
      ['/api/v1/%74own', 'GET'],
      ['/x/../api/v1/town', 'GET'],
      ['/api/v1/town', 'OPTIONS'],
      ['/api/v1/town', 'PROPFIND'],
    ] as const)
      expect([
        path,
        method,
        [401, 404].includes((await town.visitor().ask(path, { method })).status),
      ]).toEqual([path, method, true]);
  });

  test('that Hono knows is declared with a role, and each that is declared is known to Hono', () => {
    const known = town.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/forgotten')
      .map(({ method, path }) => routeKey(method, path));
    const declared = declaredRoutes(town.app);
    expect([...new Set(known)].sort()).toEqual([...declared.keys()].sort());
    for (const [name, route] of declared)
      expect([name, ROLES]).toEqual([name, expect.arrayContaining([route['x-role']])]);
  });

  test('that changes something is written down', () => {
    const silent = [...declaredRoutes(town.app)].filter(
      ([, { method, ...route }]) => method !== 'get' && !route['x-audit'],
    );
    // These write themselves down, by their outcome.
    expect(silent.map(([name]) => name)).toEqual([
      'post /accesso',
      'post /accesso/password',
      'post /accesso/invito/:code',
    ]);
  });

  test('that changes something takes nothing from another site, whoever is signed in here', async () => {
    const anna = await town.signedIn((await findAccount(town.database, 'anna'))!);
    const forged: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'http://localhost.evil.example' },
      { Origin: 'http://localhost:8080' },
      { Origin: 'https://localhost' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
    ];
    const wrong: string[] = [];
    for (const [name, { method, path }] of declaredRoutes(town.app)) {
      if (method === 'get') continue;
      for (const sent of forged)
        for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
          const headers = { 'Content-Type': type, ...sent };
          const init = { method: method.toUpperCase(), headers, body: method === 'post' ? '{}' : null };
          const { status } = await anna.ask(addressOf(path), init);
          if (status !== 403) wrong.push(`${name} with ${JSON.stringify(headers)}: ${status}`);
        }
    }
    expect(wrong).toEqual([]);
    expect((await anna.ask('/api/v1/town')).status).toBe(200);
  });

  test('that was forgotten to be declared is none', async () => {
    const answer = await town
      .visitor()
      .ask('/forgotten', { headers: { Authorization: `Bearer ${keys.get('admin')}` } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });
});

describe('what the settings publish', () => {
  test('is public only as long as they do', async () => {
    const { office } = town;
    const open = createApp({ ...office, settings: { ...office.settings, openData: true } });
    const path = '/api/v1/charts/share.svg';
    expect((await open.request(path)).status).toBe(200);
    expect((await open.request('/api/v1/series')).status).toBe(401);
    expect((await town.app.request(path)).status).toBe(401);
  });
});

const WHO: Record<Role, string> = {
  public: 'everybody, without signing in',
  reader: 'the council, the offices: dashboards and reports',
  analyst: 'who works with the figures: tables to take away, notes, decisions, reports given away',
  editor: 'who is responsible for the data: loads and mappings',
  admin: 'settings, accounts, keys, the audit log',
};

function table(): string {
  const routes = [...declaredRoutes(town.app).values()];
  return ROLES.map((role) => {
    const own = routes.filter((route) => route['x-role'] === role);
    const lines = own.map((route) => {
      const published = route['x-public-with'] ? ` (public with \`${route['x-public-with']}\`)` : '';
      const audit = route['x-audit'] ? `\`${route['x-audit']}\`` : '';
      return `| \`${route.method.toUpperCase()} ${route.path}\` | ${route.summary}${published} | ${audit} |`;
    });
    const head = '| route | what it does | in the audit log |\n|---|---|---|\n';
    return `### ${role}: ${WHO[role]}\n\n${lines.length === 0 ? 'No route asks for it: it is for the command line.' : head + lines.join('\n')}\n`;
  }).join('\n');
}

const BEGIN = '<!-- routes: written by api/access/roles.test.ts -->\n';
const END = '<!-- end of routes -->';

test('docs/access.md lists every route under its role', () => {
  const file = join(projectRoot(), 'docs', 'access.md');
  const text = readFileSync(file, 'utf8');
  const [before = '', rest = ''] = text.split(BEGIN);
  const expected = `${before}${BEGIN}\n${table()}\n${END}${rest.split(END)[1]}`;
  if (process.env.WRITE_EXPECTED) writeFileSync(file, expected);
  expect(readFileSync(file, 'utf8')).toBe(expected);
});
