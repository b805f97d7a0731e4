// SPDX-License-Identifier: AGPL-3.0-or-later
// The open data through the front door, and the catalogue word by word where the words come from a town's settings.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFile } from '../../ingest/load.ts';
import { testDatabase } from '../../scripts/test-database.ts';
import type { Database } from '../../sql/client.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { checkSettings } from '../../sql/settings.ts';
import { createApp } from '../app.ts';
import { rdfXml } from './rdf-xml.ts';
import { setsOf } from './sets.ts';
import { statements, type Thing } from './statements.ts';
import { turtle } from './turtle.ts';

const settings = checkSettings({ openData: true, address: 'https://dati.comune.example/affluenza' });
const SETS = setsOf(settings);
let database: Database;
let app: OpenAPIHono;

beforeAll(async () => {
  database = await testDatabase();
  const folder = join(projectRoot(), 'fixtures', 'seed');
  for (const file of readdirSync(folder))
    await loadFile(database, join(folder, file), { settings, secret: 'test' });
  app = createApp({ database, settings });
});

const ask = async (path: string, from = app) => {
  const answer = await from.request(path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

test('switched off, as it is unless the town says otherwise, there is a sentence and nothing else', async () => {
  const closed = createApp({ database, settings: checkSettings({}) });
  for (const path of ['', 'attivita-giornaliera.csv', 'catalog.ttl', 'nothing']) {
    const { status, text } = await ask(`/opendata/${path}`, closed);
    expect([status, text]).toEqual([404, 'I dati aperti di questo Comune non sono pubblicati.\n']);
  }
});

test('the page lists every set with its files and the meaning of its columns', async () => {
  const { headers, text } = await ask('/opendata/');
  expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  for (const { name, columns } of SETS) {
    expect(text).toContain(`href="${name}.csv"`);
    expect(text).toContain(`href="${name}.txt"`);
    for (const column of columns) expect(text).toContain(`<code>${column.name}</code>`);
  }
  expect(text).not.toContain('dimostrativi');
  expect((await app.request('/opendata')).headers.get('Location')).toBe('/opendata/');
});

test('words of the settings never become marks', async () => {
  const other = createApp({ database, settings: { ...settings, name: 'Comune di <script>' } });
  const { text } = await ask('/opendata/', other);
  expect(text).toContain('Comune di &lt;script&gt;');
  expect(text).not.toContain('<script>');
});

describe.each(SETS)('$name', ({ name, columns }) => {
  test('can be cached by everybody, read by every site, and asked for again', async () => {
    const { status, headers, text } = await ask(`/opendata/${name}.csv`);
    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('public, max-age=3600');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Link')).toContain(`</opendata/${name}.txt>; rel="describedby"`);
    expect(text.split('\r\n')[0]).toBe(columns.map((column) => column.name).join(','));
    const again = await app.request(`/opendata/${name}.csv`, {
      headers: { 'If-None-Match': headers.get('ETag')! },
    });
    expect(again.status).toBe(304);
  });
});

test('the activity is the series of all channels and days', async () => {
  const [open, table] = await Promise.all([
    ask('/opendata/attivita-giornaliera.csv'),
    ask('/api/v1/tables/series.csv'),
  ]);
  expect(open.text).toBe(table.text);
  expect(open.text).toContain('2020-03-04,phone,Telefono,conteggio,0,1\r\n');
});

test('a town without practices has no set of them', async () => {
  const channels = [{ code: 'chat', label: 'Chat' }];
  const small = createApp({ database, settings: checkSettings({ openData: true, channels }) });
  expect((await ask('/opendata/', small)).text).not.toContain('pratiche-mensili');
  expect((await ask('/opendata/pratiche-mensili.csv', small)).status).toBe(404);
});

test('a set that is not there', async () => {
  expect((await ask('/opendata/nothing.csv')).status).toBe(404);
  expect((await ask('/opendata/attivita-giornaliera.exe')).status).toBe(404);
});

describe('the catalogue', () => {
  const catalogue = {
    settings: { ...settings, email: 'urp@comune.example' },
    address: 'https://dati.comune.example/opendata/',
    modified: '2020-06-01',
    firstDay: '2020-01-01',
    lastDay: '2020-05-31',
    demonstration: false,
  };
  const things = statements(catalogue);
  const ofKind = (kind: Thing['kinds'][number]) => things.filter(({ kinds }) => kinds.includes(kind));

  /** What the profile asks for of each kind of thing. */
  const MANDATORY = {
    'dcatapit:Catalog': ['title', 'description', 'publisher', 'modified'].map((name) => `dct:${name}`),
    'dcatapit:Dataset': [
      ...['identifier', 'title', 'description', 'modified', 'rightsHolder', 'accrualPeriodicity'].map(
        (name) => `dct:${name}`,
      ),
      'dcat:theme',
      'dcat:distribution',
    ],
    'dcatapit:Distribution': ['dct:format', 'dct:license', 'dcat:accessURL'],
    'dcatapit:Agent': ['dct:identifier', 'foaf:name'],
    'dcatapit:Organization': ['vcard:fn', 'vcard:hasEmail'],
    'dct:PeriodOfTime': ['dcatapit:startDate'],
  } as const;

  test.each(Object.entries(MANDATORY))('%s has all that is mandatory', (kind, names) => {
    const found = ofKind(kind as keyof typeof MANDATORY);
    expect(found.length).toBeGreaterThan(0);
    for (const { said } of found) {
      expect(said.map(([name]) => name)).toEqual(expect.arrayContaining([...names]));
    }
  });

  test('everything of ours that is pointed at is described', () => {
    const known = things.map(({ iri }) => iri);
    const pointed = things.flatMap(({ said }) =>
      said.flatMap(([, value]) => ('iri' in value ? [value.iri] : [])),
    );
    const ours = pointed.filter((iri) => iri.startsWith(`${catalogue.address}#`));
    expect(ours.filter((iri) => !known.includes(iri))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  test('every file it names is there, at the address of the settings', async () => {
    const { text } = await ask('/opendata/catalog.ttl');
    const files = [...text.matchAll(/dcat:downloadURL <([^>]*)>/g)].map(([, iri = '']) => new URL(iri));
    expect(files).toHaveLength(SETS.length * 4);
    for (const { origin, pathname } of files) {
      expect(origin).toBe('https://dati.comune.example');
      expect((await app.request(pathname)).status).toBe(200);
    }
  });

  test('without data, address and mailbox', () => {
    const { address, email, ...bare } = catalogue.settings;
    const few = statements({ ...catalogue, settings: bare, firstDay: null, lastDay: null });
    expect(few.some(({ kinds }) => kinds.includes('dct:PeriodOfTime'))).toBe(false);
    expect(JSON.stringify(few)).not.toMatch(/contactPoint|temporal/);
  });

  const hostile: Thing[] = [
    {
      iri: 'https://a.example/<"b">',
      kinds: ['dcat:Catalog'],
      said: [
        ['dct:title', { italian: 'Città "<b>" \\ & \n' }],
        ['dct:identifier', { plain: "l'a" }],
        ['dct:modified', { day: '2020-06-01' }],
        ['dct:publisher', { iri: 'https://a.example/#t' }],
      ],
    },
  ];

  test('Turtle', () => {
    expect(turtle(hostile).split('\n\n')[1]).toBe(
      [
        '<https://a.example/%3C%22b%22%3E>',
        '  a dcat:Catalog ;',
        '  dct:title "Città \\"<b>\\" \\\\ & \\n"@it ;',
        '  dct:identifier "l\'a" ;',
        '  dct:modified "2020-06-01"^^xsd:date ;',
        '  dct:publisher <https://a.example/#t> .',
        '',
      ].join('\n'),
    );
  });

  test('RDF/XML', () => {
    expect(rdfXml(hostile).slice(rdfXml(hostile).indexOf('<rdf:Description'))).toBe(
      '<rdf:Description rdf:about="https://a.example/&lt;&quot;b&quot;&gt;">' +
        '<rdf:type rdf:resource="http://www.w3.org/ns/dcat#Catalog"/>' +
        '<dct:title xml:lang="it">Città &quot;&lt;b&gt;&quot; \\ &amp; \n</dct:title>' +
        "<dct:identifier>l'a</dct:identifier>" +
        '<dct:modified rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2020-06-01</dct:modified>' +
        '<dct:publisher rdf:resource="https://a.example/#t"/></rdf:Description></rdf:RDF>\n',
    );
  });
});
