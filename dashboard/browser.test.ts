// SPDX-License-Identifier: AGPL-3.0-or-later
// The page as people see it: the real server on the demonstration data, in a real Chromium.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../scripts/find-browser.mjs';
import { environmentOf, testDatabase } from '../scripts/test-database.ts';
import { projectRoot } from '../sql/engine/engine.ts';

const found = await findBrowser();
// Where nothing can be installed (a Mac without any browser) the tests are skipped for all to see; never in CI.
const hasBrowser = found !== undefined || process.env.CI !== undefined;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 375, height: 812 };
const DESKTOP = { width: 1440, height: 900 };

let browser: Browser;
const servers: ChildProcess[] = [];
let full: string;
let empty: string;

/** `npm start` on a database of its own; resolves to the address it prints. */
async function startServer(more: NodeJS.ProcessEnv): Promise<string> {
  const database = await testDatabase();
  const env = {
    ...environmentOf(database, mkdtempSync(join(tmpdir(), 'affluenza-page-'))),
    PORT: '0',
    ...more,
  };
  const server = spawn(process.execPath, [join(projectRoot(), 'scripts', 'start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(server);
  return new Promise((ready, failed) => {
    let said = '';
    server.stdout?.on('data', (text) => {
      said += text;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) ready(address);
    });
    server.once('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
}

async function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'it-IT',
    timezoneId: 'America/New_York',
    ...options,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.unreachable(String(error)));
  await page.goto(path.startsWith('http') ? path : full + path);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await page.evaluate((values) => {
    // biome-ignore lint/suspicious/noExplicitAny: axe is in the page, not here
    return (window as any).axe.run({ runOnly: { type: 'tag', values } });
  }, tags);
  return found.violations.map(
    ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
  );
}

const question = (page: Page) => page.getByRole('heading', { level: 1 });

describe.skipIf(!hasBrowser)('the page', () => {
  beforeAll(async () => {
    if (!found) throw new Error('no Chromium here: install one, or set CHROMIUM_PATH');
    browser = await chromium.launch({
      executablePath: found.path,
      env: { ...process.env, ...found.env } as Record<string, string>,
      args: ['--no-sandbox'],
    });
    [full, empty] = await Promise.all([startServer({}), startServer({ AFFLUENZA_DEMO: '0' })]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.kill('SIGTERM');
    await Promise.all(
      servers.map(
        (server) => new Promise((end) => (server.exitCode === null ? server.once('exit', end) : end(0))),
      ),
    );
  });

  test('answers what changed, with counts and interval, and says that the data are invented', async () => {
    const page = await open();
    await expect.poll(() => page.title()).toContain('Comune di Montevarchi');
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
    const page = await open();
    const { channels } = await (await fetch(`${full}/api/v1/compare`)).json();
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
    const page = await open('/', { colorScheme, viewport });
    await page.getByRole('img').or(page.locator('canvas')).first().waitFor();
    await page.getByRole('button', { name: /Confronto/ }).click();
    await page
      .getByRole('button', { name: /Mostra la tabella/ })
      .first()
      .click();
    expect(await violations(page)).toEqual([]);
  });

  test('keeps the periods in the address, and Back goes back', async () => {
    const page = await open();
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
    await expect.poll(() => question(page).innerText()).toContain('3 maggio 2020');
    await page.goBack();
    await expect.poll(() => question(page).innerText()).toContain('17 maggio 2020');
  });

  test('chooses channels by keyboard alone', async () => {
    const page = await open();
    await page.getByRole('button', { name: /Canali/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Sito' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('canali=social,chat,email,phone,desk,practice');
    await expect.poll(() => page.getByRole('table').first().locator('tbody tr').count()).toBe(6);
  });

  test('shows days without data as days without data', async () => {
    const page = await open('/?canali=chat');
    const panel = page.getByRole('article', { name: /Chat/ }).last();
    await panel.getByText('mancano i dati dal 3 all’8 febbraio').waitFor();
    await panel.getByRole('button', { name: /Mostra la tabella/ }).click();
    const row = (name: string) => panel.getByRole('row', { name: new RegExp(name) }).first();
    expect(await row('5 feb').innerText()).toMatch(/n\.d\.\s+manca/);
    expect(await row('2 feb').innerText()).toMatch(/chiuso/);
  });

  test('says that it could not read, never zero, and reads again when asked', async () => {
    const context = await browser.newContext({ viewport: DESKTOP });
    const page = await context.newPage();
    await page.route('**/api/v1/compare*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(full);
    await page.getByText('Le cifre non sono zero: non le conosciamo.').first().waitFor();
    await page.unroute('**/api/v1/compare*');
    await page.getByRole('button', { name: 'Riprova' }).first().click();
    await page.getByText('3,0 volte tanto').first().waitFor();
  });

  test('fits a phone, and one of 320 pixels', async () => {
    for (const width of [375, 320]) {
      const page = await open('/', { viewport: { width, height: 800 } });
      await page.getByText('3,0 volte tanto').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('invites to load files where there are none', async () => {
    const page = await open(empty);
    await page.getByText('Ancora nessun dato.').waitFor();
    expect(await page.getByText('npm run ingest -- FILE').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test('is complete in English', async () => {
    const page = await open('/?lingua=en');
    await page
      .getByText(/3\.0 times/)
      .first()
      .waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('runs under a policy that lets nothing in from outside', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.reload({ waitUntil: 'networkidle' });
    expect(new Set(asked)).toEqual(new Set([new URL(full).host]));
    const { headers } = await fetch(full);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
