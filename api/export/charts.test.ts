// SPDX-License-Identifier: AGPL-3.0-or-later
// The pictures through the front door: what stands in them is what the tables say.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFile } from '../../ingest/load.ts';
import { testDatabase } from '../../scripts/test-database.ts';
import { checkSettings } from '../../sql/settings.ts';
import { dayText } from '../../sql/vocabulary.ts';
import { createApp } from '../app.ts';
import { CHAT, seededSeries } from '../compare/statistics/seeded-series.ts';

const channels = ['chat', 'desk', 'practice'].map((code) => ({ code, label: `<${code}> & co` }));
const settings = checkSettings({ channels });
let app: OpenAPIHono;

/** A chat that grew, a desk that fell, a practice a day; the chat has no data in the week of 13 April. */
function table(): string {
  const days = Array.from({ length: 140 }, (_, i) => dayText(18_262 + i));
  const isKnown = ({ day }: { day: number }) => day < 18_365 || day > 18_371;
  const chat = seededSeries(CHAT).filter(isKnown);
  return [
    'day,channel,count',
    ...chat.map(({ day, count }) => `${dayText(day)},chat,${count}`),
    ...days.flatMap((day, i) => [`${day},desk,${i < 68 ? 20 + (i % 3) : 1 + (i % 2)}`, `${day},practice,1`]),
    '',
  ].join('\n');
}

beforeAll(async () => {
  const database = await testDatabase();
  const file = join(mkdtempSync(join(tmpdir(), 'affluenza-charts-')), 'counts.csv');
  writeFileSync(file, table());
  await loadFile(database, file, { settings, secret: 'test' });
  app = createApp({ database, settings });
});

async function draw(path: string) {
  const answer = await app.request(`/api/v1/charts/${path}`);
  return { status: answer.status, headers: answer.headers, svg: await answer.text() };
}

async function numbersOf(svg: string) {
  const [, json = ''] = svg.match(/<metadata><!\[CDATA\[(.*?)\]\]><\/metadata>/s) ?? [];
  return JSON.parse(json);
}

test('other sites may show it, and it is told when nothing has changed', async () => {
  const { status, headers } = await draw('comparison.svg');
  expect(status).toBe(200);
  expect(headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  const again = await app.request('/api/v1/charts/comparison.svg', {
    headers: { 'If-None-Match': headers.get('ETag')! },
  });
  expect(again.status).toBe(304);
  const other = await app.request('/api/v1/town');
  expect(other.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
});

test('the comparison: a row each, the largest ratio first, with the numbers of its table inside', async () => {
  const { svg } = await draw('comparison.svg');
  const numbers = await numbersOf(svg);
  const sent = await (await app.request('/api/v1/tables/comparison.json')).json();
  expect(numbers).toEqual(sent);
  const names = [...svg.matchAll(/font-weight="600">(&lt;\w+&gt;)/g)].map(([, name]) => name);
  expect(names).toEqual(['&lt;chat&gt;', '&lt;practice&gt;', '&lt;desk&gt;']);
  expect(svg).toContain('Fonte: Comune di Montevarchi');
  expect(svg).toContain('questi dati non permettono di separare i tre effetti');
  // Words of the settings never become marks.
  expect(svg).not.toMatch(/<(chat|desk|practice)>/);
});

test('a channel by weeks: the week without data is hatched, the days are counted in the notes', async () => {
  const { svg } = await draw('series.svg?channel=chat&from=2020-03-02&to=2020-05-03');
  expect(svg.match(/url\(#timeline-chat-hatch\)/g)).toHaveLength(1);
  expect(svg).toContain('52 giorni di apertura con dati su 63 (82\u00a0%)');
  expect((await numbersOf(svg)).rows).toHaveLength(9);
});

test('the share with its totals', async () => {
  const { svg } = await draw('share.svg');
  const { rows, notes } = await numbersOf(svg);
  expect(rows).toMatchObject([
    { fase: 'prima', dal: '2020-01-01', al: '2020-03-08', giorni_con_dati: 68, pratiche_digitali: 68 },
    { fase: 'durante', dal: '2020-03-09', al: '2020-05-17', giorni_con_dati: 70, pratiche_digitali: 70 },
    // Of the phase after, two days are known.
    { fase: 'dopo', dal: '2020-05-18', giorni_con_dati: 2, pratiche_digitali: 2, accessi_allo_sportello: 3 },
  ]);
  expect(notes.coverage.map(({ label }: { label: string }) => label)).toEqual([
    '<desk> & co, prima',
    '<desk> & co, durante',
    '<practice> & co, prima',
    '<practice> & co, durante',
  ]);
});

describe('a picture that cannot be drawn', () => {
  test.each([
    ['nothing.svg', 'file', 'comparison.svg'],
    ['comparison.png', 'file', 'share.svg'],
    ['series.svg', 'channel', 'desk'],
    ['series.svg?channel=chat,desk', 'channel', 'chat'],
    ['series.svg?channel=fax', 'channels', 'chat'],
    ['series.svg?channel=chat&granularity=day', 'granularity', 'from'],
    ['share.svg?channels=chat', 'channels', 'practice'],
  ])('%s says why', async (path, parameter, allowed) => {
    const { status, svg } = await draw(path);
    expect(status).toBe(400);
    expect(JSON.parse(svg)).toMatchObject({ parameter, allowed: expect.arrayContaining([allowed]) });
  });
});
