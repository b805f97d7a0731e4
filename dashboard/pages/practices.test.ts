// SPDX-License-Identifier: AGPL-3.0-or-later
// Pratiche as people see it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, heading, useSite, violations } from '../../scripts/test-page.ts';
import { projectRoot } from '../../sql/engine/engine.ts';

const panel = (page: Page, name: RegExp) => page.getByRole('article', { name });
const kinds = (page: Page) => panel(page, /Per tipo di pratica/);
const row = (page: Page, name: string) =>
  kinds(page)
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .first();
const cells = async (page: Page, name: string) => row(page, name).locator('th, td').allInnerTexts();

describe.skipIf(!hasBrowser)('Pratiche', () => {
  const site = useSite();

  test('says how many practices there were, and what they were about', async () => {
    const page = await site.open('/pratiche');
    await expect.poll(() => page.title()).toBe('Pratiche · Affluenza · Comune di Montevarchi');
    await page.getByText('200 pratiche digitali').waitFor();
    await kinds(page).getByRole('table').waitFor();
    const main = (await page.getByRole('main').innerText()).replaceAll('\u00a0', ' ');
    expect(main).toContain('da 1,3 a 3,6 per giorno lavorativo: 2,8 volte tanto (intervallo 95 %: 1,8–4,5)');
    expect(main).toContain('questi dati non permettono di separare i tre effetti');
    expect(main).toContain('Anagrafe, Bonus e Buoni spesa: 38 ciascuna su 200 (19 %)');
    expect(main).toContain('metà ha richiesto al più 5 giorni lavorativi e 9 su 10 al più 16');
  });

  test('tells counts, hidden ones and times to close apart', async () => {
    const page = await site.open('/pratiche');
    await kinds(page).getByRole('table').waitFor();
    expect(await cells(page, 'Contributo affitto')).toEqual([
      'Contributo affitto',
      'oscurato',
      '26',
      '17',
      '',
      '10',
      '',
      '21',
    ]);
    expect(await cells(page, 'Domanda di buoni spesa')).toEqual([
      'Domanda di buoni spesa',
      '0',
      '38',
      '15',
      '',
      '3',
      '',
      '7',
    ]);
    expect(await cells(page, 'Contributo nidi')).toEqual([
      'Contributo nidi',
      'oscurato',
      '5',
      '20',
      '',
      'n.d.',
      'meno di 10 pratiche chiuse',
      'n.d.',
    ]);
    expect(await cells(page, 'Totale')).toEqual(['Totale', '68', '200', '375', '', '5', '', '16']);
  });

  test('gives a hidden count neither bar nor share nor rank', async () => {
    const page = await site.open('/pratiche?fase=prima');
    await kinds(page).getByRole('table').waitFor();
    const rows = kinds(page).locator('tbody tr');
    const hidden = (await rows.locator('td:nth-of-type(1)').allInnerTexts()).map(
      (text) => text === 'oscurato',
    );
    const first = hidden.indexOf(true);
    expect(first).toBeGreaterThan(0);
    expect(hidden.slice(first)).not.toContain(false);
    const bars = await rows
      .locator('.kinds-bar, .kinds-range')
      .evaluateAll((list) => list.map((cell) => cell.querySelector('svg') !== null));
    expect(bars.slice(first * 2)).not.toContain(true);
    const outcome = panel(page, /Com’è finita/).getByRole('row', { name: /Ritirata/ });
    expect(await outcome.locator('td').allInnerTexts()).toEqual(['', 'oscurato', '']);
    expect(await outcome.locator('.bar').count()).toBe(0);
  });

  test('a topic narrows the page until it is taken away; focus and the other topics stay', async () => {
    const page = await site.open('/pratiche');
    const topic = panel(page, /Per argomento/).getByRole('link', { name: 'Bonus', exact: true });
    await topic.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toBe(`${site.address}/pratiche?argomento=bonus`);
    await row(page, 'Totale').getByText('38').waitFor();
    expect(await cells(page, 'Bonus affitto')).toEqual(['Bonus affitto', 'oscurato', '17', '10', '']);
    expect(await panel(page, /Com’è finita/).innerText()).toContain('Solo argomento «bonus»');
    expect(await topic.getAttribute('aria-current')).toBe('true');
    expect(await topic.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Togli il filtro: bonus' }).click();
    await row(page, 'Totale').getByText('200').waitFor();
    await page.goBack();
    await row(page, 'Totale').getByText('38').waitFor();
  });

  test('a topic that no practice has is no contact, and no failure', async () => {
    const page = await site.open('/pratiche?argomento=caccia');
    await page.getByText('Nessun contatto con questi filtri. Togli un filtro.').waitFor();
    expect(
      await panel(page, /Per argomento/)
        .getByRole('row')
        .count(),
    ).toBe(8);
  });

  test('bars and times follow the phase that is chosen, by keyboard too', async () => {
    const page = await site.open('/pratiche');
    await page.getByRole('radio', { name: 'Lockdown' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toBe(`${site.address}/pratiche?fase=dopo`);
    expect(await cells(page, 'Totale')).toEqual(['Totale', '68', '200', '375', '', '5', '', '14']);
    expect(await kinds(page).locator('tbody th').first().innerText()).toBe('Riduzione tari');
  });

  test('gives what it shows as a table to take along, hidden counts hidden', async () => {
    const page = await site.open('/pratiche?argomento=bonus');
    await kinds(page).getByRole('table').waitFor();
    await kinds(page)
      .getByRole('button', { name: /^Scarica/ })
      .click();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tabella CSV' }).click();
    const table = readFileSync(await (await coming).path()).toString();
    expect(table).toMatch(/bonus affitto;voce;oscurato;;;;conteggio;17;/);
  });

  test('each panel says that it could not be read', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.route('**/api/v1/practices*', (route) => route.abort());
    await page.getByRole('link', { name: 'Pratiche', exact: true }).click();
    const failed = page.getByRole('main').getByRole('button', { name: 'Riprova' });
    await expect.poll(() => failed.count()).toBe(4);
    await page.unroute('**/api/v1/practices*');
    await page.getByRole('button', { name: 'Riprova' }).first().click();
    await kinds(page).getByRole('table').waitFor();
  });

  test('is heard as it is seen', async () => {
    const page = await site.open('/pratiche');
    await kinds(page).getByRole('table').waitFor();
    await page.getByText('200 pratiche digitali').waitFor();
    const heard = await page.getByRole('main').ariaSnapshot();
    await expect(heard).toMatchFileSnapshot(join(projectRoot(), 'dashboard/pages/practices.aria.txt'));
  });
});

const days = ['2020-02-03', '2020-02-04', '2020-04-06', '2020-04-07'];

describe.skipIf(!hasBrowser)('Pratiche, some of them rare', () => {
  const head = 'numero;presentata il;tipo;argomento;canale;esito\n';
  const list = (first: number, count: number, day: string, topic: string) =>
    Array.from(
      { length: count },
      (_, i) => `${first + i};${day};${topic} ${i % 2};${topic};pec;accolta\n`,
    ).join('');
  const before =
    list(100, 20, '03/02/2020', 'bonus') +
    list(200, 2, '04/02/2020', 'nozze') +
    list(300, 4, '04/02/2020', 'nidi');
  const during = list(400, 20, '06/04/2020', 'bonus') + list(500, 9, '07/04/2020', 'nozze');
  const site = useSite({}, { 'pratiche.csv': head + before + during });

  test('a topic whose count is hidden has no total that would be zero, and no figure in that phase', async () => {
    const page = await site.open('/pratiche?argomento=nozze');
    await kinds(page).getByRole('table').waitFor();
    expect((await cells(page, 'Totale')).slice(0, 3)).toEqual(['Totale', 'oscurato', '9']);
    expect((await cells(page, 'Nozze 0')).slice(0, 3)).toEqual(['Nozze 0', 'oscurato', '5']);
    await page.getByRole('radio', { name: 'Prima' }).check({ force: true });
    await expect.poll(() => page.getByText('Nascosto per riservatezza').count()).toBe(3);
  });

  test('without closing dates no time to close is shown', async () => {
    const page = await site.open('/pratiche');
    await page.getByText('I file non dicono quando le pratiche sono state chiuse').waitFor();
    expect(await cells(page, 'Totale')).toHaveLength(4);
  });
});

describe.skipIf(!hasBrowser)('Pratiche, of which only the number is known', () => {
  const counts = days.map((day) => `${day},pratiche,5\n`).join('');
  const site = useSite({}, { 'conteggi.csv': `giorno,canale,conteggio\n${counts}` });

  test('says so once, and makes up no kind', async () => {
    const page = await site.open('/pratiche');
    await page
      .getByRole('heading', { name: 'I file dicono quante pratiche sono arrivate, non di che tipo' })
      .waitFor();
    expect(await page.getByText('10 pratiche digitali').count()).toBe(1);
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('Pratiche, of which nothing is known', () => {
  const counts = days.map((day) => `${day},email,5\n`).join('');
  const site = useSite({}, { 'conteggi.csv': `giorno,canale,conteggio\n${counts}` });

  test('says that it is not known, and shows no zero', async () => {
    const page = await site.open('/pratiche');
    await page.getByRole('heading', { name: 'Di questi periodi non si sa nulla sulle pratiche' }).waitFor();
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('Le cifre non sono zero: non le conosciamo.');
    expect(main).not.toMatch(/\b0 pratiche/);
    await page.getByRole('link', { name: 'Vedi quali dati ci sono' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/dati');
  });
});
