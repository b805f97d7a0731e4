// SPDX-License-Identifier: AGPL-3.0-or-later
// The code and the words of each page, fetched when it is first visited.
import type { ComponentType } from 'preact';
import { learn } from './i18n/words.ts';
import type { PageName } from './route.ts';

const CODE: Record<PageName, () => Promise<ComponentType>> = {
  overview: async () => (await import('./pages/overview.tsx')).Overview,
  channel: async () => (await import('./pages/channel.tsx')).Channel,
  compare: async () => (await import('./pages/compare.tsx')).Comparison,
  practices: async () => (await import('./pages/practices.tsx')).Practices,
  data: async () => (await import('./pages/data.tsx')).Data,
  reports: async () => (await import('./pages/reports.tsx')).Reports,
  method: async () => (await import('./pages/method.tsx')).Method,
};

/** A page that can be drawn. */
export interface LoadedPage {
  name: PageName;
  Page: ComponentType;
}

/** The pages fetched so far, or on their way. */
const known = new Map<PageName, Promise<LoadedPage>>();

/**
 * Loads the page anew, if the server answers. Script that could not be fetched is never fetched again by the same document
 * in Chromium, and after an update of the program it is no longer there.
 */
export const loadAnew = (): Promise<void> =>
  fetch(location.href, { method: 'HEAD' }).then(
    () => location.reload(),
    () => {},
  );

/** Fetches what a page needs, once. @throws whatever kept it from coming. */
export function loadPage(name: PageName): Promise<LoadedPage> {
  const page = known.get(name) ?? fetchPage(name);
  known.set(name, page);
  return page;
}

async function fetchPage(name: PageName): Promise<LoadedPage> {
  const [Page] = await Promise.all([CODE[name](), learn(name)]);
  return { name, Page };
}
