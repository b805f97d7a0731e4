// SPDX-License-Identifier: AGPL-3.0-or-later
// Names of files that lead elsewhere: sent as they are, over a socket, to every door that takes a name.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as open } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { beforeAll, expect, test } from 'vitest';
import { testTown } from '../../scripts/test-town.ts';
import { addDashboard } from '../routes/dashboard.ts';

/** Stands in each folder above the built files, and in them. */
const SECRET = 'nothing of this may leave';
let port: number;

beforeAll(async () => {
  const { app } = await testTown({ openData: true }, { 'a.csv': 'day,channel,count\n2020-03-10,phone,9\n' });
  const top = mkdtempSync(join(tmpdir(), 'affluenza-paths-'));
  const root = join(top, 'dist', 'dashboard');
  mkdirSync(join(root, 'assets', '.hidden'), { recursive: true });
  const secrets = ['secret', 'dist/secret', 'dist/dashboard/secret', 'dist/dashboard/assets/.hidden/secret'];
  for (const file of secrets) writeFileSync(join(top, file), SECRET);
  writeFileSync(join(root, 'assets', 'a.js'), 'a script');
  addDashboard(app, '<!doctype html>', root);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  return () => void server.close();
});

/** The status and the text of what is at a path that nobody puts in order first. */
function at(path: string): Promise<[number, string]> {
  return new Promise((answered, failed) => {
    const request = open({ port, host: '127.0.0.1', path, headers: { Accept: '*/*' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => answered([answer.statusCode ?? 0, Buffer.concat(chunks).toString()]));
    });
    request.on('error', failed).end();
  });
}

const UP = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%5c',
  '..\\',
  '....//',
  '..;/',
  '%252e%252e%252f',
  '..%c0%af',
];
const LEADING = [
  ...UP.flatMap((up) => [1, 2, 3].map((times) => `${up.repeat(times)}secret`)),
  '.hidden/secret',
  '.hidden%2fsecret',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'secret%00.js',
  'a.js/../../secret',
  'a.js%2f..%2f..%2fsecret',
  'file:///etc/passwd',
];
const DOORS = [
  '/assets/',
  '/',
  '/api/v1/tables/',
  '/api/v1/charts/',
  '/api/v1/reports/',
  '/api/v1/reports/2020-03.',
  '/api/v1/metrics/',
  '/opendata/',
  '/accesso/invito/',
  '/relazioni/',
  '/canali/',
];

test('lead nowhere', async () => {
  expect(await at('/assets/a.js')).toEqual([200, 'a script']);
  const found: unknown[] = [];
  for (const path of DOORS.flatMap((door) => LEADING.map((name) => door + name))) {
    const [status, text] = await at(path);
    if (status >= 500 || text.includes(SECRET) || /^root:/m.test(text)) found.push([path, status, text]);
  }
  expect(found).toEqual([]);
});
