// SPDX-License-Identifier: AGPL-3.0-or-later
// Facts as the engine takes them fastest: lines of tab-separated text, one kind for each table.
import { type Field, tsvLine, tsvText } from '../sql/tsv.ts';
import type { Click, Contact, Fact, Practice } from './source.ts';

export type Table = Fact['table'];
type Columns = readonly [string, ...string[]];

export const COLUMNS: Readonly<Record<Table, Columns>> = {
  clicks: ['load', 'scope', 'time', 'day', 'action', 'path', 'referrer', 'device', 'visitor', 'key'],
  contacts: [
    'load',
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
  practices: ['load', 'scope', 'day', 'time', 'kind', 'topic', 'means', 'outcome', 'closed_on', 'key'],
};

/** How many bytes of lines are handed on at once, or a few more. */
export const PIECE = 262_144;
/** UTF-8 takes at most so many bytes for a unit of a string. */
const MOST_BYTES = 3;

/** Gathers the facts of one load as lines for the engine, and hands them on by the piece. */
export class FactLines {
  readonly #load: string;
  readonly #give: (table: Table, piece: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly #gathered = new Map<Table, Gathered>();

  constructor(load: string, give: (table: Table, piece: Uint8Array<ArrayBuffer>) => Promise<void>) {
    this.#load = load;
    this.#give = give;
  }

  async add(facts: readonly Fact[]): Promise<void> {
    for (const fact of facts) {
      const line = lineOf(this.#load, fact);
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

/** Written out, field by field in the order of COLUMNS, because clicks come by the million. */
function lineOf(load: string, fact: Fact): string {
  if (fact.table === 'clicks') return clickLine(load, fact);
  return tsvLine(fact.table === 'contacts' ? contactFields(load, fact) : practiceFields(load, fact));
}

function clickLine(load: string, c: Click): string {
  const what = `${load}\t${tsvText(c.scope)}\t${c.time}\t${c.day}\t${c.action}\t${tsvText(c.path)}`;
  return `${what}\t${tsvText(c.referrer)}\t${c.device}\t${c.visitor}\t${c.key}\n`;
}

function contactFields(load: string, c: Contact): Field[] {
  return [
    load,
    c.scope,
    c.channel,
    c.day,
    c.days ?? 1,
    c.time,
    c.metric,
    c.platform,
    c.topic,
    c.count,
    c.key ?? 0,
  ];
}

function practiceFields(load: string, p: Practice): Field[] {
  return [load, p.scope, p.day, p.time, p.kind, p.topic, p.means, p.outcome, p.closedOn, p.key];
}
