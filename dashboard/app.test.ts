// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of every page: addresses, theme, language, keys, the link to take along.
import { describe, expect, test } from 'vitest';
import { DESKTOP, hasBrowser, heading, PHONE, useSite, violations } from '../scripts/test-page.ts';

const PLACES = {
  '/': 'Panoramica',
  '/canali/chat': 'Chat',
  '/confronto': 'Confronto',
  '/pratiche': 'Pratiche',
  '/dati': 'Dati',
  '/metodo': 'Metodo',
};

/** Words of Italian sentences, and names of the town's own things that have an English one. */
const ITALIAN =
  /\b(?:della|delle|degli|nella|nel|sono|giorni|perché|Sito|Telefono|Sportello|Pratiche|Riapertura|Scuole|Decreto)\b/g;

describe.skipIf(!hasBrowser)('the frame', () => {
  const site = useSite();

  test.each(Object.entries(PLACES))('%s is a page of its own: %s', async (path, name) => {
    const page = await site.open(path);
    await expect.poll(() => page.title()).toBe(`${name} · Affluenza · Comune di Montevarchi`);
    await heading(page).waitFor();
    const current = page.getByRole('navigation', { name: 'Principale' }).locator('[aria-current]');
    expect(await current.innerText()).toBe(path === '/canali/chat' ? 'Canali' : name);
    expect(await violations(page)).toEqual([]);
  });

  test('an unknown address is a 404 that says so in words, and leads home', async () => {
    const page = await site.open('/qualcosa');
    await expect.poll(() => heading(page).innerText()).toBe('Questa pagina non esiste');
    expect(await violations(page)).toEqual([]);
    const answer = await page.request.get(`${site.address}/qualcosa`, { headers: { accept: 'text/html' } });
    expect(answer.status()).toBe(404);
    await page.getByRole('link', { name: 'Vai alla Panoramica' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
    const program = await fetch(`${site.address}/api/v1/qualcosa`, { headers: { accept: 'text/html' } });
    expect(program.headers.get('content-type')).toBe('application/problem+json');
  });

  test('from page to page focus goes to the heading; period and language come along, a drawer stays', async () => {
    const page = await site.open('/canali/chat?durante=2020-03-09..2020-05-03&vista=timeline-chat&lingua=en');
    await page.locator('#timeline-chat-table').waitFor();
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await expect.poll(() => page.url()).toBe(`${site.address}/dati?durante=2020-03-09..2020-05-03&lingua=en`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.goBack();
    await page.locator('#timeline-chat-table').waitFor();
  });

  test('the code of a page and of chart.js comes only when it is needed', async () => {
    const page = await site.open('/metodo');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked.filter((path) => /overview|timeline|channel/.test(path))).toEqual([]);
    await page.getByRole('link', { name: 'Canali' }).first().click();
    await page.locator('canvas').waitFor();
    await expect.poll(() => asked.filter((path) => /timeline/.test(path)).length).toBe(1);
  });

  test('the theme is kept, and automatic follows the desktop', async () => {
    const page = await site.open('/metodo', { colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const choose = async (name: string) => {
      await page.getByRole('button', { name: /^Aspetto/ }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(DESKTOP.width);
      await page.getByRole('button', { name, exact: true }).click();
    };
    await choose('Scuro');
    await expect.poll(ground).toBe('rgb(14, 23, 33)');
    await page.reload();
    await expect.poll(ground).toBe('rgb(14, 23, 33)');
    await choose('Automatico');
    await expect.poll(ground).toBe('rgb(243, 246, 250)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ground).toBe('rgb(14, 23, 33)');
  });

  test('the language is kept, stands in the address, and changes back', async () => {
    const page = await site.open('/dati?canali=chat');
    await page.getByRole('link', { name: 'EN, English' }).click();
    await expect.poll(() => heading(page).innerText()).toContain('what there is');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(`${site.address}/metodo`);
    await expect.poll(() => page.url()).toBe(`${site.address}/metodo?lingua=en`);
    await page.getByRole('link', { name: 'IT, Italiano' }).click();
    await expect.poll(() => heading(page).innerText()).toBe('Come si calcola ogni cifra');
    await page.goto(`${site.address}/dati`);
    await expect.poll(() => heading(page).innerText()).toContain('che cosa manca');
  });

  test('is complete in English', async () => {
    const page = await site.open('/?lingua=en');
    await page
      .getByText(/3\.3 times/)
      .first()
      .waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const pages = {
      '/': 'Phone',
      '/canali/phone': 'Phone',
      '/confronto': 'Website',
      '/pratiche': 'Online applications',
      '/dati': 'Desk',
      '/metodo': 'How every figure is computed',
    };
    for (const [path, words] of Object.entries(pages)) {
      await page.goto(`${site.address}${path}?lingua=en`);
      await page.getByText(words).first().waitFor();
      await page.waitForLoadState('networkidle');
      const text = await page.locator('body').innerText();
      expect(text.match(ITALIAN) ?? [], path).toEqual([]);
    }
  });

  test('the sheet of keys opens with ?, and its switch turns single keys off', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' });
    await sheet.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/dati');
    await page.getByRole('button', { name: 'Scorciatoie da tastiera' }).click();
    await sheet.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.keyboard.press('?');
    expect(await sheet.count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/dati');
  });

  test('/ opens the period, and keys typed into a field are text', async () => {
    const page = await site.open();
    await page.getByText('3,3 volte tanto').first().waitFor();
    await page.keyboard.press('/');
    await page.getByRole('form', { name: 'Confronto' }).waitFor();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('copies the link and says so', async () => {
    const page = await site.open('/?canali=chat', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copia il collegamento' }).click();
    await page.getByRole('status').filter({ hasText: 'Collegamento copiato' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.address}/?canali=chat`);
  });

  test('the bar says how many days are missing, and leads to the data', async () => {
    const page = await site.open('/?canali=chat');
    await page.getByRole('link', { name: 'mancano 6 giorni' }).click();
    await expect.poll(() => page.url()).toBe(`${site.address}/dati?canali=chat`);
    expect(await page.getByRole('region', { name: 'Filtri' }).count()).toBe(0);
  });

  test('a topic narrows the page until it is taken away', async () => {
    const page = await site.open('/canali/chat?argomento=tari');
    await page.getByRole('button', { name: 'Togli il filtro: tari' }).click();
    await expect.poll(() => page.url()).toBe(`${site.address}/canali/chat`);
  });

  test('a topic that there is not is no failure: the page says so, and shows all again', async () => {
    const page = await site.open('/canali/chat?argomento=ta');
    await page.getByText('Qui non c’è nulla sull’argomento «ta»').first().waitFor();
    expect(await page.getByRole('button', { name: 'Riprova' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Togli l’argomento' }).first().click();
    await expect.poll(() => page.url()).toBe(`${site.address}/canali/chat`);
    await page.locator('canvas').first().waitFor();
  });

  test.each(Object.keys(PLACES))('%s fits a phone, and one of 320 pixels', async (path) => {
    const page = await site.open(path, { viewport: PHONE });
    await heading(page).waitFor();
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width);
    }
  });

  test('a form that cannot be fetched says so, and comes when asked again', async () => {
    const page = await site.open('/');
    await page.waitForLoadState('networkidle');
    await page.route(/period-form/, (route) => route.abort());
    await page.locator('#filter-period').click();
    const form = page.locator('#popover-period');
    await form.getByText('Non siamo riusciti').waitFor();
    await page.unroute(/period-form/);
    await form.getByRole('button', { name: 'Riprova' }).click();
    await form.waitFor({ state: 'detached' });
    await page.locator('#filter-period').click();
    expect(await page.locator('#before-from').inputValue()).toBe('2020-01-01');
    expect(await page.locator('#before-from').evaluate((input) => input === document.activeElement)).toBe(
      true,
    );
  });

  test('a page that cannot be fetched says so, and comes when asked again', async () => {
    const page = await site.open('/');
    await page.waitForLoadState('networkidle');
    await page.route(/assets\/method/, (route) => route.abort());
    await page.getByRole('link', { name: 'Metodo' }).first().click();
    await page.getByRole('heading', { name: 'Non siamo riusciti' }).waitFor();
    await page.unroute(/assets\/method/);
    await page.getByRole('button', { name: 'Riprova' }).click();
    await page.getByRole('heading', { name: 'Come si calcola ogni cifra' }).waitFor();
  });

  test('every chart has its table to take along', { timeout: 120_000 }, async () => {
    const without: (string | null)[] = [];
    for (const path of ['/', '/canali/chat', '/canali/web', '/confronto', '/pratiche', '/dati']) {
      const page = await site.open(path);
      await page.waitForLoadState('networkidle');
      for (const chart of await page.locator('[data-chart]').all()) {
        await chart.locator('[data-press="download"] button').first().click();
        const link = chart.getByRole('link', { name: 'Tabella CSV' });
        if ((await link.count()) === 0) without.push(await chart.getAttribute('data-chart'));
        else {
          const answer = await page.request.get(site.address + (await link.getAttribute('href')));
          expect([path, answer.status(), (await answer.text()).split('\r\n').length > 2]).toEqual([
            path,
            200,
            true,
          ]);
        }
        await page.keyboard.press('Escape');
      }
      await page.context().close();
    }
    expect(without).toEqual([]);
  });

  test('the skip link goes to the content', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('prints without what only a screen needs', async () => {
    const page = await site.open('/', { colorScheme: 'dark' });
    await page.getByText('3,3 volte tanto').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Principale' }).count()).toBe(0);
    expect(await page.getByRole('region', { name: 'Filtri' }).count()).toBe(0);
    const ink = await heading(page).evaluate((element) => getComputedStyle(element).color);
    expect(ink).toBe('rgb(67, 90, 114)');
  });

  test('runs under a policy that lets nothing in from outside', async () => {
    const page = await site.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.reload({ waitUntil: 'networkidle' });
    expect(new Set(asked)).toEqual(new Set([new URL(site.address).host]));
    const { headers } = await fetch(site.address);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe.skipIf(!hasBrowser)('a first visit, without data', () => {
  const site = useSite({ AFFLUENZA_DEMO: '0' });

  test('invites to load files', async () => {
    const page = await site.open();
    await page.getByText('Ancora nessun dato.').waitFor();
    expect(await page.getByText('npm run ingest -- FILE').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });
});
