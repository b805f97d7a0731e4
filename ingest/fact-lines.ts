// SPDX-License-Identifier: AGPL-3.0-or-later
// Facts as the engine takes them fastest: lines of tab-separated text, one kind for each table.
import { tsvText, UNKNOWN } from '../sql/tsv.ts';
import type { Click, Contact, Fact, Practice } from './source.ts';

export type Table = Fact['table'];
type Columns = readonly [string, ...string[]];

export const COLUMNS: Readonly<Record<Table, Columns>> = {
  clicks: ['load', 'taken', 'scope', 'time', 'day', 'action', 'path', 'referrer', 'device', 'visitor', 'key'],
  contacts: [
    'load',
    'taken',
    'scope',
    'channel',
    'day',
    'days',
    'time',
    'metric',
    'platform',
    'topic',
    'count',
    'key',
  ],
  practices: [
    'load',
    'taken',
    'scope',
    'day',
    'time',
    'kind',
    'topic',
    'means',
    'outcome',
    'closed_on',
    'key',
  ],
};

/** How many bytes of lines are handed on at once, or a few more. */
export const PIECE = 262_144;
/** UTF-8 takes at most so many bytes for a unit of a string. */
const MOST_BYTES = 3;

/** Gathers the facts of one load as lines for the engine, and hands them on by the piece. */
export class FactLines {
  readonly #front: string;
  readonly #give: (table: Table, piece: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly #gathered = new Map<Table, Gathered>();

  /** `front` begins each line: the load and the day on which it was begun, set apart by a tab. */
  constructor(front: string, give: (table: Table, piece: Uint8Array<ArrayBuffer>) => Promise<void>) {
    this.#front = front;
    this.#give = give;
  }

  async add(facts: readonly Fact[]): Promise<void> {
    for (const fact of facts) {
      const line = lineOf(this.#front, fact);
      const room = line.length * MOST_BYTES;
      let gathered = this.#gathered.get(fact.table);
      if (!gathered || gathered.length + room > gathered.bytes.length) {
        if (gathered) await this.#give(fact.table, gathered.bytes.subarray(0, gathered.length));
        gathered = { bytes: Buffer.allocUnsafeSlow(Math.max(PIECE, room)), length: 0 };
        this.#gathered.set(fact.table, gathered);
      }
      gathered.length += gathered.bytes.write(line, gathered.length);
    }
  }

  /** Hands on what is left. */
  async end(): Promise<void> {
    for (const [table, { bytes, length }] of this.#gathered)
      await this.#give(table, bytes.subarray(0, length));
    this.#gathered.clear();
  }
}

interface Gathered {
  bytes: Buffer<ArrayBuffer>;
  length: number;
}

/** Written out, field by field in the order of COLUMNS, because clicks and counts come by the million. */
function lineOf(front: string, fact: Fact): string {
  if (fact.table === 'clicks') return clickLine(front, fact);
  return fact.table === 'contacts' ? contactLine(front, fact) : practiceLine(front, fact);
}

function clickLine(front: string, c: Click): string {
  const what = `${front}\t${tsvText(c.scope)}\t${c.time}\t${c.day}\t${c.action}\t${tsvText(c.path)}`;
  return `${what}\t${tsvText(c.referrer)}\t${c.device}\t${c.visitor}\t${c.key}\n`;
}

function contactLine(front: string, c: Contact): string {
  const when = `${front}\t${tsvText(c.scope)}\t${tsvText(c.channel)}\t${c.day}\t${c.days ?? 1}\t${c.time ?? UNKNOWN}`;
  const what = `${tsvText(c.metric)}\t${tsvText(c.platform)}\t${tsvText(c.topic)}`;
  return `${when}\t${what}\t${c.count}\t${c.key ?? 0}\n`;
}

function practiceLine(front: string, p: Practice): string {
  const when = `${front}\t${tsvText(p.scope)}\t${p.day}\t${p.time ?? UNKNOWN}`;
  const what = `${tsvText(p.kind)}\t${tsvText(p.topic)}\t${tsvText(p.means)}\t${tsvText(p.outcome)}`;
  return `${when}\t${what}\t${p.closedOn ?? UNKNOWN}\t${p.key}\n`;
}
