// SPDX-License-Identifier: AGPL-3.0-or-later
// What the fixtures cannot show: totals of months read at a glance, and labels one by one.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../sql/engine/engine.ts';
import { checkSettings } from '../../sql/settings.ts';
import { findLayout } from '../read.ts';
import { hashes } from '../secret.ts';
import { BadRow, type Contact } from '../source.ts';
import { plan, translate } from '../translate.ts';
import { officeTable } from './office-table.ts';
import { labelPlace, titlePlace } from './office-table-labels.ts';

const settings = checkSettings({});
const context = { settings, ...hashes('a secret for tests') };

describe('a total is taken for all the days of its month', () => {
  test('months by channels, the year in the title', async () => {
    expect(await months('month-by-channel.csv')).toEqual([
      'phone 2020-01-01 +31: 820',
      'desk 2020-01-01 +31: 410',
      'chat 2020-01-01 +31: 75',
      'phone 2020-02-01 +29: 790',
      'desk 2020-02-01 +29: 395',
      'phone 2020-03-01 +31: 1102',
      'desk 2020-03-01 +31: 120',
      'chat 2020-03-01 +31: 230',
      'righe di totale',
    ]);
  });

  test('months by years, the channel in the title', async () => {
    expect(await months('month-by-year.csv')).toEqual([
      'phone 2019-01-01 +31: 812',
      'phone 2020-01-01 +31: 820',
      'phone 2021-01-01 +31: 901',
      'phone 2019-02-01 +28: 770',
      'phone 2020-02-01 +29: 790',
      'righe di totale',
    ]);
  });

  test('channels by months; a channel that the town does not have is rejected', async () => {
    expect(await months('channel-by-month.csv')).toEqual([
      'phone 2020-01-01 +31: 820',
      'phone 2020-02-01 +29: 790',
      'phone 2020-03-01 +31: 1102',
      'desk 2020-01-01 +31: 410',
      'desk 2020-02-01 +29: 395',
      'desk 2020-03-01 +31: 120',
      'rejected Canale Fax',
    ]);
  });

  test('a row a month and channel, with merged cells', async () => {
    expect(await months('month-rows.csv')).toEqual([
      'phone 2020-01-01 +31: 820',
      'desk 2020-01-01 +31: 410',
      'phone 2020-02-01 +29: 790',
      'desk 2020-02-01 +29: 395',
    ]);
  });

  test('a month that stands there twice is refused', async () => {
    const table = officeTable.open(context);
    table.take(['Mese', 'Telefono', 'Chat'], 1);
    table.take(['marzo 2020', '3', ''], 2);
    table.take(['03/2020', '4', '5'], 3);
    expect(() => table.end?.()).toThrow('2020-03 phone (righe 2 e 3)');
  });
});

test.each([
  ['day', '10/03/2020', { day: '2020-03-10' }],
  ['day', '10.3.20', { day: '2020-03-10' }],
  ['day', 'mar 10/03/2020', { day: '2020-03-10' }],
  ['day', 'martedì 10 marzo 2020', { day: '2020-03-10' }],
  ['day', "martedi' 10 mar. 2020", { day: '2020-03-10' }],
  ['day', '2020-03-10 00:00:00', { day: '2020-03-10' }],
  ['day', '10/03', { date: 10, month: 3 }],
  ['day', '10-mar', { date: 10, month: 3 }],
  ['day', '1° aprile', { date: 1, month: 4 }],
  ['day', '10', { date: 10 }],
  ['day', 'mar 10', { date: 10 }],
  ['day', 'mar', {}],
  ['day', '32', undefined],
  ['day', '31/02/2020', undefined],
  ['day', '31 febbraio 2020', undefined],
  ['day', 'sciopero', undefined],
  ['month', 'mar', { month: 3 }],
  ['month', 'Sett.', { month: 9 }],
  ['month', 'mar-20', { month: 3, year: 2020 }],
  ['month', 'Marzo 2020', { month: 3, year: 2020 }],
  ['month', "marzo '20", { month: 3, year: 2020 }],
  ['month', '2020-03', { month: 3, year: 2020 }],
  ['month', '3/2020', { month: 3, year: 2020 }],
  ['month', '3', { month: 3 }],
  ['month', '13', undefined],
  ['month', '13/2020', undefined],
  ['any', 'anno 2020', { year: 2020 }],
  ['any', 'Sportello', { channel: 'desk' }],
  ['channel', 'n. telefonate ricevute', { channel: 'phone' }],
  ['channel', 'Accessi allo sportello', { channel: 'desk' }],
  ['channel', 'Fax', undefined],
] as const)('a label under «%s»: %s', (kind, text, place) => {
  expect(labelPlace(settings, kind, text)).toEqual(place);
});

test.each([
  [['Telefonate marzo 2020'], { channel: 'phone', month: 3, year: 2020 }],
  [['Telefono e sportello', 'dal 2019 al 2020'], {}],
  [['Contatti in otto uffici'], {}],
])('a title: %s', (cells, place) => {
  expect(titlePlace(settings, cells)).toEqual(place);
});

