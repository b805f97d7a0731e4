// SPDX-License-Identifier: AGPL-3.0-or-later
// Names that are SQL, or formulas of a spreadsheet: taken in by files, asked for, and taken away again as words.
import { read } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { rawQuery } from '../../scripts/test-database.ts';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import { checkSettings } from '../../sql/settings.ts';

const SQL = [
  "'; drop table contacts; --",
  "') union all select name, password from accounts --",
  "\\' or 1=1 --",
  "' || (select version()) || '",
  '{topic:string}',
  '`activity`',
  '"; truncate table loads',
  '/* */ or true',
];
const FORMULAS = ['=1+1', '+1+1', '-1+1', '＝1+1', "=cmd|'/c calc'!a1", '=hyperlink("http://evil.example")'];
const NAMES = [...SQL, ...FORMULAS];
const CHANNEL = "Chat'); drop table activity; --";

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
let town: TestTown;

beforeAll(async () => {
  const channels = checkSettings({}).channels.map((channel) =>
    channel.code === 'phone' ? { ...channel, label: CHANNEL } : channel,
  );
  const rows = NAMES.map((name, at) => `2020-03-10,${cell(name)},${cell(name)},${10 + at}`);
  town = await testTown(
    { channels },
    {
      'social.csv': `giorno,piattaforma,argomento,contatti\n${rows.join('\n')}\n`,
      'counts.csv': `day,channel,count\n2020-03-10,${cell(CHANNEL)},9\n`,
    },
  );
});

const ROW = `before=2020-03-02..2020-03-08&during=2020-03-09..2020-03-15&after=none`;

describe('SQL', () => {
  test('in the name of a channel is a name', async () => {
    const { channels } = await town.ask('series?from=2020-03-10&to=2020-03-10&channels=phone');
    expect(channels[0].points[0].count).toBe(9);
    for (const name of [CHANNEL, "phone' or '1'='1", "phone'; drop table loads; --"]) {
      const path = `series?channels=${encodeURIComponent(name)}`;
      expect(await town.ask(path, 400)).toMatchObject({ parameter: 'channels' });
      const hours = `hours?channel=${encodeURIComponent(name)}`;
      expect(await town.ask(hours, 400)).toMatchObject({ parameter: 'channel' });
    }
  });

  test.each(['topic', 'platform'])('in a %s is a word, counted as any other', async (by) => {
    const { rows } = await town.ask(`breakdown?channel=social&by=${by}&${ROW}`);
    const counts = rows.map(({ value, during }: { value: string; during: { count: number } }) => [
      value,
      during.count,
    ]);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(NAMES.map((name, at) => [name, 10 + at])));
  });

  test('asked for by name gives what bears this name, and nothing else', async () => {
    for (const [at, name] of NAMES.entries()) {
      const path = `series?channels=social&from=2020-03-10&to=2020-03-10&topic=${encodeURIComponent(name)}`;
      const { channels } = await town.ask(path);
      expect([name, channels[0].points[0].count]).toEqual([name, 10 + at]);
    }
  });

  test('has left all tables as they were', async () => {
    const found = await rawQuery(
      town.office.database,
      'select count() from contacts union all select uniqExact(id) from loads',
    );
    expect(
      found
        .trim()
        .split('\n')
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([2, NAMES.length + 1]);
  });
});

describe('a formula', () => {
  const file = async (format: string) => {
    const answer = await town.app.request(
      `/api/v1/tables/breakdown.${format}?channel=social&by=topic&${ROW}`,
    );
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };

  test.each(['csv', 'it.csv'])('begins no cell of %s', async (format) => {
    const text = (await file(format)).toString();
    for (const formula of FORMULAS) expect(text).toContain(`'${formula}`.replaceAll('"', '""'));
    expect(text.match(/(^|[,;"\n])[=＝+@-](?!\d)/g)).toBeNull();
  });

  test.each(['xlsx', 'ods'])('is words in %s', async (format) => {
    const { Sheets } = read(await file(format), { cellFormula: true });
    const cells = Object.values(Sheets.Dati!).filter((found) => found?.t !== undefined);
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    const words = cells.filter(({ t }) => t === 's').map(({ v }) => v);
    expect(words).toEqual(expect.arrayContaining(FORMULAS));
  });
});
