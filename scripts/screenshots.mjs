// SPDX-License-Identifier: AGPL-3.0-or-later
// Takes the pictures of docs/screenshots from a running server: node scripts/screenshots.mjs http://localhost:3000
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { root } from './setup.mjs';

const [address = 'http://localhost:3000', folder = join(root, 'docs', 'screenshots')] = process.argv.slice(2);
const PAGES = {
  panoramica: '/',
  canale: '/canali/chat',
  'come-calcolato': '/canali/chat?pannello=calcolo',
  confronto: '/confronto',
  pratiche: '/pratiche',
  dati: '/dati',
  relazioni: '/relazioni',
  relazione: '/relazioni/2020-04',
  metodo: '/metodo',
};
const WIDTHS = { 1440: 900, 768: 1024, 375: 812 };
const THEMES = ['light', 'dark'];

const found = await findBrowser();
if (!found) throw new Error('No Chromium: set CHROMIUM_PATH.');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: found.path,
  env: { ...process.env, ...found.env },
  args: ['--no-sandbox'],
});
for (const [name, path] of Object.entries(PAGES)) {
  for (const [width, height] of Object.entries(WIDTHS))
    for (const theme of THEMES) await take(name, path, Number(width), height, theme);
}
await browser.close();

async function take(name, path, width, height, colorScheme) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
  });
  const page = await context.newPage();
  await page.goto(address + path);
  await page.waitForLoadState('networkidle');
  const file = join(folder, `${name}-${width}-${colorScheme}.png`);
  // The top of the page, as one meets it.
  await page.screenshot({
    path: file,
    clip: { x: 0, y: 0, width, height: width > 800 ? 1400 : 1600 },
    fullPage: true,
  });
  console.log(file);
  await context.close();
}
