// SPDX-License-Identifier: AGPL-3.0-or-later
import { knownChannel, wholeCount } from '../cells.ts';
import { civilDate } from '../civil.ts';
import type { TableSource } from '../source.ts';

/** The plain table any office can make: a day, a channel, how many contacts. */
export const counts: TableSource = {
  name: 'counts',
  title: 'conteggi giornalieri',
  identity: 'complete',
  vouches: () => 'rows',
  whole: true,
  records: 'rows',
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
      return { table: 'contacts', scope: channel, channel, day, time: null, platform: '', topic: '', count };
    },
};
