// SPDX-License-Identifier: AGPL-3.0-or-later
// Notes through the front door: what is written is what is read, and only from this machine's own pages.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasIdentifiers } from '../ingest/mask.ts';
import { rawQuery } from '../scripts/test-database.ts';
import { type TestTown, testTown } from '../scripts/test-town.ts';
import { createApp } from './app.ts';
import type { Note } from './schemas/notes.ts';
import { NO_IDENTIFIERS } from './schemas/notes.ts';

const HEADERS = { 'Content-Type': 'application/json' };
const NOTE = { from: '2020-03-05', text: 'Scuole chiuse', author: 'URP' };
let town: TestTown;

beforeAll(async () => {
  town = await testTown({}, {});
});

function post(body: unknown, headers: Record<string, string> = {}, app = town.app) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return app.request('/api/v1/notes', { method: 'POST', body: text, headers: { ...HEADERS, ...headers } });
}

async function write(body: object): Promise<Note> {
  const answer = await post(body);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Note;
}

const remove = (id: string) => town.app.request(`/api/v1/notes/${id}`, { method: 'DELETE' });
const texts = async (query = '') =>
  (await town.ask(`notes${query}`)).notes.map(({ text }: { text: string }) => text);

test('a note is kept with its author and time, and read on its days and channels', async () => {
  const note = await write(NOTE);
  expect(note).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    from: '2020-03-05',
    to: '2020-03-05',
    text: 'Scuole chiuse',
    author: 'URP',
    channel: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  });
  await write({ ...NOTE, from: '2020-03-01', to: '2020-03-31', text: 'Lavori in chat', channel: 'chat' });
  expect(await texts()).toEqual(['Lavori in chat', 'Scuole chiuse']);
  expect(await texts('?channels=web')).toEqual(['Scuole chiuse']);
  expect(await texts('?from=2020-03-06')).toEqual(['Lavori in chat']);
  expect(await texts('?to=2020-03-04')).toEqual(['Lavori in chat']);
  expect(await texts('?from=2020-04-01&to=2020-04-30')).toEqual([]);
});

test('a deleted note is gone, but its row stays', async () => {
  const { id } = await write({ ...NOTE, text: 'sbagliata' });
  expect((await remove(id)).status).toBe(204);
  expect(await texts()).not.toContain('sbagliata');
  expect((await remove(id)).status).toBe(404);
  const rows = await rawQuery(
    town.office.database,
    `select text, deleted from notes where id = '${id}' order by at`,
  );
  expect(rows).toBe('sbagliata\tfalse\nsbagliata\ttrue\n');
});

test('any text is data', async () => {
  const hostile = fc.constantFrom(
    "'); drop table notes; --",
    '<script>alert(1)</script>',
    '{from:Date}',
    '=1+1',
    '\\N',
    'a\0b',
    '\u2028',
  );
  const text = fc
    .oneof(hostile, fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }))
    .filter((written) => written.trim() !== '' && !hasIdentifiers(written));
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const { id, text } = await write({ ...NOTE, text: written });
      expect(text).toBe(written.trim().toWellFormed());
      expect((await remove(id)).status).toBe(204);
    }),
    { numRuns: 20 },
  );
});

describe('what cannot be written down', () => {
  test.each([
    [{ ...NOTE, text: '  ' }, 'text', 'the text is empty'],
    [{ ...NOTE, text: 'a'.repeat(501) }, 'text', 'the text is longer than 500 characters'],
    [{ ...NOTE, text: 'chiamare 333 123 4567' }, 'text', NO_IDENTIFIERS],
    [{ ...NOTE, text: 'di RSSMRA80A01F656X' }, 'text', NO_IDENTIFIERS],
    [{ ...NOTE, author: 'm.rossi@comune.example' }, 'author', NO_IDENTIFIERS],
    [{ ...NOTE, author: 'a'.repeat(81) }, 'author', 'the author is longer than 80 characters'],
    [{ from: '2020-03-05', text: 'a' }, 'author', 'the author is missing'],
    [{ ...NOTE, from: '2020-02-31' }, 'from', 'no such day: write one such as 2020-03-10'],
    [{ ...NOTE, from: '2150-01-01' }, 'from', 'a day from 1990 to 2099'],
    [{ ...NOTE, to: '2020-03-04' }, 'to', 'the note ends (2020-03-04) before it begins (2020-03-05)'],
    [{ ...NOTE, channel: 'fax' }, 'channel', 'unknown channel "fax"'],
  ])('%j', async (body, parameter, detail) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ title: 'Bad request', parameter, detail });
  });

  test('what is no JSON, or too long', async () => {
    expect((await post('{')).status).toBe(400);
    expect((await post('null')).status).toBe(400);
    expect((await post(NOTE, { 'Content-Type': 'text/plain' })).status).toBe(400);
    expect((await post({ ...NOTE, more: 'a'.repeat(20_000) })).status).toBe(413);
  });

  test('an id that is none', async () => {
    expect((await remove('1')).status).toBe(400);
    expect((await remove('00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });
});

describe('nothing is written', () => {
  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ Origin: 'https://example.org' }],
    [{ Origin: 'null' }],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://example.org' }],
  ])('for the page of another site: %j', async (headers) => {
    const before = await texts();
    const answer = await post(NOTE, headers as Record<string, string>);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ title: 'Forbidden', status: 403 });
    expect(await texts()).toEqual(before);
  });

  test('under a foreign name that leads here', async () => {
    const request = new Request('http://evil.example/api/v1/notes', {
      method: 'POST',
      body: JSON.stringify(NOTE),
      headers: { ...HEADERS, Origin: 'http://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    });
    expect((await town.app.request(request)).status).toBe(401);
    expect((await town.app.request('http://evil.example/api/v1/notes')).status).toBe(401);
  });

  test('where the server listens to others as well', async () => {
    const { database, settings } = town.office;
    const open = createApp({ database, settings });
    expect((await post(NOTE, {}, open)).status).toBe(403);
    expect(await (await open.request('/api/v1/town')).json()).toMatchObject({ writable: false });
    expect(await town.ask('town')).toMatchObject({ writable: true });
  });
});

test('the own page may write', async () => {
  const answer = await post(NOTE, { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' });
  expect(answer.status).toBe(201);
});
