// SPDX-License-Identifier: AGPL-3.0-or-later
// Notes about days: written by somebody at the office, shown wherever days are.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, useSite, violations } from '../../scripts/test-page.ts';

const list = (page: Page) => page.getByRole('list', { name: 'Note dell’ufficio sui giorni' });
const events = (page: Page) => page.getByRole('list', { name: 'Eventi' });

describe.skipIf(!hasBrowser)('notes about days', () => {
  const site = useSite();

  test('are written by keyboard, shown on every page of these days, and taken away', {
    timeout: 120_000,
  }, async () => {
    const page = await site.open('/canali/chat');
    await events(page).waitFor();
    const before = await events(page).getByRole('listitem').count();
    await page.getByRole('button', { name: 'Aggiungi una nota' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Aggiungi una nota' });
    await form.getByRole('button', { name: 'Salva la nota' }).press('Enter');
    expect(await form.getByRole('alert').innerText()).toBe('Manca il giorno, o non esiste.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('note-from');
    await form.getByLabel('Giorno, o primo giorno').fill('2020-02-10');
    await form.getByLabel('Ultimo giorno').fill('2020-02-09');
    await form.getByRole('button', { name: 'Salva la nota' }).press('Enter');
    expect(await form.getByRole('alert').innerText()).toBe('L’ultimo giorno viene prima del primo.');
    await form.getByLabel('Ultimo giorno').fill('2020-02-12');
    await form.getByLabel('Che cosa è successo').fill('Chat <b>ferma</b> per manutenzione');
    await form.getByRole('button', { name: 'Salva la nota' }).press('Enter');
    expect(await form.getByRole('alert').innerText()).toBe('Manca la firma.');
    expect(await violations(page)).toEqual([]);
    await form.getByLabel('Firma').fill('Ufficio comunicazione');
    await form.getByRole('button', { name: 'Salva la nota' }).press('Enter');

    await page.getByRole('status').filter({ hasText: 'Nota salvata.' }).waitFor();
    expect(await events(page).getByRole('listitem').count()).toBe(before + 1);
    expect(await events(page).innerText()).toContain('Chat <b>ferma</b> per manutenzione, 10–12 feb');
    expect(await list(page).innerText()).toMatch(
      /10–12 feb 2020 · Chat: Chat <b>ferma<\/b> per manutenzione\s+Ufficio comunicazione, .*\d\d:\d\d/,
    );
    expect(await violations(page)).toEqual([]);

    for (const path of ['/', '/dati', '/confronto?periodi=2020-02-01..2020-02-29,2020-04-01..2020-04-30']) {
      await page.goto(site.address + path);
      await list(page).getByText('per manutenzione').waitFor();
    }
    await page.goto(`${site.address}/canali/web`);
    await events(page).waitFor();
    expect(await list(page).count()).toBe(0);

    await page.goto(`${site.address}/canali/chat`);
    await page.getByRole('button', { name: /^Togli la nota: Chat/ }).press('Enter');
    await page.getByRole('button', { name: /^Togli davvero la nota: Chat/ }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Nota tolta.' }).waitFor();
    await expect.poll(() => events(page).getByRole('listitem').count()).toBe(before);
  });

  test('say when they could not be read, or not be saved; what was typed stays', {
    timeout: 60_000,
  }, async () => {
    const page = await site.open('/canali/chat');
    await page.route('**/api/v1/notes', (route) => route.abort());
    await page.reload();
    await page.getByText('Le note sui giorni non si sono potute leggere.').waitFor();
    await page.getByRole('button', { name: 'Aggiungi una nota' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Giorno, o primo giorno').fill('2020-02-10');
    await form.getByLabel('Che cosa è successo').fill('Una nota');
    await form.getByLabel('Firma').fill('Ufficio');
    await form.getByRole('button', { name: 'Salva la nota' }).click();
    await form.getByRole('alert').filter({ hasText: 'Non è stato salvato: riprova.' }).waitFor();
    expect(await form.getByLabel('Che cosa è successo').inputValue()).toBe('Una nota');
  });
});
