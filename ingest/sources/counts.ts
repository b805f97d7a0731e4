// SPDX-License-Identifier: AGPL-3.0-or-later
import { knownChannel, wholeCount } from '../cells.ts';
import { civilDate } from '../civil.ts';
import { namedTable } from '../table.ts';

/** The plain table any office can make: a day, a channel, how many contacts. */
export const counts = namedTable({
  name: 'counts',
  title: 'conteggi giornalieri',
  identity: 'complete',
  metrics: ['count'],
  vouches: () => 'rows',
  whole: true,
  columns: {
    day: { names: ['day', 'giorno', 'data', 'date'], required: true },
    channel: { names: ['channel', 'canale'], required: true },
    count: { names: ['count', 'conteggio', 'numero', 'contatti'], required: true },
  },
  distinctive: ['channel', 'canale'],
  open:
    ({ settings }) =>
    (row) => {
      const channel = knownChannel(settings, 'channel', row.channel ?? '');
      const day = civilDate('day', row.day ?? '');
      const count = wholeCount('count', row.count ?? '');
      return {
        table: 'contacts',
        scope: channel,
        channel,
        day,
        time: null,
        metric: 'count',
        platform: '',
        topic: '',
        count,
      };
    },
});
