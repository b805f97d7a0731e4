// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Day } from '../../sql/vocabulary.ts';
import { knownChannel, wholeCount } from '../cells.ts';
import { civilDate } from '../civil.ts';
import { BadFile, WHOLE_CHANNEL } from '../source.ts';
import { type NamedRow, namedTable } from '../table.ts';

/** The plain table any office can make: a day, a channel, how many contacts. */
export const counts = namedTable({
  name: 'counts',
  title: 'conteggi giornalieri',
  identity: 'complete',
  metrics: ['count'],
  vouches: () => 'rows',
  precedence: WHOLE_CHANNEL,
  columns: {
    day: { names: ['day', 'giorno', 'data', 'date'], required: true },
    channel: { names: ['channel', 'canale'], required: true },
    count: { names: ['count', 'conteggio', 'numero', 'contatti'], required: true },
    state: { names: ['state', 'stato'] },
  },
  distinctive: ['channel', 'canale'],
  open: ({ settings }) => {
    const places = new Map(settings.channels.map(({ code }, place) => [code, place]));
    /** Per day, the line of each channel, by its place. */
    const seen = new Map<string, Uint32Array>();
    const linesOf = (day: Day) => {
      const lines = new Uint32Array(places.size);
      seen.set(day, lines);
      return lines;
    };
    const twice: string[] = [];
    return {
      take: (row, line) => {
        if (saysNothing(row)) return [];
        const channel = knownChannel(settings, 'channel', row.channel ?? '');
        const day = civilDate('day', row.day ?? '');
        const count = wholeCount('count', row.count ?? '');
        const lines = seen.get(day) ?? linesOf(day);
        const place = places.get(channel) ?? 0;
        if (lines[place]) twice.push(`${day} ${channel} (righe ${lines[place]} e ${line})`);
        else lines[place] = line;
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
      // Which of the two is right only the office knows: nothing of such a file is taken in.
      end: () => refuseTwice(twice),
    };
  },
});

/** The words with which our own tables list the days that have no count. */
const WITHOUT_COUNT = ['mancante', 'chiuso'];

/** Such a day is as if it were not listed; without the word, an empty count is a mistake. */
function saysNothing({ count = '', state = '' }: NamedRow): boolean {
  return count.trim() === '' && WITHOUT_COUNT.includes(state.trim().toLowerCase());
}

const SHOWN = 10;

function refuseTwice(twice: readonly string[]): [] {
  if (twice.length === 0) return [];
  const more = twice.length > SHOWN ? ` e altri ${twice.length - SHOWN}` : '';
  throw new BadFile(
    `lo stesso giorno compare due volte per lo stesso canale: ${twice.slice(0, SHOWN).join(', ')}${more}. Togli le righe di troppo.`,
  );
}
