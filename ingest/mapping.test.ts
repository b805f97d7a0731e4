// SPDX-License-Identifier: AGPL-3.0-or-later
// Every table in fixtures/mapping with the mapping beside it says exactly what stands in .expected.json; then
// the rules that are easy to get wrong, one by one. WRITE_EXPECTED=1 writes the files that are missing; read them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { italianCount } from './cells.ts';
import { mappedSource, readMapping } from './mapping.ts';
import { checkMapping, type MappingFile } from './mapping-file.ts';
import { proposeMapping } from './mapping-proposal.ts';
import { findLayout } from './read.ts';
import { findDelimiter } from './read-rows.ts';
import { hashes } from './secret.ts';
import { BadFile, BadRow, type Source, type Translation } from './source.ts';
import { plan, type Rejected, translate } from './translate.ts';

const folder = join(projectRoot(), 'fixtures', 'mapping');
const settings = checkSettings({});
const context = { settings, ...hashes('a secret for tests') };
const temporary = mkdtempSync(join(tmpdir(), 'affluenza-mapping-'));
afterAll(() => rmSync(temporary, { recursive: true }));

describe('fixtures', () => {
  const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  test.each(tables)('%s', async (name) => {
    const said = await everythingIn(join(folder, name), readMapping(mappingOf(name)));
    const expected = join(folder, `${name}.expected.json`);
    if (!existsSync(expected) && process.env.WRITE_EXPECTED)
      writeFileSync(expected, `${JSON.stringify(said, null, 1)}\n`);
    expect(said).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

describe('counters', () => {
  const counter: MappingFile = {
    name: 'contatore',
    day: { column: 'd', format: 'yyyy-MM-dd' },
    channel: 'web',
    cumulative: true,
    counts: [{ column: 'n' }],
  };

  test('a drop is no contact, and neither is what climbs back from it', async () => {
    expect(await counted(counter, [100, 50, 52, 120, 130])).toEqual({ '2020-03-03': 2, '2020-03-05': 10 });
  });

  test('a counter that starts again counts on from there', async () => {
    expect(await counted(counter, [1000, 1010, 5, 20, 25])).toEqual({
      '2020-03-02': 10,
      '2020-03-04': 15,
      '2020-03-05': 5,
    });
  });

  test('a rise that is taken back the day after is no contact', async () => {
    expect(await counted(counter, [100, 900, 120, 125])).toEqual({ '2020-03-04': 5 });
  });

  test('a gap gives its difference to no day', async () => {
    expect(await counted(counter, [100, null, 120, 121])).toEqual({ '2020-03-04': 1 });
  });

  test('no difference is a zero, or no reading, as the mapping says', async () => {
    expect(await counted(counter, [100, 100, 104, 105])).toEqual({
      '2020-03-02': 0,
      '2020-03-03': 4,
      '2020-03-04': 1,
    });
    const missing = { ...counter, repeated: 'missing' } as const;
    expect(await counted(missing, [100, 100, 104, 105])).toEqual({ '2020-03-04': 1 });
  });

  test('the order of the rows does not matter', async () => {
    const rows = ['2020-03-03,130', '2020-03-01,100', '2020-03-02,110'];
    const said = await everythingIn(csv(['d,n', ...rows]), mapped(counter));
    expect(countsByDay(said)).toEqual({ '2020-03-02': 10, '2020-03-03': 20 });
  });

  test('two readings of one day that differ are for a person to choose from', async () => {
    const said = await everythingIn(csv(['d,n', '2020-03-01,1', '2020-03-01,2']), mapped(counter));
    expect(said).toEqual({
      refused: 'un contatore ha due letture diverse nello stesso giorno: 2020-03-01 web (1 e 2)',
    });
  });

  async function counted(mapping: MappingFile, readings: (number | null)[]) {
    const rows = readings.flatMap((n, at) => (n === null ? [] : [`2020-03-0${at + 1},${n}`]));
    return countsByDay(await everythingIn(csv(['d,n', ...rows.toReversed()]), mapped(mapping)));
  }
});

describe('a mapping that cannot be used says why', () => {
  const good: MappingFile = { name: 'mia', day: { column: 'd', format: 'yyyy-MM-dd' }, channel: 'phone' };

  test.each([
    [{ ...good, name: 'counts' }, 'name: "counts" è già il nome di una fonte'],
    [{ ...good, name: 'Mia tabella' }, 'name: solo minuscole'],
    [{ ...good, colour: 'red' }, '(tutto il file): chiave sconosciuta: colour'],
    [{ name: 'mia', channel: 'phone' }, 'day: manca'],
    [{ name: 'mia', day: good.day }, 'channel: manca il canale'],
    [
      { ...good, day: { column: 'd', format: 'gg/mm/aaaa' } },
      'il formato della data «gg/mm/aaaa» non va bene',
    ],
    [
      { ...good, day: { column: 'd', format: 'YYYY-MM-dd' } },
      'il formato della data «YYYY-MM-dd» non va bene',
    ],
    [{ ...good, cumulative: true }, 'counts: un contatore (cumulative)'],
    [{ ...good, channel: 7 }, 'channel: si scrive un testo, o { "column": "nome della colonna" }'],
    [{ ...good, vouches: 'all' }, 'vouches: si scrive uno di: rows, listed, span'],
    [{ ...good, delimiter: '||' }, 'delimiter: un solo carattere'],
  ])('%j', (content, reason) => {
    expect(() => checkMapping(content, 'mappatura.json')).toThrow(reason);
  });

  test('a channel that the town does not have', () => {
    expect(() => mapped({ ...good, channel: '?' }).open(context)).toThrow('channel: "?" non è un canale');
  });

  test('a file that is no JSON', () => {
    expect(() => readMapping(csv(['{ "name": ']))).toThrow('non si legge');
  });
});

describe('a proposal', () => {
  test('of the switchboard: its format, its channel column, what to look at', async () => {
    const rows = [
      'Data;Canale;Contatti;Richiedente',
      '25/02/2020;Telefono;1.234;x',
      '26/02/2020;sportello;7;y',
    ];
    const { mapping, notes } = await proposeMapping(csv(rows, 'Conteggi URP.csv'), settings);
    expect(mapping).toEqual({
      name: 'conteggi-urp',
      day: { column: 'Data', format: 'dd/MM/yyyy' },
      channel: { column: 'Canale' },
      counts: [{ column: 'Contatti' }],
    });
    expect(notes).toEqual(['colonne con possibili dati personali, che non vengono lette: Richiedente']);
  });

  test('says when day and month cannot be told apart', async () => {
    const { notes } = await proposeMapping(csv(['d,chat', '03/04/2020,1', '05/04/2020,2']), settings);
    expect(notes).toEqual(['le date si leggono anche come MM/dd/yyyy: controlla "format"']);
  });

  test('looks at the whole file for it', async () => {
    const { mapping, notes } = await proposeMapping(
      csv(['d,chat', '03/04/2020,1', '04/13/2020,2']),
      settings,
    );
    expect(mapping.day.format).toBe('MM/dd/yyyy');
    expect(notes).toEqual([]);
  });

  test('of counters, which the fixture proves', async () => {
    const { mapping } = await proposeMapping(join(folder, 'topics.csv'), settings);
    expect(mapping).toMatchObject({
      day: { column: 'Data', format: 'd MMMM yyyy' },
      platform: { column: 'Mezzo' },
      topic: { column: 'Motivo' },
    });
  });

  test('can be used as it is when the channel is known', async () => {
    const file = csv(['d,chat,telefono', '2020-03-03,1,5', '2020-03-04,2,6', '2020-03-05,0,']);
    const { mapping } = await proposeMapping(file, settings);
    const said = await everythingIn(file, mapped(mapping));
    expect('refused' in said ? said : said.translations.length).toBe(5);
  });

  test('is refused without a date', async () => {
    await expect(proposeMapping(csv(['[{"giorno":"2020-03-09","SPID":3}]']), settings)).rejects.toThrow(
      'è un file JSON',
    );
    await expect(proposeMapping(csv(['a,b', '1,2']), settings)).rejects.toThrow(
      'nessuna colonna contiene date',
    );
  });

  test.each([
    ['2020,1,20', 'yyyy M'],
    ['2020,gennaio,20', 'yyyy MMMM'],
  ])('of totals of months, the year and the month in two columns: %s', async (row, format) => {
    const file = csv(['Anno,Mese,Chat', row]);
    const { mapping, notes } = await proposeMapping(file, settings);
    expect(mapping).toMatchObject({
      day: { column: ['Anno', 'Mese'], format },
      counts: [{ column: 'Chat' }],
    });
    expect(notes).toEqual([expect.stringContaining('totale del mese')]);
    expect(await everythingIn(file, mapped(mapping))).toMatchObject({
      translations: [{ day: '2020-01-01', days: 31, count: 20 }],
    });
  });
});

test('a mapping is stored with its load, so that a changed one is another load', () => {
  expect(readMapping(mappingOf('calls.csv')).options).toMatchObject({ mapping: { name: 'centralino' } });
});

test('a total is taken for all the days of its month', async () => {
  const mapping = checkMapping(JSON.parse(readFileSync(mappingOf('months.csv'), 'utf8')));
  const said = await everythingIn(join(folder, 'months.csv'), mappedSource(mapping));
  expect(said).toMatchObject({
    translations: [
      { day: '2020-01-01', days: 31, count: 120 },
      { day: '2020-02-01', days: 29, count: 130 },
    ],
  });
});

test('days a month apart are months, even where somebody forgot the 29 February', async () => {
  const mapping: MappingFile = {
    name: 'mia',
    day: { column: 'd', format: 'yyyy-MM-dd' },
    channel: 'web',
    counts: [{ column: 'n' }],
  };
  const rows = ['2020-01-31,5', '2020-02-28,6', '2020-03-31,7', '2020-04-30,8'];
  expect(await everythingIn(csv(['d,n', ...rows]), mapped(mapping))).toMatchObject({
    refused: expect.stringContaining('sembrano totali mensili'),
  });
});

test('without a word about the encoding the bytes decide', async () => {
  const file = csv(['x']);
  writeFileSync(file, Buffer.from('Giorno;Attivit\xe0\n02/03/2020;5\n', 'latin1'));
  const day = { column: 'Giorno', format: 'dd/MM/yyyy' };
  const said = await everythingIn(
    file,
    mapped({ name: 'mia', day, channel: 'desk', counts: [{ column: 'Attività' }] }),
  );
  expect(countsByDay(said)).toEqual({ '2020-03-02': 5 });
});

test.each([
  [['Conteggi di sito, chat, telefono, sportello, mail', 'd;chat', '2020-03-02;1', '2020-03-03;2'], ';'],
  [['d;n', '2020-03-02;1,5', '2020-03-03;2,5'], ';'],
  [['d,n,nota', '2020-03-02,1,"a;b;c;d;e"', '2020-03-03,2,"a;b;c;d;e"'], ','],
  [['"d;x",n', '"2020-03-02;y",1', '"2020-03-03;z",2'], ','],
])('the delimiter of %j is %s', (lines, delimiter) => {
  expect(findDelimiter(lines.join('\n'))).toBe(delimiter);
});

test.each([
  ['0', 0],
  ['1.234', 1234],
  ['1.234.567', 1234567],
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ["1'234", 1234],
  ['41,0', 41],
  ['1.234,00', 1234],
  ['41.0', 41],
])('%s is the count %d', (text, count) => expect(italianCount('n', text)).toBe(count));

test.each(['1,234', '1,000', '4,5', '12.34', '1.2340', '-3', '1.23.456', '0.123', 'tre', ''])(
  '%s is no count',
  (text) => expect(() => italianCount('n', text)).toThrow(BadRow),
);

type Said = { translations: Translation[]; rejected: Rejected[]; vouches: string } | { refused: string };

async function everythingIn(file: string, source: Source): Promise<Said> {
  try {
    const { layout, sample } = await findLayout(file);
    const translations: Translation[] = [];
    const rejected: Rejected[] = [];
    const vouches = await translate(file, plan(layout, sample, source), context, async (batch) => {
      translations.push(...batch.translations);
      rejected.push(...batch.rejected);
    });
    return { vouches, translations, rejected };
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { refused: error.message };
  }
}

function countsByDay(said: Said): unknown {
  if ('refused' in said) return said;
  return Object.fromEntries(
    said.translations.flatMap((each) => (each.table === 'contacts' ? [[each.day, each.count]] : [])),
  );
}

function mapped(mapping: MappingFile): Source {
  return mappedSource(checkMapping(mapping));
}

function mappingOf(table: string): string {
  return join(folder, table.replace('.csv', '.mapping.json'));
}

let written = 0;
function csv(lines: string[], name = `${++written}.csv`): string {
  writeFileSync(join(temporary, name), `${lines.join('\n')}\n`);
  return join(temporary, name);
}
