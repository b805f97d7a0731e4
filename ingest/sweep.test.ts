// SPDX-License-Identifier: AGPL-3.0-or-later
// What cut-off and refused loads wrote is removed, and nothing else, whoever else is at work.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { environmentOf, rawQuery, testDatabase } from '../scripts/test-database.ts';
import type { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { beginLoad, finishLoad, GivenUp, listLoads } from './journal.ts';
import { loadFile, type Outcome, prepareLoad } from './load.ts';

vi.setConfig({ testTimeout: 60_000 });

const command = join(projectRoot(), 'scripts', 'affluenza.mjs');
let database: Database;
let folder: string;

beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'affluenza-sweep-'));
});

const environment = () => ({ ...environmentOf(database, folder), INIT_CWD: folder });
const run = (...args: string[]) =>
  spawnSync(process.execPath, [command, ...args], { env: environment(), encoding: 'utf8' });
const one = (sql: string) => rawQuery(database, `${sql} format TSV`).then((text) => text.trim());
const rowsIn = (table: string) => one(`select count() from ${table}`).then(Number);
const markers = () => (existsSync(join(folder, 'loading')) ? readdirSync(join(folder, 'loading')) : []);

function log(lines: number): string {
  const line = (i: number) => {
    const time = new Date(Date.UTC(2020, 0, 1) + i * 20_000).toUTCString();
    const stamp = `${time.slice(5, 7)}/${time.slice(8, 11)}/${time.slice(12, 16)}:${time.slice(17, 25)} +0000`;
    return `192.0.2.${i % 250} - - [${stamp}] "GET /p/${i % 50} HTTP/1.1" 200 99 "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`;
  };
  return Array.from({ length: lines }, (_, i) => line(i)).join('');
}

/** Starts to take in a file, and waits until rows of it have been written. */
async function startLoad(file: string, before = 0): Promise<ChildProcess> {
  const child = spawn(process.execPath, [command, 'ingest', file], { env: environment(), stdio: 'ignore' });
  await expect.poll(() => rowsIn('clicks'), { timeout: 30_000, interval: 10 }).toBeGreaterThan(before);
  return child;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((end) => child.once('exit', () => end()));
}

test('rows of a load that was killed go with the next command; what counts stays', async () => {
  writeFileSync(join(folder, 'short.log'), log(100));
  run('ingest', 'short.log');
  writeFileSync(join(folder, 'long.log'), log(600_000));
  const child = await startLoad('long.log', 100);
  child.kill('SIGKILL');
  await ended(child);
  expect(markers()).toHaveLength(1);
  expect(await rowsIn('clicks')).toBeGreaterThan(100);
  const listed = run('loads').stdout;
  expect(listed).toContain('interrotto');
  expect({ clicks: await rowsIn('clicks'), markers: markers() }).toEqual({ clicks: 100, markers: [] });
  expect(await one('select sum(count) from activity')).toBe('100');
});

test('rows of a load that is under way are left alone', async () => {
  writeFileSync(join(folder, 'long.log'), log(300_000));
  const child = await startLoad('long.log');
  child.kill('SIGSTOP');
  const before = await rowsIn('clicks');
  run('loads');
  writeFileSync(join(folder, 'short.csv'), 'day,channel,count\n2020-03-09,chat,4\n');
  expect(run('ingest', 'short.csv').status).toBe(0);
  // What was on its way to the engine when the process was stopped may still arrive.
  expect(await rowsIn('clicks')).toBeGreaterThanOrEqual(before);
  child.kill('SIGCONT');
  await ended(child);
  expect(await one("select sum(count) from activity where channel = 'web'")).toBe('300000');
});

test('a refused file leaves nothing but its rejected rows, however long it was', async () => {
  writeFileSync(join(folder, 'line.log'), `${log(200_000)}${'x'.repeat(3_000_000)}\n`);
  expect(run('ingest', 'line.log').stderr).toContain('una riga è più lunga di un milione');
  writeFileSync(join(folder, 'rows.log'), `${log(200_000)}${'rotta\n'.repeat(50_000)}`);
  expect(run('ingest', 'rows.log').stdout).toContain('RIFIUTATO');
  expect(await rowsIn('clicks')).toBe(0);
  expect(await rowsIn('load_days')).toBe(0);
  expect(await rowsIn('rejected_rows')).toBe(50_000);
});

