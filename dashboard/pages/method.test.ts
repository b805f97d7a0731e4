// SPDX-License-Identifier: AGPL-3.0-or-later
// Metodo as people see it.
import { describe, expect, test } from 'vitest';
import { hasBrowser, useSite } from '../../scripts/test-page.ts';

describe.skipIf(!hasBrowser)('Metodo', () => {
  const site = useSite();

  test('leads from the index to each part, and from the footer to those that the law asks for', async () => {
    const page = await site.open('/metodo');
    await page.locator('.method-text').waitFor();
    const links = await page
      .locator('.method-index a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    const headings = await page
      .locator('.method-text h2')
      .evaluateAll((all) => all.map(({ id }) => `#${id}`));
    expect(links).toEqual(headings);
    for (const id of ['accessibilita', 'dati-personali', 'dati-aperti', 'codice-sorgente'])
      expect(headings).toContain(`#${id}`);
    await page.getByRole('link', { name: 'Dichiarazione di accessibilità' }).last().click();
    await expect.poll(() => page.url()).toContain('#accessibilita');
  });

  test('shows a formula at one press, and leaves no gap in a text', async () => {
    const page = await site.open('/metodo');
    const formula = page.getByText('log μ = a[tipo di giorno] + b·D');
    expect(await formula.isVisible()).toBe(false);
    await page.locator('#rapporto ~ details summary').focus();
    await page.keyboard.press('Enter');
    expect(await formula.isVisible()).toBe(true);
    expect(await page.getByRole('main').innerText()).not.toMatch(/\{\w+\}|method\./);
    expect(await page.getByRole('main').innerText()).toContain(
      'Titolare del trattamento: Comune di Montevarchi.',
    );
  });
});
