// SPDX-License-Identifier: AGPL-3.0-or-later
// A report uses only what was known on its last day, says when it is not whole, and compares only like with like.
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import { formatDay, parseDay } from '../compare/calendar.ts';
import type { Report } from '../schemas/report.ts';

const HEAD = 'giorno,canale,conteggio\n';

/** A count a day from the first to the last day, both included. */
function counts(channel: string, from: string, to: string, count: (day: number) => number): string {
  const lines: string[] = [];
  for (let day = parseDay(from); day <= parseDay(to); day += 1)
    lines.push(`${formatDay(day)},${channel},${count(day)}\n`);
  return lines.join('');
}

let sent = 0;
const practice = (day: string, closed: string) => {
  sent += 1;
  return `${sent};${day};Bonus;bonus;web;accolta;${closed}\n`;
};
const practices = (rows: readonly [day: string, closed: string][]) =>
  `numero;presentata il;tipo;argomento;canale;esito;chiusa il\n${rows.map(([day, closed]) => practice(day, closed)).join('')}`;
const twelve = (day: string, closed: string) =>
  Array.from({ length: 12 }, () => [day, closed] as [string, string]);

const read = async (town: TestTown, month: string): Promise<Report> => town.ask(`reports/${month}`);

describe('what came later', () => {
  const wave = (day: number) => 3 + (day % 5);
  const settings = {
    channels: [
      { code: 'chat', label: 'Chat' },
      { code: 'phone', label: 'Telefono' },
      { code: 'practice', label: 'Pratiche' },
    ],
  };
  let then: TestTown;
  let now: TestTown;
  beforeAll(async () => {
    const known = HEAD + counts('chat', '2019-12-01', '2020-04-30', wave);
    sent = 0;
    then = await testTown(settings, {
      'known.csv': known,
      'practices.csv': practices([...twelve('20/03/2020', '24/03/2020'), ...twelve('30/04/2020', '')]),
    });
    sent = 0;
    now = await testTown(settings, {
      'known.csv':
        known +
        counts('chat', '2020-05-01', '2020-08-31', (day) => 90 + (day % 7)) +
        counts('phone', '2020-05-04', '2020-08-31', wave),
      'practices.csv': practices([
        ...twelve('20/03/2020', '24/03/2020'),
        ...twelve('30/04/2020', '04/05/2020'),
        ...twelve('20/05/2020', '21/05/2020'),
      ]),
    });
  });

  test('is in no figure of April', async () => {
    const [{ dataVersion: _, ...april }, { dataVersion: __, ...later }] = [
      await read(then, '2020-04'),
      await read(now, '2020-04'),
    ];
    expect(later).toEqual(april);
    expect(april.practices!.during).toMatchObject({ closed: { count: 0 }, open: { count: 12 } });
    expect(april.practices!.before.closing).toEqual({ median: 2, p90: 2 });
  });

  test('is in those of July, which looks at what remained', async () => {
    const july = await read(now, '2020-07');
    expect(july.comparison).toMatchObject({
      phase: 'after',
      during: { from: '2020-05-18', to: '2020-07-31' },
    });
    expect(july.lead[1]).toMatch(/^Chat\. Nel periodo successivo/);
    expect(july.channels.map(({ label }) => label)).toEqual(['Chat', 'Telefono', 'Pratiche']);
  });
});

describe('a month that is not over', () => {
  test('says so, and is not compared with the month before', async () => {
    const town = await testTown({}, { 'a.csv': HEAD + counts('web', '2020-02-01', '2020-04-21', () => 20) });
    const report = await read(town, '2020-04');
    expect(report).toMatchObject({
      title: 'Relazione di aprile 2020, fino al 21 aprile 2020',
      until: '2020-04-21',
      isOver: false,
    });
    expect(report.scope).toMatch(
      /^Dati fino al 21 aprile: il mese non è finito\. Mese intero nel lockdown\./,
    );
    const [web] = report.channels;
    expect(web!.month).toMatchObject({ total: 420, daysWithData: 21, expectedDays: 21 });
    expect(web!.onMonthBefore).toEqual({ kind: 'none', reason: 'month_not_over' });
    const page = await (await town.app.request('/api/v1/reports/2020-04.html')).text();
    expect(page).toContain('Nessun confronto con marzo finché il mese non è finito.');
    expect(page).toContain('<h1>Aprile 2020, fino al 21 aprile 2020, in un minuto</h1>');
  });
});

describe('from one month to another', () => {
  test('a handful of contacts gives a difference; another way of counting, a total or no data give none', async () => {
    const file =
      HEAD +
      counts('web', '2020-03-01', '2020-04-30', (day) => (day < parseDay('2020-04-01') ? 0 : 1)) +
      counts('social', '2020-03-01', '2020-04-30', () => 4) +
      counts('chat', '2020-04-01', '2020-04-30', () => 5) +
      counts('desk', '2020-03-01', '2020-04-10', () => 2);
    const channels = [
      { code: 'web', label: 'Sito' },
      { code: 'social', label: 'Social', countingChanged: ['2020-04-01'] },
      { code: 'chat', label: 'Chat' },
      { code: 'phone', label: 'Telefono' },
      { code: 'desk', label: 'Sportello' },
    ];
    const town = await testTown(
      { channels },
      {
        'a.csv': file,
        'mesi.csv':
          'mese;canale;contatti\nmarzo 2020;Telefono;300\naprile 2020;Telefono;620\naprile 2020;Sportello;100\n',
      },
    );
    const report = await read(town, '2020-04');
    expect(report.channels.map(({ label, onMonthBefore }) => [label, onMonthBefore])).toEqual([
      ['Sito', { kind: 'difference', value: 1 }],
      ['Social', { kind: 'none', reason: 'collection_change' }],
      ['Chat', { kind: 'none', reason: 'no_data' }],
      ['Telefono', { kind: 'ratio', value: 620 / 30 / (300 / 31) }],
      ['Sportello', { kind: 'none', reason: 'collection_change' }],
    ]);
    expect(report.channels[3]!.month).toMatchObject({ total: 620, perDay: 620 / 30, isTotalOnly: true });
    expect(report.missing.find(({ label }) => label === 'Telefono')!.sentences).toEqual([
      'Si conosce solo il totale del mese, non i singoli giorni.',
    ]);
    const page = await (await town.app.request('/api/v1/reports/2020-04.html')).text();
    expect(page).toContain('+1,0 al giorno');
    expect(page).toContain('Con meno di 10 contatti di base si mostra la differenza al giorno');
  });
});
