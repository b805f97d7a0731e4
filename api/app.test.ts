// SPDX-License-Identifier: AGPL-3.0-or-later
// The API through its front door, on the few rows of fixtures/seed, which can be counted by hand.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFile } from '../ingest/load.ts';
import { testDatabase } from '../scripts/test-database.ts';
import { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { createApp } from './app.ts';
import { METRICS } from './metrics.ts';

const settings = checkSettings({
  phases: { before: '2020-03-02..2020-03-08', during: '2020-03-09..2020-03-11', after: '2020-03-12..' },
});
let app: OpenAPIHono;

beforeAll(async () => {
  const database = await testDatabase();
  const folder = join(projectRoot(), 'fixtures', 'seed');
  for (const file of readdirSync(folder))
    await loadFile(database, join(folder, file), { settings, secret: 'test' });
  app = createApp({ database, settings });
});

// biome-ignore lint/suspicious/noExplicitAny: an answer is compared whole, not used
async function ask(path: string, status = 200): Promise<any> {
  const answer = await app.request(`/api/v1/${path}`);
  expect(answer.status).toBe(status);
  return answer.json();
}

/** Two questions to each metric: with one, a lost filter would go unnoticed. */
const QUESTIONS = [
  'granularity=day&from=2020-03-02&to=2020-03-11',
  'granularity=month&from=2020-03-03&to=2020-03-09&channels=web,social',
];

describe.each(METRICS)('metric $name', ({ name, columns }) => {
  test.each(QUESTIONS)('%s', async (question) => {
    const { rows } = await ask(`metrics/${name}?${question}`);
    const file = join(projectRoot(), 'fixtures', 'expected', `${name}.json`);
    const expected = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    if (!(question in expected) && process.env.WRITE_EXPECTED) {
      expected[question] = rows;
      writeFileSync(file, `${JSON.stringify(expected, null, 1)}\n`);
    }
    expect(rows).toEqual(expected[question]);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns);
  });
});

describe('series', () => {
  test('tells zero, missing and closed apart', async () => {
    const { channels } = await ask('series?channels=phone&from=2020-03-04&to=2020-03-08');
    expect(channels).toHaveLength(1);
    const days = channels[0].points.map(
      ({ from, state, count }: { from: string; state: string; count: number }) => [from, state, count],
    );
    expect(days).toEqual([
      ['2020-03-04', 'count', 0],
      ['2020-03-05', 'missing', null],
      ['2020-03-06', 'count', 8],
      ['2020-03-07', 'count', 5],
      ['2020-03-08', 'closed', null],
    ]);
  });

  test('gives a week its mean per open day with data, and none to a week that is mostly missing', async () => {
    const { channels } = await ask('series?channels=phone&granularity=week&from=2020-03-02&to=2020-03-22');
    expect(channels[0].points).toEqual([
      {
        from: '2020-03-02',
        to: '2020-03-08',
        state: 'count',
        count: 35,
        daysWithData: 5,
        expectedDays: 6,
        meanPerDay: 7,
      },
      {
        from: '2020-03-09',
        to: '2020-03-15',
        state: 'count',
        count: 63,
        daysWithData: 3,
        expectedDays: 6,
        meanPerDay: 21,
      },
      {
        from: '2020-03-16',
        to: '2020-03-22',
        state: 'missing',
        count: null,
        daysWithData: 0,
        expectedDays: 6,
        meanPerDay: null,
      },
    ]);
  });
});

