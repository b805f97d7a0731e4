// SPDX-License-Identifier: AGPL-3.0-or-later
// The counts of Google Analytics by the names their columns have in English and Italian exports, of either generation.
import { label, localCount } from '../cells.ts';
import { BadFile, type Contact } from '../source.ts';
import { columnName } from '../table.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  page_views: ['pageviews', 'views', 'visualizzazioni di pagina', 'visualizzazioni'],
  unique_page_views: ['unique pageviews', 'visualizzazioni di pagina uniche'],
  sessions: ['sessions', 'sessioni'],
  users: ['users', 'total users', 'utenti', 'utenti totali'],
  active_users: ['active users', 'utenti attivi'],
  new_users: ['new users', 'nuovi utenti'],
  events: ['event count', 'total events', 'conteggio eventi', 'eventi totali'],
};

export const METRICS = Object.keys(NAMES);

/**
 * Page views alone are clicks. The views of documents and the ways out, which a log and Matomo count too, are events
 * here, among many that are no clicks: a site counted by Google shows fewer clicks than by its log.
 */
export const COUNTED = ['page_views'];

/** A column of counts: its place, its name in the file and ours. */
export interface CountColumn {
  place: number;
  name: string;
  metric: string;
}

/** The columns of a header that hold counts we know; shares, averages and money are none. */
export function countColumns(header: readonly string[]): CountColumn[] {
  return header.flatMap((name, place) => {
    const metric = METRICS.find((each) => NAMES[each]?.includes(columnName(name)));
    return metric ? [{ place, name, metric }] : [];
  });
}

/** A row's counts on a day. `site` is the property or view, which keeps the exports of two sites apart. */
export function countsOf(
  row: readonly string[],
  columns: readonly CountColumn[],
  day: string,
  site: string,
): Contact[] {
  return columns.map(({ place, name, metric }) => ({
    table: 'contacts',
    // Each export holds another choice of metrics: one of sessions must not replace the page views of another.
    scope: `${label(site)} ${metric}`.trim(),
    channel: 'web',
    day,
    time: null,
    metric,
    platform: '',
    topic: '',
    count: localCount(name, row[place] ?? ''),
  }));
}

/** Exports repeat a table: what was said is not said twice, and two different numbers are of two different audiences. */
export function takeOnce(): (counts: Contact[]) => Contact[] {
  const known = new Map<string, number>();
  return (counts) =>
    counts.filter(({ scope, day, metric, count }) => {
      const before = known.get(`${day} ${scope}`);
      known.set(`${day} ${scope}`, count);
      if (before !== undefined && before !== count)
        throw new BadFile(
          `la misura ${metric} compare più volte con numeri diversi (${day}: ${before} e ${count}). Togli confronti e segmenti ed esporta di nuovo.`,
        );
      return before === undefined;
    });
}
