// SPDX-License-Identifier: AGPL-3.0-or-later
// What people see when they open our files: LibreOffice reads them, and says which cell is a date, a number or words.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { FORMATS } from './formats.ts';
import { sampleTable } from './sample-table.ts';

const isInstalled = spawnSync('soffice', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'affluenza-libreoffice-'));

/** As a CSV is opened in Italy: semicolons, UTF-8, Italian dates and decimals. */
const ITALIAN_CSV = 'Text - txt - csv (StarCalc):59,34,76,1,,1040';

/** The cells of the first sheet, each with its type, its value, and its words as they are shown. */
async function opened(name: string): Promise<(Shown | null)[][]> {
  const format = FORMATS.find((each) => each.name === name)!;
  const file = join(folder, `prova.${name}`);
  const written = format.write(sampleTable());
  writeFileSync(file, written instanceof Promise ? await written : await text(written));
  const filter = name === 'it.csv' ? [`--infilter=${ITALIAN_CSV}`] : [];
  const own = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [own, '--headless', ...filter, '--convert-to', 'fods', '--outdir', folder, file];
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return cellsOf(
    readFileSync(
      join(
        folder,
        `${file
          .split('/')
          .pop()!
          .replace(/\.\w+$/, '')}.fods`,
      ),
      'utf8',
    ),
  );
}

interface Shown {
  type: string;
  value: string;
}

function cellsOf(document: string): (Shown | null)[][] {
  const [, sheet = ''] = document.match(/<table:table [^>]*>(.*?)<\/table:table>/s) ?? [];
  const rows = [...sheet.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(
    ([, row = '']) => row,
  );
  return rows.slice(0, 5).map((row) => [...row.matchAll(CELL)].flatMap(cellOf).slice(0, 5));
}

const CELL = /<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs;

function cellOf([, attributes = '', content = '']: RegExpMatchArray): (Shown | null)[] {
  const attribute = (name: string) => attributes.match(new RegExp(`${name}="([^"]*)"`))?.[1];
  const type = attribute('office:value-type');
  const times = Math.min(5, Number(attribute('table:number-columns-repeated') ?? 1));
  if (type === undefined) return Array.from({ length: times }, () => null);
  const words = [...content.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, said = '']) => said).join('\n');
  const value = attribute('office:date-value') ?? attribute('office:value') ?? unescaped(words);
  return Array.from({ length: times }, () => ({ type, value }));
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (said: string) => said.replace(/&(\w+);/g, (_, name) => ENTITIES[name] ?? name);

const date = (value: string) => ({ type: 'date', value });
const number = (value: string) => ({ type: 'float', value });
const share = (value: string) => ({ type: 'percentage', value });
const words = (value: string) => ({ type: 'string', value });

test.skipIf(!isInstalled)(
  'opens all three, with accents, dates and decimals right (needs LibreOffice: soffice)',
  {
    timeout: 300_000,
  },
  async () => {
    expect(await opened('it.csv')).toEqual([
      ['Giorno', 'Stato', 'Contatti', 'Media', 'Quota (%)'].map(words),
      [date('2020-03-29'), words('Città, perché è così'), number('12345'), number('1234.5'), number('7')],
      [date('2019-12-01'), words("'=1+1"), number('0'), number('-0.25'), number('100')],
      [null, words('a;b,"c"\nd'), null, null, null],
      [date('2020-02-29'), words('<b> & ’'), number('-3'), number('0.3'), number('33.3333')],
    ]);
    for (const name of ['xlsx', 'ods']) {
      expect(await opened(name)).toEqual([
        ['Giorno', 'Stato', 'Contatti', 'Media', 'Quota'].map(words),
        [date('2020-03-29'), words('Città, perché è così'), number('12345'), number('1234.5'), share('0.07')],
        [date('2019-12-01'), words('=1+1'), number('0'), number('-0.25'), share('1')],
        [null, expect.objectContaining({ type: 'string' }), null, null, null],
        [date('2020-02-29'), words('<b> & ’'), number('-3'), number('0.3'), share('0.333333333')],
      ]);
    }
  },
);
