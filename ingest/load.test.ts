// SPDX-License-Identifier: AGPL-3.0-or-later
// Loading as the office does it: what is in the files decides the numbers, however and how often they are loaded.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rawQuery, testDatabase } from '../scripts/test-database.ts';
import { Database } from '../sql/client.ts';
import { migrate } from '../sql/migrate.ts';
import { dataState, refresh } from '../sql/rollups.ts';
import { checkSettings } from '../sql/settings.ts';
import { listLoads, listRejected } from './journal.ts';
import { type LoadOptions, loadFile, type Outcome, revokeLoads } from './load.ts';
import { Writer } from './writer.ts';

const settings = checkSettings({});
const folder = mkdtempSync(join(tmpdir(), 'affluenza-load-'));
const options: LoadOptions = { settings, secret: 'a secret for tests' };
let database: Database;
let files = 0;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  const loads = await listLoads(database);
  await revokeLoads(
    database,
    loads.filter(({ state }) => state === 'committed').map(({ id }) => id),
  );
});

/** Loads a file with this content. */
function load(content: string | Buffer, more: Partial<LoadOptions> = {}): Promise<Outcome> {
  files += 1;
  const file = join(folder, `${files}.txt`);
  writeFileSync(file, content);
  return loadFile(database, file, { ...options, ...more });
}

/** What the settings of Montevarchi do not count as contacts, of the sources used here. */
const UNCOUNTED = ['matomo:visits', 'whatsapp:messages'];

interface Seen {
  channel: string;
  day: string;
  count: number;
}

/** `chat 2020-03-09 4`, and so on: the days that are complete. */
async function seen(from = database): Promise<string[]> {
  const all = { from: '1990-01-01', to: '2100-01-01', channels: [], uncounted: UNCOUNTED };
  const rows = await from.ask<Seen & { complete: boolean }>('metrics/days.sql', {
    ...all,
    ended_sources: [],
    ended_scopes: [],
    ended_days: [],
  });
  return rows.map(
    ({ channel, day, count, complete }) => `${channel} ${day} ${complete ? count : 'incomplete'}`,
  );
}

const counts = (...rows: string[]) => ['day,channel,count', ...rows, ''].join('\n');

/** A line of an access log on 10 March 2020, from an address of the documentation's. */
function line(second: number, path = '/', address = '192.0.2.1'): string {
  const time = `10/Mar/2020:09:00:${String(second).padStart(2, '0')} +0100`;
  return `${address} - - [${time}] "GET ${path} HTTP/1.1" 200 100 "-" "Mozilla/5.0 (X11; Linux x86_64)"`;
}

const log = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('a table of counts', () => {
  test('is seen as it is written, zero and missing days apart', async () => {
    const outcome = await load(counts('2020-03-09,chat,4', '2020-03-11,chat,0'));
    expect(outcome).toMatchObject({
      state: 'committed',
      rows: 2,
      rejected: 0,
      days: 2,
      first: '2020-03-09',
      last: '2020-03-11',
    });
    expect(await seen()).toEqual(['chat 2020-03-09 4', 'chat 2020-03-11 0']);
  });

  test('loaded twice changes nothing', async () => {
    const first = await load(counts('2020-03-09,chat,4'));
    const again = await load(counts('2020-03-09,chat,4'));
    expect(again).toMatchObject({ state: 'unchanged', load: first.load });
    expect(await seen()).toEqual(['chat 2020-03-09 4']);
  });

  test('corrected replaces the days and channels it covers, and no others', async () => {
    await load(counts('2020-03-09,chat,4', '2020-03-10,chat,5', '2020-03-09,phone,7'));
    await load(counts('2020-03-10,chat,6'));
    expect(await seen()).toEqual(['chat 2020-03-09 4', 'chat 2020-03-10 6', 'phone 2020-03-09 7']);
  });

  test('comes back when its correction is revoked', async () => {
    await load(counts('2020-03-09,chat,4'));
    const correction = await load(counts('2020-03-09,chat,6', '2020-04-01,chat,1'));
    expect(await seen()).toEqual(['chat 2020-03-09 6', 'chat 2020-04-01 1']);
    await revokeLoads(database, [correction.load]);
    expect(await seen()).toEqual(['chat 2020-03-09 4']);
  });

  test('loaded again after its correction counts again: the last one wins', async () => {
    await load(counts('2020-03-09,chat,4'));
    await load(counts('2020-03-09,chat,6'));
    expect((await load(counts('2020-03-09,chat,4'))).state).toBe('committed');
    expect(await seen()).toEqual(['chat 2020-03-09 4']);
  });
});

