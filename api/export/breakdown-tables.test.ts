// SPDX-License-Identifier: AGPL-3.0-or-later
// What contacts and practices are made of, as files: what is hidden on the page is hidden there, and never a zero.
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestTown, testTown } from '../../scripts/test-town.ts';

let town: TestTown;

/** A day's conversations by topic. */
const chats = (day: string, topics: Record<string, number>) =>
  Object.entries(topics).map(([topic, count]) => `${day},chat del sito,${topic},${count}`);
const click = (day: string) =>
  `192.0.2.1 - - [${day}/Mar/2020:09:00:00 +0100] "GET / HTTP/1.1" 200 99 "-" "Mozilla/5.0 (X11; Linux x86_64)"`;
const times = (count: number, word: string) => Array.from({ length: count }, () => word);

/** Practices: a month with small numbers beside large ones, and one of which no list tells. */
const practices = [
  ...times(9, '2020-03-03,bonus'),
  ...times(2, '2020-03-04,tari'),
  ...times(5, '2020-03-05,anagrafe'),
  ...times(8, '2020-04-30,bonus'),
  ...times(7, '2020-04-03,tari'),
  ...times(6, '2020-04-06,anagrafe'),
];

beforeAll(async () => {
  town = await testTown(
    {
      phases: { before: '2020-03-02..2020-03-08', during: '2020-03-09..2020-03-15', after: '2020-03-16..' },
    },
    {
      'practices.csv': ['number,submitted,kind', ...practices.map((row, i) => `${i},${row}`), ''].join('\n'),
      'chat.csv': [
        'giorno,strumento,argomento,conversazioni',
        ...chats('2020-03-03', { scuola: 20, bonus: 4, tari: 2, anagrafe: 1 }),
        ...chats('2020-03-10', { scuola: 30, bonus: 5, tari: 1 }),
        '',
      ].join('\n'),
      'web.log': `${[click('02'), click('02'), click('09'), ''].join('\n')}`,
    },
  );
});

const lines = async (path: string) =>
  (await (await town.app.request(`/api/v1/tables/${path}`)).text()).split('\r\n');

describe('breakdown', () => {
  const question = 'breakdown.csv?channel=chat&by=topic&after=2020-03-16..2020-03-22';

  test('hidden counts have a state and no number', async () => {
    const [header, ...rows] = await lines(question);
    expect(header).toBe(
      'canale,nome_canale,suddivisione,voce,tipo_voce,' +
        ['prima', 'durante', 'dopo']
          .map((word) => `${word}_stato,${word}_contatti,${word}_contatti_al_giorno,${word}_quota_percento`)
          .join(','),
    );
    expect(rows.map((row) => row.split(',').slice(3, 7).join(','))).toEqual([
      'scuola,voce,conteggio,20',
      'anagrafe,voce,meno di 3,',
      'bonus,voce,conteggio,4',
      'tari,voce,meno di 3,',
      '',
    ]);
    expect(rows.slice(0, 4).map((row) => row.split(',').slice(9, 11).join(','))).toEqual([
      'conteggio,30',
      'conteggio,0',
      'oscurato,',
      'oscurato,',
    ]);
    // After, nothing is known: that is no zero either.
    expect(rows.slice(0, 4).map((row) => row.split(',')[13])).toEqual(Array(4).fill(''));
  });

  test('a phase of which nothing is known is missing, not zero', async () => {
    const rows = await lines('breakdown.csv?channel=chat&by=topic&before=2020-02-03..2020-02-09');
    expect(rows.slice(0, 1).join()).toContain('prima_stato,prima_contatti');
    expect(rows[1]).toMatch(/^chat,Chat,argomento,scuola,voce,mancante,,,,conteggio,30,/);
  });

  test('the notes count them', async () => {
    const text = (await lines(question.replace('.csv', '.txt'))).join();
    expect(text).toContain('Celle oscurate: 4');
    expect(text).toContain('suddivisione: argomento');
    expect(text).toContain('Chat, prima: ');
  });

  test('the numbers that are shown are those of the API', async () => {
    const { rows } = await town.ask('breakdown?channel=chat&by=topic');
    const table = await town.ask('tables/breakdown.json?channel=chat&by=topic');
    const shown = table.rows.map((row: Record<string, unknown>) => row.durante_contatti);
    expect(shown).toEqual(rows.map(({ during }: { during: { count?: number } }) => during.count ?? null));
  });
});

test('hours: a row for each phase, weekday and hour; no day counted is no zero', async () => {
  const { rows } = await town.ask('tables/hours.json?channel=web');
  const at = (fase: string, day: number, ora: number) =>
    rows.find(
      (row: Record<string, unknown>) => row.fase === fase && row.numero_giorno === day && row.ora === ora,
    );
  expect(rows.length % (7 * 24)).toBe(0);
  expect(at('prima', 1, 9)).toMatchObject({ stato: 'conteggio', media_contatti: 2, giorni_contati: 1 });
  expect(at('prima', 1, 10)).toMatchObject({ stato: 'conteggio', media_contatti: 0 });
  expect(at('prima', 3, 9)).toMatchObject({ stato: 'mancante', media_contatti: null });
  const chat = await town.ask('tables/hours.json?channel=chat');
  const sunday = chat.rows.find(({ numero_giorno }: { numero_giorno: number }) => numero_giorno === 7);
  expect(sunday).toMatchObject({ stato: 'chiuso', media_contatti: null });
});

test('a topic over time hides small days', async () => {
  const rows = await lines('series.csv?channels=chat&topic=tari&from=2020-03-03&to=2020-03-10');
  expect(rows[1]).toBe('2020-03-03,chat,Chat,oscurato,,1');
  expect((await lines('series.txt?channels=chat&topic=tari&from=2020-03-02&to=2020-03-10')).join()).toMatch(
    /Celle oscurate: [1-9]/,
  );
});

test('practices by kind, topic, means and outcome', async () => {
  const { rows, notes } = await town.ask(
    'tables/practices.json?before=2020-03-02..2020-03-31&during=2020-04-01..2020-04-30&after=none',
  );
  const kinds = rows.filter(
    ({ suddivisione }: { suddivisione: string }) => suddivisione === 'tipo di pratica',
  );
  expect(
    kinds.map((row: Record<string, unknown>) => [
      row.voce,
      row.prima_stato,
      row.prima_pratiche,
      row.durante_pratiche,
    ]),
  ).toEqual([
    ['bonus', 'conteggio', 9, 8],
    ['tari', 'oscurato', null, 7],
    ['anagrafe', 'oscurato', null, 6],
  ]);
  expect(notes.suppressedCells).toBeGreaterThan(0);
});

describe('practices by month and kind', () => {
  test('a small count is hidden with its neighbours in the month and in the kind', async () => {
    expect(await lines('practice-months.csv?from=2020-03-01&to=2020-04-30')).toEqual([
      'dal,al,tipo_pratica,stato,pratiche,giorni_con_dati,giorni_di_apertura',
      '2020-03-01,2020-03-31,anagrafe,oscurato,,29,31',
      '2020-03-01,2020-03-31,bonus,conteggio,9,29,31',
      '2020-03-01,2020-03-31,tari,oscurato,,29,31',
      '2020-04-01,2020-04-30,anagrafe,oscurato,,30,30',
      '2020-04-01,2020-04-30,bonus,conteggio,8,30,30',
      '2020-04-01,2020-04-30,tari,oscurato,,30,30',
      '',
    ]);
  });
});
