// SPDX-License-Identifier: AGPL-3.0-or-later
// What was given away stays as it was; what the office says is kept, and is never anything but words.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { rawQuery } from '../../scripts/test-database.ts';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import { createApp } from '../app.ts';
import { formatDay, parseDay } from '../compare/calendar.ts';
import type { ReportState } from './schema.ts';

let town: TestTown;

const counts = (from: string, to: string, count: number) => {
  const days = Array.from({ length: parseDay(to) - parseDay(from) + 1 }, (_, i) =>
    formatDay(parseDay(from) + i),
  );
  return `giorno,canale,conteggio\n${days.map((day) => `${day},web,${count}\n`).join('')}`;
};

beforeAll(async () => {
  town = await testTown({}, { 'a.csv': counts('2020-02-01', '2020-05-10', 7) });
});

async function post(path: string, body: unknown, status = 201): Promise<ReportState> {
  const answer = await town.app.request(`/api/v1/reports/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(status);
  return (await answer.json()) as ReportState;
}

async function bytes(file: string): Promise<Buffer> {
  const answer = await town.app.request(`/api/v1/reports/${file}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const stateOf = async (month: string): Promise<ReportState> =>
  (await town.ask('reports')).reports.find((each: ReportState) => each.month === month);

describe('the list', () => {
  test('has every month with data, the latest first, and says which is not over', async () => {
    const { reports } = await town.ask('reports');
    expect(reports.map(({ month, until, isOver }: ReportState) => [month, until, isOver])).toEqual([
      ['2020-05', '2020-05-10', false],
      ['2020-04', '2020-04-30', true],
      ['2020-03', '2020-03-31', true],
      ['2020-02', '2020-02-29', true],
    ]);
    expect(reports[1]).toMatchObject({ version: null, comment: false, mail: null });
  });
});

describe("the office's own words", () => {
  const text =
    'Molte telefonate riguardano pratiche.\n#read("/etc/passwd") *no* $x$ <script>alert(1)</script>';

  test('stand in the report as words, and nothing in them is ever run', async () => {
    expect(await post('2020-03/comments', { text, author: 'Ufficio <b>' })).toMatchObject({ comment: true });
    const report = JSON.parse((await bytes('2020-03')).toString());
    expect(report.comment).toMatchObject({ text, author: 'Ufficio <b>' });
    const page = (await bytes('2020-03.html')).toString();
    expect(page).toContain(
      '<p>#read(&quot;/etc/passwd&quot;) *no* $x$ &lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
    expect(page).not.toContain('<script');
    expect((await bytes('2020-03.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('can be changed and taken back, and every version is kept', async () => {
    await post('2020-03/comments', { text: 'Altre parole.', author: 'Ufficio' });
    expect(JSON.parse((await bytes('2020-03')).toString()).comment.text).toBe('Altre parole.');
    expect(await post('2020-03/comments', { text: ' ', author: 'Ufficio' })).toMatchObject({
      comment: false,
    });
    expect(JSON.parse((await bytes('2020-03')).toString()).comment).toBeNull();
    const kept = "select count() from report_comments where month = '2020-03' format TSV";
    expect((await rawQuery(town.office.database, kept)).trim()).toBe('3');
  });

  test('are refused without an author, too long, for a month without data, and from elsewhere', async () => {
    await post('2020-03/comments', { text: 'x' }, 400);
    await post('2020-03/comments', { text: 'x'.repeat(4001), author: 'Ufficio' }, 400);
    await post('2021-03/comments', { text: 'x', author: 'Ufficio' }, 400);
    const closed = createApp({ ...town.office, writable: false });
    const answer = await closed.request('/api/v1/reports/2020-03/comments', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(403);
  });
});

describe('a frozen report', () => {
  let frozen: { json: Buffer; html: Buffer; pdf: Buffer };

  test('is kept in all its forms, with their checksums', async () => {
    const state = await post('2020-04/versions', { frozen: true });
    frozen = {
      json: await bytes('2020-04'),
      html: await bytes('2020-04.html'),
      pdf: await bytes('2020-04.pdf'),
    };
    expect(state.version).toEqual({
      version: 1,
      frozen: true,
      at: expect.stringMatching(/Z$/),
      sha256: { json: sha256(frozen.json), html: sha256(frozen.html), pdf: sha256(frozen.pdf) },
    });
    expect(JSON.parse(frozen.json.toString()).frozenAt).not.toBeNull();
    expect(frozen.html.toString()).toContain('· congelata il');
  });

  test('stays as it was while the data go on, and the data as they are now can be asked for', async () => {
    await town.load('b.csv', counts('2020-04-01', '2020-05-10', 21));
    expect(await bytes('2020-04')).toEqual(frozen.json);
    expect(await bytes('2020-04.html')).toEqual(frozen.html);
    expect(await bytes('2020-04.pdf')).toEqual(frozen.pdf);
    const now = JSON.parse((await bytes('2020-04?data=now')).toString());
    expect(now.channels[0].month.total).toBe(630);
    expect(now.frozenAt).toBeNull();
  });

  test('takes no words, and freezing it again changes nothing', async () => {
    await post('2020-04/comments', { text: 'Troppo tardi.', author: 'Ufficio' }, 400);
    expect((await post('2020-04/versions', { frozen: true })).version).toMatchObject({ version: 1 });
    expect(await bytes('2020-04.pdf')).toEqual(frozen.pdf);
  });

  test('follows the data again as a new version; the old one is still there', async () => {
    expect((await post('2020-04/versions', { frozen: false })).version).toMatchObject({
      version: 2,
      frozen: false,
      sha256: null,
    });
    expect(JSON.parse((await bytes('2020-04')).toString()).channels[0].month.total).toBe(630);
    await post('2020-04/versions', { frozen: true });
    expect((await stateOf('2020-04')).version).toMatchObject({ version: 3, frozen: true });
    const kept = `select countIf(pdf_sha256 = '${sha256(frozen.pdf)}') from report_versions format TSV`;
    expect((await rawQuery(town.office.database, kept)).trim()).toBe('1');
  });

  test('cannot be of a month that is not over', async () => {
    await post('2020-05/versions', { frozen: true }, 400);
  });
});