describe('a table of contacts by platform', () => {
  const header = 'giorno;piattaforma;contatti\n';

  test('that lacks a row in its correction loses it', async () => {
    await load(`${header}2020-03-09;facebook;3\n2020-03-10;facebook;2\n2020-03-10;instagram;5\n`);
    await load(`${header}2020-03-10;facebook;2\n`);
    // Instagram is a scope of its own: the correction does not speak of it.
    expect(await seen()).toEqual(['social 2020-03-09 3', 'social 2020-03-10 7']);
  });

  test('is incomplete on the days for which a platform that had begun is missing', async () => {
    await load(`${header}2020-03-09;facebook;3\n2020-03-09;instagram;1\n`);
    await load(`${header}2020-03-10;facebook;3\n`);
    expect(await seen()).toEqual(['social 2020-03-09 4', 'social 2020-03-10 incomplete']);
  });

  test('gives way to a count of the whole channel on the same day', async () => {
    await load(`${header}2020-03-09;facebook;3\n2020-03-10;facebook;4\n`);
    await load(counts('2020-03-09,social,10'));
    expect(await seen()).toEqual(['social 2020-03-09 10', 'social 2020-03-10 4']);
  });
});

describe('a list of practices', () => {
  const header = 'numero;presentata il;tipo;argomento;canale;esito;chiusa il\n';

  test('vouches for every day from its first to its last', async () => {
    await load(`${header}1;09/03/2020;a;b;email;accolta;\n2;11/03/2020 10:00;a;b;email;accolta;\n`);
    expect(await seen()).toEqual(['practice 2020-03-09 1', 'practice 2020-03-10 0', 'practice 2020-03-11 1']);
  });

  test('replaces the days it covers, so that a practice that is gone is gone', async () => {
    await load(
      `${header}1;09/03/2020;a;b;email;accolta;\n2;10/03/2020;a;b;email;accolta;\n3;11/03/2020;a;b;email;accolta;\n`,
    );
    await load(`${header}1;09/03/2020;a;b;email;accolta;\n3;10/03/2020;a;b;email;accolta;\n`);
    expect(await seen()).toEqual(['practice 2020-03-09 1', 'practice 2020-03-10 1', 'practice 2020-03-11 1']);
  });
});

describe('an access log', () => {
  test('in overlapping parts counts every line once, and equal lines as often as they stand', async () => {
    const lines = [line(1), line(1), line(2), line(3, '/a.css'), line(4), line(5)];
    await load(log(...lines.slice(0, 4)));
    await load(log(...lines.slice(2)));
    await load(log(...lines));
    expect(await seen()).toEqual(['web 2020-03-10 5']);
  });

  test('of bots only says that nobody came', async () => {
    const bot = line(1).replace('Mozilla/5.0 (X11; Linux x86_64)', 'Googlebot/2.1');
    const outcome = await load(log(bot));
    expect([...outcome.skipped]).toEqual([['bot', 1]]);
    expect(await seen()).toEqual(['web 2020-03-10 0']);
  });

  test('keeps neither addresses nor agents, and tells visitors of a day apart', async () => {
    await load(log(line(1), line(2, '/b'), line(3, '/b', '192.0.2.9')));
    expect(await rawQuery(database, 'select * from clicks format TSV')).not.toMatch(/192\.0\.2|Mozilla/);
    const visitors = "select uniqCombined64Merge(14)(visitors) from activity where channel = 'web'";
    expect(await rawQuery(database, visitors)).toBe('2\n');
  });
});

