// SPDX-License-Identifier: AGPL-3.0-or-later
// Accounts and keys as they are made at the machine, used over the line, and found again in the audit log.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environmentOf, rawQuery, testDatabase } from '../../scripts/test-database.ts';
import type { Database } from '../../sql/client.ts';
import { projectRoot } from '../../sql/engine/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-access-'));
const script = (name: string) => join(projectRoot(), 'scripts', name);
const PASSWORD = 'una frase abbastanza lunga';
let database: Database;
let env: NodeJS.ProcessEnv;
let server: ChildProcess | undefined;
let address = '';

beforeAll(async () => {
  database = await testDatabase();
  env = { ...environmentOf(database, folder), INIT_CWD: folder, AFFLUENZA_DEMO: '0', PORT: '0' };
});

afterAll(async () => {
  server?.kill('SIGTERM');
  if (server?.exitCode === null) await new Promise((end) => server?.once('exit', end));
});

function affluenza(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script('affluenza.mjs'), ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Starts the server; resolves with what it said once its address is known. */
function start(more: NodeJS.ProcessEnv): Promise<string> {
  const started = spawn(process.execPath, [script('start.mjs')], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = started;
  return new Promise((ready, failed) => {
    let said = '';
    started.stdout.on('data', (text) => {
      said += text;
      const port = /http:\/\/\S+:(\d+)/.exec(said)?.[1];
      if (!port) return;
      address = `http://127.0.0.1:${port}`;
      ready(said);
    });
    started.once('exit', () => failed(new Error(said)));
  });
}

describe('an installation for more than one machine', { timeout: 120_000 }, () => {
  test('does not start before there is an account, and says how to make one', () => {
    const { status, stderr } = spawnSync(process.execPath, [script('start.mjs')], {
      env: { ...env, HOST: '0.0.0.0' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('HOST=0.0.0.0: chiunque in rete');
    expect(stderr).toContain('npm run affluenza -- user add NOME --role admin');
  });

  test('then starts, and the first person comes in by the invitation', async () => {
    const added = affluenza('user', 'add', 'Anna', '--role', 'admin');
    expect(added.stdout).toMatch(
      /^Utente anna, ruolo: amministrazione\.\nInvito, vale una volta sola fino al .*:\n {2}http:\/\/localhost:0\/accesso\/invito\/[\w-]{43}\n$/,
    );
    const path = /\/accesso\/invito\/\S+/.exec(added.stdout)![0];
    const said = await start({ HOST: '0.0.0.0' });
    expect(said).not.toContain('Tutto è aperto');
    expect((await fetch(`${address}/api/v1/series`)).status).toBe(401);
    expect((await fetch(`${address}/assets/none.js`)).status).toBe(404);
    const led = await fetch(`${address}/dati`, { headers: { Accept: 'text/html' }, redirect: 'manual' });
    expect([led.status, led.headers.get('Location')]).toEqual([302, '/accesso?ritorno=%2Fdati']);
    const body = new URLSearchParams({ nuova: PASSWORD, ripeti: PASSWORD });
    const chosen = await fetch(address + path, {
      method: 'POST',
      body,
      headers: { Origin: address },
      redirect: 'manual',
    });
    expect(chosen.status).toBe(303);
    const [cookie] = chosen.headers
      .getSetCookie()
      .map((line) => line.split(';')[0]!)
      .filter((line) => line.startsWith('affluenza_session'));
    const town = await (await fetch(`${address}/api/v1/town`, { headers: { Cookie: cookie! } })).json();
    expect(town).toMatchObject({ account: { name: 'anna', role: 'admin' }, writable: true, exports: true });
    expect((await fetch(`${address}/dati`, { headers: { Cookie: cookie! } })).status).toBe(200);
  });

  test('keys let programs in, until they are revoked', async () => {
    const { stdout } = affluenza(
      'key',
      'add',
      '--label',
      'Foglio del bilancio',
      '--role',
      'analyst',
      '--days',
      '30',
    );
    const [key = ''] = /aff_[0-9a-f]{12}_[\w-]{43}/.exec(stdout) ?? [];
    // The commands block this process: it would not see that the server has closed a connection meanwhile.
    const ask = async (path: string, sent = key) =>
      (
        await fetch(`${address}${path}`, {
          headers: { Authorization: `Bearer ${sent}`, Connection: 'close' },
        })
      ).status;
    expect(await ask('/api/v1/tables/loads.csv')).toBe(200);
    expect(await ask('/api/v1/audit')).toBe(403);
    expect(await ask('/api/v1/town', `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBe(401);
    expect(await ask('/api/v1/town', "aff_000000000000_' or 1=1")).toBe(401);
    const listed = affluenza('key', 'list').stdout;
    expect(listed).toMatch(/^[0-9a-f]{12} {2}analisi {2}fino al .* {2}Foglio del bilancio\n$/);
    expect(affluenza('key', 'revoke', listed.slice(0, 12)).stdout).toContain('non vale più');
    expect(await ask('/api/v1/town')).toBe(401);
    expect(affluenza('key', 'add', '--label', 'x', '--days', '367').status).toBe(1);
  });

  test('accounts are listed, given another role or password, disabled and enabled', () => {
    expect(affluenza('user', 'add', 'rosa', '--temporary').stdout).toMatch(
      /Password per il primo accesso, vale fino al .*:\n {2}(\w{4}-){3}\w{4}\n$/,
    );
    expect(affluenza('user', 'list').stdout).toBe(
      'anna  amministrazione  attivo\nrosa  lettura  deve cambiare password\n',
    );
    expect(affluenza('user', 'role', 'rosa', 'editor').stdout).toBe('Utente rosa, ruolo: redazione.\n');
    expect(affluenza('user', 'disable', 'rosa').stdout).toBe('rosa non entra più.\n');
    expect(affluenza('user', 'password', 'rosa').stderr).toContain('user enable rosa');
    expect(affluenza('user', 'enable', 'rosa').status).toBe(0);
    expect(affluenza('user', 'password', 'rosa').stdout).toContain('/accesso/invito/');
    for (const [args, said] of [
      [['add', 'anna'], "L'utente anna c'è già"],
      [['add', 'è'], 'non può essere un nome utente'],
      [['role', 'nessuno', 'admin'], "L'utente nessuno non c'è"],
      [['add', 'carlo', '--role', 'public'], 'reader'],
    ] as const) {
      const { status, stderr } = affluenza('user', ...args);
      expect([status, stderr.includes(said)]).toEqual([1, true]);
    }
  });

  test('all of it stands in the audit log, and so does taking in, revoking and taking away', async () => {
    writeFileSync(join(folder, 'conteggi.csv'), 'giorno,canale,conteggio\n2020-03-02,phone,3\n');
    affluenza('ingest', 'conteggi.csv');
    affluenza('ingest', 'conteggi.csv');
    const [id = ''] = /[0-9a-f-]{36}/.exec(affluenza('loads').stdout) ?? [];
    affluenza('loads', 'revoke', id);
    affluenza('loads', 'retry', id);
    affluenza('export', 'loads', '--out', 'loads.csv');
    const entries = affluenza('audit', '--limit', '50').stdout.trim().split('\n').reverse();
    const me = userInfo().username;
    expect(entries.map((line) => line.split('  ').slice(1).join('  '))).toEqual([
      `${me}  comandi  utente aggiunto  anna admin`,
      `${me}  comandi  utente invitato  anna`,
      expect.stringMatching(/^\(nessuno\) {2}server {2}impostazioni cambiate {2}sha256 [0-9a-f]{64}$/),
      'anna  pagine  password scelta',
      'anna  pagine  accesso',
      `${me}  comandi  chiave aggiunta  Foglio del bilancio analyst`,
      'Foglio del bilancio  chiave  tabella presa  /api/v1/tables/loads.csv',
      `${me}  comandi  chiave annullata  Foglio del bilancio`,
      `${me}  comandi  utente aggiunto  rosa reader`,
      `${me}  comandi  utente invitato  rosa`,
      `${me}  comandi  ruolo cambiato  rosa editor`,
      `${me}  comandi  utente disattivato  rosa`,
      `${me}  comandi  utente riattivato  rosa`,
      `${me}  comandi  utente invitato  rosa`,
      `${me}  comandi  carico  ${id} committed`,
      `${me}  comandi  carico annullato  ${id}`,
      `${me}  comandi  carico rimesso  ${id}`,
      `${me}  comandi  tabella presa  loads`,
    ]);
    expect(affluenza('audit', '--to', '2020-01-01').stdout).toBe('In questi giorni nulla.\n');
  });

  test('no secret stands in the database', async () => {
    const tables = ['accounts', 'sessions', 'api_keys', 'audit'];
    const all = await Promise.all(
      tables.map((table) => rawQuery(database, `select * from ${table} format JSONEachRow`)),
    );
    expect(all.join('')).toContain('scrypt$17$8$1$');
    expect(all.join('')).not.toContain(PASSWORD);
    expect(all.join('')).not.toMatch(/aff_|127\.0\.0\.1|node|undici/);
  });
});
