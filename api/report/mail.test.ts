// SPDX-License-Identifier: AGPL-3.0-or-later
// The report by mail, to a real mail server: once a month, however often and from however many machines it is asked for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadDemonstration } from '../../ingest/demonstration.ts';
import { environmentOf, rawQuery } from '../../scripts/test-database.ts';
import { type TestMailServer, testMailServer } from '../../scripts/test-mail-server.ts';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { formatDay, parseDay } from '../compare/calendar.ts';
import { mailReport } from './mail.ts';
import { mailDue } from './schedule.ts';
import type { ReportMail, ReportState } from './schema.ts';

const RECIPIENTS = ['presidente@comune.example', 'consiglio@comune.example'];
const days = Array.from({ length: 90 }, (_, i) => formatDay(parseDay('2020-02-01') + i));
const COUNTS = `giorno,canale,conteggio\n${days.map((day) => `${day},chat,7\n`).join('')}`;

const mailBox = (port: number, more: object = {}) => ({
  dayOfMonth: 5,
  recipients: RECIPIENTS,
  smtp: { host: '127.0.0.1', port, from: 'urp@comune.example', ...more },
});
const townWith = (report: object) => testTown({ report }, { 'a.csv': COUNTS });
const mailOf = async (town: TestTown): Promise<ReportMail | null> =>
  (await town.ask('reports')).reports.find(({ month }: ReportState) => month === '2020-04').mail;

let server: TestMailServer;
let town: TestTown;
beforeEach(async () => {
  server = await testMailServer();
  town = await townWith(mailBox(server.port));
});

describe('the mail', () => {
  test('brings the frozen report to people who do not see one another', async () => {
    expect(await mailReport(town.office, '2020-04')).toEqual({ kind: 'sent' });
    const [mail, ...others] = server.mails;
    expect(others).toEqual([]);
    expect(mail!.recipients).toEqual(['urp@comune.example', ...RECIPIENTS]);
    const [head = '', ...body] = mail!.content.split('\r\n\r\n');
    for (const recipient of RECIPIENTS) expect(head).not.toContain(recipient);
    expect(head).toContain('Message-ID: <relazione-2020-04@comune.example>');
    expect(head).toMatch(/Subject: =\?UTF-8\?Q\?Relazione_di_aprile_2020/);
    const { version } = (await town.ask('reports')).reports.find(
      ({ month }: ReportState) => month === '2020-04',
    );
    expect(version).toMatchObject({ version: 1, frozen: true });
    const pdf = Buffer.from(await (await town.app.request('/api/v1/reports/2020-04.pdf')).arrayBuffer());
    expect(body.join('').replaceAll('\r\n', '')).toContain(pdf.toString('base64'));
    expect(await mailOf(town)).toMatchObject({ state: 'sent', reason: '', tries: 1 });
  });

  test('goes out once, however often it is asked for', async () => {
    await mailReport(town.office, '2020-04');
    expect(await mailReport(town.office, '2020-04')).toEqual({ kind: 'before' });
    expect(server.mails).toHaveLength(1);
  });

  test('goes out once when many ask at the same moment', async () => {
    const all = Array.from({ length: 6 }, () => mailReport(town.office, '2020-04'));
    const outcomes = (await Promise.all(all)).map(({ kind }) => kind);
    expect(server.mails).toHaveLength(1);
    expect(outcomes.filter((kind) => kind === 'sent')).toHaveLength(1);
    expect(outcomes).not.toContain('failed');
  });
});

describe('a sending that fails', () => {
  test('is shown without addresses, and can be tried again', async () => {
    const refused = [...RECIPIENTS, 'urp@comune.example'];
    for (const address of refused) server.refused.add(address);
    const reason = 'il server di posta non accetta il mittente o nessuno dei destinatari';
    expect(await mailReport(town.office, '2020-04')).toEqual({ kind: 'failed', reason });
    expect(await mailOf(town)).toMatchObject({ state: 'failed', reason, tries: 1 });
    server.refused.clear();
    expect(await mailReport(town.office, '2020-04')).toEqual({ kind: 'sent' });
    expect(await mailOf(town)).toMatchObject({ state: 'sent', tries: 2 });
  });

  test('says how many recipients were refused of a mail that went out', async () => {
    server.refused.add(RECIPIENTS[0]!);
    expect(await mailReport(town.office, '2020-04')).toEqual({ kind: 'sent' });
    expect(await mailOf(town)).toMatchObject({ state: 'sent', reason: 'destinatari rifiutati: 1 su 2' });
  });

  test('names what is wrong: nobody there, or a wrong password', async () => {
    const closed = await townWith(mailBox(1));
    expect(await mailReport(closed.office, '2020-04')).toEqual({
      kind: 'failed',
      reason: 'il server di posta non risponde',
    });
    const guarded = await testMailServer('giusta');
    const unknown = await townWith(mailBox(guarded.port, { user: 'urp' }));
    process.env.AFFLUENZA_SMTP_PASSWORD = 'sbagliata';
    expect(await mailReport(unknown.office, '2020-04')).toMatchObject({
      reason: 'il server di posta non accetta utente o password (AFFLUENZA_SMTP_PASSWORD)',
    });
    process.env.AFFLUENZA_SMTP_PASSWORD = 'giusta';
    expect(await mailReport(unknown.office, '2020-04')).toEqual({ kind: 'sent' });
    delete process.env.AFFLUENZA_SMTP_PASSWORD;
  });
});