describe('two counters of the same contacts', () => {
  test('are not added: the log counts where both know, the other one elsewhere', async () => {
    await load('date,nb_visits,nb_actions\n2020-03-10,5,50\n2020-03-11,4,40\n');
    expect(await seen()).toEqual(['web 2020-03-10 50', 'web 2020-03-11 40']);
    await load(log(line(1), line(2)));
    expect(await seen()).toEqual(['web 2020-03-10 2', 'web 2020-03-11 40']);
  });

  test('a metric that is no contact neither covers a day nor uncovers one', async () => {
    await load('date,nb_visits\n2020-03-10,5\n2020-03-11,4\n', { source: 'matomo' });
    expect(await seen()).toEqual([]);
  });
});

describe('exports of chats', () => {
  const first = '27/02/2020, 09:00 - Anna Rosi: uno\n29/02/2020, 09:00 - Anna Rosi: due\n';

  test('join: a silent chat is zero, and a longer export of the same chat counts nothing twice', async () => {
    await load(first);
    expect(await seen()).toEqual(['chat 2020-02-27 1', 'chat 2020-02-28 0', 'chat 2020-02-29 1']);
    await load('28/02/2020, 09:00 - Bea Neri: uno\n02/03/2020, 09:00 - Bea Neri: due\n');
    await load(`${first}29/02/2020, 10:00 - Ufficio: ciao\n02/03/2020, 08:00 - Anna Rosi: tre\n`);
    const days = [
      'chat 2020-02-27 1',
      'chat 2020-02-28 1',
      'chat 2020-02-29 1',
      'chat 2020-03-01 0',
      'chat 2020-03-02 2',
    ];
    expect(await seen()).toEqual(days);
  });

  test('leave no name behind, not even that of the file', async () => {
    const file = join(folder, 'Chat WhatsApp con Anna Rosi.txt');
    writeFileSync(file, first);
    const { load: id } = await loadFile(database, file, options);
    expect(await rawQuery(database, 'select * from contacts format TSV')).not.toContain('Rosi');
    expect(await rawQuery(database, `select file from loads final where id = '${id}'`)).toBe(
      'whatsapp.txt\n',
    );
  });

  test('read again with the name of the office replace the first reading', async () => {
    const chat = `${first}29/02/2020, 10:00 - Ufficio: ciao\n01/03/2020, 11:00 - Ufficio: di nuovo\n`;
    await load(chat);
    expect((await seen()).at(-1)).toBe('chat 2020-03-01 1');
    files -= 1;
    await load(chat, { settings: checkSettings({ officeNames: ['Ufficio'] }) });
    expect(await seen()).toEqual([
      'chat 2020-02-27 1',
      'chat 2020-02-28 0',
      'chat 2020-02-29 1',
      'chat 2020-03-01 0',
    ]);
  });
});

