// SPDX-License-Identifier: AGPL-3.0-or-later
// loads retry, as people type it after something went wrong.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { environmentOf, rawQuery, testDatabase } from '../scripts/test-database.ts';
import type { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { beginLoad } from './journal.ts';
import { type LoadOptions, prepareLoad } from './load.ts';

const command = join(projectRoot(), 'scripts', 'affluenza.mjs');
const options: LoadOptions = { settings: checkSettings({}), secret: 'a secret for tests' };
let database: Database;
let folder: string;

beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'affluenza-retry-'));
});

function run(...args: string[]) {
  const env = { ...environmentOf(database, folder), INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
const counted = () =>
  rawQuery(database, 'select channel, day, sum(count) from activity group by all order by all format TSV');
const idOf = (text: string) => /[\da-f]{8}-[\da-f-]{27}/.exec(text)?.[0] ?? '';
const table = 'day,channel,count\n2020-03-09,chat,4\n';

/** A load that was cut off as soon as it had begun. */
async function cutOff(file: string, more: Partial<LoadOptions> = {}): Promise<string> {
  const load = '00000000-0000-4000-8000-000000000001';
  await beginLoad(database, load, await prepareLoad(join(folder, file), { ...options, ...more }));
  return load;
}

test('takes in again what was cut off, from the file that lies there, whatever its name', async () => {
  write('Rossi.csv', table);
  write('Verdi.csv', `${table}2020-03-10,chat,1\n`);
  const load = await cutOff('Rossi.csv');
  const { status, text } = run('loads', 'retry', load.slice(0, 8));
  expect(text).toContain('caricato');
  expect(status).toBe(0);
  expect(await counted()).toBe('chat\t2020-03-09\t4\n');
  expect(run('loads', 'retry', load).text).toContain('già caricato');
});

test('or from the file that is named, where it is now', async () => {
  write('a.csv', table);
  const load = await cutOff('a.csv');
  mkdirSync(join(folder, 'done'));
  renameSync(join(folder, 'a.csv'), join(folder, 'done', 'b.csv'));
  const missing = run('loads', 'retry', load);
  expect(missing).toMatchObject({
    status: 1,
    text: expect.stringContaining('in questa cartella non c’è più'),
  });
  expect(missing.text).toContain(`loads retry ${load} FILE`);
  expect(run('loads', 'retry', load, join('done', 'b.csv')).status).toBe(0);
  expect(await counted()).toBe('chat\t2020-03-09\t4\n');
});

test('says when the file is gone, or is another one by now', async () => {
  write('a.csv', table);
  const load = await cutOff('a.csv');
  write('a.csv', `${table}2020-03-10,chat,1\n`);
  expect(run('loads', 'retry', load).text).toContain('ce n’è uno con quel nome, ma con un altro contenuto');
  expect(run('loads', 'retry', load, 'a.csv')).toMatchObject({
    status: 1,
    text: expect.stringContaining(
      'non è il file del carico 00000000-0000-4000-8000-000000000001, o da allora è cambiato',
    ),
  });
  rmSync(join(folder, 'a.csv'));
  expect(run('loads', 'retry', load, 'a.csv').text).toContain('il file non esiste');
  expect(await counted()).toBe('');
});

test('takes in what was refused, when more rejected rows are accepted now', async () => {
  write('a.csv', `${table}2020-03-10,chat,-1\n`);
  const load = idOf(run('ingest', 'a.csv').text);
  expect(run('loads', 'retry', load)).toMatchObject({
    status: 1,
    text: expect.stringContaining('RIFIUTATO'),
  });
  expect(run('loads', 'retry', load, '--max-rejected', '50').status).toBe(2);
  expect(await counted()).toBe('chat\t2020-03-09\t4\n');
});

test('reads it as it was told then', async () => {
  write('a.csv', 'Date,Daily New Likes\n,Daily: new likes\n3/9/20,4\n');
  const load = await cutOff('a.csv', { dateOrder: 'month' });
  expect(run('loads', 'retry', load).status).toBe(0);
  expect(await rawQuery(database, 'select distinct day from load_days format TSV')).toBe('2020-03-09\n');
});

test('puts back what was revoked only with its own file, if one is named', async () => {
  write('a.csv', table);
  const load = idOf(run('ingest', 'a.csv').text);
  run('loads', 'revoke', load);
  write('b.csv', `${table}2020-03-10,chat,1\n`);
  expect(run('loads', 'retry', load, 'b.csv').status).toBe(1);
  expect(await counted()).toBe('');
  expect(run('loads', 'retry', load, 'a.csv').text).toContain('Rimesso: a.csv');
  expect(await counted()).toBe('chat\t2020-03-09\t4\n');
});
