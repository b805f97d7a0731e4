// SPDX-License-Identifier: AGPL-3.0-or-later
// The words of each page, a file for each page and language that comes with the page.
import type { channel } from './it/channel.ts';
import type { compare } from './it/compare.ts';
import type { data } from './it/data.ts';
import type { method } from './it/method.ts';
import type { overview } from './it/overview.ts';
import type { practices } from './it/practices.ts';
import type { reports } from './it/reports.ts';
import type { it } from './it.ts';

/** All the words there are, in Italian. */
export type Words = typeof it &
  typeof overview &
  typeof channel &
  typeof compare &
  typeof practices &
  typeof data &
  typeof reports &
  typeof method;

type List = Readonly<Record<string, string>>;

/** Where the words of a page come from; the page of an unknown address needs none. */
export const LISTS = {
  it: {
    overview: async (): Promise<List> => (await import('./it/overview.ts')).overview,
    channel: async (): Promise<List> => (await import('./it/channel.ts')).channel,
    compare: async (): Promise<List> => (await import('./it/compare.ts')).compare,
    practices: async (): Promise<List> => (await import('./it/practices.ts')).practices,
    data: async (): Promise<List> => (await import('./it/data.ts')).data,
    reports: async (): Promise<List> => (await import('./it/reports.ts')).reports,
    method: async (): Promise<List> => (await import('./it/method.ts')).method,
  },
  en: {
    overview: async (): Promise<List> => (await import('./en/overview.ts')).overview,
    channel: async (): Promise<List> => (await import('./en/channel.ts')).channel,
    compare: async (): Promise<List> => (await import('./en/compare.ts')).compare,
    practices: async (): Promise<List> => (await import('./en/practices.ts')).practices,
    data: async (): Promise<List> => (await import('./en/data.ts')).data,
    reports: async (): Promise<List> => (await import('./en/reports.ts')).reports,
    method: async (): Promise<List> => (await import('./en/method.ts')).method,
  },
};