describe('a file with rows that cannot be right', () => {
  test('is taken in without them, and they are kept with their reasons', async () => {
    const good = Array.from(
      { length: 40 },
      (_, i) => `2020-0${i < 20 ? 1 : 2}-${String((i % 20) + 1).padStart(2, '0')},chat,1`,
    );
    const outcome = await load(counts(...good, '2020-02-31,chat,1'));
    expect(outcome).toMatchObject({ state: 'committed', rows: 40, rejected: 1 });
    expect(await listRejected(database, outcome.load)).toEqual([
      { line: 42, column: 'day', value: '2020-02-31', reason: 'data inesistente o non riconosciuta' },
    ]);
  });

  test('is told by line, also below a cell that a line feed cuts in two', async () => {
    const good = Array.from(
      { length: 40 },
      (_, i) => `2020-0${i < 20 ? 1 : 2}-${String((i % 20) + 1).padStart(2, '0')},chat,1`,
    );
    const rows = ['day,channel,count', '2020-03-09,we\nb,3', ...good, '2020-02-31,chat,1'];
    const outcome = await load(`${rows.join('\r\n')}\r\n`);
    expect((await listRejected(database, outcome.load)).map(({ line }) => line)).toEqual([2, 44]);
  });

  test('keeps of a value what can be kept, and a stray NUL is a matter of its row', async () => {
    const good = Array.from({ length: 20 }, (_, i) => `2020-01-${String(i + 1).padStart(2, '0')},chat,1`);
    const long = `${'x'.repeat(59)}🤓`;
    const outcome = await load(counts(...good, `2020-02-01,${long},1`, '2020-02-02,ch\0at,1'), {
      maxRejected: 0.1,
    });
    expect(outcome).toMatchObject({ state: 'committed', rows: 20, rejected: 2 });
    const values = (await listRejected(database, outcome.load)).map(({ value }) => value);
    expect(values).toEqual([`${'x'.repeat(59)}\ufffd…`, 'xx\0xx']);
  });

  test('is refused whole when they are too many, and the numbers stay', async () => {
    await load(counts('2020-03-09,chat,4'));
    const outcome = await load(counts('2020-03-09,chat,5', '2020-03-10,chat,-1'));
    expect(outcome).toMatchObject({ state: 'refused', rows: 1, rejected: 1 });
    expect(await seen()).toEqual(['chat 2020-03-09 4']);
    expect((await load(counts('2020-03-09,chat,5', '2020-03-10,chat,-1'), { maxRejected: 0.5 })).state).toBe(
      'committed',
    );
  });

  test.each([
    ['an empty file', '', 'il file è vuoto'],
    ['a header alone', 'day,channel,count\n', 'non contiene nessuna riga di dati'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "è un'immagine"],
    ['other bytes', Buffer.from([0xca, 0xfe, 0, 0, 0, 0, 0, 13]), 'non è un file di testo'],
    ['another table', 'a;b;c\n1;2;3\n', 'non si capisce che file sia: comincia con "a | b | c"'],
    ['the status of a server', '{\n  "connections": { "active": 3 }\n}\n', 'altri JSON non si leggono'],
    ['other JSON', '[{"giorno":"2020-03-09","SPID":3}]', 'altri JSON non si leggono'],
    ['quotes that do not end', counts('2020-03-09,"chat,4', '2020-03-10,chat,4'), 'virgolette aperte'],
    [
      'quotes that end in another row, which would be lost',
      counts('2020-03-08,chat,1', '2020-03-09,"chat,4', '2020-03-10,"chat",4'),
      'virgolette aperte che non si chiudono dove dovrebbero (riga 3)',
    ],
    ['the same day twice', counts('2020-03-09,chat,4', '2020-03-09,chat,5'), '2020-03-09 chat (righe 2 e 3)'],
  ])('%s is refused in a sentence', async (_, content, sentence) => {
    await expect(load(content)).rejects.toThrow(sentence);
    expect(await seen()).toEqual([]);
  });
});

describe('the rollups', () => {
  test('are built again when a process ended between the commit and the rebuild', async () => {
    await load(counts('2020-03-09,chat,4', '2020-05-01,chat,2'));
    await database.command('alter table activity drop partition id {month:String}', { month: '202003' });
    expect((await dataState(database)).outdated).toEqual([202003]);
    await refresh(database);
    expect(await seen()).toEqual(['chat 2020-03-09 4', 'chat 2020-05-01 2']);
  });

  test('are right after many loads at the same moment', async () => {
    const days = Array.from({ length: 8 }, (_, i) => `2020-03-0${i + 1}`);
    await Promise.all(days.map((day, i) => load(counts(`${day},chat,${i}`))));
    expect(await seen()).toEqual(days.map((day, i) => `chat ${day} ${i}`));
  });
});

test('a file is taken in again when the engine is lost in the middle of it', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'affluenza-lost-'));
  const own = new Database({ dataDirectory });
  await migrate(own);
  const file = join(folder, 'lost.log');
  writeFileSync(file, `${Array.from({ length: 120_000 }, (_, i) => line(i % 60, `/${i}`)).join('\n')}\n`);
  let kills = 0;
  const onProgress = (share: number) => {
    if (share < 0.5 || kills > 0) return;
    kills += 1;
    const { pid } = JSON.parse(readFileSync(join(dataDirectory, 'engine', 'engine.json'), 'utf8'));
    process.kill(pid, 'SIGKILL');
  };
  const outcome = await loadFile(own, file, { ...options, onProgress });
  expect([outcome.state, kills]).toEqual(['committed', 1]);
  expect(await seen(own)).toEqual(['web 2020-03-10 120000']);
  expect((await listLoads(own)).map(({ state }) => state)).toEqual(['committed', 'started']);
  await own.close();
}, 60_000);

test('what was given up is written no further', async () => {
  const writer = new Writer(database);
  writer.abandon();
  await expect(writer.write('contacts', new Uint8Array(1))).rejects.toThrow('nothing more of this file');
});