describe('a claim', () => {
  const claimed = (town: TestTown, minutes: number) =>
    rawQuery(
      town.office.database,
      `insert into report_mails (month, claim, step, at)
       values ('2020-04', '00000000-0000-0000-0000-000000000001', 'claimed', now64(6) - interval ${minutes} minute)`,
    );

  test('of somebody who is at it is left alone', async () => {
    await claimed(town, 9);
    expect(await mailReport(town.office, '2020-04')).toEqual({ kind: 'busy' });
    expect(await mailOf(town)).toMatchObject({ state: 'sending' });
    expect(server.mails).toEqual([]);
  });

  test('of somebody who was cut off does not lose the mail', async () => {
    await claimed(town, 11);
    expect(await mailOf(town)).toMatchObject({ state: 'interrupted', tries: 1 });
    expect(await mailReport(town.office, '2020-04')).toEqual({ kind: 'sent' });
    expect(await mailOf(town)).toMatchObject({ state: 'sent', tries: 2 });
  });
});

describe('the schedule', () => {
  test('sends the month before from its day on, and no other', async () => {
    expect(await mailDue(town.office, '2020-05-04')).toBeNull();
    expect(await mailDue(town.office, '2020-05-05')).toEqual({ kind: 'sent' });
    expect(await mailDue(town.office, '2020-05-20')).toEqual({ kind: 'before' });
    expect(server.mails).toHaveLength(1);
  });

  test('waits for the data of the whole month, and never sends invented ones', async () => {
    expect(await mailDue(town.office, '2020-06-05')).toBeNull();
    const invented = await testTown({ report: mailBox(server.port) }, {});
    await loadDemonstration(invented.office.database, { ...invented.office, secret: 'test' });
    expect(await mailDue(invented.office, '2020-05-05')).toBeNull();
    expect(server.mails).toEqual([]);
  });
});

describe('affluenza report', () => {
  const command = join(projectRoot(), 'scripts', 'affluenza.mjs');

  async function run(args: readonly string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'affluenza-report-'));
    writeFileSync(join(folder, 'comune.json'), JSON.stringify({ report: mailBox(server.port) }));
    const env = { ...environmentOf(town.office.database, folder), INIT_CWD: folder };
    const program = spawn(process.execPath, [command, 'report', ...args], { env });
    const said = { out: '', error: '', folder };
    program.stdout.on('data', (piece) => {
      said.out += piece;
    });
    program.stderr.on('data', (piece) => {
      said.error += piece;
    });
    const [code] = await once(program, 'close');
    return { ...said, code };
  }

  test('--mail from two programs at the same moment: one sends', { timeout: 60_000 }, async () => {
    const both = await Promise.all([run(['--mail', '2020-04']), run(['--mail', '2020-04'])]);
    expect(server.mails).toHaveLength(1);
    expect(both.map(({ code, error }) => [code, error])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(both.map(({ out }) => out)).toContain('Relazione di aprile 2020: spedita.\n');
    const list = await run([]);
    expect(list.out).toMatch(
      /2020-04 {2}Relazione di aprile 2020 {2}congelata, PDF sha256 [0-9a-f]{64} {2}spedita\n/,
    );
  });

  test('--mail says why a report was not sent, and ends with 1', { timeout: 60_000 }, async () => {
    expect(await run(['--mail', '2020-08'])).toMatchObject({
      code: 1,
      error: '2020-08: di questo mese non ci sono dati. Mesi con dati: dal 2020-02 al 2020-04.\n',
    });
  });
});
