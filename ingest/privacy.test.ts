// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rawQuery, testDatabase } from '../scripts/test-database.ts';
import { checkSettings } from '../sql/settings.ts';
import { FILES, TABLES, VIEWS } from './privacy-register.ts';
import { privacyText } from './privacy-text.ts';
import { installationSecret } from './secret.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'affluenza-privacy-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every table and every column that there is stands in the register, and no other', async () => {
  const rows = await rawQuery(
    database,
    'select table, name from system.columns where database = currentDatabase() order by table, position format TSV',
  );
  const found = new Map<string, string[]>();
  for (const [table = '', column = ''] of rows
    .trim()
    .split('\n')
    .map((line) => line.split('\t')))
    if (!VIEWS.includes(table)) found.set(table, [...(found.get(table) ?? []), column]);
  const named = Object.entries(TABLES).map(([table, { columns }]) => [table, columns.split(' ').sort()]);
  expect(Object.fromEntries(named)).toEqual(
    Object.fromEntries([...found].map(([table, columns]) => [table, columns.sort()])),
  );
});

test('the time is that of the settings', async () => {
  const settings = checkSettings({
    retention: { clicks: 6, practices: null },
    openData: true,
    suppressionThreshold: 5,
  });
  const text = await privacyText(database, settings, folder, 'it');
  const timeOf = (table: string) =>
    new RegExp(`^ {2}${table}: .*\\n.*\\n {4}per quanto: (.*)$`, 'm').exec(text)?.[1];
  expect(timeOf('clicks')).toBe('6 mesi da quando il file è stato caricato, poi cancellate');
  expect(timeOf('contacts')).toBe('24 mesi da quando il file è stato caricato, poi cancellate');
  expect(timeOf('practices')).toBe('senza scadenza');
  expect(timeOf('activity')).toBe('senza scadenza');
  expect(text).toContain('(meno di 5)');
  expect(text).toContain('/opendata/');
});

test('what is not described is said, in both languages', async () => {
  await rawQuery(database, 'create table surprise (name String) engine = Memory');
  await rawQuery(database, 'alter table notes add column telephone String');
  installationSecret(folder);
  const settings = checkSettings({});
  const [italian, english] = [
    await privacyText(database, settings, folder, 'it'),
    await privacyText(database, settings, folder, 'en'),
  ];
  expect(italian).toContain('surprise: NON DESCRITTO');
  expect(italian).toContain('telephone (NON DESCRITTO');
  expect(italian).toContain(`secret: ${FILES.secret?.it}`);
  expect(english).toContain('surprise: NOT DESCRIBED');
  expect(english).not.toMatch(/perché|per quanto|righe/);
});
