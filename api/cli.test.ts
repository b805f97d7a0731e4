// SPDX-License-Identifier: AGPL-3.0-or-later
// The comparison as people run it in a terminal: the table, the sentences, and the same answer as the API.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFile } from '../ingest/load.ts';
import { environmentOf, testDatabase } from '../scripts/test-database.ts';
import type { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { createApp } from './app.ts';
import { formatDay } from './compare/calendar.ts';
import { openOn } from './compare/opening.ts';
import { CHAT, DAYS, seededSeries } from './compare/statistics/seeded-series.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-compare-'));
const command = join(projectRoot(), 'scripts', 'affluenza.mjs');
const settings = checkSettings({
  phases: {
    before: '2020-01-01..2020-03-08',
    during: '2020-03-09..2020-05-17',
    after: '2020-05-18..2020-07-31',
  },
});
let database: Database;

const isOpen = openOn({
  openDays: [1, 2, 3, 4, 5, 6],
  closedOnHolidays: true,
  closures: [],
  patronDay: '08-10',
});

/** Chats with days missing, a phone that nobody rings, and a desk closed by law that lets one person in at times. */
beforeAll(async () => {
  database = await testDatabase();
  const chat = seededSeries({ ...CHAT, from: DAYS.start }).map(({ day, count }) => ({
    day,
    channel: 'chat',
    count,
  }));
  const days = Array.from({ length: DAYS.reopening - DAYS.start }, (_, i) => DAYS.start + i);
  const phone = days.map((day) => ({ day, channel: 'phone', count: 0 }));
  const atDesk = (day: number) => (day < DAYS.lockdown ? 20 + (day % 5) : Number(day % 3 === 0));
  const desk = days.map((day) => ({ day, channel: 'desk', count: atDesk(day) }));
  const rows = [...chat, ...phone, ...desk].filter(({ day }) => isOpen(day));
  const lines = rows.map(({ day, channel, count }) => `${formatDay(day)},${channel},${count}`);
  const file = join(folder, 'counts.csv');
  writeFileSync(file, `day,channel,count\n${lines.join('\n')}\n`);
  await loadFile(database, file, { settings, secret: 'test' });
});

function compare(...args: string[]) {
  const env = { ...environmentOf(database, folder), INIT_CWD: folder };
  const phases = ['--after', '2020-05-18..2020-07-31'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'compare', ...phases, ...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, stdout: stdout.replaceAll('\u00a0', ' '), stderr };
}

describe('affluenza compare', () => {
  test('prints a table and the sentences', () => {
    const { status, stdout } = compare('--channels', 'chat,phone,desk,email');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    const table = lines.slice(
      lines.findIndex((line) => line.startsWith('canale')),
      10,
    );
    expect(table.slice(0, 5).map((line) => line.split(/ {3,}/))).toEqual([
      [
        'canale',
        'prima',
        'durante',
        'rapporto (intervallo 95 %)',
        'esito',
        'stagione',
        'giorni di apertura con dati',
      ],
      [
        'Chat',
        expect.stringMatching(/^\d,\d$/),
        expect.stringMatching(/^\d,\d$/),
        expect.stringMatching(/^2,\d volte \(.*\)$/),
        'aumento dimostrato',
        'non corretto',
        '52/56 e 55/57',
      ],
      ['E-mail', 'nessun dato', 'nessun dato', '–', 'dati insufficienti', '–', '0/68 e 0/70'],
      ['Telefono', '0,00', '0,00', '–', 'nessun contatto', '–', '56/56 e 57/57'],
      [
        'Sportello',
        expect.stringMatching(/^2\d,\d$/),
        expect.stringMatching(/^0,\d\d$/),
        expect.stringMatching(/^0,0\d+ volte \(.*\)$/),
        'diminuzione dimostrata (chiuso per legge)',
        'non corretto',
        '56/56 e 57/57',
      ],
    ]);
    expect(stdout).toMatch(
      / {2}- Le chat sono passate da .* volte tanto .* Non corretto per la stagione: mancano i dati del 2019\./,
    );
    expect(stdout).toContain('  - Le telefonate: nessun contatto registrato, né prima né durante.');
    expect(stdout).toContain('Gli sportelli erano chiusi per legge');
    expect(stdout).toContain('Il metodo è costruito perché, in casi come questo, il valore vero stia');
    expect(stdout).not.toMatch(/undefined|NaN|null/);
  });

  test('--json prints the answer of the API', async () => {
    const { status, stdout } = compare('--json', '--channels', 'chat', '--exclude', '2020-04-01..2020-04-07');
    expect(status).toBe(0);
    const question = 'channels=chat&exclude=2020-04-01..2020-04-07&after=2020-05-18..2020-07-31';
    const answer = await createApp({ database, settings }).request(`/api/v1/compare?${question}`);
    // Less than a year of history: no placebo dates, but they are looked for.
    expect(JSON.parse(stdout)).toEqual({
      ...JSON.parse((await answer.text()).replaceAll('\u00a0', ' ')),
      placeboPending: false,
    });
  });

  test('takes other phases', () => {
    const { stdout } = compare(
      '--channels',
      'chat',
      '--before',
      '2020-02-01..2020-02-12',
      '--seasonal',
      'off',
    );
    expect(stdout).toContain('prima    1º febbraio 2020 – 12 febbraio 2020');
    expect(stdout).toContain('periodo troppo breve');
  });

  test('says what is allowed, and ends with 1', () => {
    expect(compare('--channels', 'fax')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--channels: valore non ammesso; sono ammessi: web, social, chat'),
    });
    expect(compare('--before', '2020-02-31..2020-03-08')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('serve un periodo come 2020-01-01..2020-03-08'),
    });
    expect(compare('--exclude', 'ieri').stderr).toContain('--exclude: valore non ammesso');
  });
});
