// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadFile } from '../../ingest/load.ts';
import { environmentOf, testDatabase } from '../../scripts/test-database.ts';
import type { Database } from '../../sql/client.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { checkSettings } from '../../sql/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-export-'));
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const file = join(projectRoot(), 'fixtures', 'seed', 'counts.csv');
  await loadFile(database, file, { settings: checkSettings({}), secret: 'test' });
});

function run(...args: string[]) {
  const env = { ...environmentOf(database, folder), INIT_CWD: folder };
  const script = join(projectRoot(), 'scripts', 'affluenza.mjs');
  return spawnSync(process.execPath, [script, 'export', ...args], { env, encoding: 'utf8' });
}

test('writes the table and its notes where the person is, and says where', () => {
  const { status, stdout } = run(
    'series',
    '--channels',
    'phone',
    '--from',
    '2020-03-04',
    '--to',
    '2020-03-05',
  );
  expect(status).toBe(0);
  const name = 'affluenza_montevarchi_serie_2020-03-04_2020-03-05_excel';
  expect(stdout).toContain(join(folder, `${name}.csv`));
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([`${name}.csv`, `${name}_note.txt`]));
  expect(readFileSync(join(folder, `${name}.csv`), 'utf8')).toBe(
    '\uFEFFGiorno;Canale (codice);Canale;Stato;Contatti;Giorni di apertura\r\n' +
      '04/03/2020;phone;Telefono;conteggio;0;1\r\n05/03/2020;phone;Telefono;mancante;;1\r\n',
  );
  expect(readFileSync(join(folder, `${name}_note.txt`), 'utf8')).toContain('Filtri: canali: Telefono');
});

test('a workbook holds its notes itself', () => {
  expect(run('coverage', '--format', 'ods', '--out', 'copertura.ods').status).toBe(0);
  expect(readFileSync(join(folder, 'copertura.ods')).subarray(0, 2).toString()).toBe('PK');
  expect(readdirSync(folder)).not.toContain('copertura.ods_note.txt');
});

test('a filter that the table does not have, or a value that is none', () => {
  const refused = run('loads', '--from', '2020-03-04');
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('--from')]);
  const wrong = run('series', '--channels', 'fax');
  expect([wrong.status, wrong.stderr]).toEqual([
    1,
    expect.stringContaining('--channels: valore non ammesso'),
  ]);
});
