// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica as people see it.
import { describe, expect, test } from 'vitest';
import { DESKTOP, hasBrowser, heading, PHONE, useSite, violations } from '../../scripts/test-page.ts';

describe.skipIf(!hasBrowser)('Panoramica', () => {
  const site = useSite();

  test('answers what changed, with counts and interval, and says that the data are invented', async () => {
    const page = await site.open();
    await expect.poll(() => page.title()).toBe('Panoramica · Affluenza · Comune di Montevarchi');
    await page.getByText('3,0 volte tanto').first().waitFor();
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('Che cosa è cambiato');
    expect(main).toMatch(
      /Le chat sono passate da 3,5 a 10,4 per giorno di apertura:\s+3,0 volte tanto\s+\(2,3–3,8\)/,
    );
    expect(main).toContain('questi dati non permettono di separare i tre effetti');
    expect(await page.getByText('Dati dimostrativi').isVisible()).toBe(true);
  });

  test('gives the figures of the API, to the last digit shown', async () => {
    const page = await site.open();
    const { channels } = await (await fetch(`${site.address}/api/v1/compare`)).json();
    const format = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const rows = page.getByRole('table').first().locator('tbody tr');
    await rows.first().waitFor();
    const shown = await rows.allInnerTexts();
    for (const [i, { before, during }] of channels.entries()) {
      expect(shown[i]).toContain(
        `${format.format(before.meanPerDay)} (${before.total.toLocaleString('it-IT', { useGrouping: 'always' })})`,
      );
      expect(shown[i]).toContain(format.format(during.meanPerDay));
    }
  });

  test.each([
    ['light', DESKTOP],
    ['dark', DESKTOP],
    ['light', PHONE],
  ] as const)('has no accessibility fault that axe finds, %s at %o', async (colorScheme, viewport) => {
    const page = await site.open('/', { colorScheme, viewport });
    await page.getByText('3,0 volte tanto').first().waitFor();
    await page.getByRole('button', { name: /Confronto/ }).click();
    expect(await violations(page)).toEqual([]);
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
    await expect.poll(() => page.getByRole('table').first().locator('tbody tr').count()).toBe(6);
  });

  test('says that it could not read, never zero, and reads again when asked', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.route('**/api/v1/compare*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('link', { name: 'Panoramica' }).first().click();
    await page.getByText('Le cifre non sono zero: non le conosciamo.').first().waitFor();
    await page.unroute('**/api/v1/compare*');
    await page.getByRole('main').getByRole('button', { name: 'Riprova' }).first().click();
    await page.getByText('3,0 volte tanto').first().waitFor();
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