describe('rows', () => {
  test('a title of another year does not change dates that have their own', () => {
    expect(said([['Telefonate dal 2018'], ['Data', 'Contatti'], ['02/03/2020', '4']])).toEqual([
      'phone 2020-03-02: 4',
    ]);
  });

  test('a month said among other words above a second heading holds below it', () => {
    const heading = ['Giorno', 'Telefono', 'Chat'];
    expect(
      said([
        ['Contatti di marzo 2020'],
        heading,
        ['31', '4', '1'],
        ['Contatti di aprile 2020'],
        heading,
        ['1', '5', '2'],
      ]),
    ).toEqual(['phone 2020-03-31: 4', 'chat 2020-03-31: 1', 'phone 2020-04-01: 5', 'chat 2020-04-01: 2']);
  });

  test('a date that is left blank is not the one above', () => {
    expect(
      said([
        ['Data', 'Giorno', 'Telefono'],
        ['02/03/2020', 'lun', '4'],
        ['', 'mar', '5'],
        ['', '', '6'],
      ]),
    ).toEqual(['phone 2020-03-02: 4', 'rejected Data: manca la data', 'rejected Data: manca la data']);
  });

  test('merged years go on below a total', () => {
    const rows = [
      ['Anno', 'Giorno', 'Telefono'],
      ['2020', '2 marzo', '4'],
      ['', '3 marzo', '5'],
      ['Totale', '', '9'],
      ['', '4 marzo', '6'],
    ];
    expect(said(rows)).toEqual([
      'phone 2020-03-02: 4',
      'phone 2020-03-03: 5',
      'righe di totale',
      'phone 2020-03-04: 6',
    ]);
  });

  test.each([
    [['', 'Marzo 2020', '']],
    [['Anno', '2020']],
    [['Mese', 'Marzo']],
    [['Canale', 'Telefono']],
    [['', 'Telefonate', '2020']],
  ])('the title %j is no heading', (title) => {
    expect(said([title, ['Data', 'Telefono', 'Chat'], ['02/03/2020', '4', '1']])).toEqual([
      'phone 2020-03-02: 4',
      'chat 2020-03-02: 1',
    ]);
  });

  test('a title of a channel and a year is no heading, even above one without a name for its dates', () => {
    const rows = [
      ['', 'Telefonate', '2020'],
      ['', 'Telefono', 'Chat'],
      ['02/03', '4', '1'],
    ];
    expect(said(rows)).toEqual(['phone 2020-03-02: 4', 'chat 2020-03-02: 1']);
  });

  test('a row of counts that look like years is no second heading', () => {
    expect(
      said([
        ['', 'Telefono', 'Chat'],
        ['02/03/2020', '4', '1'],
        ['', '2019', '2020'],
      ]),
    ).toEqual(['phone 2020-03-02: 4', 'chat 2020-03-02: 1', 'rejected : manca la data']);
  });

  test('more cells than headings are rejected, not lost', () => {
    expect(
      said([
        ['Data', 'Telefono'],
        ['02/03/2020', '4', '1'],
      ]),
    ).toEqual(["rejected : la riga ha 3 colonne, l'intestazione ne ha 2"]);
  });

  function said(rows: string[][]): string[] {
    const table = officeTable.open(context);
    const words = rows.flatMap((row, at) => {
      try {
        const facts = [table.take(row, at + 1) ?? []].flat();
        return facts.map((fact) =>
          fact.table === 'contacts' ? `${fact.channel} ${fact.day}: ${fact.count}` : 'righe di totale',
        );
      } catch (error) {
        if (error instanceof BadRow) return [`rejected ${error.column}: ${error.message}`];
        throw error;
      }
    });
    table.end?.();
    return words;
  }
});

test('a list of people with their telephone numbers is no table of counts', () => {
  const rows = [
    ['Data', 'Nome', 'Telefono', 'E-mail'],
    ['02/03/2020', 'x', '0559108212', 'x@example.org'],
    ['03/03/2020', 'y', '3331234567', 'y@example.org'],
  ];
  expect(officeTable.recognizes({ lines: [], rows })).toBe(0);
});

async function months(name: string): Promise<string[]> {
  const file = join(projectRoot(), 'fixtures', 'sources', 'office-table', name);
  const { layout, sample } = await findLayout(file);
  const said: string[] = [];
  const planned = plan(layout, sample, officeTable);
  await translate(file, planned, context, async ({ translations, rejected }) => {
    said.push(...translations.map((each) => (each.table === null ? each.class : words(each as Contact))));
    said.push(...rejected.map(({ column, value }) => `rejected ${column} ${value}`));
  });
  return said;
}

function words({ channel, day, days, count }: Contact): string {
  return `${channel} ${day} +${days}: ${count}`;
}
