// SPDX-License-Identifier: AGPL-3.0-or-later
// Whether everybody can use every page: what axe finds in each theme and language with all open that can be opened, what
// a screen reader hears, and the main tasks without a mouse.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  DESKTOP,
  hasBrowser,
  heading,
  OF_COLOURS,
  PHONE,
  useSite,
  violations,
} from '../scripts/test-page.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { PAGE_NAMES, PAGES, reportPath } from './route.ts';

/** Every page of the navigation, and those that one of them leads to. */
const PLACES = [
  ...PAGE_NAMES.map((name) => PAGES[name].path),
  '/canali/chat',
  '/canali/practice',
  reportPath('2020-04'),
];
const LANGUAGES = [
  ['it', DESKTOP],
  ['en', PHONE],
] as const;

const settled = (page: Page) => page.waitForLoadState('networkidle');
const pressAll = (page: Page, selector: string) =>
  page.evaluate((found) => {
    for (const element of document.querySelectorAll<HTMLElement>(found)) element.click();
  }, selector);

/** Opens every table, every explanation, and the form of the periods. */
async function openAll(page: Page): Promise<void> {
  await settled(page);
  await pressAll(
    page,
    'button[data-press="table"][aria-pressed="false"], main details:not([open]) > summary',
  );
  await pressAll(page, '#filter-period, #filter-days');
  await settled(page);
}

/** What axe finds in the light theme, and what the colours of the dark one add. */
async function inBothThemes(page: Page): Promise<string[]> {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Colours that are still on their way are of neither theme.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => requestAnimationFrame(next));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  return [...light, ...(await violations(page, OF_COLOURS)).map((fault) => `dark: ${fault}`)];
}

describe.skipIf(!hasBrowser)('axe', () => {
  const site = useSite();

  test.each(PLACES)(
    'finds no fault on %s, in either theme and language',
    { timeout: 120_000 },
    async (path) => {
      for (const [language, viewport] of LANGUAGES) {
        const page = await site.open(`${path}?lingua=${language}`, { viewport });
        await openAll(page);
        expect([language, await inBothThemes(page)]).toEqual([language, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
        await page.context().close();
      }
    },
  );

  test.each([
    ['how it was computed', '/canali/chat?pannello=calcolo', null],
    ['the sheet of keys', '/metodo', '?'],
    ['the office’s note', reportPath('2020-04'), '.reader-acts button:first-child'],
    ['freezing a report', reportPath('2020-04'), '.reader-acts button:last-child'],
    ['a note about days', '/canali/chat', '.channel-notes .button'],
    ['the menu of a chart', '/canali/chat', '[data-press="download"] button'],
    ['the menu of themes', '/dati', '.head .menu button'],
  ])('finds no fault in %s', { timeout: 120_000 }, async (_name, path, opener) => {
    for (const [language, viewport] of LANGUAGES) {
      const mark = path.includes('?') ? '&' : '?';
      const page = await site.open(`${path}${mark}lingua=${language}`, { viewport });
      await settled(page);
      if (opener?.length === 1) await page.keyboard.press(opener);
      else if (opener) await page.locator(opener).first().click();
      await page.locator('dialog[open], .menu-list').first().waitFor();
      await settled(page);
      expect([language, await inBothThemes(page)]).toEqual([language, []]);
      await page.context().close();
    }
  });
});

describe.skipIf(!hasBrowser)('a screen reader', () => {
  const site = useSite();

  test.each([
    ['overview', '/'],
    ['channel', '/canali/chat'],
    ['compare', '/confronto'],
    ['method', '/metodo'],
  ])('hears the page %s as it is seen', async (name, path) => {
    const page = await site.open(path);
    await settled(page);
    await heading(page).waitFor();
    const heard = await page.getByRole('main').ariaSnapshot();
    await expect(heard).toMatchFileSnapshot(join(projectRoot(), `dashboard/pages/${name}.aria.txt`));
  });
});

/** Goes on by Tab until that element has focus; each on the way must be seen to have it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // A card is outlined as a whole.
      const isSeen = [element, element.closest('.glance')].some((drawn) => {
        if (!drawn) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
        return outlineStyle !== 'none' && outlineWidth !== '0px';
      });
      return isSeen ? null : element.outerHTML.slice(0, 80);
    });
    expect(unseen).toBeNull();
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  expect.unreachable(`Tab never comes to ${wanted}`);
}

const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

describe.skipIf(!hasBrowser)('without a mouse', () => {
  const site = useSite();

  test('one changes the period, reads a chart, its table and how it was computed', {
    timeout: 120_000,
  }, async () => {
    const page = await site.open();
    await settled(page);
    await tabTo(page, page.getByRole('link', { name: 'Vai al contenuto' }));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('/');
    const end = page.getByRole('group', { name: 'Durante' }).getByLabel('Al', { exact: true });
    await end.waitFor();
    await end.focus();
    // A month or a day less, as the browser's own field has them in order.
    await page.keyboard.press('ArrowDown');
    const answer = page.waitForResponse(/\/compare\?/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/durante=2020-03-09\.\.2020-0(4-17|5-16)/);
    await expect.poll(() => heading(page).innerText()).not.toContain('17 maggio');
    await answer;
    await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
    await settled(page);

    await heading(page).focus();
    await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Chat', exact: true }).first());
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/canali/chat');
    await expect.poll(() => focusedTag(page)).toBe('H1');
    await settled(page);

    await tabTo(page, page.getByRole('button', { name: 'Come è calcolato' }));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Come è calcolato: Chat' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Come è calcolato');

    await tabTo(page, page.getByRole('slider').first());
    await page.keyboard.press('Home');
    expect(await page.locator(':focus').getAttribute('aria-valuetext')).toMatch(/1º gennaio 2020: chiuso/);
    await page.keyboard.press('t');
    await page.locator('#timeline-chat-table').waitFor();
    await page.keyboard.press('t');
    await page.locator('#timeline-chat-table').waitFor({ state: 'detached' });

    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  });

  test('one narrows the practices to a topic and widens them again', { timeout: 60_000 }, async () => {
    const page = await site.open();
    await settled(page);
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/pratiche');
    await expect.poll(() => focusedTag(page)).toBe('H1');
    await settled(page);
    await heading(page).focus();
    await tabTo(page, page.getByRole('link', { name: 'Bonus', exact: true }));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('argomento=bonus');
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain('argomento');
  });

  test('one compares other periods, opens a formula, reads a report, changes theme and language', {
    timeout: 120_000,
  }, async () => {
    const page = await site.open('/confronto');
    await settled(page);
    await heading(page).focus();
    await tabTo(page, page.getByRole('main').getByRole('link', { name: /2019/ }).first());
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('periodi=');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await expect.poll(() => focusedTag(page)).toBe('H1');
    await tabTo(page, page.locator('main summary').first());
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('table').waitFor();
    await heading(page).focus();
    await tabTo(page, page.getByRole('link', { name: 'Aprile 2020', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Aprile 2020 in un minuto' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Canali, mese per mese' }));
    await page.keyboard.press('Enter');
    await page.reload();
    await settled(page);
    await tabTo(page, page.getByRole('button', { name: /^Aspetto/ }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('button', { name: 'Scuro' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.reload();
    await settled(page);
    await tabTo(page, page.getByRole('banner').locator('a[hreflang]'));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
