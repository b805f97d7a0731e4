// SPDX-License-Identifier: AGPL-3.0-or-later
// The command as people run it: its words, its exit code, and what is left when it is killed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { environmentOf, rawQuery, testDatabase } from '../scripts/test-database.ts';
import type { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { refresh } from '../sql/rollups.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-cli-'));
const command = join(projectRoot(), 'scripts', 'affluenza.mjs');

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

function run(database: Database, ...args: string[]) {
  const env = { ...environmentOf(database, folder), INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

/** Every visible count: what must be the same however a file got in. */
function numbers(database: Database): Promise<string> {
  return rawQuery(
    database,
    'select channel, day, sum(count) from activity group by all order by all format TSV',
  );
}

describe('the command', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });

  test('says what it took in, and ends with 0', () => {
    const file = write('chat.csv', 'giorno,conversazioni\n2020-03-09,4\n2020-03-10,1\n');
    const { status, text } = run(database, 'ingest', file);
    expect(text).toContain('chat.csv: caricato');
    expect(text).toContain('2 prese, 0 scartate');
    expect(text).toContain('2, dal 9 marzo 2020 al 10 marzo 2020');
    expect(status).toBe(0);
  });

  test('names rejected rows by line, column and value, and ends with 2', () => {
    const file = write('rejected.csv', 'day,channel,count\n2020-03-09,chat,4\n2020-03-10,chat,-4\n');
    const { status, text } = run(database, 'ingest', '--max-rejected', '50', file);
    expect(text).toContain('riga 3, colonna count, «-4»: numero negativo');
    expect(status).toBe(2);
  });

  test('counts a log that is long enough for several threads to the last line', async () => {
    const hours = 24 * 30;
    const agent = `Mozilla/5.0 (X11; Linux x86_64) ${'x'.repeat(1000)}`;
    const line = (i: number) => {
      const at = new Date(Date.UTC(2018, 5, 1, Math.floor((i * hours) / 16_000)));
      const stamp = `${String(at.getUTCDate()).padStart(2, '0')}/Jun/2018:${at.toISOString().slice(11, 19)} +0000`;
      return `192.0.2.${i % 200} - - [${stamp}] "GET /pagina-${i} HTTP/1.1" ${i % 4 === 0 ? 404 : 200} 5 "-" "${agent}"`;
    };
    const file = write('long.log', `${Array.from({ length: 16_000 }, (_, i) => line(i)).join('\n')}\nrotta`);
    const { status, text } = run(database, 'ingest', file);
    expect(text).toContain('12.000 prese, 1 scartata, 4.000 che non sono contatti');
    expect(text).toContain('riga 16.001: la riga non ha la forma delle altre');
    expect(status).toBe(2);
    const counted = "select sum(count) from activity where channel = 'web' and toYear(day) = 2018 format TSV";
    expect(await rawQuery(database, counted)).toBe('12000\n');
    // A thread has been started for it, and is not needed.
    expect(run(database, 'ingest', file)).toMatchObject({
      status: 0,
      text: expect.stringContaining('già caricato, non cambia nulla'),
    });
    // Nor is it missed when it cannot be had.
    const failing =
      "import { isMainThread } from 'node:worker_threads'; if (!isMainThread) throw new Error('no threads');";
    vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(failing)}`);
    const again = run(database, 'ingest', file);
    vi.unstubAllEnvs();
    expect(again).toMatchObject({
      status: 0,
      text: expect.stringContaining('già caricato, non cambia nulla'),
    });
  });

  test('ends with 1 when nothing was taken in', () => {
    expect(run(database, 'ingest', 'elenco-2020.csv')).toMatchObject({
      status: 1,
      text: expect.stringContaining('elenco-2020.csv: il file non esiste'),
    });
    const file = write('fax.csv', 'day,channel,count\n2020-03-09,fax,4\n');
    const { status, text } = run(database, 'ingest', file);
    expect(text).toContain('canale non dichiarato; i canali sono web, social, chat');
    expect(status).toBe(1);
  });

  test('takes the source by its name, and refuses one that does not exist', () => {
    const file = write('plain.csv', 'data,numero\n2020-05-09,4\n');
    expect(run(database, 'ingest', file).status).toBe(1);
    expect(run(database, 'ingest', '--source', 'chat', file).status).toBe(0);
    expect(run(database, 'ingest', '--source', 'fax', file).text).toContain('le fonti sono: weblog');
  });

  test('lists the loads and takes one back', async () => {
    const before = await numbers(database);
    const { text } = run(database, 'ingest', write('parte.csv', 'day,channel,count\n2020-03-09,chat,40\n'));
    const id = /carico\s+(\S+)/.exec(text)?.[1] ?? '';
    expect(await numbers(database)).not.toBe(before);
    expect(run(database, 'loads').text).toContain(`${id}  caricato`);
    expect(run(database, 'loads', 'revoke', id.slice(0, 8)).text).toContain('Annullato: parte.csv');
    expect(await numbers(database)).toBe(before);
    expect(run(database, 'loads', 'revoke', id).status).toBe(1);
  });

  test('refuses a settings file that is wrong, naming the key', () => {
    const settings = write('wrong.json', '{"patronDay": "31-12", "chanels": []}');
    const env = {
      ...environmentOf(database, folder),
      AFFLUENZA_SETTINGS: join(folder, settings),
      INIT_CWD: folder,
    };
    const { status, stderr } = spawnSync(process.execPath, [command, 'ingest', 'chat.csv'], {
      env,
      encoding: 'utf8',
    });
    expect(stderr).toContain('patronDay: giorno inesistente; si scrive 08-10 (mese-giorno)');
    expect(stderr).toContain('chiave sconosciuta: chanels');
    expect(status).toBe(1);
  });
});

describe('more ways to take files in', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });

  test('a trial says what would happen and saves nothing', async () => {
    const file = write('riepilogo.csv', 'day,channel,count\n2020-03-09,chat,4\n');
    const { status, text } = run(database, 'ingest', '--dry-run', file);
    expect(text).toContain('riepilogo.csv: si può caricare');
    expect(text).toContain('Prova: non è stato salvato nulla.');
    expect(status).toBe(0);
    expect(await numbers(database)).toBe('');
    expect(run(database, 'loads').text).toContain('Nessun file è stato ancora caricato.');
  });

  test('a trial too builds months that a cut-off command left behind', async () => {
    const own = await testDatabase();
    run(own, 'ingest', write('before.csv', 'day,channel,count\n2020-03-09,chat,4\n'));
    await own.command('alter table activity drop partition id {month:String}', { month: '202003' });
    run(own, 'ingest', '--dry-run', write('trial.csv', 'day,channel,count\n2020-05-01,chat,2\n'));
    expect(await numbers(own)).toBe('chat\t2020-03-09\t4\n');
  });

  test('a folder, or a pattern, in the order of the names', async () => {
    mkdirSync(join(folder, 'rotated'));
    for (const day of [9, 10])
      write(`rotated/counts-${day}.csv`, `day,channel,count\n2020-03-${day === 9 ? '09' : 10},chat,${day}\n`);
    const { status, text } = run(database, 'ingest', 'rotated');
    expect(status).toBe(0);
    expect(text.indexOf('counts-9.csv')).toBeLessThan(text.indexOf('counts-10.csv'));
    expect(run(database, 'ingest', 'rotated/*.csv').text).toContain('già caricato');
    expect(run(database, 'ingest', 'rotated/*.log')).toMatchObject({
      status: 1,
      text: expect.stringContaining("non c'è nessun file"),
    });
    expect(await numbers(database)).toBe('chat\t2020-03-09\t9\nchat\t2020-03-10\t10\n');
  });

  test('a revoked load is put back', async () => {
    const before = await numbers(database);
    const { text } = run(database, 'ingest', write('copia.csv', 'day,channel,count\n2020-03-09,chat,90\n'));
    const after = await numbers(database);
    const id = /carico\s+(\S+)/.exec(text)?.[1] ?? '';
    run(database, 'loads', 'revoke', id);
    expect(await numbers(database)).toBe(before);
    expect(run(database, 'loads', 'retry', id).text).toContain('Rimesso: copia.csv');
    expect(await numbers(database)).toBe(after);
    expect(run(database, 'loads', 'retry', id).status).toBe(1);
  });

  test('a folder that is watched: what is taken in goes to done, what is not to rejected', () => {
    mkdirSync(join(folder, 'drop'));
    write('drop/good.csv', 'day,channel,count\n2020-04-09,chat,4\n');
    write('drop/bad.csv', 'a;b\n1;2\n');
    run(database, 'watch', '--once', 'drop');
    write('drop/good.csv', 'day,channel,count\n2020-04-10,chat,4\n');
    run(database, 'watch', '--once', 'drop');
    expect(readdirSync(join(folder, 'drop', 'done')).sort()).toEqual(['good-2.csv', 'good.csv']);
    expect(readdirSync(join(folder, 'drop', 'rejected'))).toEqual(['bad.csv']);
  });

  test('a mapping is proposed, and with it the table is taken in', async () => {
    write('ticket.csv', 'Aperto il;Numero richieste\n11/05/2020;12\n13/05/2020;0\n');
    const proposed = run(database, 'map', '--out', 'ticket.json', 'ticket.csv');
    expect(proposed.text).toContain('--mapping ticket.json');
    const mapping = JSON.parse(readFileSync(join(folder, 'ticket.json'), 'utf8'));
    write('ticket.json', JSON.stringify({ ...mapping, channel: 'email' }));
    expect(run(database, 'ingest', '--mapping', 'ticket.json', 'ticket.csv')).toMatchObject({ status: 0 });
    expect(await numbers(database)).toContain('email\t2020-05-11\t12\nemail\t2020-05-13\t0\n');
  });

  test('a pull without a token says which one', () => {
    const args = [
      '--url',
      'https://matomo.example',
      '--site',
      '1',
      '--from',
      '2020-01-01',
      '--to',
      '2020-01-31',
    ];
    expect(run(database, 'pull', 'matomo', ...args).text).toContain('AFFLUENZA_MATOMO_TOKEN');
  });
});

describe('killed at any moment', () => {
  const KILLS = 20;

  test('and run again gives the numbers of an undisturbed run', { timeout: 180_000 }, async () => {
    const [undisturbed, killed] = [await testDatabase(), await testDatabase()];
    const first = write('first.log', accessLog(0, 30_000));
    const second = write('second.log', accessLog(15_000, 60_000));
    run(undisturbed, 'ingest', first);
    const started = performance.now();
    run(undisturbed, 'ingest', second);
    const whole = performance.now() - started;
    const all = await numbers(undisturbed);

    run(killed, 'ingest', first);
    const half = await numbers(killed);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await runAndKill(killed, second, (whole * kill) / KILLS);
      const seen = await visibleOnceRepaired(killed);
      expect([half, all]).toContain(seen);
    }
    run(killed, 'ingest', second);
    expect(await numbers(killed)).toBe(all);
    // Of what the killed ones wrote nothing is left.
    expect(await rawQuery(killed, 'select count() from clicks format TSV')).toBe('75000\n');
    const rows = "select countIf(channel = 'web') > 0, sum(count) from activity format TSV";
    expect(await rawQuery(killed, rows)).toBe('1\t60000\n');
  });

  /** A reader that comes after the kill brings the rollups up to date first, as the server does. */
  async function visibleOnceRepaired(database: Database): Promise<string> {
    await refresh(database);
    return numbers(database);
  }

  function runAndKill(database: Database, file: string, after: number): Promise<void> {
    const env = { ...environmentOf(database, folder), INIT_CWD: folder };
    const child: ChildProcess = spawn(process.execPath, [command, 'ingest', file], { env, stdio: 'ignore' });
    setTimeout(() => child.kill('SIGKILL'), after);
    return new Promise((ended) => child.once('exit', () => ended()));
  }
});

/** Lines of some months, each a hundred and fifty seconds after the other. */
function accessLog(from: number, to: number): string {
  const lines = Array.from({ length: to - from }, (_, i) => {
    const time = new Date(Date.UTC(2020, 0, 1) + (from + i) * 150_000).toUTCString();
    const stamp = `${time.slice(5, 7)}/${time.slice(8, 11)}/${time.slice(12, 16)}:${time.slice(17, 25)} +0000`;
    const place = `192.0.2.${(from + i) % 250} - - [${stamp}] "GET /p/${(from + i) % 50} HTTP/1.1"`;
    return `${place} 200 99 "-" "Mozilla/5.0 (X11; Linux x86_64)"`;
  });
  return `${lines.join('\n')}\n`;
}
