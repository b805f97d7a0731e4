// SPDX-License-Identifier: AGPL-3.0-or-later
// The pull against a local server that answers like Matomo's Reporting API.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayNumber, dayText } from '../../sql/vocabulary.ts';
import { findLayout } from '../read.ts';
import { plan } from '../translate.ts';
import { type MatomoPull, PullFailed, pullMatomo } from './matomo.ts';
import { isSameServer } from './matomo-api.ts';

const TOKEN = '0123456789abcdef';
let directory: string;
let asked: { method: string; url: string; form: URLSearchParams }[];
let waits: number[];
const servers: Server[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'affluenza-pull-'));
  asked = [];
  waits = [];
});
afterEach(() => {
  rmSync(directory, { recursive: true });
  for (const server of servers.splice(0)) server.close();
});

test('fetches a file a month that the loader knows', async () => {
  const progress: unknown[] = [];
  const files = await pull({
    url: await serve(matomo()),
    from: '2020-02-28',
    to: '2020-04-02',
    onProgress: (step) => progress.push({ ...step, file: basename(step.file) }),
  });
  expect(files.map((file) => basename(file))).toEqual([
    'matomo-1-2020-02-28_2020-02-29.csv',
    'matomo-1-2020-03.csv',
    'matomo-1-2020-04-01_2020-04-02.csv',
  ]);
  expect(readFileSync(files[0] ?? '', 'utf8')).toBe(
    'idSite,date,nb_visits,nb_actions,nb_uniq_visitors,nb_users\n1,2020-02-28,28,280,7,0\n1,2020-02-29,29,290,7,0\n',
  );
  expect(readFileSync(files[1] ?? '', 'utf8').split('\n')).toHaveLength(33);
  const { layout, sample } = await findLayout(files[1] ?? '');
  expect(plan(layout, sample).source.name).toBe('matomo');
  expect(progress).toEqual([
    { file: 'matomo-1-2020-02-28_2020-02-29.csv', done: 1, total: 3, fetched: true },
    { file: 'matomo-1-2020-03.csv', done: 2, total: 3, fetched: true },
    { file: 'matomo-1-2020-04-01_2020-04-02.csv', done: 3, total: 3, fetched: true },
  ]);
});

test('asks for all rows, in the body, with the token nowhere else', async () => {
  await pull({
    url: `${await serve(matomo())}/statistiche/?token_auth=no#x`,
    from: '2020-03-01',
    to: '2020-03-31',
  });
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /statistiche/index.php']);
  expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({
    module: 'API',
    method: 'VisitsSummary.get',
    format: 'JSON',
    language: 'en',
    idSite: '1',
    period: 'day',
    date: '2020-03-01,2020-03-31',
    filter_limit: '-1',
    token_auth: TOKEN,
  });
});

test('goes on where it was broken off', async () => {
  const url = await serve(matomo());
  writeFileSync(join(directory, 'matomo-1-2020-03.csv'), 'already here');
  writeFileSync(join(directory, 'matomo-1-2020-04.csv.77.part'), 'half of it');
  const files = await pull({ url, from: '2020-03-01', to: '2020-04-30' });
  expect(asked.map(({ form }) => form.get('date'))).toEqual(['2020-04-01,2020-04-30']);
  expect(files).toHaveLength(2);
  expect(readFileSync(files[0] ?? '', 'utf8')).toBe('already here');
  expect(await pull({ url, from: '2020-03-01', to: '2020-04-30' })).toEqual(files);
  expect(asked).toHaveLength(1);
});

test('leaves out days that are not over, and days of which Matomo has nothing', async () => {
  const url = await serve(matomo({ empty: ['2020-03-02'] }));
  const [file = ''] = await pull({ url, from: '2020-03-01', to: '2020-12-31', today: '2020-03-04' });
  expect(basename(file)).toBe('matomo-1-2020-03-01_2020-03-03.csv');
  expect(readFileSync(file, 'utf8').match(/2020-03-\d\d/g)).toEqual(['2020-03-01', '2020-03-03']);
  await expect(pull({ url, from: '2020-03-04', to: '2020-03-04', today: '2020-03-04' })).rejects.toThrow(
    'il 2020-03-04 non è ancora finito: si chiedono solo giorni interi.',
  );
});

