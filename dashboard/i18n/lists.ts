// SPDX-License-Identifier: AGPL-3.0-or-later
// The words of each page, a file for each page and language that comes with the page.
import { channel as channelEn } from './en/channel.ts';
import { compare as compareEn } from './en/compare.ts';
import { data as dataEn } from './en/data.ts';
import { method as methodEn } from './en/method.ts';
import { overview as overviewEn } from './en/overview.ts';
import { practices as practicesEn } from './en/practices.ts';
import { reports as reportsEn } from './en/reports.ts';
import { channel } from './it/channel.ts';
import { compare } from './it/compare.ts';
import { data } from './it/data.ts';
import { method } from './it/method.ts';
import { overview } from './it/overview.ts';
import { practices } from './it/practices.ts';
import { reports } from './it/reports.ts';
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

/** As built, a list is a function that fetches it (scripts/words-plugin.ts). */
const of = (list: List | (() => Promise<List>)) => async () => (typeof list === 'function' ? list() : list);

/** Where the words of a page come from; the page of an unknown address needs none. */
export const LISTS = {
  it: {
    overview: of(overview),
    channel: of(channel),
    compare: of(compare),
    practices: of(practices),
    data: of(data),
    reports: of(reports),
    method: of(method),
  },
  en: {
    overview: of(overviewEn),
    channel: of(channelEn),
    compare: of(compareEn),
    practices: of(practicesEn),
    data: of(dataEn),
    reports: of(reportsEn),
    method: of(methodEn),
  },
};
