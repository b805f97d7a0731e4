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

/** Fetches what a page needs. */
export async function loadPage(name: PageName): Promise<LoadedPage> {
  const [Page] = await Promise.all([CODE[name](), learn(name)]);
  return { name, Page };
}
