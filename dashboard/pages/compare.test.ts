// SPDX-License-Identifier: AGPL-3.0-or-later
// Confronto as people see it.
import { describe, expect, test } from 'vitest';
import { hasBrowser, heading, useSite } from '../../scripts/test-page.ts';

describe.skipIf(!hasBrowser)('Confronto', () => {
  const site = useSite();
  const table = (page: Awaited<ReturnType<typeof site.open>>) =>
    page.getByRole('region', { name: 'Tabella: I canali a confronto' }).locator('tbody tr');

  test('begins with the periods of the town, and keeps a preset in the address', async () => {
    const page = await site.open('/confronto');
    await table(page).first().waitFor();
    expect(await table(page).nth(6).innerText()).toMatch(/Pratiche digitali\s+1,0 \(68\)\s+2,9 \(200\)/);
    await page.getByRole('link', { name: /stesse settimane del 2019/ }).click();
    await expect.poll(() => page.url()).toContain('periodi=2019-03-11..2019-05-19,2020-03-09..2020-05-17');
    await page.getByRole('columnheader', { name: '11 mar – 19 mag 2019' }).waitFor();
    await page.goBack();
    await page.getByRole('columnheader', { name: '1º gen – 8 mar 2020' }).waitFor();
  });

  test('compares three periods of one’s own, by keyboard alone, and speaks of no lockdown there', async () => {
    const page = await site.open('/confronto');
    await page.getByText('Altri periodi').focus();
    await page.keyboard.press('Enter');
    const fill = async (name: RegExp, from: string, to: string) => {
      const group = page.getByRole('group', { name });
      await group.getByLabel('Dal').fill(from);
      await group.getByLabel('Al', { exact: true }).fill(to);
    };
    await fill(/Primo/, '2020-07-01', '2020-08-31');
    await fill(/Secondo/, '2020-09-01', '2020-10-31');
    await fill(/Terzo/, '2020-10-01', '2020-12-20');
    await page.getByRole('button', { name: 'Applica' }).press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('cominciare dopo la fine del precedente');
    await fill(/Terzo/, '2020-11-01', '2020-12-20');
    await page.getByRole('button', { name: 'Applica' }).press('Enter');
    await page.getByRole('columnheader', { name: '1º nov – 20 dic 2020' }).waitFor();
    await expect.poll(() => page.locator('.pair-third').count()).toBe(7);
    expect(await page.locator('.pairs').innerText()).not.toMatch(/lockdown/i);
  });

  test('says why periods in the address cannot be compared', async () => {
    const page = await site.open('/confronto?periodi=2020-03-01..2020-03-31,2020-03-15..2020-04-15');
    expect(await page.getByRole('alert').innerText()).toContain('Questi periodi non si possono confrontare');
    expect(await heading(page).innerText()).toBe('Confronto fra periodi');
  });

  test('says in each panel that it could not read', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.route('**/api/v1/{compare,series}*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('link', { name: 'Confronto' }).first().click();
    await expect.poll(() => page.getByRole('main').getByRole('button', { name: 'Riprova' }).count()).toBe(8);
  });
});
