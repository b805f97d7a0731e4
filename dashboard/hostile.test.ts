// SPDX-License-Identifier: AGPL-3.0-or-later
// A town in which every text that is shown was written by somebody who means no good: on no page is an element made of
// it, no script runs, and nothing is asked of the browser that the policy of the pages forbids.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, useSite } from '../scripts/test-page.ts';
import { checkSettings } from '../sql/settings.ts';
import { dayNumber, dayText } from '../sql/vocabulary.ts';

/** Breaks out of an attribute and of a text, and tells which field it came from. */
const hostile = (field: string) => `'"><u data-xss onclick=x>${field}`;

const settings = checkSettings({
  name: hostile('comune'),
  openData: true,
  channels: checkSettings({}).channels.map((channel) => ({ ...channel, label: hostile(channel.code) })),
  markers: [{ day: '2020-03-10', label: hostile('data') }],
  comparisons: [
    { label: hostile('periodi'), before: '2020-02-01..2020-02-28', during: '2020-04-01..2020-04-30' },
  ],
});
const settingsFile = join(mkdtempSync(join(tmpdir(), 'affluenza-hostile-')), 'comune.json');
writeFileSync(settingsFile, JSON.stringify(settings));

const first = dayNumber('2020-01-01')!;
const days = Array.from({ length: 182 }, (_, day) => dayText(first + day));
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

const social = days.map((day) => `${day},${cell(hostile('piattaforma'))},${cell(hostile('argomento'))},7`);
const practices = days.flatMap((day, at) =>
  [1, 2, 3].map((number) =>
    [`${at}-${number}`, day, ...['tipo', 'tema', 'mezzo', 'esito'].map((field) => cell(hostile(field)))].join(
      ',',
    ),
  ),
);
/** In a log a quotation mark ends the address; the rest stands there as clients send it, or percent-encoded. */
const clicks = days.flatMap((day) =>
  ["/'><u/data-xss>pagina", '/%22%3E%3Cu%20data-xss%3Ecodice', '/ricerca'].flatMap((path) =>
    [1, 2, 3, 4].map((visitor) => line(day, path, visitor)),
  ),
);

function line(day: string, path: string, visitor: number): string {
  const [year, month, date] = day.split('-');
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'][Number(month) - 1];
  const from = "https://evil.example/'><u/data-xss>provenienza";
  return `192.0.2.${visitor} - - [${date}/${name}/${year}:10:0${visitor}:00 +0100] "GET ${path} HTTP/1.1" 200 99 "${from}" "Mozilla/5.0 (X11; Linux)"`;
}

const FILES = {
  [`${hostile('social')}.csv`]: `giorno,piattaforma,argomento,contatti\n${social.join('\n')}\n`,
  [`${hostile('elenco')}.csv`]: `numero,presentata il,tipo,argomento,mezzo,esito\n${practices.join('\n')}\n`,
  [`${hostile('sito')}.log`]: `${clicks.join('\n')}\n`,
};

/** What the office writes on the pages, and a report given away with it. */
async function write(address: string): Promise<void> {
  const post = async (path: string, content: object) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${address}/api/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(content),
      headers,
    });
    expect(answer.status).toBe(201);
  };
  await post('notes', {
    from: '2020-04-10',
    text: hostile('nota'),
    author: hostile('autore'),
    channel: 'social',
  });
  for (const month of ['2020-04', '2020-05'])
    await post(`reports/${month}/comments`, { text: hostile('commento'), author: hostile('firma') });
  await post('reports/2020-04/versions', { frozen: true });
}

const query = (parameter: string) => `${parameter}=${encodeURIComponent(hostile(parameter))}`;

