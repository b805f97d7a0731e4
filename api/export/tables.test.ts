// SPDX-License-Identifier: AGPL-3.0-or-later
// The tables through the front door, on the few rows of fixtures/seed, which can be counted by hand.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFile } from '../../ingest/load.ts';
import { testDatabase } from '../../scripts/test-database.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { checkSettings } from '../../sql/settings.ts';
import { dayText } from '../../sql/vocabulary.ts';
import { createApp } from '../app.ts';
import { CHAT, seededSeries } from '../compare/statistics/seeded-series.ts';
import type { Compare } from '../compare-schema.ts';

const settings = checkSettings({
  phases: { before: '2020-03-02..2020-03-08', during: '2020-03-09..2020-03-11', after: '2020-03-12..' },
});
const secret = 'test';
let app: OpenAPIHono;

beforeAll(async () => {
  const database = await testDatabase();
  const folder = join(projectRoot(), 'fixtures', 'seed');
  for (const file of readdirSync(folder)) await loadFile(database, join(folder, file), { settings, secret });
  app = createApp({ database, settings });
});

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await app.request(`/api/v1/tables/${path}`, { headers });
  // The mark of UTF-8 at the start is part of the answer.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, text };
}

const lines = async (path: string) => (await ask(path)).text.split('\r\n');

describe('series', () => {
  test('days: zero, missing and closed are three different things', async () => {
    expect(await lines('series.csv?channels=phone&from=2020-03-04&to=2020-03-08')).toEqual([
      'giorno,canale,nome_canale,stato,contatti,giorni_di_apertura',
      '2020-03-04,phone,Telefono,conteggio,0,1',
      '2020-03-05,phone,Telefono,mancante,,1',
      '2020-03-06,phone,Telefono,conteggio,8,1',
      '2020-03-07,phone,Telefono,conteggio,5,1',
      '2020-03-08,phone,Telefono,chiuso,,0',
      '',
    ]);
  });

  test('weeks, for Excel in Italy', async () => {
    expect(
      await lines('series.it.csv?channels=phone&granularity=week&from=2020-03-02&to=2020-03-22'),
    ).toEqual([
      '\uFEFFDal;Al;Canale (codice);Canale;Stato;Contatti;Giorni con dati;Giorni di apertura;Media al giorno',
      '02/03/2020;08/03/2020;phone;Telefono;conteggio;35;5;6;7',
      '09/03/2020;15/03/2020;phone;Telefono;conteggio;63;3;6;21',
      '16/03/2020;22/03/2020;phone;Telefono;mancante;;0;6;',
      '',
    ]);
  });

  test('a week of which too little is known for a value is partial, not missing', async () => {
    expect((await lines('series.csv?channels=phone&granularity=week&from=2020-03-06&to=2020-03-10'))[1]).toBe(
      '2020-03-06,2020-03-08,phone,Telefono,parziale,,2,2,',
    );
  });

  test('says what it is called, where its notes are, and what they are', async () => {
    const { headers } = await ask('series.csv?channels=phone&from=2020-03-04&to=2020-03-08');
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('Content-Disposition')).toContain(
      'filename="affluenza_montevarchi_serie_2020-03-04_2020-03-08.csv"',
    );
    const [, notes = ''] = headers.get('Link')!.match(/<([^>]*)>; rel="describedby"/) ?? [];
    expect(notes).toBe('/api/v1/tables/series.txt?channels=phone&from=2020-03-04&to=2020-03-08');
    const answer = await app.request(notes);
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const said = (await answer.text()).split('\n');
    expect(said).toContain('Periodo: 4 marzo 2020 – 8 marzo 2020');
    expect(said).toContain('Filtri: canali: Telefono');
    expect(said).toContain('  passo: giorno');
    expect(said).toContain('Copertura: Telefono: 3 giorni di apertura con dati su 4 (75\u00a0%)');
    expect(said).toContain('Dati fino al: 11 marzo 2020');
    expect(said.join()).not.toContain('dimostrativi');
  });
});

test('coverage: how much of each month rests on data', async () => {
  expect(await lines('coverage.csv?channels=phone,chat&from=2020-03-02&to=2020-03-08')).toEqual([
    'dal,al,canale,nome_canale,giorni_di_apertura,giorni_con_dati,giorni_mancanti,copertura_percento',
    '2020-03-02,2020-03-08,chat,Chat,6,0,6,0',
    '2020-03-02,2020-03-08,phone,Telefono,6,5,1,83.3333',
    '',
  ]);
});

