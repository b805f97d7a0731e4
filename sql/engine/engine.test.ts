// SPDX-License-Identifier: AGPL-3.0-or-later
// The embedded engine between processes: found by the second, gone after the last, back when it was lost.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { Database } from '../client.ts';
import { migrate } from '../migrate.ts';
import { findLibrary, holdEngine, projectRoot, startEarly } from './engine.ts';
import { EngineError, explainFailedStart } from './failures.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'affluenza-engine-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const processOf = () =>
  JSON.parse(readFileSync(join(directory, 'engine', 'engine.json'), 'utf8')).pid as number;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that has ended and was not waited for still has a number.
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !readFileSync(status, 'utf8').includes(') Z ');
}

async function ended(pid: number): Promise<void> {
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
}

describe('the embedded engine', () => {
  test('is shared by all who hold it, and ends with the last', async () => {
    const first = await holdEngine(directory);
    const second = await holdEngine(directory);
    const pid = processOf();
    expect(second.url).toBe(first.url);
    await first.release();
    expect(isRunning(pid)).toBe(true);
    await second.release();
    await ended(pid);
  });

  test('that was started early is given to who asks first, and to nobody besides', async () => {
    const started = startEarly({ AFFLUENZA_DATA: directory });
    const [first, second] = [await holdEngine(directory), await holdEngine(directory)];
    expect(first).toBe(await started);
    expect(second).not.toBe(first);
    await Promise.all([first.release(), second.release()]);
  });

  test('is not started early where another one is served', () => {
    const env = { AFFLUENZA_DATA: directory, CLICKHOUSE_URL: 'http://127.0.0.1:1' };
    expect(startEarly(env)).toBeUndefined();
    expect(existsSync(join(directory, 'engine'))).toBe(false);
  });

  test('is started once by two who come at the same moment', async () => {
    const [first, second] = await Promise.all([holdEngine(directory), holdEngine(directory)]);
    expect(second.url).toBe(first.url);
    await Promise.all([first.release(), second.release()]);
  });

  test('clears away what dead processes left, and nothing of those that are still starting', async () => {
    mkdirSync(join(directory, 'engine'));
    const left = join(directory, 'engine', `${2 ** 22 + 1}.users.xml`);
    const starting = join(directory, 'engine', `${process.pid}.users.xml`);
    for (const file of [left, starting]) writeFileSync(file, '');
    const engine = await holdEngine(directory);
    expect([existsSync(left), existsSync(starting)]).toEqual([false, true]);
    rmSync(starting);
    await engine.release();
  });

  test('is started again by whoever needs it next, and the work goes on', async () => {
    const database = new Database({ dataDirectory: directory });
    await migrate(database);
    await database.insertRows('migrations', [{ name: 'kept' }]);
    process.kill(processOf(), 'SIGKILL');
    const names = await database.ask<{ name: string }>('migrations-applied.sql');
    expect(names.map(({ name }) => name)).toContain('kept');
    await database.close();
  });

  test('does not outlive a process that was killed', async () => {
    const script = join(projectRoot(), 'scripts', 'affluenza.mjs');
    const env = {
      ...process.env,
      AFFLUENZA_DATA: directory,
      CLICKHOUSE_URL: '',
      AFFLUENZA_DEMO: '0',
      PORT: '0',
    };
    const server = spawn(process.execPath, [join(projectRoot(), 'scripts', 'start.mjs')], {
      env,
      stdio: 'pipe',
    });
    await new Promise<void>((ready) =>
      server.stdout.on('data', (text) => String(text).includes('http://') && ready()),
    );
    const pid = processOf();
    // Beside the server a command uses the same engine and leaves it running.
    const list = spawn(process.execPath, [script, 'loads'], { env, stdio: 'ignore' });
    expect(await new Promise((exit) => list.once('exit', exit))).toBe(0);
    expect(processOf()).toBe(pid);
    expect(isRunning(pid)).toBe(true);
    server.kill('SIGKILL');
    await ended(pid);
  });

  test('lets the reading user only read', async () => {
    const engine = await holdEngine(directory);
    const say = async (sql: string) => {
      const { name, password } = engine.users.read;
      const headers = { 'X-ClickHouse-User': name, 'X-ClickHouse-Key': password, Connection: 'close' };
      return (await fetch(engine.url, { method: 'POST', body: sql, headers })).text();
    };
    expect(await say('select 1')).toBe('1\n');
    expect(await say('create table affluenza.x (a UInt8) engine = Memory')).toContain('ACCESS_DENIED');
    expect(await say("select * from file('/etc/passwd', LineAsString)")).toContain('ACCESS_DENIED');
    expect(await say("select * from url('http://127.0.0.1:1/', LineAsString)")).toContain('ACCESS_DENIED');
    expect(await say('select 1 settings max_execution_time = 100')).toContain('max_execution_time');
    const stranger = await fetch(`${engine.url}/?user=default`, { method: 'POST', body: 'show databases' });
    expect(await stranger.text()).toContain('QUOTA_EXCEEDED');
    await engine.release();
  });
});

describe('what is in the way is said, with the way out', () => {
  test('a platform without the library', () => {
    expect(() => findLibrary('win32', 'x64')).toThrow(/win32 x64.*CLICKHOUSE_URL.*WSL/);
  });

  test('a folder that cannot be made', async () => {
    writeFileSync(join(directory, 'file'), '');
    await expect(holdEngine(join(directory, 'file'))).rejects.toThrow(/AFFLUENZA_DATA/);
  });

  test.each([
    ['No space left on device', /disco di .* è pieno/],
    ['filesystem error: Permission denied', /AFFLUENZA_DATA/],
    ['libchdb.so: cannot open shared object file', /glibc/],
    ['something else', /CLICKHOUSE_URL.*\nsomething else/],
  ])('an engine that ends saying "%s"', (log, sentence) => {
    expect(explainFailedStart(log, '/data').message).toMatch(sentence);
  });

  test('an engine that cannot start says what it said', async () => {
    const engine = await holdEngine(directory);
    await engine.release();
    rmSync(join(directory, 'engine', 'db'), { recursive: true });
    writeFileSync(join(directory, 'engine', 'db'), 'not a folder');
    await expect(holdEngine(directory)).rejects.toThrow(EngineError);
  });

  test('a wrong password', async () => {
    const { url, write } = inject('served');
    const served = { url, write: { name: write.name, password: 'wrong' } };
    const database = new Database({ dataDirectory: directory, served });
    await expect(migrate(database)).rejects.toThrow(/CLICKHOUSE_USER e CLICKHOUSE_PASSWORD/);
    await database.close();
  });

  test('a server that does not answer', async () => {
    const served = { url: 'http://127.0.0.1:1', write: { name: 'a', password: 'b' } };
    const database = new Database({ dataDirectory: directory, served });
    await expect(migrate(database)).rejects.toThrow(/non risponde a http:\/\/127\.0\.0\.1:1/);
    await database.close();
  });

  test('a server that is too old', async () => {
    // Only the version is asked of it, and only the version matters.
    const old = createServer((_, answer) => answer.end('{"version":"23.8.1.1"}\n')).listen(0, '127.0.0.1');
    await new Promise((listening) => old.once('listening', listening));
    const served = {
      url: `http://127.0.0.1:${(old.address() as AddressInfo).port}`,
      write: { name: 'a', password: 'b' },
    };
    const database = new Database({ dataDirectory: directory, served });
    await expect(migrate(database)).rejects.toThrow(/23\.8\.1\.1.*24\.9/);
    await database.close();
    old.close();
  });
});
