// SPDX-License-Identifier: AGPL-3.0-or-later

import { isBlank, localCount, unescaped } from '../cells.ts';
import { civilDate } from '../civil.ts';
import { maskIdentifiers } from '../mask.ts';
import { BadFile, BadRow, type Contact, type RowSource } from '../source.ts';
import { columnName } from '../table.ts';
import { DATE, METRICS, marksOfMatomo, notDaily, refusal, SITE } from './matomo-exports.ts';

/**
 * The visits summary of Matomo or Web Analytics Italia, a row a day.
 *
 * Its actions are what a click is in our logs: page views, downloads and ways out (and searches on the site, which a
 * log sees as page views); visits and visitors count people, not clicks, and visitors of several days cannot be added.
 */
export const matomo: RowSource = {
  name: 'matomo',
  title: 'Matomo / Web Analytics Italia, riepilogo delle visite',
  identity: 'complete',
  precedence: 30,
  metrics: Object.keys(METRICS),
  counted: ['actions'],
  records: 'rows',
  recognizes: marksOfMatomo,
  open: () => {
    const seen = new Set<string>();
    let header: Header | undefined;
    return {
      take: (row) => {
        if (isBlank(row)) return undefined;
        if (header) return countsOf(row, header, seen);
        header = readHeader(row);
        return undefined;
      },
      // Matomo leaves out days on which it has nothing: they are missing, not empty.
      vouches: () => 'rows',
    };
  },
};

interface Header {
  names: readonly string[];
  date: number;
  /** -1 when the export is of one site, which it does not name. */
  site: number;
  metrics: { metric: string; place: number }[];
}

function readHeader(row: readonly string[]): Header {
  const reason = refusal(row);
  if (reason) throw new BadFile(reason);
  const names = row.map(columnName);
  const placeOf = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
  const metrics = Object.entries(METRICS).map(([metric, known]) => ({ metric, place: placeOf(known) }));
  return {
    names: row,
    date: placeOf(DATE),
    site: placeOf(SITE),
    metrics: metrics.filter(({ place }) => place >= 0),
  };
}

function countsOf(
  row: readonly string[],
  { names, date, site, metrics }: Header,
  seen: Set<string>,
): Contact[] {
  if (row.length !== names.length)
    throw new BadRow('', '', `la riga ha ${row.length} colonne, l'intestazione ne ha ${names.length}`);
  const column = names[date] ?? '';
  const text = unescaped(row[date] ?? '');
  if (notDaily(text)) throw new BadFile(notDaily(text) ?? '');
  const day = civilDate(column, text);
  const of = maskIdentifiers(unescaped(row[site] ?? ''));
  if (seen.has(`${of} ${day}`)) throw new BadRow(column, text, 'giorno già presente in questo file');
  const given = metrics.filter(({ place }) => (row[place] ?? '').trim() !== '');
  const counts = given.map(({ metric, place }) => ({
    table: 'contacts' as const,
    // Exports differ in their columns: one with visits only must not replace the actions of another.
    scope: `${of} ${metric}`.trim(),
    channel: 'web',
    day,
    time: null,
    metric,
    platform: '',
    topic: '',
    count: localCount(names[place] ?? '', row[place] ?? ''),
  }));
  seen.add(`${of} ${day}`);
  return counts;
}