test('comparison: the figures of the API, with their outcome', async () => {
  const { text } = await ask('comparison.json?channels=phone,email&after=2020-03-12..2020-03-13');
  const { rows, notes } = JSON.parse(text);
  expect(rows[1]).toEqual({
    canale: 'phone',
    nome_canale: 'Telefono',
    esito: 'periodo troppo breve',
    rapporto_volte: null,
    rapporto_minimo_volte: null,
    rapporto_massimo_volte: null,
    correzione_stagionale: null,
    rapporto_semplice_volte: null,
    rapporto_semplice_minimo_volte: null,
    rapporto_semplice_massimo_volte: null,
    chiuso_per_legge: 'no',
    rapporto_dopo_volte: null,
    rapporto_dopo_minimo_volte: null,
    rapporto_dopo_massimo_volte: null,
    prima_contatti: 35,
    prima_giorni_con_dati: 5,
    prima_giorni_a_zero: 1,
    prima_copertura_percento: 83.3333,
    prima_media_contatti_al_giorno: 7,
    durante_contatti: 63,
    durante_giorni_con_dati: 3,
    durante_giorni_a_zero: 0,
    durante_copertura_percento: 100,
    durante_media_contatti_al_giorno: 21,
    dopo_contatti: null,
    dopo_giorni_con_dati: null,
    dopo_giorni_a_zero: null,
    dopo_copertura_percento: null,
    dopo_media_contatti_al_giorno: null,
    frase: expect.stringContaining('telefonate'),
  });
  expect(rows[0]).toMatchObject({ canale: 'email', esito: 'dati insufficienti', prima_contatti: null });
  expect(notes).toMatchObject({
    source: 'Comune di Montevarchi',
    periods: [
      { label: 'Prima', period: { from: '2020-03-02', to: '2020-03-08' } },
      { label: 'Durante', period: { from: '2020-03-09', to: '2020-03-11' } },
      { label: 'Dopo', period: { from: '2020-03-12', to: '2020-03-13' } },
    ],
    filters: ['canali: E-mail, Telefono'],
    coverage: [
      { label: 'E-mail, prima', daysWithData: 0, openDays: 7 },
      { label: 'E-mail, durante', daysWithData: 0, openDays: 3 },
      { label: 'Telefono, prima', daysWithData: 5, openDays: 6 },
      { label: 'Telefono, durante', daysWithData: 3, openDays: 3 },
    ],
  });
});

test('weekdays: the means of the days that were counted, by hand', async () => {
  expect(await lines('weekdays.csv?channels=phone')).toEqual([
    'canale,nome_canale,numero_giorno,tipo_di_giorno,prima_media_contatti_al_giorno,durante_media_contatti_al_giorno,dopo_media_contatti_al_giorno',
    'phone,Telefono,1,lunedì,10,20,',
    'phone,Telefono,2,martedì,12,18,',
    'phone,Telefono,3,mercoledì,0,25,',
    'phone,Telefono,5,venerdì,8,,',
    'phone,Telefono,6,sabato,5,,',
    '',
  ]);
});

test('every ratio in the table is the one of the API', async () => {
  const database = await testDatabase();
  const file = join(mkdtempSync(join(tmpdir(), 'affluenza-export-')), 'counts.csv');
  const days = seededSeries(CHAT).map(({ day, count }) => `${dayText(day)},chat,${count}`);
  writeFileSync(file, ['day,channel,count', ...days, ''].join('\n'));
  await loadFile(database, file, { settings, secret });
  const own = createApp({ database, settings: checkSettings({}) });
  const read = async (path: string) => (await own.request(`/api/v1/${path}?channels=chat`)).json();
  const [chat] = ((await read('compare')) as Compare).channels;
  const { rows } = (await read('tables/comparison.json')) as { rows: Record<string, number | string>[] };
  const { ratioOfRatios, ratio, afterRatio } = chat!;
  const near = (value: number | undefined) => expect.closeTo(value!, 4);
  expect(rows[0]).toMatchObject({
    esito: 'aumento dimostrato',
    rapporto_volte: near(ratioOfRatios?.estimate),
    rapporto_minimo_volte: near(ratioOfRatios?.low),
    rapporto_massimo_volte: near(ratioOfRatios?.high),
    correzione_stagionale: 'sì',
    rapporto_semplice_volte: near(ratio?.estimate),
    rapporto_semplice_minimo_volte: near(ratio?.low),
    rapporto_dopo_volte: near((chat!.afterRatioOfRatios ?? afterRatio)?.estimate),
    prima_media_contatti_al_giorno: near(chat!.before.meanPerDay!),
    frase: chat!.sentence.it,
  });
  expect([ratio, ratioOfRatios, afterRatio].every(Boolean)).toBe(true);
});

