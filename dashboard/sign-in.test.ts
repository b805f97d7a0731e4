// SPDX-License-Identifier: AGPL-3.0-or-later
// Signing in, in a real browser: with its own idea of cookies, of where forms come from, and of what a page may load.
import { describe, expect, test } from 'vitest';
import { newAccount, saveAccount } from '../api/access/accounts.ts';
import { Passwords } from '../api/access/passwords.ts';
import { DESKTOP, hasBrowser, heading, PHONE, useSite, violations } from '../scripts/test-page.ts';

const PASSWORD = 'quattro parole a caso';
const practice = (day: string, i: number) => `${day}-${i};${day};Nido;scuola;web;accolta;\n`;
const PRACTICES = ['03/02/2020', '10/03/2020'].flatMap((day) => [1, 2, 3, 4, 5].map((i) => practice(day, i)));
const COUNTS = {
  'conteggi.csv': 'giorno,canale,conteggio\n2020-03-02,phone,3\n2020-03-10,phone,5\n',
  'pratiche.csv': `numero;presentata il;tipo;argomento;canale;esito;chiusa il\n${PRACTICES.join('')}`,
};

describe.skipIf(!hasBrowser)('signing in', { timeout: 60_000 }, () => {
  const site = useSite({}, COUNTS, async (database) => {
    const password = await new Passwords(10).hash(PASSWORD);
    await saveAccount(database, { ...newAccount('anna', 'reader'), password });
    await saveAccount(database, { ...newAccount('rosa', 'analyst'), password });
  });

  async function signIn(path: string, name: string, viewport = DESKTOP) {
    const page = await site.open(path, { viewport });
    await page.getByLabel('Nome utente').fill(name);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Accedi' }).click();
    return page;
  }

  test.each([DESKTOP, PHONE])('the page can be used by everybody at $width pixels', async (viewport) => {
    const page = await site.open('/dati', { viewport });
    expect(await heading(page).innerText()).toBe('Accedi');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByLabel('Nome utente').fill('anna');
    await page.getByLabel('Password').fill('sbagliata');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('Nome utente o password non corretti.');
    expect(await page.getByLabel('Nome utente').inputValue()).toBe('anna');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await heading(page).innerText()).toBe('Sign in');
  });

  test('leads to where one was going, says who is there, and out again', async () => {
    const page = await signIn('/dati?canali=phone#loads', 'anna');
    expect(await heading(page).innerText()).toContain('Dati');
    expect(page.url()).toBe(`${site.address}/dati?canali=phone`);
    const name = page.getByRole('link', { name: 'Accesso: anna' });
    expect(await name.isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Esci' }).click();
    expect(await heading(page).innerText()).toBe('Accedi');
    await page.goto(`${site.address}/metodo`);
    expect(await heading(page).innerText()).toBe('Accedi');
  });

  test('who has signed out in another window is led to sign in, and back to the same view', async () => {
    const page = await signIn('/dati', 'rosa');
    expect(await heading(page).innerText()).toContain('Dati');
    await page.context().clearCookies({ name: 'affluenza_session' });
    await page.getByRole('link', { name: 'Confronto' }).click();
    await page.getByLabel('Nome utente').fill('rosa');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Accedi' }).click();
    await page.waitForURL(/\/confronto/);
    expect(await heading(page).innerText()).toContain('Confronto');
  });

  test('shows tables to take away to those alone who may', async () => {
    for (const [name, count] of [
      ['anna', 0],
      ['rosa', 1],
    ] as const) {
      const page = await signIn('/dati', name);
      await page
        .getByRole('button', { name: /^Scarica: / })
        .last()
        .click();
      expect(await page.getByRole('link', { name: 'Gli stessi dati in API' }).count()).toBe(1);
      expect([name, await page.getByRole('link', { name: 'Tabella CSV' }).count()]).toEqual([name, count]);
    }
  });

  test('a reader sees the practices of the periods that the town has set, and is told so', async () => {
    const own = '/pratiche';
    const other = '/pratiche?prima=2020-02-01..2020-03-08';
    const seen = async (path: string, name: string) => {
      const page = await signIn(path, name);
      const topics = page.locator('[data-chart="argomenti"]');
      await topics.getByText('scuola', { exact: false }).first().waitFor();
      await page.getByText('Prima', { exact: true }).click();
      return {
        published: await page.getByText('solo per i periodi fissati dal Comune').count(),
        links: await topics.getByRole('link', { name: 'scuola' }).count(),
        concealed: await topics.getByText('oscurato').count(),
        five: await topics.getByText('5', { exact: true }).count(),
      };
    };
    expect(await seen(own, 'anna')).toEqual({ published: 1, links: 0, concealed: 0, five: 1 });
    expect(await seen(other, 'anna')).toMatchObject({ published: 1, five: 0 });
    expect(await seen(other, 'rosa')).toEqual({ published: 0, links: 1, concealed: 0, five: 1 });
  });

  test('on a phone the way out is behind the icon', async () => {
    const page = await signIn('/dati', 'anna', PHONE);
    await page.getByRole('link', { name: 'Accesso: anna' }).click();
    expect(await heading(page).innerText()).toBe('Hai effettuato l’accesso');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Esci' }).click();
    expect(await heading(page).innerText()).toBe('Accedi');
  });
});
