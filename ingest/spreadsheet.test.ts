// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { zipOf } from '../scripts/test-zip.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { findLayout } from './read.ts';
import { readWorkbook } from './spreadsheet.ts';
import { plan } from './translate.ts';
import { isPacked, type Workbook, workbookRows } from './workbook.ts';

const fixtures = join(projectRoot(), 'fixtures', 'sources');
const temporary = mkdtempSync(join(tmpdir(), 'affluenza-spreadsheet-'));
afterAll(() => rmSync(temporary, { recursive: true }));

describe.each(['xlsx', 'ods'] as const)('%s', (format) => {
  test('cells say what they hold, not how they are shown', () => {
    const shown = sheet([
      [1234.5, 0, 1.234, 41, new Date(Date.UTC(2020, 2, 29, 2, 30)), true, ' x ', '1.234'],
    ]);
    shown.A1.z = '#,##0';
    shown.D1.z = '0.00"€"';
    const { sheets } = readWorkbook(saved(format, { uno: shown }));
    expect(sheets[0]?.rows).toEqual([
      { line: 1, record: ['1234.5', '0', '1.2340', '41', '2020-03-29 02:30:00', 'true', 'x', '1.234'] },
    ]);
  });

  test('every day of three years is the day that was written', () => {
    const days = Array.from({ length: 1096 }, (_, at) => new Date(Date.UTC(2019, 0, 1 + at)));
    const [only] = readWorkbook(saved(format, { uno: sheet(days.map((day) => [day])) })).sheets;
    expect(only?.rows.map(({ record }) => record[0])).toEqual(
      days.map((day) => day.toISOString().slice(0, 10)),
    );
  });

  test('a formula gives the value it was saved with; without one it is no zero', () => {
    const formulas = sheet([['somma', 'vuota', 'dopo']]);
    formulas.A2 = { t: 'n', f: 'SUM(1,2)', v: 3 };
    formulas.C2 = { t: 'n', v: 5 };
    formulas['!ref'] = 'A1:C2';
    expect(texts(readWorkbook(saved(format, { uno: formulas })))).toEqual([
      ['somma', 'vuota', 'dopo'],
      ['3', '', '5'],
    ]);
  });

  test('blank rows are left out, rows are equally wide, and keep their numbers', () => {
    const [only] = readWorkbook(saved(format, { uno: sheet([[], ['a', 'b', 'c'], [], ['1', '2']]) })).sheets;
    expect(only?.rows).toEqual([
      { line: 2, record: ['a', 'b', 'c'] },
      { line: 4, record: ['1', '2', ''] },
    ]);
  });

  test('without data it is refused', () => {
    expect(() => readWorkbook(saved(format, { uno: sheet([[]]) }))).toThrow('senza dati');
  });
});

test('an .xlsx formula without a saved value is no zero', () => {
  const file = saved('xlsx', {
    uno: sheet([
      ['Data', 'Telefono'],
      ['2020-03-02', { t: 'n', f: 'B9', v: 7 }],
    ]),
  });
  const bare = repacked(file, (name, text) =>
    name.includes('sheet1') ? text.replace('<v>7</v>', '') : text,
  );
  expect(texts(readWorkbook(bare))).toEqual([
    ['Data', 'Telefono'],
    ['2020-03-02', ''],
  ]);
});

test('which sheets are read and which are not is said and stored', async () => {
  const { layout, sample } = await findLayout(join(fixtures, 'office-table', 'sheet-by-month.xlsx'));
  const { workbook } = plan(layout, sample).layout;
  expect(workbook?.words()).toBe('fogli «Gennaio», «Febbraio»; non letti: «Legenda»');
  expect(JSON.stringify({ workbook })).toBe('{"workbook":{"format":"xlsx","sheets":["Gennaio","Febbraio"]}}');
});

test('--source chooses between sheets of different sources', async () => {
  const { layout, sample } = await findLayout(join(fixtures, 'office-table', 'two-sources.xlsx'));
  expect(plan(layout, sample, 'practices').layout.workbook?.words()).toBe(
    'foglio «Pratiche»; non letti: «Conteggi»',
  );
  expect(() => plan(layout, sample, 'weblog')).toThrow('la fonte weblog non legge fogli di calcolo');
});

test('sheets of one source are one table: of equal headings only the first is given', async () => {
  const heading = ['numero', 'presentata il', 'esito'];
  const file = saved('xlsx', {
    Marzo: sheet([heading, ['1/2020', '2020-03-02', '']]),
    Aprile: sheet([heading, ['2/2020', '2020-04-02', '']]),
  });
  const { layout, sample } = await findLayout(file);
  const { workbook } = plan(layout, sample).layout;
  expect(workbook && [...workbookRows(workbook)].flat()).toEqual([
    { line: 1, record: heading, sheet: 'Marzo' },
    { line: 2, record: ['1/2020', '2020-03-02', ''], sheet: 'Marzo' },
    { line: 2, record: ['2/2020', '2020-04-02', ''], sheet: 'Aprile' },
  ]);
});

