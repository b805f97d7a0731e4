// SPDX-License-Identifier: AGPL-3.0-or-later
// Thousands of requests to every route, by an administrator who means no good: none makes the server fail, or tell of its
// inside. They are the same each time. FUZZ=10000 npm test -- api/access/fuzz  sends more, FUZZ_SEED=2 others; with FUZZ
// it is the demonstration that is asked, and what came back and the slowest answers are printed.
import { readdirSync } from 'node:fs';
import { Agent, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadDemonstration } from '../../ingest/demonstration.ts';
import { loadFile } from '../../ingest/load.ts';
import { testProvider } from '../../scripts/test-provider.ts';
import {
  anyRequest,
  type Known,
  type MadeRequest,
  type Operation,
  operationsOf,
  WRITTEN_ID,
} from '../../scripts/test-requests.ts';
import { type ClosedTown, closedTown, PASSWORD } from '../../scripts/test-visitor.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { CHARTS } from '../export/charts.ts';
import { FORMAT_NAMES, TABLE_NAMES } from '../export/names.ts';
import { METRICS } from '../metrics.ts';
import { setsOf } from '../opendata/sets.ts';
import { openServer } from '../server.ts';
import { invite } from './accounts.ts';
import { addKey } from './keys.ts';

const IS_LONG = process.env.FUZZ !== undefined;
const REQUESTS = Number(process.env.FUZZ ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
// One at a time where it is asked how long an answer takes.
const AT_ONCE = IS_LONG ? 1 : 4;
const DAY_MS = 86_400_000;

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const codes: string[] = [];
const proofs = { key: '', session: '', journey: '' };
const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
let town: ClosedTown;
let port: number;
let operations: Operation[];
let topics: string[];

beforeAll(async () => {
  const provider = await testProvider('affluenza', 'secret', 'http://localhost/accesso/oidc/ritorno');
  town = await closedTown({
    openData: true,
    email: 'urp@comune.example',
    trustedProxies: ['127.0.0.1'],
    oidc: { issuer: provider.issuer, clientId: 'affluenza', roles: {} },
  });
  await load();
  await bringProofs();
  const server = await openServer(town.office, { hostname: '127.0.0.1', port: 0 });
  port = (server.address() as AddressInfo).port;
  afterAll(() => void server.close());
  operations = operationsOf(await json('openapi.json'));
  topics = (await json('topics')).channels.flatMap((channel: { topics: string[] }) => channel.topics);
}, 300_000);

async function load(): Promise<void> {
  const options = { settings: town.office.settings, secret: 'test' };
  if (IS_LONG) return loadDemonstration(town.database, options);
  const folder = join(projectRoot(), 'fixtures', 'seed');
  for (const file of readdirSync(folder)) await loadFile(town.database, join(folder, file), options);
}

/** A key for the API, a session for the pages, the cookie of somebody who is on the way to the provider, invitations. */
async function bringProofs(): Promise<void> {
  const { database, clock } = town;
  const expiresAt = clock.now + 366 * DAY_MS;
  proofs.key = await addKey(database, { label: 'fuzz', role: 'admin', expiresAt });
  const anna = await town.signedIn(await town.account('anna', 'admin'));
  proofs.session = `affluenza_session=${anna.cookies.get('affluenza_session')}`;
  await anna.open('/accesso/oidc');
  proofs.journey = `affluenza_oidc=${anna.cookies.get('affluenza_oidc')}`;
  for (let guest = 0; guest < 20; guest += 1)
    codes.push(await invite(database, await town.account(`ospite${guest}`, 'reader'), clock.now));
}

function proof(path: string): Record<string, string> {
  if (path.startsWith('/accesso/oidc/ritorno')) return { Cookie: proofs.journey };
  if (path.startsWith('/accesso/esci')) return {};
  return path.startsWith('/accesso') ? { Cookie: proofs.session } : { Authorization: `Bearer ${proofs.key}` };
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  ms: number;
}

/** Sends a request as it is: no library that puts its address in order first. */
function ask({ method, path, headers, body }: Omit<MadeRequest, 'route'>): Promise<Answer> {
  const began = performance.now();
  return new Promise((answered, failed) => {
    const all = { Origin: `http://127.0.0.1:${port}`, ...proof(path), ...headers };
    const request = open({ agent, port, host: '127.0.0.1', method, path, headers: all }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', failed);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode = 0, headers } = answer;
        answered({ status: statusCode, headers, text, ms: performance.now() - began });
      });
    });
    request.on('error', failed);
    request.end(body ?? undefined);
  });
}

// biome-ignore lint/suspicious/noExplicitAny: the document and the topics, read in one place
async function json(path: string): Promise<any> {
  return JSON.parse((await ask({ method: 'GET', path: `/api/v1/${path}`, headers: {}, body: null })).text);
}

const day = fc.integer({ min: 0, max: 40 }).map((days) => {
  const at = new Date(Date.UTC(2020, 1, 15 + days));
  return at.toISOString().slice(0, 10);
});
const period = fc.tuple(day, day).map((days) => days.sort().join('..'));