test('writes no file for a month of which Matomo has nothing', async () => {
  const url = await serve(matomo({ empty: ['2020-03-01', '2020-03-02'] }));
  expect(await pull({ url, from: '2020-03-01', to: '2020-03-02' })).toEqual([]);
  expect(readdirSync(directory)).toEqual([]);
});

test('asks again while the server is busy, longer each time or as it says', async () => {
  const url = await serve(
    inTurn(
      (_, response) => response.writeHead(503).end('<h1>Service Unavailable</h1>'),
      (_, response) => response.writeHead(429, { 'retry-after': '30' }).end(),
      (request) => request.socket.destroy(),
      (_, response) => response.writeHead(500).end('{"result":"error","message":"Mysql has gone away"}'),
      matomo(),
    ),
  );
  expect(await pull({ url, from: '2020-03-01', to: '2020-03-31' })).toHaveLength(1);
  expect(waits).toEqual([1000, 30_000, 4000, 8000]);
});

test('gives up after five tries, and keeps what it had', async () => {
  const busy: RequestListener = (_, response) => response.writeHead(503, { 'retry-after': '86400' }).end();
  const url = await serve(inTurn(matomo(), busy));
  await expect(pull({ url, from: '2020-03-01', to: '2020-04-30' })).rejects.toThrow(
    'Matomo non è disponibile (HTTP 503) (5 tentativi). Riprova più tardi.',
  );
  expect(waits).toEqual([300_000, 300_000, 300_000, 300_000]);
  expect(readdirSync(directory)).toEqual(['matomo-1-2020-03.csv']);
});

test.each([
  [
    'a wrong token',
    401,
    '{"result":"error","message":"Unable to authenticate with the provided token. It is either invalid or expired."}',
    'Matomo non accetta il token',
  ],
  [
    'an unknown site',
    500,
    '{"result":"error","message":"An unexpected website was found in the request: website id was set to &#039;1&#039; ."}',
    "in questo Matomo non c'è il sito 1",
  ],
  [
    'a site of others',
    200,
    '{"result":"error","message":"You can\'t access this resource as it requires a \'view\' access for the website id = 1."}',
    'il token non dà accesso al sito 1',
  ],
  [
    'another error',
    200,
    '{"result":"error","message":"General error &#039;x&#039;"}',
    "Matomo ha risposto con un errore: «General error 'x'».",
  ],
  [
    'a web page',
    200,
    '<!doctype html><title>Comune</title>',
    'non risponde come un Matomo (HTTP 200, una pagina web)',
  ],
  ['no such page', 404, 'Not found', 'non risponde come un Matomo (HTTP 404)'],
  ['other JSON', 404, '{"2020-03-01":[]}', 'non risponde come un Matomo (HTTP 404)'],
  ['a number', 200, '12', 'non risponde come un Matomo (HTTP 200)'],
  ['too few days', 200, '{"2020-03-01":{"nb_visits":1,"nb_actions":2}}', 'per il 2020-03-02 manca nb_visits'],
  ['no counts', 200, '{"2020-03-01":{"nb_visits":1,"nb_actions":2.5}}', 'per il 2020-03-01 manca nb_actions'],
])('says what is wrong: %s', async (_, status, body, message) => {
  const url = await serve((_, response) => response.writeHead(status).end(body));
  const failure = await pull({ url, from: '2020-03-01', to: '2020-03-02' }).catch((error: Error) => error);
  expect(failure).toBeInstanceOf(PullFailed);
  expect((failure as Error).message).toContain(message);
  expect((failure as Error).message).not.toContain(TOKEN);
  expect(waits).toEqual([]);
  expect(readdirSync(directory)).toEqual([]);
});