describe('a bomb is refused before it goes off', () => {
  test('what says that it is large', () => {
    const content = deflateRawSync(Buffer.alloc(1000));
    expect(() => readWorkbook(zip([['xl/workbook.xml', content, 600_000_000]]))).toThrow('troppo grande');
  });

  test('what lies about the part that tells its kind', () => {
    const kind = deflateRawSync(Buffer.alloc(300_000_000));
    expect(() => readWorkbook(zip([['mimetype', kind, 300_000_000]]))).toThrow('troppo grande');
  });

  test.each([
    ['cells', '<c><v>1</v></c>'],
    ['empty rows', '<row/>'],
  ])('more %s than fit into memory', (_, one) => {
    const content = Buffer.from(`<sheetData>${one.repeat(2_000_001)}</sheetData>`);
    const parts: Parameters<typeof zipOf>[0] = [
      ['xl/workbook.xml', deflateRawSync(Buffer.alloc(0)), 0],
      ['xl/worksheets/sheet1.xml', deflateRawSync(content), content.length],
    ];
    expect(() => readWorkbook(zip(parts))).toThrow('troppo grande');
  });

  test('what says that it is small', () => {
    const content = deflateRawSync(Buffer.alloc(300_000_000));
    expect(() => readWorkbook(zip([['xl/workbook.xml', content, 1000]]))).toThrow('troppo grande');
  });

  test('an .ods that repeats its cells', () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="1000"><text:p>1</text:p></table:table-cell>';
    const file = ods(`<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`);
    expect(() => readWorkbook(file)).toThrow('troppo grande');
  });

  test('but not one that repeats blanks up to its end, as all do', () => {
    const row = '<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>';
    const blank =
      '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect(texts(readWorkbook(ods(row + blank)))).toEqual([['1']]);
  });

  test.each([
    ['a cell beyond all columns', 'A1', 'ZZZZZ1'],
    ['a row beyond all rows', 'r="A1"', 'r="A4294967290"'],
  ])('%s', (_, from, to) => {
    const file = saved('xlsx', { uno: sheet([['a']]) });
    const far = repacked(file, (name, text) => (name.includes('sheet1') ? text.replaceAll(from, to) : text));
    expect(() => readWorkbook(far)).toThrow('troppo grande');
  });
});

test.each([
  ['a text', Buffer.from('PK del comune;1'), false],
  ['a zip', Buffer.from('PK\x03\x04'), true],
  ['an old Office file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), true],
])('%s is packed or not', (_, bytes, packed) => expect(isPacked(bytes)).toBe(packed));

test('an old Office file is refused with what to do', () => {
  const file = join(temporary, 'vecchio.xls');
  writeFileSync(file, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
  expect(() => readWorkbook(file)).toThrow('salvalo come .xlsx');
});

function texts({ sheets }: Workbook): string[][] {
  return sheets.flatMap(({ rows }) => rows.map(({ record }) => record));
}

function sheet(rows: unknown[][]): WorkSheet {
  return utils.aoa_to_sheet(rows, { UTC: true, cellDates: true });
}

let written = 0;
function saved(format: 'xlsx' | 'ods', sheets: Record<string, WorkSheet>): string {
  const book = utils.book_new();
  for (const [name, each] of Object.entries(sheets)) utils.book_append_sheet(book, each, name);
  return put(write(book, { type: 'buffer', bookType: format, compression: false }));
}

/** The same file with other texts in it; it was saved without compression. */
function repacked(file: string, change: (name: string, text: string) => string): string {
  const parts = [...readParts(file)].map(([name, text]): [string, Buffer] => [
    name,
    Buffer.from(change(name, text)),
  ]);
  return zip(parts.map(([name, content]) => [name, deflateRawSync(content), content.length]));
}

function* readParts(file: string): Generator<[string, string]> {
  const bytes = readFileSync(file);
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name, extra] = [
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const start = at + 30 + name + extra;
    yield [bytes.toString('utf8', at + 30, at + 30 + name), bytes.toString('utf8', start, start + size)];
    at = start + size;
  }
}

function ods(rows: string): string {
  const content = Buffer.from(
    `<office:document-content><office:body><office:spreadsheet><table:table table:name="uno">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  );
  const manifest = Buffer.from('<manifest:manifest></manifest:manifest>');
  const styles = Buffer.from('<office:document-styles></office:document-styles>');
  const kind = Buffer.from('application/vnd.oasis.opendocument.spreadsheet');
  return zip([
    ['mimetype', deflateRawSync(kind), kind.length],
    ['content.xml', deflateRawSync(content), content.length],
    ['styles.xml', deflateRawSync(styles), styles.length],
    ['META-INF/manifest.xml', deflateRawSync(manifest), manifest.length],
  ]);
}

function zip(parts: Parameters<typeof zipOf>[0]): string {
  return put(zipOf(parts));
}

function put(bytes: Buffer): string {
  const file = join(temporary, `${++written}.bin`);
  writeFileSync(file, bytes);
  return file;
}