describe('compare', () => {
  test('describes each phase on its days with data', async () => {
    const { channels, ...rest } = await ask('compare?channels=phone&after=2020-03-12..2020-03-13');
    expect(rest).toMatchObject({
      before: { from: '2020-03-02', to: '2020-03-08' },
      during: { from: '2020-03-09', to: '2020-03-11' },
      asOf: '2020-03-11',
    });
    expect(channels).toHaveLength(1);
    expect(channels[0].before).toMatchObject({
      calendarDays: 7,
      expectedDays: 6,
      daysWithData: 5,
      coverage: 5 / 6,
      total: 35,
      meanPerDay: 7,
      median: 8,
      zeroDays: 1,
    });
    expect(channels[0]).toMatchObject({
      status: 'too_short',
      during: { calendarDays: 3, total: 63, meanPerDay: 21, zeroDays: 0 },
      index: 300,
      ratio: null,
      missing: [
        { from: '2020-03-05', to: '2020-03-05' },
        { from: '2020-03-12', to: '2020-03-13' },
      ],
    });
  });

  test('answers for every channel, and says when one has no data at all', async () => {
    const { channels } = await ask('compare');
    expect(channels.map(({ channel }: { channel: string }) => channel)).toEqual(
      settings.channels.map(({ code }) => code),
    );
    expect(channels.find(({ channel }: { channel: string }) => channel === 'email')).toMatchObject({
      status: 'insufficient_coverage',
      before: { daysWithData: 0, coverage: 0, total: 0, meanPerDay: null },
      index: null,
      ratio: null,
    });
  });
});

describe('the rest', () => {
  test('town says which days are known and that the data are real', async () => {
    expect(await ask('town')).toMatchObject({
      name: 'Comune di Montevarchi',
      firstDay: '2020-03-02',
      lastDay: '2020-03-11',
      demonstration: false,
    });
  });

  test('loads lists the files', async () => {
    const loads = await ask('loads');
    expect(loads.map(({ file, rows }: { file: string; rows: number }) => [file, rows])).toEqual([
      ['weblog.log', 5],
      ['social.csv', 6],
      ['practices.csv', 3],
      ['counts.csv', 8],
    ]);
  });

  test('health tells versions', async () => {
    expect(await ask('health')).toEqual({
      status: 'ok',
      version: expect.any(String),
      engine: expect.stringMatching(/^\d+\.\d+/),
      dataVersion: expect.stringMatching(/^\d+$/),
    });
  });

  test('the OpenAPI document describes every route', async () => {
    const { openapi, paths } = await ask('openapi.json');
    expect(openapi).toBe('3.1.0');
    const routes = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(new Set(described)).toEqual(new Set(routes));
  });
});

describe('a question that cannot be answered', () => {
  test.each([
    ['series?granularity=year', 'granularity', 'month'],
    ['series?from=2020-02-31', 'from', 'a day such as 2020-03-10'],
    ['series?from=2020-03-10&to=2020-03-09', 'to', undefined],
    ['series?from=1000-01-01&to=2020-03-09', 'to', 'at most 7320 days'],
    ['series?channels=chat,fax', 'channels', 'email'],
    ["series?channels=chat');drop table loads", 'channels', 'email'],
    ['compare?before=2020-03-08..2020-03-01', 'before', '2020-01-01..2020-03-08'],
    ['compare?during=soon', 'during', '2020-01-01..2020-03-08'],
    ['compare?during=2020-03-08..2020-03-11', 'during', 'a period from 2020-03-09'],
    ['compare?after=2020-03-11..', 'after', 'none'],
    ['hours?channel=chat&during=2020-01-01..2020-01-05', 'during', 'a period from 2020-03-09'],
    ['metrics/loads', 'name', 'contacts'],
    ['metrics/..%2f..%2ftown', 'name', 'contacts'],
  ])('%s names the parameter and what is allowed', async (path, parameter, allowed) => {
    const problem = await ask(path, 400);
    expect(problem).toMatchObject({ title: 'Bad request', status: 400, parameter });
    if (allowed) expect(problem.allowed).toContain(allowed);
  });

  test('an address that is not there', async () => {
    expect(await ask('nothing', 404)).toMatchObject({ title: 'Not found' });
  });

  test('an engine that is away is no zero', async () => {
    const served = { url: 'http://127.0.0.1:1', write: { name: 'a', password: 'b' } };
    const away = createApp({ database: new Database({ dataDirectory: '/nonexistent', served }), settings });
    const answer = await away.request('/api/v1/series');
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('127.0.0.1');
  });
});