/** What each parameter and field may well be, so that the requests come further than the first door. */
const known: Known = ({ path }, name) => {
  const channel = fc.constantFrom(...town.office.settings.channels.map(({ code }) => code));
  const values: Record<string, fc.Arbitrary<string>> = {
    from: day,
    to: day,
    until: day,
    before: period,
    during: period,
    after: fc.oneof(
      period,
      fc.constant('none'),
      day.map((first) => `${first}..`),
    ),
    exclude: fc.array(period, { maxLength: 2 }).map((all) => all.join(',')),
    channel,
    channels: fc.array(channel, { maxLength: 4 }).map((all) => all.join(',')),
    topic: fc.constantFrom(...topics),
    id: fc.constant(WRITTEN_ID),
    month: fc.constant('2020-03'),
    name: fc.constantFrom(...METRICS.map((metric) => metric.name)),
    file: fileOf(path),
    code: path.startsWith('/accesso') ? fc.constantFrom(...codes) : channel,
    nome: fc.constant('anna'),
    password: fc.constant(PASSWORD),
    nuova: fc.constant('una frase abbastanza lunga'),
    ripeti: fc.constant('una frase abbastanza lunga'),
    lingua: fc.constant('en'),
    ritorno: fc.constantFrom('/dati', '/confronto?channels=web'),
  };
  return Object.hasOwn(values, name) ? values[name] : undefined;
};

function fileOf(path: string): fc.Arbitrary<string> {
  const format = fc.constantFrom(...FORMAT_NAMES);
  const named = (names: readonly string[]) =>
    fc.tuple(fc.constantFrom(...names), format).map((all) => all.join('.'));
  if (path.startsWith('/opendata')) return named(setsOf(town.office.settings).map(({ name }) => name));
  if (path.includes('/tables/')) return named(TABLE_NAMES);
  if (path.includes('/charts/')) return fc.constantFrom(...CHARTS.map(({ name }) => `${name}.svg`));
  if (path.includes('/assets/')) return fc.constantFrom(...assets);
  return fc.constantFrom('2020-03', '2020-03.html', '2020-03.pdf');
}

const assets = readdirSync(join(projectRoot(), 'dist', 'dashboard', 'assets'));

/** What no answer may tell, however it was asked; none of the hostile texts has it. */
const INSIDE = [
  projectRoot(),
  'node_modules',
  'DB::Exception',
  /\n\s+at \S+ ?\(/,
  /\.(ts|mjs|sql)\b/,
  /\{\w+:(Date|String|UUID|U?Int\d+|Array\(\w+\))\}/,
  /\bfrom (activity|clicks|contacts|practices|loads|load_days)\b/i,
];

/** What is wrong with an answer. */
function faults({ status, headers, text }: Answer): string[] {
  const type = String(headers['content-type'] ?? '');
  const told = INSIDE.filter((sign) => (typeof sign === 'string' ? text.includes(sign) : sign.test(text)));
  const { location = '/' } = headers;
  return [
    ...(status >= 500 ? [`${status}: ${text.slice(0, 300)}`] : []),
    ...told.map((sign) => `tells ${sign}`),
    ...(headers['x-injected'] ? ['a header was made of a value'] : []),
    ...(/^\/(?![/\\])/.test(String(location)) || isProvider(String(location))
      ? []
      : [`leads to ${location}`]),
    ...(/html|svg/.test(type) && /<script>alert|<img src=x/.test(text)
      ? ['an element was made of a value']
      : []),
  ];
}

const isProvider = (location: string) => location.startsWith(town.office.settings.oidc!.issuer);

test(`${REQUESTS} requests`, { timeout: 3_600_000 }, async () => {
  const requests = fc.sample(anyRequest(operations, known), { numRuns: REQUESTS, seed: SEED });
  const found: string[] = [];
  const answers: (Answer & { request: MadeRequest })[] = [];
  let id = WRITTEN_ID;
  const next = requests[Symbol.iterator]();
  const work = async () => {
    for (const request of next) {
      town.clock.now += 1000;
      const path = request.path.replace(WRITTEN_ID, id);
      const answer = await ask({ ...request, path }).catch((error) => ({ error }));
      if ('error' in answer) {
        found.push(said(request, [String(answer.error)]));
        continue;
      }
      if (answer.status === 201) id = /"id":"([^"]+)"/.exec(answer.text)?.[1] ?? id;
      const wrong = faults(answer);
      if (wrong.length > 0) found.push(said(request, wrong));
      answers.push({ ...answer, text: '', request });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (IS_LONG) print(answers);
  expect(found).toEqual([]);
  const reached = new Set(
    answers.filter(({ status }) => status < 400 || status === 422).map(({ request }) => request.route),
  );
  expect(operations.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
});

/** A request that went wrong, so that it can be sent again by hand, with what the server wrote into its log. */
function said({ method, path, headers, body }: MadeRequest, wrong: readonly string[]): string {
  const id = /"id":"([^"]+)"/.exec(wrong.join())?.[1];
  const calls = logged.mock.calls.map((call) => call.map(String).join(' ').slice(0, 500));
  const log = calls.filter((line) => id !== undefined && line.includes(id));
  return [`${method} ${path}`, JSON.stringify(headers), String(body ?? ''), ...wrong, ...log]
    .join('\n')
    .slice(0, 3000);
}

function print(answers: (Answer & { request: MadeRequest })[]): void {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  console.log(counts);
  for (const { ms, status, request } of answers.toSorted((a, b) => b.ms - a.ms).slice(0, 10))
    console.log(`${ms.toFixed(0)} ms  ${status}  ${request.method} ${request.path.slice(0, 200)}`);
}