test('however many files have been refused over the years, the next command goes on', async () => {
  writeFileSync(join(folder, 'rows.log'), `${log(100)}${'rotta\n'.repeat(50)}`);
  run('ingest', 'rows.log');
  await database.command(
    'insert into loads select * replace (generateUUIDv4(n) as id) from loads final array join range(4000) as n',
  );
  writeFileSync(join(folder, 'short.csv'), 'day,channel,count\n2020-03-09,chat,4\n');
  expect(run('ingest', 'short.csv')).toMatchObject({ status: 0, stderr: '' });
  expect(run('ingest', 'rows.log').stdout).toContain('RIFIUTATO');
});

test('one that was given up by mistake is taken in again, and counts once', async () => {
  writeFileSync(join(folder, 'long.log'), log(300_000));
  const child = await startLoad('long.log');
  child.kill('SIGSTOP');
  const [marker = ''] = markers();
  // A process that nobody has: what another host's would look like if it were mistaken for ours.
  writeFileSync(join(folder, 'loading', marker), `${DEAD} ${hostname()}`);
  run('loads');
  expect(await rowsIn('clicks')).toBe(0);
  child.kill('SIGCONT');
  await ended(child);
  run('loads');
  expect(await one("select sum(count) from activity where channel = 'web'")).toBe('300000');
  expect((await listLoads(database)).map(({ state }) => state)).toEqual(['committed', 'started']);
  expect(await rowsIn('clicks')).toBe(300_000);
});

test('once given up it does not count when its finish was on its way', async () => {
  const load = await cutOff();
  await aDayLater();
  run('loads');
  await database.command(
    `insert into loads select * replace ('committed' as state, now64(6) as committed_at, now64(6) as changed_at)
     from loads final where id = '${load}'`,
  );
  expect((await listLoads(database)).map(({ state }) => state)).toEqual(['started']);
});

test('nor when it is finished long afterwards', async () => {
  const load = await cutOff();
  await database.command(
    'insert into loads select * replace (now64(6) as committed_at, now64(6) as changed_at) from loads final',
  );
  const { plan } = await prepareLoad(join(folder, 'a.csv'), options);
  const outcome: Outcome = {
    ...{ state: 'committed', load, plan, rows: 1, rejected: 0, rejectedRows: [], skipped: new Map() },
    ...{ first: '2020-03-09', last: '2020-03-09', days: 1 },
  };
  await expect(finishLoad(database, outcome, [])).rejects.toThrow(GivenUp);
  expect((await listLoads(database)).map(({ state }) => state)).toEqual(['started']);
});

test('one of another machine is given up after a day, not before', async () => {
  const load = await cutOff();
  await database.command(
    `insert into contacts (load, channel, day, days, metric, count) values ('${load}', 'chat', '2020-03-09', 1, 'contacts', 4)`,
  );
  run('loads');
  expect(await rowsIn('contacts')).toBe(1);
  await aDayLater();
  run('loads');
  expect(await rowsIn('contacts')).toBe(0);
  expect((await loadFile(database, join(folder, 'a.csv'), options)).state).toBe('committed');
});

const options = { settings: checkSettings({}), secret: 'a secret for tests' };

/** A load of a.csv that was cut off as soon as it had begun, and of which nobody here knows. */
async function cutOff(): Promise<string> {
  const load = '00000000-0000-4000-8000-000000000001';
  writeFileSync(join(folder, 'a.csv'), 'day,channel,count\n2020-03-09,chat,4\n');
  await beginLoad(database, load, await prepareLoad(join(folder, 'a.csv'), options));
  return load;
}

async function aDayLater(): Promise<void> {
  await database.command(
    `alter table loads update started_at = started_at - interval 25 hour where 1 settings mutations_sync = 1`,
  );
}

/** Above the highest number that Linux gives to a process. */
const DEAD = 2 ** 22 + 1;
