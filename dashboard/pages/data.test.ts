// SPDX-License-Identifier: AGPL-3.0-or-later
// Dati as people see it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, heading, PHONE, useSite, violations } from '../../scripts/test-page.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { dayNumber, dayText } from '../../sql/vocabulary.ts';

const coverage = (page: Page) => page.getByRole('article', { name: /Copertura/ });
const lead = (page: Page) => page.locator('.page-lead');
const reader = (page: Page) => page.getByRole('slider', { name: 'Leggi la copertura giorno per giorno' });
const drawn = (page: Page, state: string) => page.locator(`.coverage-drawing .day-${state}`);
const said = (page: Page) => reader(page).getAttribute('aria-valuetext');

describe.skipIf(!hasBrowser)('Dati', () => {
  const site = useSite();

  test('says in one sentence what is missing, and the same in a table', async () => {
    const page = await site.open('/dati?vista=copertura');
    await page.getByText('Mancano 10 giorni di apertura').waitFor();
    expect(await lead(page).innerText()).toBe(
      'Mancano 10 giorni di apertura in 2 canali. Un giorno mancante non conta mai come zero.',
    );
    const row = coverage(page).getByRole('row', { name: /^Chat/ });
    expect((await row.locator('th, td').allInnerTexts()).slice(0, 8)).toEqual([
      'Chat',
      '293',
      '4',
      '6',
      '63',
      '0',
      '0',
      'dal 3 all’8 febbraio',
    ]);
    expect(await coverage(page).innerText()).toContain('Gli altri 5 canali sono completi.');
  });

  test('reads a day and its file by keyboard: days sideways, channels up and down', async () => {
    const page = await site.open('/dati');
    await reader(page).focus();
    await page.keyboard.press('ArrowRight');
    expect(await said(page)).toMatch(
      /^Sito, mercoledì 1º? gennaio 2020: \d+ clic · da inventato-sito-2020\.log\.gz$/,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await said(page)).toMatch(/^Chat, .* 2020: chiuso$/);
    for (let week = 0; week < 5; week += 1) await page.keyboard.press('PageDown');
    expect(await said(page)).toBe('Chat, mercoledì 5 febbraio 2020: nessun dato, il file non è arrivato');
    await page.keyboard.press('End');
    expect(await said(page)).toMatch(/31 dicembre 2020/);
    await page.keyboard.press('ArrowRight');
    expect(await said(page)).toMatch(/31 dicembre 2020/);
    await page.keyboard.press('Escape');
    expect(await said(page)).toContain('Tocca un giorno');
  });

  test('reads the day under the pointer', async () => {
    const page = await site.open('/dati?periodo=2020-02-01..2020-02-29&canali=chat');
    await drawn(page, 'missing').waitFor();
    const box = await drawn(page, 'missing').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 8);
    await page.getByText('Chat, lunedì 3 febbraio 2020: nessun dato, il file non è arrivato').waitFor();
  });

  test('lies days below days in strips, and weeks side by side where there is no room', async () => {
    const page = await site.open('/dati?periodo=2020-01-01..2020-06-30');
    const height = () => page.locator('.coverage-drawing').evaluate((drawing) => drawing.clientHeight);
    await drawn(page, 'present').first().waitFor();
    expect(await height()).toBeLessThan(400);
    expect(await page.getByText('L', { exact: true }).count()).toBe(0);
    await page.setViewportSize(PHONE);
    await page.getByText('L', { exact: true }).first().waitFor();
    expect(await height()).toBeGreaterThan(900);
  });

  test('the days shown can be chosen, stand in the address, and a wrong end is said', async () => {
    const page = await site.open('/dati');
    await page.getByText('Mancano 10 giorni di apertura').waitFor();
    await page.getByRole('button', { name: /Giorni mostrati/ }).click();
    const form = page.getByRole('form', { name: 'Giorni mostrati' });
    await form.getByLabel('Al', { exact: true }).fill('2019-12-31');
    await form.getByRole('button', { name: 'Applica' }).click();
    await form.getByText('Servono due date che esistono').waitFor();
    await form.getByLabel('Al', { exact: true }).fill('2020-03-31');
    await form.getByRole('button', { name: 'Applica' }).click();
    await expect.poll(() => page.url()).toBe(`${site.address}/dati?periodo=2020-01-01..2020-03-31`);
    await coverage(page)
      .getByRole('heading', { name: /1º gennaio – 31 marzo 2020/ })
      .waitFor();
    await page.getByText('Mancano 6 giorni di apertura').waitFor();
  });

  test('the channels that the page is narrowed to are seen and can be taken away', async () => {
    const page = await site.open('/dati?canali=chat');
    await page.getByText('Mancano 6 giorni di apertura').waitFor();
    await page.getByRole('button', { name: /mostra tutti i canali. Ora: Chat/ }).click();
    await expect.poll(() => page.url()).toBe(`${site.address}/dati`);
    await page.getByText('Mancano 10 giorni di apertura').waitFor();
  });

  test('each panel says that it could not be read', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.route('**/api/v1/coverage*', (route) => route.abort());
    await page.route('**/api/v1/loads', (route) => route.abort());
    await page.getByRole('link', { name: 'Dati', exact: true }).click();
    const failed = page.getByRole('main').getByRole('button', { name: 'Riprova' });
    await expect.poll(() => failed.count()).toBe(2);
    await page.unroute('**/api/v1/coverage*');
    await page.getByRole('button', { name: 'Riprova' }).first().click();
    await page.getByText('Mancano 10 giorni di apertura').waitFor();
    expect(await failed.count()).toBe(1);
  });

  test('gives the coverage as a drawing', async () => {
    const page = await site.open('/dati', { colorScheme: 'dark' });
    await drawn(page, 'present').first().waitFor();
    await coverage(page)
      .getByRole('button', { name: /^Scarica/ })
      .click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Disegno SVG' }).click();
    const drawing = readFileSync(await (await coming).path()).toString();
    expect(drawing).toContain('>Pratiche digitali</text>');
    expect(drawing).toMatch(/<path[^>]* fill="rgb\(107, 125, 144\)"/);
    expect(drawing).toMatch(/<path[^>]* fill="url\(&quot;#hatch-days&quot;\)"/);
  });

  test('is heard as it is seen', async () => {
    const page = await site.open('/dati');
    await page.getByText('Mancano 10 giorni di apertura').waitFor();
    await page.getByRole('table').waitFor();
    const heard = (await page.getByRole('main').ariaSnapshot())
      .replace(/(code: )"?[0-9a-f]{8}"?/g, '$1CODICE')
      .replace(/\b[0-9a-f]{8}\b/g, 'CODICE')
      .replace(/\b\d+º? [a-z]{3} \d{4}, \d\d:\d\d/g, 'QUANDO');
    const rows = heard.split('\n').filter((line) => / {8}- row "QUANDO/.test(line));
    expect(rows).toHaveLength(6);
    await expect(heard).toMatchFileSnapshot(join(projectRoot(), 'dashboard/pages/data.aria.txt'));
  });
});

