// SPDX-License-Identifier: AGPL-3.0-or-later
// The set-up of the browser tests: the real server, on the demonstration data or on none, and a real Chromium.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { loadFile } from '../ingest/load.ts';
import type { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { findBrowser } from './find-browser.mjs';
import { environmentOf, testDatabase } from './test-database.ts';

const found = await findBrowser();
// Where nothing can be installed (a Mac without any browser) the tests are skipped for all to see; never in CI.
export const hasBrowser = found !== undefined || process.env.CI !== undefined;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const PHONE = { width: 375, height: 812 };
export const DESKTOP = { width: 1440, height: 900 };

/** What the tests of a file share. */
export interface Site {
  /** Where the server answers, without a slash at the end. */
  address: string;
  browser: Browser;
  /** Opens a page in a fresh browser profile; an error on it fails the test. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * A server and a browser for the tests of one file, inside its `describe`: on the demonstration data, or on these files by name;
 * `prepare` may write more into the database first.
 */
export function useSite(
  environment: NodeJS.ProcessEnv = {},
  files?: Record<string, string>,
  prepare?: (database: Database) => Promise<void>,
): Site {
  const site: Site = { address: '', browser: undefined as never, open };
  let server: ChildProcess;
  const opened: BrowserContext[] = [];

  async function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await site.browser.newContext({
      viewport: DESKTOP,
      locale: 'it-IT',
      timezoneId: 'America/New_York',
      ...options,
    });
    opened.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => expect.unreachable(String(error)));
    await page.goto(site.address + path);
    return page;
  }

  beforeAll(async () => {
    const started = await startServer(environment, files, prepare);
    server = started.server;
    site.address = started.address;
    site.browser = await launchBrowser();
  }, 120_000);

  // Pages that stay open go on drawing, and slow down those of the next tests.
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((context) => context.close()));
  });

  afterAll(async () => {
    await site.browser?.close();
    server?.kill('SIGTERM');
    if (server?.exitCode === null) await new Promise((end) => server.once('exit', end));
  });
  return site;
}

function launchBrowser(): Promise<Browser> {
  if (!found) throw new Error('no Chromium here: install one, or set CHROMIUM_PATH');
  return chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env } as Record<string, string>,
    args: ['--no-sandbox'],
  });
}

/** `npm start` on a database of its own; resolves once it has printed its address. */
async function startServer(
  more: NodeJS.ProcessEnv,
  files: Record<string, string> | undefined,
  prepare: (database: Database) => Promise<void> = async () => {},
): Promise<{ server: ChildProcess; address: string }> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'affluenza-page-'));
  if (files) await loadFiles(database, folder, files);
  await prepare(database);
  const demonstration = files ? { AFFLUENZA_DEMO: '0' } : {};
  const env = { ...environmentOf(database, folder), PORT: '0', ...demonstration, ...more };
  const server = spawn(process.execPath, [join(projectRoot(), 'scripts', 'start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((ready, failed) => {
    let said = '';
    server.stdout?.on('data', (text) => {
      said += text;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) ready({ server, address });
    });
    server.once('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
}

/** Takes files in, one after the other; some may be refused. */
async function loadFiles(database: Database, folder: string, files: Record<string, string>): Promise<void> {
  const settings = checkSettings({});
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    await loadFile(database, join(folder, name), { settings, secret: 'test' });
  }
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours: all that another theme can break. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong on a page, as `rule: element`; by all rules of the standards, or by some. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: STANDARDS };
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(${JSON.stringify({ runOnly })})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** The heading of a page. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