test('follows to the same server, never to another', async () => {
  const elsewhere = await serve(matomo());
  const redirect =
    (location: string): RequestListener =>
    (_, response) =>
      response.writeHead(302, { location }).end();
  const moved = await serve(inTurn(redirect('/nuovo/index.php'), matomo()));
  expect(await pull({ url: moved, from: '2020-03-01', to: '2020-03-02' })).toHaveLength(1);
  expect(asked.map(({ url, form }) => [url, form.get('token_auth')])).toEqual([['/nuovo/index.php', TOKEN]]);
  const away = await serve(redirect(elsewhere.replace('127.0.0.1', 'localhost')));
  await expect(pull({ url: away, from: '2020-04-01', to: '2020-04-02' })).rejects.toThrow('rimanda a');
  const round = await serve(redirect('/index.php'));
  await expect(pull({ url: round, from: '2020-04-01', to: '2020-04-02' })).rejects.toThrow('rimanda a');
  expect(asked).toHaveLength(1);
});

test.each([
  ['https://a.it/x', true],
  ['https://a.it:8443/x', false],
  ['http://a.it/x', false],
  ['https://b.it/x', false],
  ['ftp://a.it/x', false],
])('from https://a.it to %s: %s', (next, same) => {
  expect(isSameServer(new URL('https://a.it/y'), new URL(next))).toBe(same);
});

test.each([
  ['https://a.it/x', true],
  ['http://a.it:81/x', false],
  ['https://b.it/x', false],
])('from http://a.it to %s: %s', (next, same) => {
  expect(isSameServer(new URL('http://a.it/y'), new URL(next))).toBe(same);
});

test.each([
  [{ url: 'ftp://example.org' }, 'non è un indirizzo'],
  [{ url: 'webanalytics' }, 'non è un indirizzo'],
  [{ url: 'https://io:parola@example.org' }, 'senza nome e password'],
  [{ site: 'all' }, 'il sito si indica con il suo numero, non con "all"'],
  [{ site: '../1' }, 'il sito si indica con il suo numero'],
  [{ from: '2020-02-31' }, 'il giorno "2020-02-31" non esiste'],
  [{ from: '2020-04-01' }, 'prima di cominciare'],
])('asks nothing with %o', async (part, message) => {
  const whole = { url: 'https://example.org', from: '2020-03-01', to: '2020-03-02', ...part };
  await expect(pull(whole)).rejects.toThrow(message);
});

function pull(part: Partial<MatomoPull> & Pick<MatomoPull, 'url' | 'from' | 'to'>): Promise<string[]> {
  const wait = async (ms: number) => waits.push(ms);
  return pullMatomo({ site: '1', token: TOKEN, directory, wait, today: '2026-01-01', ...part });
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The listeners answer one request each, the last one all that follow. */
function inTurn(...listeners: RequestListener[]): RequestListener {
  return (request, response) =>
    (listeners.length > 1 ? listeners.shift() : listeners[0])?.(request, response);
}

/** Like Matomo it stops after 100 rows unless told otherwise; here after 3, for the tests ask for months. */
function matomo({ empty = [] }: { empty?: string[] } = {}): RequestListener {
  return async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    asked.push({ method: request.method ?? '', url: request.url ?? '', form });
    const [from = '', to = ''] = form.get('date')?.split(',') ?? [];
    const first = dayNumber(from) ?? 0;
    const days = Array.from({ length: (dayNumber(to) ?? 0) - first + 1 }, (_, at) => dayText(first + at));
    const shown = form.get('filter_limit') === '-1' ? days : days.slice(0, 3);
    const answer = Object.fromEntries(shown.map((day) => [day, empty.includes(day) ? [] : visitsOf(day)]));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  };
}

function visitsOf(day: string) {
  const number = Number(day.slice(8));
  return {
    nb_uniq_visitors: 7,
    nb_users: 0,
    nb_visits: number,
    nb_actions: number * 10,
    bounce_rate: '40%',
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += piece;
  return body;
}
