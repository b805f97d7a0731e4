// SPDX-License-Identifier: AGPL-3.0-or-later
// Nothing that tells of a person is kept or said: files of every source, full of planted names, numbers and messages, are
// taken in by the command; then every byte and every row it left is searched.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IDENTIFIERS, plantedFiles, plantedWorkbook, TRACES, WORDS } from '../scripts/test-plants.ts';
import { type Engine, holdEngine, projectRoot } from '../sql/engine/engine.ts';
import { SOURCES } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-planted-'));
const data = join(folder, 'data');
const dropped = join(folder, 'dropped');
let said = '';

beforeAll(() => {
  mkdirSync(dropped);
  for (const { name } of SOURCES)
    for (const [file, bytes] of plantedFiles(name)) writeFileSync(join(dropped, file), bytes);
  writeFileSync(join(dropped, `${WORDS[0]}.xlsx`), plantedWorkbook());
  const heading = `Telefonate di ${WORDS[0]}`;
  const table = [`Giorno;${heading}`, ...IDENTIFIERS.map((plant) => `10/03/2020;${plant}`), '11/03/2020;4'];
  writeFileSync(join(folder, 'calls.csv'), table.join('\n'));
  const day = { column: 'Giorno', format: 'dd/MM/yyyy' };
  const mapping = { name: 'centralino', day, counts: [{ column: heading, channel: 'phone' }] };
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
  said = [
    run('ingest', '--max-rejected', '100', dropped),
    run(
      'ingest',
      '--max-rejected',
      '100',
      '--mapping',
      join(folder, 'mapping.json'),
      join(folder, 'calls.csv'),
    ),
    run('loads'),
    run('map', join(folder, 'calls.csv')).replaceAll(heading, ''),
  ].join('\n');
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('what the command says holds none of it', () => {
  expect(said.match(/: caricato/g)?.length).toBeGreaterThan(40);
  expect(said).toContain('scartate');
  expect(tracesIn(said)).toEqual([]);
});

test('no file of the data folder holds any of it', () => {
  const found = allFiles(data).flatMap((file) => {
    const bytes = readFileSync(file);
    return [file, bytes.toString('latin1'), bytes.toString('utf16le')].flatMap(tracesIn);
  });
  expect(found).toEqual([]);
});

test('no row of any table holds any of it', async () => {
  const engine = await holdEngine(data);
  try {
    const tables = (await ask(engine, "select name from system.tables where database = 'affluenza'"))
      .split('\n')
      .filter((name) => name !== '' && !name.startsWith('channel_'));
    expect(tables).toEqual(
      expect.arrayContaining(['clicks', 'contacts', 'practices', 'rejected_rows', 'loads']),
    );
    const rows = await Promise.all(tables.map((name) => ask(engine, `select * from affluenza.${name}`)));
    // It was looked at: rejected rows are there, and rows that were taken in.
    expect(rows[tables.indexOf('rejected_rows')]).toContain('Xxxxxxxx Xxxxxxxxx');
    expect(rows[tables.indexOf('clicks')]).toContain('[e-mail]');
    expect(rows[tables.indexOf('practices')]).toContain('[codice fiscale]');
    expect(rows.flatMap(tracesIn)).toEqual([]);
  } finally {
    await engine.release();
  }
});

function tracesIn(text: string): string[] {
  const lower = text.toLowerCase();
  return TRACES.filter((trace) => lower.includes(trace)).map((trace) => {
    const at = lower.indexOf(trace);
    return `${trace}: ${text.slice(Math.max(0, at - 60), at + 60)}`;
  });
}

function allFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function run(...args: string[]): string {
  const env = { ...process.env, AFFLUENZA_DATA: data, CLICKHOUSE_URL: '' };
  const script = join(projectRoot(), 'scripts', 'affluenza.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
  return `${stdout}\n${stderr}`;
}

async function ask({ url, users }: Engine, sql: string): Promise<string> {
  const { name, password } = users.write;
  const headers = { 'X-ClickHouse-User': name, 'X-ClickHouse-Key': password, Connection: 'close' };
  return (await fetch(url, { method: 'POST', body: sql, headers })).text();
}
