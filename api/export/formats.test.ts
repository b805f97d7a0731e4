// SPDX-License-Identifier: AGPL-3.0-or-later
import { text as readText } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fileName, leave } from './door.ts';
import { harmless } from './formats/csv.ts';
import { percentOf, plain } from './formats/numbers.ts';
import { FORMATS } from './formats.ts';
import { sampleTable } from './sample-table.ts';
import type { Table } from './table.ts';

const format = (name: string) => FORMATS.find((each) => each.name === name)!;
const written = async (table: Table, name: string) =>
  readText(format(name).write(table) as AsyncIterable<string>);

describe('CSV', () => {
  test('for Excel in Italy', async () => {
    expect(await written(sampleTable(), 'it.csv')).toBe(
      [
        '\uFEFFGiorno;Stato;Contatti;Media;Quota (%)',
        '29/03/2020;Città, perché è così;12345;1234,5;7',
        "01/12/2019;'=1+1;0;-0,25;100",
        ';"a;b,""c""\r\nd";;;',
        '29/02/2020;<b> & ’;-3;0,3;33,3333',
        '',
      ].join('\r\n'),
    );
  });

  test('as open data', async () => {
    expect(await written(sampleTable(), 'csv')).toBe(
      [
        'giorno,stato,contatti,media,quota_percento',
        '2020-03-29,"Città, perché è così",12345,1234.5,7',
        "2019-12-01,'=1+1,0,-0.25,100",
        ',"a;b,""c""\r\nd",,,',
        '2020-02-29,<b> & ’,-3,0.3,33.3333',
        '',
      ].join('\r\n'),
    );
  });

  test('without rows there is a header all the same', async () => {
    expect(await written(sampleTable([]), 'csv')).toBe('giorno,stato,contatti,media,quota_percento\r\n');
  });

  test.each(['=1+1', '+39 055', '-3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'words that begin like a formula, %j, are harmless',
    (words) => expect(harmless(words)).toBe(`'${words}`),
  );

  test('other words stay as they are', () => {
    expect(['a=1', ' 1', 'E-mail', ''].map(harmless)).toEqual(['a=1', ' 1', 'E-mail', '']);
  });

  test.each([
    ['csv', ','],
    ['it.csv', ';'],
  ])('any words read back the same from %s', async (name, delimiter) => {
    const row = { day: '2020-03-29', count: 1, mean: null, share: null };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (all) => {
        const text = await written(sampleTable(all.map((words) => ({ ...row, words }))), name);
        const [, ...read] = Papa.parse<string[]>(text, { delimiter, newline: '\r\n' }).data.slice(0, -1);
        expect(read.map(([, words]) => words)).toEqual(all.map(harmless));
      }),
    );
  });
});

test('numbers have no grouping, no exponent, and no noise', () => {
  expect([1234.56789, 0.1 + 0.2, 1e-7, 12_345_678, 2.999_999_9, -0.5].map(plain)).toEqual([
    '1234.57',
    '0.3',
    '0.0000001',
    '12345678',
    '3',
    '-0.5',
  ]);
  expect(percentOf(0.07)).toBe(7);
});

test('JSON has the names and numbers of the open CSV, and the notes', async () => {
  const { rows, notes, columns } = JSON.parse(await written(sampleTable(), 'json'));
  expect(rows[0]).toEqual({
    giorno: '2020-03-29',
    stato: 'Città, perché è così',
    contatti: 12_345,
    media: 1234.5,
    quota_percento: 7,
  });
  expect(rows[1].stato).toBe('=1+1');
  expect(rows[2]).toMatchObject({ giorno: null, contatti: null, media: null, quota_percento: null });
  expect(rows).toHaveLength(4);
  expect(columns[4]).toEqual({
    name: 'quota_percento',
    label: 'Quota',
    kind: 'share',
    description: 'La quota.',
  });
  expect(notes).toEqual({
    source: 'Comune di Città Sant’Angelo',
    periods: [{ label: 'Periodo', period: { from: '2020-01-01', to: '2020-06-30' } }],
    filters: [],
    dataUntil: '2020-06-30',
    dataVersion: '123',
    demonstration: false,
    coverage: [{ label: 'Chat', daysWithData: 3, openDays: 4 }],
    suppressedCells: 0,
    methodVersion: '1.0',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
  });
  expect(JSON.parse(await written(sampleTable([]), 'json')).rows).toEqual([]);
});

