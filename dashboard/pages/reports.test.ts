// SPDX-License-Identifier: AGPL-3.0-or-later
// Relazioni as people see them.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESKTOP, hasBrowser, heading, PHONE, useSite, violations } from '../../scripts/test-page.ts';
import { projectRoot } from '../../sql/engine/engine.ts';

const paper = (page: Page) => page.getByRole('region', { name: 'Testo della relazione' });
const cells = async (table: Locator) => {
  await table.getByRole('rowheader').first().waitFor();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
};
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

describe.skipIf(!hasBrowser)('Relazioni', () => {
  const site = useSite();
  const open = async (month: string, query = '') => {
    const page = await site.open(`/relazioni/${month}${query}`);
    await paper(page).getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  test('lists the months, the latest first, and leads to each', async () => {
    const page = await site.open('/relazioni');
    await page.getByRole('table').waitFor();
    const months = await page.getByRole('rowheader').allInnerTexts();
    expect(months).toHaveLength(24);
    expect(months.slice(0, 2)).toEqual(['Dicembre 2020', 'Novembre 2020']);
    expect(months.at(-1)).toBe('Gennaio 2019');
    await page.getByRole('link', { name: 'Aprile 2020', exact: true }).click();
    await paper(page).getByRole('heading', { name: 'Aprile 2020 in un minuto' }).waitFor();
    expect(page.url()).toBe(`${site.address}/relazioni/2020-04`);
    expect(await page.title()).toMatch(/^Aprile 2020 · Affluenza/);
    await page.goBack();
    await heading(page).filter({ hasText: 'Relazioni mensili' }).waitFor();
  });

  test('shows the very words of the report that is given away', async () => {
    const page = await open('2020-04');
    const given = await (await fetch(`${site.address}/api/v1/reports/2020-04.html`)).text();
    const read = await page.evaluate((html) => {
      const words = (root: ParentNode) =>
        [...root.querySelectorAll('article')].map(({ textContent }) => textContent).join('\n');
      const shown = document.querySelector('.paper')?.shadowRoot as ShadowRoot;
      return [words(shown), words(new DOMParser().parseFromString(html, 'text/html'))];
    }, given);
    expect(read[0]).toContain('in un minuto');
    expect(read[0]).toBe(read[1]);
  });

  test('gives the figures of the first page for the same question', async () => {
    const page = await open('2020-04');
    const told = await cells(paper(page).getByRole('table', { name: /^Medie al giorno nelle due fasi/ }));
    await page.goto(`${site.address}/?durante=2020-03-09..2020-04-30`);
    const shown = await cells(page.locator('.forest'));
    const figures = (cells: readonly string[]) => cells.join(' ').match(/[+−]?\d+(,\d+)?/g);
    // Without the drawing, and without the report's column of ratios that are not corrected.
    const ofPage = ([, before, during, , ...ratio]: string[]) => figures([before!, during!, ...ratio]);
    const row = (name: string) => shown.find(([label]) => label === name) ?? [];
    expect(told).toHaveLength(7);
    for (const line of told)
      expect([line[0], ofPage(row(line[0]!))]).toEqual([line[0], figures(line.slice(1, 4))]);
  });

  test('goes to the months beside it by mouse and by key, and to the parts of the report', async () => {
    const page = await open('2020-04');
    await page.getByRole('link', { name: 'Mese successivo: maggio 2020' }).click();
    await paper(page).getByRole('heading', { name: 'Maggio 2020 in un minuto' }).waitFor();
    await page.keyboard.press('[');
    await paper(page).getByRole('heading', { name: 'Aprile 2020 in un minuto' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await heading(page).filter({ hasText: 'Relazioni mensili' }).waitFor();
    await page.goto(`${site.address}/relazioni/2020-12`);
    await paper(page).getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: /Mese successivo/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Metodo', exact: true }).press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
    expect(await focused()).toBe('Metodo');
  });

  test('takes the office’s note, which stands in the report; without a signature it says so', async () => {
    const page = await open('2020-02');
    await page.getByRole('button', { name: 'Scrivi la nota dell’ufficio' }).click();
    const form = page.getByRole('dialog', { name: 'Nota dell’ufficio per la relazione di febbraio 2020' });
    await form.getByLabel('Testo').fill('Prima riga.\nSeconda <b>riga</b>.');
    await form.getByRole('button', { name: 'Salva la nota' }).click();
    await form.getByRole('alert').filter({ hasText: 'Manca la firma.' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('report-author');
    await page.keyboard.type('Ufficio comunicazione');
    await page.keyboard.press('Enter');
    await said(page, 'Nota salvata.');
    await paper(page).getByText('Seconda <b>riga</b>.').waitFor();
    await paper(page)
      .getByText(/^Ufficio comunicazione, /)
      .waitFor();
    await page.getByRole('button', { name: 'Scrivi la nota dell’ufficio' }).click();
    expect(await form.getByLabel('Testo').inputValue()).toBe('Prima riga.\nSeconda <b>riga</b>.');
    await form.getByLabel('Testo').fill('');
    await form.getByRole('button', { name: 'Salva la nota' }).click();
    await said(page, 'Nota tolta.');
    await paper(page).getByText('Prima riga.').waitFor({ state: 'detached' });
  });

  test('freezes a report with a checksum that is right, tells it from today’s data, and reopens it', async () => {
    const page = await open('2020-03');
    await page.getByRole('button', { name: 'Congela' }).click();
    const asks = page.getByRole('dialog', { name: 'Congelare la relazione di marzo 2020?' });
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await asks.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Congela' }).click();
    await asks.getByRole('button', { name: 'Congela' }).click();
    await said(page, 'Relazione congelata.');
    const sum = await page.locator('.page-lead code').getAttribute('title');
    const pdf = await (await fetch(`${site.address}/api/v1/reports/2020-03.pdf`)).arrayBuffer();
    expect(sum).toBe(createHash('sha256').update(new Uint8Array(pdf)).digest('hex'));
    expect(await page.getByRole('button', { name: 'Scrivi la nota dell’ufficio' }).count()).toBe(0);
    await page.getByRole('link', { name: 'leggila con i dati di oggi' }).click();
    await page.getByText('Questa non è la relazione consegnata').waitFor();
    expect(page.url()).toBe(`${site.address}/relazioni/2020-03?dati=oggi`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Torna a quella congelata' }).click();
    await page.getByRole('button', { name: 'Riapri' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Riapri' }).click();
    await said(page, 'La relazione segue di nuovo i dati.');
    await page.getByText('Segue i dati: cambia').waitFor();
  });

  test('says when nothing was saved, and keeps what was written', async () => {
    const page = await open('2020-05');
    await page.route('**/comments', (route) => route.abort());
    await page.getByRole('button', { name: 'Scrivi la nota dell’ufficio' }).click();
    await page.getByRole('dialog').getByLabel('Testo').fill('Una nota');
    await page.getByRole('dialog').getByLabel('Firma').fill('Ufficio');
    await page.getByRole('button', { name: 'Salva la nota' }).click();
    await page.getByRole('alert').filter({ hasText: 'Non è stato salvato: riprova.' }).waitFor();
    expect(await page.getByRole('dialog').getByLabel('Testo').inputValue()).toBe('Una nota');
  });

  test('says that the list, or the report, could not be read', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.route('**/api/v1/reports', (route) => route.abort());
    await page.getByRole('link', { name: 'Relazioni', exact: true }).click();
    await page.getByText('Non siamo riusciti a leggere i dati').first().waitFor();
    await page.unroute('**/api/v1/reports');
    await page.route('**/api/v1/reports/*.html', (route) => route.abort());
    await page.getByRole('button', { name: 'Riprova' }).click();
    await page.getByRole('link', { name: 'Aprile 2020', exact: true }).click();
    await page.getByText('Non siamo riusciti a leggere i dati').first().waitFor();
    expect(await paper(page).count()).toBe(0);
  });

  test('a month without data is no page', async () => {
    const page = await site.open('/relazioni/2031-01');
    await heading(page).filter({ hasText: 'Questa pagina non esiste' }).waitFor();
  });

  test.each([
    ['light', DESKTOP, 'it'],
    ['dark', PHONE, 'en'],
  ] as const)(
    'has no accessibility fault that axe finds, %s at %o in %s',
    async (colorScheme, viewport, language) => {
      const page = await site.open(`/relazioni?lingua=${language}`, { colorScheme, viewport });
      await page.getByRole('table').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${site.address}/relazioni/2020-04?lingua=${language}`);
      await page.locator('.paper h1').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    },
  );

  test('is heard as it is seen', async () => {
    const page = await open('2020-04');
    const heard = (await page.getByRole('main').ariaSnapshot()).replace(
      /versione dei dati \d+/,
      'versione dei dati VERSIONE',
    );
    await expect(heard).toMatchFileSnapshot(join(projectRoot(), 'dashboard/pages/reports.aria.txt'));
  });
});

describe.skipIf(!hasBrowser)('Relazioni, without data', () => {
  const site = useSite({ AFFLUENZA_DEMO: '0' });

  test('says that there is no report yet', async () => {
    const page = await site.open('/relazioni');
    await page.getByText('Non ci sono ancora dati').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
