// SPDX-License-Identifier: AGPL-3.0-or-later
// What the tables of social contacts and of chats have in common: a day or a time, a platform, a topic, a count.
import { label, wholeCount } from './cells.ts';
import { civilTime } from './civil.ts';
import type { RowSource } from './source.ts';
import { namedTable } from './table.ts';

interface Words {
  name: string;
  title: string;
  /** The column names that make a table one of these. */
  counts: readonly string[];
  metric: string;
  platforms: readonly string[];
}

/** A source for one channel whose table has a row a day and platform with a count, or a row an event without one. */
export function contactTable(channel: string, { name, title, metric, counts, platforms }: Words): RowSource {
  return namedTable({
    name,
    title,
    identity: 'complete',
    metrics: [metric],
    vouches: (columns) => (columns.includes('count') ? 'listed' : 'span'),
    columns: {
      time: { names: ['time', 'day', 'date', 'giorno', 'data', 'ora', 'data e ora'], required: true },
      platform: { names: platforms },
      topic: { names: ['topic', 'argomento', 'tema'] },
      count: { names: [...counts, 'count', 'conteggio', 'numero'] },
    },
    distinctive: [...counts, ...platforms],
    open: () => ({
      take: (row) => {
        const { day, time } = civilTime('time', row.time ?? '');
        const platform = label(row.platform ?? '');
        const count = row.count === undefined ? 1 : wholeCount('count', row.count);
        return {
          table: 'contacts',
          scope: platform,
          channel,
          day,
          time,
          metric,
          platform,
          topic: label(row.topic ?? ''),
          count,
        };
      },
    }),
  });
}
