// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica as people see it.
import { describe, expect, test } from 'vitest';
import { hasBrowser, heading, useSite } from '../../scripts/test-page.ts';

describe.skipIf(!hasBrowser)('Panoramica', () => {
  const site = useSite();

  test('answers what changed, with counts and interval, and says that the data are invented', async () => {
    const page = await site.open();
    await expect.poll(() => page.title()).toBe('Panoramica · Affluenza · Comune di Montevarchi');
    await page.getByText('3,3 volte tanto').first().waitFor();
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('Che cosa è cambiato');
    expect(main).toMatch(
      /Le pratiche digitali sono passate da 1,0 a 2,9 per giorno di apertura:\s+3,3 volte tanto\s+\(1,8–6,3\)/,
    );
    expect(main).toContain('questi dati non permettono di separare i tre effetti');
    expect(await page.getByText('Dati dimostrativi').isVisible()).toBe(true);
  });

  test('gives the figures of the API, to the last digit shown', async () => {
    const page = await site.open('/?vista=rapporti');
    const { channels } = await (await fetch(`${site.address}/api/v1/compare`)).json();
    const format = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const rows = page.locator('#rapporti-table tbody tr');
    await rows.first().waitFor();
    const shown = await rows.allInnerTexts();
    for (const [i, { before, during }] of channels.entries()) {
      expect(shown[i]).toContain(
        `${format.format(before.meanPerDay)} (${before.total.toLocaleString('it-IT', { useGrouping: 'always' })})`,
      );
      expect(shown[i]).toContain(format.format(during.meanPerDay));
    }
  });

  test('sorts the channels by ratio, corrected for the season, and says what may be claimed', async () => {
    const page = await site.open();
    const rows = page.locator('.forest tbody tr');
    await rows.first().waitFor();
    const shown = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(shown[0]).toMatch(/Pratiche digitali 1,0 2,9 3,3 volte tanto 1,8–6,3 Aumento dimostrato/);
    expect(shown[5]).toMatch(/Telefono .* Nessuna variazione dimostrabile/);
    expect(shown[6]).toMatch(/Sportello .* 0,08 volte .* Chiuso per legge/);
  });

  test('shows the digital share only with the total, and a week without data as a gap', async () => {
    const page = await site.open('/?vista=quota');
    const table = page.locator('#quota-table tbody tr');
    await table.first().waitFor();
    expect(await page.getByText('con gli sportelli chiusi la quota cresce da sola').isVisible()).toBe(true);
    const { mix } = await (await fetch(`${site.address}/api/v1/compare`)).json();
    expect(await table.count()).toBe(mix.weeks.length);
    expect(await page.locator('.share-digital').count()).toBe(
      mix.weeks.filter(({ totalPerDay }: { totalPerDay: number | null }) => totalPerDay !== null).length,
    );
  });

  test('tells what is missing before the figures are used, and nothing of the article for other periods', async () => {
    const page = await site.open();
    await page.getByText('Mancano i dati dal 3 all’8 febbraio.').waitFor();
    expect(await page.getByText('«Chat triplicate»').isVisible()).toBe(true);
    await page.goto(`${site.address}/?durante=2020-03-09..2020-05-03`);
    await page.getByText('Prima di usare queste cifre').waitFor();
    expect(await page.getByText('«Chat triplicate»').count()).toBe(0);
  });

  test('keeps the periods in the address, and Back goes back', async () => {
    const page = await site.open();
    await page.getByRole('button', { name: /Confronto/ }).click();
    const during = page.getByRole('group', { name: 'Durante' });
    await during.getByLabel('Al', { exact: true }).fill('2020-03-01');
    await page.getByRole('button', { name: 'Applica' }).click();
    expect(await page.getByRole('alert').innerText()).toContain(
      'la data finale viene prima di quella iniziale',
    );
    await during.getByLabel('Al', { exact: true }).fill('2020-05-03');
    await page.getByRole('button', { name: 'Applica' }).click();
    await expect.poll(() => page.url()).toContain('durante=2020-03-09..2020-05-03');
    await expect.poll(() => heading(page).innerText()).toContain('3 maggio 2020');
    await page.goBack();
    await expect.poll(() => heading(page).innerText()).toContain('17 maggio 2020');
  });

  test('chooses channels by keyboard alone', async () => {
    const page = await site.open();
    await page.getByRole('button', { name: /^Canali/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Sito' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('canali=social,chat,email,phone,desk,practice');
    await expect.poll(() => page.locator('.forest tbody tr').count()).toBe(6);
  });

  test('says that it could not read, never zero, and reads again when asked', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.route('**/api/v1/compare*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('link', { name: 'Panoramica' }).first().click();
    await page.getByText('Le cifre non sono zero: non le conosciamo.').first().waitFor();
    await page.unroute('**/api/v1/compare*');
    await page.getByRole('main').getByRole('button', { name: 'Riprova' }).first().click();
    await page.getByText('3,3 volte tanto').first().waitFor();
  });

  test('leads from a card to its channel, and Back comes back', async () => {
    const page = await site.open('/?durante=2020-03-09..2020-05-03');
    await page.getByRole('main').getByRole('link', { name: 'Chat' }).click();
    await expect.poll(() => page.url()).toBe(`${site.address}/canali/chat?durante=2020-03-09..2020-05-03`);
    await expect.poll(() => heading(page).innerText()).toBe('Chat');
    await page.goBack();
    await expect.poll(() => heading(page).innerText()).toContain('3 maggio 2020');
  });
});