/** A count for each day of a period, as a file of counts has it. */
function counts(channel: string, from: string, to: string, count: (day: string) => number): string {
  const first = dayNumber(from) ?? 0;
  const days = Array.from({ length: (dayNumber(to) ?? 0) - first + 1 }, (_, i) => dayText(first + i));
  return days.map((day) => `${day},${channel},${count(day)}\n`).join('');
}

const HEAD = 'giorno,canale,conteggio\n';
const isFaulty = (day: string) => day >= '2020-04-21' && day <= '2020-04-24';
const FILES = {
  'sito.csv':
    HEAD +
    counts('sito', '2020-01-01', '2020-06-21', (day) => (isFaulty(day) ? 0 : 30 + Number(day.slice(8)))),
  'posta-1.csv': HEAD + counts('email', '2020-01-01', '2020-01-31', () => 4),
  'posta-2.csv': HEAD + counts('email', '2020-02-01', '2020-02-29', () => 4),
  'posta-3.csv': `${HEAD + counts('email', '2020-03-01', '2020-03-31', () => 4)}2020-03-32,email,4\n`,
  'posta-4.csv': HEAD + counts('email', '2020-04-01', '2020-04-30', () => 4),
  'parte.csv': `${HEAD}2020-13-01,email,4\n2020-13-02,email,4\n`,
};

describe.skipIf(!hasBrowser)('Dati, with something to decide', () => {
  const site = useSite({}, FILES);

  test('asks about zeros that are hard to believe; the answer counts, and can be undone', async () => {
    const page = await site.open('/dati?canali=web,email');
    await page.getByText('Sito: 0 clic nei dati dal 21 al 24 aprile.').waitFor();
    expect(await lead(page).innerText()).toContain('4 zeri sono da confermare; un canale è in ritardo');
    expect(await drawn(page, 'suspicious').first().getAttribute('d')).not.toBe('');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'È un guasto' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Deciso: è un guasto' }).waitFor();
    await page.getByText('4 giorni sono di guasto del contatore').waitFor();
    expect(await page.getByRole('button', { name: 'È un guasto' }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Deciso: è un guasto');
    expect(await drawn(page, 'fault').first().getAttribute('d')).not.toBe('');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annulla la decisione su Sito, 21–24 apr 2020' }).click();
    await page.getByRole('button', { name: 'È davvero zero' }).click();
    await page.getByText('Zero vero:').waitFor();
    await expect.poll(() => lead(page).innerText()).not.toContain('da confermare');
    await page.getByRole('button', { name: /^Annulla la decisione/ }).click();
    await page.getByRole('button', { name: 'È un guasto' }).waitFor();
  });

  test('says when a decision was not saved', async () => {
    const page = await site.open('/dati');
    await page.route('**/api/v1/decisions', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await page.getByRole('button', { name: 'È un guasto' }).click();
    await page.getByText('La decisione non è stata salvata: riprova.').waitFor();
    expect(await page.getByRole('button', { name: 'È un guasto' }).count()).toBe(1);
  });

  test('says that a file is late, and which channels never had one', async () => {
    const page = await site.open('/dati');
    await page.getByText('E-mail: il file è in ritardo.').waitFor();
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('Di solito ne arriva uno ogni 30 giorni; l’ultimo arriva al 30 aprile 2020');
    expect(main).toContain('Social, Chat, Telefono, Sportello e Pratiche digitali: nessun file.');
  });

  test('shows how each load stands', async () => {
    const page = await site.open('/dati');
    const state = (file: string) => page.getByRole('row', { name: file }).locator('.load-state').innerText();
    await page.getByRole('row', { name: 'parte.csv' }).waitFor();
    expect(await state('parte.csv')).toBe('Rifiutato: non se ne è preso nulla');
    expect(await state('posta-3.csv')).toBe('In uso, una riga scartata');
    expect(await state('sito.csv')).toBe('In uso');
  });
});

describe.skipIf(!hasBrowser)('Dati, without any', () => {
  const site = useSite({ AFFLUENZA_DEMO: '0' });

  test('says that there is no file yet, and draws no coverage', async () => {
    const page = await site.open('/dati');
    await page.getByText('Ancora nessun dato: nessun file è in uso.').waitFor();
    await page.getByText('Nessun file è stato ancora caricato.').waitFor();
    expect(await coverage(page).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