test('the notes alone say source, periods, filters, coverage, versions, licence, states and columns', async () => {
  const table = sampleTable();
  const text = await written({ ...table, notes: { ...table.notes, demonstration: true } }, 'txt');
  expect(text.split('\n')).toEqual([
    'Titolo: Una prova',
    'Fonte: Comune di Città Sant’Angelo',
    'Attenzione: le cifre comprendono dati dimostrativi, inventati',
    'Periodo: 1º gennaio 2020 – 30 giugno 2020',
    'Dati fino al: 30 giugno 2020',
    'Filtri: nessuno',
    'Copertura: Chat: 3 giorni di apertura con dati su 4 (75\u00a0%)',
    'Celle oscurate: 0',
    'Versione del metodo: 1.0',
    'Versione dei dati: 123',
    'Licenza: Creative Commons Attribuzione 4.0 (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/',
    '',
    'Stati',
    expect.stringMatching(/^conteggio: .*anche 0/),
    expect.stringMatching(/^mancante: .*non vuol dire zero$/),
    expect.stringMatching(/^parziale: /),
    expect.stringMatching(/^chiuso: /),
    expect.stringMatching(/^meno di …: /),
    expect.stringMatching(/^oscurato: /),
    '',
    'Colonne',
    'giorno (Giorno; data): Il giorno.',
    'stato (Stato; testo): Le parole.',
    'contatti (Contatti; numero intero): I contatti.',
    'media (Media; numero): La media.',
    'quota_percento (Quota; percentuale): La quota.',
    '',
  ]);
});

describe.each(['xlsx', 'ods'])('%s', (name) => {
  const book = async () =>
    read((await format(name).write(sampleTable())) as Uint8Array, { cellDates: true, UTC: true });

  test('has typed cells: numbers are numbers, words stay words, nothing is nothing', async () => {
    const { Sheets } = await book();
    const sheet = Sheets.Dati!;
    expect(
      utils.sheet_to_json(sheet, { header: 1, UTC: true, raw: true, defval: null, blankrows: true }),
    ).toEqual([
      ['Giorno', 'Stato', 'Contatti', 'Media', 'Quota'],
      [new Date('2020-03-29'), 'Città, perché è così', 12_345, 1234.5, 0.07],
      [new Date('2019-12-01'), '=1+1', 0, -0.25, 1],
      [null, expect.stringMatching(/^a;b,"c"\s+d$/), null, null, null],
      [new Date('2020-02-29'), '<b> & ’', -3, 0.1 + 0.2, 0.333_333_333],
    ]);
    expect(sheet.B3?.t).toBe('s');
    expect(sheet.C4).toBeUndefined();
  });

  test('has its notes and the dictionary on a second sheet', async () => {
    const { SheetNames, Sheets } = await book();
    expect(SheetNames).toEqual(['Dati', 'Note']);
    const notes = utils.sheet_to_json<string[]>(Sheets.Note!, { header: 1, blankrows: true });
    expect(notes).toContainEqual(['Fonte', 'Comune di Città Sant’Angelo']);
    expect(notes).toContainEqual(['Colonna', 'Nome nei dati aperti', 'Tipo', 'Significato']);
    expect(notes).toContainEqual(['Quota', 'quota_percento', 'percentuale', 'La quota.']);
  });
});

describe('at the door', () => {
  test('names say what, where and when; ASCII for old programs', async () => {
    expect(fileName(sampleTable(), format('csv'))).toBe(
      'affluenza_città_sant_angelo_prova_2020-01-01_2020-06-30.csv',
    );
    const { headers } = await leave(sampleTable(), format('it.csv'), '/notes');
    expect(headers['Content-Disposition']).toBe(
      'attachment; filename="affluenza_citta_sant_angelo_prova_2020-01-01_2020-06-30_excel.csv"; ' +
        "filename*=UTF-8''affluenza_citt%C3%A0_sant_angelo_prova_2020-01-01_2020-06-30_excel.csv",
    );
  });

  test('a format without room for the notes says where they are', async () => {
    const link = async (name: string) =>
      (await leave(sampleTable(), format(name), '/a.txt?x=1')).headers.Link;
    const licence = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"';
    expect(await link('csv')).toBe(`${licence}, </a.txt?x=1>; rel="describedby"; type="text/plain"`);
    expect(await link('it.csv')).toContain('describedby');
    expect(await link('ods')).toBe(licence);
  });

  test('a table of any length is sent piece by piece', async () => {
    const table = sampleTable();
    let made = 0;
    const rows = async function* () {
      for (;;) {
        made += 1;
        yield ['2020-03-29', 'conteggio', made, null, null];
      }
    };
    const { body } = await leave({ ...table, rows: rows() }, format('csv'), '/');
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    let bytes = 0;
    while (bytes < 1_000_000) bytes += (await reader.read()).value?.length ?? 0;
    await reader.cancel();
    // No more than a few pieces are made ahead of the reader.
    expect(made).toBeLessThan(1_000_000 / 30 + 5_000);
  });

  test('a spreadsheet of too many rows is refused, with what to do', async () => {
    const rows = async function* () {
      for (let i = 0; i <= 100_000; i += 1) yield [null, 'x', i, null, null];
    };
    const sent = leave({ ...sampleTable(), rows: rows() }, format('ods'), '/');
    await expect(sent).rejects.toMatchObject({
      parameter: 'format',
      allowed: expect.arrayContaining(['csv']),
    });
  });
});
