// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Day } from '../../sql/vocabulary.ts';
import { knownChannel, wholeCount } from '../cells.ts';
import { civilDate } from '../civil.ts';
import { BadFile, WHOLE_CHANNEL } from '../source.ts';
import { namedTable } from '../table.ts';

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
    const codes = settings.channels.map(({ code }) => code);
    const named = new Map<string, Channel>();
    const channelOf = (text: string): Channel => {
      const code = knownChannel(settings, 'channel', text);
      const channel = { code, place: codes.indexOf(code) };
      named.set(text, channel);
      return channel;
    };
    const seen = new Map<Day, Uint32Array>();
    const listedOn = (text: string): Listed => {
      const day = civilDate('day', text);
      const lines = seen.get(day) ?? new Uint32Array(codes.length);
      seen.set(day, lines);
      return { text, day, lines };
    };
    let listed: Listed = { text: '', day: '', lines: new Uint32Array() };
    const twice: string[] = [];
    return {
      take: (row, line) => {
        const { day: text = '', channel: name = '', count: number = '', state = '' } = row;
        if (number.trim() === '' && saysNothing(state)) return [];
        const { code: channel, place } = named.get(name) ?? channelOf(name);
        // Most tables go on with the day of the row before.
        if (text !== listed.text || text === '') listed = listedOn(text);
        const { day, lines } = listed;
        const count = wholeCount('count', number);
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

interface Channel {
  code: string;
  /** Its place among the channels of the settings. */
  place: number;
}

/** What a table has said of a day. */
interface Listed {
  /** The day as it was written. */
  text: string;
  day: Day;
  /** The line of each channel, by its place; 0 where it has none. */
  lines: Uint32Array;
}

/** The words with which our own tables list the days that have no count. */
const WITHOUT_COUNT = ['mancante', 'chiuso'];

/** Such a day is as if it were not listed; without the word, an empty count is a mistake. */
function saysNothing(state: string): boolean {
  return WITHOUT_COUNT.includes(state.trim().toLowerCase());
}

const SHOWN = 10;

function refuseTwice(twice: readonly string[]): [] {
  if (twice.length === 0) return [];
  const more = twice.length > SHOWN ? ` e altri ${twice.length - SHOWN}` : '';
  throw new BadFile(
    `lo stesso giorno compare due volte per lo stesso canale: ${twice.slice(0, SHOWN).join(', ')}${more}. Togli le righe di troppo.`,
  );
}
