// SPDX-License-Identifier: AGPL-3.0-or-later
// Which page an address belongs to.
import type { PagePath } from '../api/pages.ts';

/** The pages, in the order of the navigation, with the letter that follows `g` on the keyboard. */
export const PAGES = {
  overview: { path: '/', letter: 'p' },
  channel: { path: '/canali', letter: 'c' },
  compare: { path: '/confronto', letter: 'f' },
  practices: { path: '/pratiche', letter: 'r' },
  data: { path: '/dati', letter: 'd' },
  reports: { path: '/relazioni', letter: 'l' },
  method: { path: '/metodo', letter: 'm' },
} as const satisfies Record<string, { path: PagePath; letter: string }>;

export type PageName = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as PageName[];

/** A page; of the page of a channel also which one, of that of the reports which month, where the address says it. */
export interface Route {
  page: PageName | 'unknown';
  channel: string | null;
  month: string | null;
}

/**
 * The page that a path leads to.
 *
 * @example routeOf('/canali/chat') // { page: 'channel', channel: 'chat', month: null }
 */
export function routeOf(pathname: string): Route {
  const path = pathname.replace(/(.)\/$/, '$1');
  const channel = /^\/canali\/([a-z][\w-]*)$/.exec(path)?.[1];
  if (channel) return { page: 'channel', channel, month: null };
  const month = /^\/relazioni\/(\d{4}-\d{2})$/.exec(path)?.[1];
  if (month) return { page: 'reports', channel: null, month };
  const page = PAGE_NAMES.find((name) => PAGES[name].path === path) ?? 'unknown';
  return { page, channel: null, month: null };
}

/** The path of a channel's page. */
export const channelPath = (code: string): string => `${PAGES.channel.path}/${code}`;

/** The path of the report of a month, such as 2020-04. */
export const reportPath = (month: string): string => `${PAGES.reports.path}/${month}`;