test('loads', async () => {
  const [header, first, ...others] = await lines('loads.csv');
  expect(header).toBe('file,fonte,stato_carico,righe,righe_scartate,dal,al,caricato_il,dimostrativo,sha256');
  expect(first).toMatch(
    /^weblog\.log,weblog,in uso,5,0,2020-03-09,2020-03-11,20\d\d-\d\d-\d\d,no,[0-9a-f]{64}$/,
  );
  expect(others).toHaveLength(4);
});

test('an empty database gives header and notes all the same', async () => {
  const empty = createApp({ database: await testDatabase(), settings });
  const text = async (path: string) => (await empty.request(`/api/v1/tables/${path}`)).text();
  expect(await text('loads.csv')).toBe(
    'file,fonte,stato_carico,righe,righe_scartate,dal,al,caricato_il,dimostrativo,sha256\r\n',
  );
  expect(await text('comparison.txt')).toContain('Dati fino al: nessun dato');
});

test('an answer that has not changed is not sent again; new data change it', async () => {
  const database = await testDatabase();
  const own = createApp({ database, settings });
  const get = (tag?: string) =>
    own.request('/api/v1/tables/series.csv', { headers: tag ? { 'If-None-Match': tag } : {} });
  const tag = (await get()).headers.get('ETag')!;
  const again = await get(`"other", ${tag}`);
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag]);
  await loadFile(database, join(projectRoot(), 'fixtures', 'seed', 'counts.csv'), { settings, secret });
  expect((await get(tag)).status).toBe(200);
});

describe('our own files come back', () => {
  test.each(['series.csv', 'series.it.csv', 'series.xlsx', 'series.ods'])(
    '%s is taken in, with the same numbers',
    async (name) => {
      const path = `/api/v1/tables/${name}?from=2020-03-02&to=2020-03-11`;
      const file = join(mkdtempSync(join(tmpdir(), 'affluenza-export-')), name);
      writeFileSync(file, new Uint8Array(await (await app.request(path)).arrayBuffer()));
      const database = await testDatabase();
      const outcome = await loadFile(database, file, { settings, secret });
      expect(outcome).toMatchObject({ state: 'committed', rejected: 0 });
      const back = createApp({ database, settings });
      const series = '/api/v1/series?from=2020-03-02&to=2020-03-11';
      const [sent, received] = await Promise.all(
        [app, back].map(async (each) => (await (await each.request(series)).json()) as object),
      );
      expect({ ...received, dataVersion: '' }).toEqual({ ...sent, dataVersion: '' });
    },
  );
});

describe('a question that cannot be answered', () => {
  test.each([
    ['nothing.csv', 'name', 'series'],
    ['series.pdf', 'format', 'it.csv'],
    ['series', 'format', 'xlsx'],
    ['coverage.csv?topic=tari', 'topic', 'granularity'],
    ['series.csv?topic=nothing', 'topic', undefined],
    ['breakdown.csv', 'channel', undefined],
    ['breakdown.csv?channel=chat&by=kind', 'by', 'topic'],
    ['series.csv?granularity=year', 'granularity', 'month'],
    ['loads.csv?from=2020-01-01', 'from', undefined],
    ['comparison.csv?during=soon', 'during', '2020-01-01..2020-03-08'],
  ])('%s names the parameter and what is allowed', async (path, parameter, allowed) => {
    const { status, text } = await ask(path);
    expect(status).toBe(400);
    const problem = JSON.parse(text);
    expect(problem.parameter).toBe(parameter);
    if (allowed) expect(problem.allowed).toContain(allowed);
  });
});

test('the list says what there is', async () => {
  const tables = (await (await app.request('/api/v1/tables')).json()) as { name: string }[];
  expect(tables.map(({ name }) => name)).toEqual([
    'comparison',
    'weekdays',
    'series',
    'coverage',
    'share',
    'breakdown',
    'hours',
    'practices',
    'practice-months',
    'loads',
  ]);
});