const PAGES = [
  '/',
  '/?vista=andamento,quota',
  `/?${query('canali')}&${query('prima')}&${query('passo')}&${query('vista')}&${query('pannello')}`,
  '/canali',
  '/canali/social',
  '/canali/social?pannello=calcolo',
  '/canali/web',
  '/canali/practice',
  `/canali/social?argomento=${encodeURIComponent(hostile('argomento'))}`,
  `/canali/${encodeURIComponent(hostile('nessuno'))}`,
  '/confronto',
  '/pratiche',
  '/dati',
  '/dati?vista=copertura',
  '/relazioni',
  '/relazioni/2020-04',
  '/relazioni/2020-05',
  `/relazioni/${encodeURIComponent(hostile('mese'))}`,
  '/metodo',
  `/${encodeURIComponent(hostile('indirizzo'))}`,
  '/accesso',
  `/accesso?${query('ritorno')}`,
  '/opendata/',
  '/api/v1/reports/2020-04.html',
  '/api/v1/reports/2020-05.html',
  '/api/v1/charts/timeline.svg',
  '/api/v1/charts/comparison.svg',
  '/api/v1/charts/share.svg',
  '/api/v1/charts/series.svg?channel=social',
];

interface Seen {
  /** All words of the page, and those of attributes that are read out. */
  words: string;
  /** What was made of a hostile text. */
  made: string[];
  forbidden: string[];
}

/** Looks at everything on a page, in its shadows as well. */
function look(): Seen {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  const attributes = all.flatMap((element) => [...element.attributes].map(({ value }) => value));
  const texts = roots.map((root) => (root instanceof Document ? root.documentElement : root).textContent);
  const wrong = all.filter((element) => element.matches('u, [data-xss], [onclick], [href^="javascript:"]'));
  return {
    words: [...texts, ...attributes].join('\n'),
    made: wrong.map((element) => element.outerHTML),
    forbidden: (window as unknown as { forbidden: string[] }).forbidden,
  };
}

/** What is wrong with a text as XML, and elements that were made of hostile ones. */
function unreadable(xml: string): string[] {
  const found = new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('parsererror, u');
  return [...found].map(({ textContent }) => textContent);
}

describe.skipIf(!hasBrowser)('a hostile town', () => {
  const site = useSite({ AFFLUENZA_SETTINGS: settingsFile }, FILES);
  beforeAll(() => write(site.address));
  const words: string[] = [];

  async function open(path: string): Promise<Page> {
    const page = await site.open('/accesso');
    await page.addInitScript(() => {
      const found: string[] = [];
      Object.assign(window, { forbidden: found });
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        found.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await page.goto(site.address + path);
    await page.waitForLoadState('networkidle');
    return page;
  }

  test.each(PAGES)('%s shows texts as texts', async (path) => {
    const page = await open(path);
    const seen = await page.evaluate(look);
    expect({ ...seen, words: '' }).toEqual({ words: '', made: [], forbidden: [] });
    words.push(`${path}\n${seen.words}`);
  });

  test('was looked at whole: each field stood on a page somewhere', () => {
    const fields = [
      'comune',
      'social',
      'data',
      'periodi',
      'piattaforma',
      'argomento',
      'tipo',
      'tema',
      'mezzo',
      'esito',
    ];
    const written = ['nota', 'autore', 'commento', 'firma'];
    const all = words.join('\n');
    expect([...fields, ...written].filter((field) => !all.includes(hostile(field)))).toEqual([]);
    // Of a name of a file only the words that we know are kept; its signs are.
    for (const kept of ["/'><u/data-xss>pagina", '\'"><u data-xxx xxxxxxx=x>elenco.csv'])
      expect(all).toContain(kept);
  });

  test('is a drawing that other programs can read', async () => {
    const page = await open('/dati');
    await page.getByRole('button', { name: /^Scarica: Copertura/ }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Disegno SVG' }).click();
    const drawing = readFileSync(await (await coming).path(), 'utf8');
    expect(drawing).toContain('&#60;u data-xss');
    expect(await page.evaluate(unreadable, drawing)).toEqual([]);
  });

  test('is a catalogue that other programs can read', async () => {
    const page = await open('/opendata/');
    const catalogue = await (await fetch(`${site.address}/opendata/catalog.rdf`)).text();
    expect(catalogue).toContain('&lt;u data-xss');
    expect(await page.evaluate(unreadable, catalogue)).toEqual([]);
  });
});
