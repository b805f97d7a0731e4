// SPDX-License-Identifier: AGPL-3.0-or-later
// Streams facts into their tables: one insert a table for the whole file, written while it is read.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Database } from '../sql/client.ts';
import { type Field, tsvLine } from '../sql/tsv.ts';
import type { Click, Contact, Fact, Practice } from './source.ts';

type Table = Fact['table'];
type Columns = readonly [string, ...string[]];

const COLUMNS: Readonly<Record<Table, Columns>> = {
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

const PIECE = 262_144;

/** Writes the facts of one load. */
export class Writer {
  readonly #database: Database;
  readonly #load: string;
  readonly #open = new Map<Table, OpenInsert>();

  constructor(database: Database, load: string) {
    this.#database = database;
    this.#load = load;
  }

  /** Waits when the engine is slower than the file; rejects as soon as the engine does. */
  async write(facts: readonly Fact[]): Promise<void> {
    for (const fact of facts) {
      const insert = this.#open.get(fact.table) ?? this.#begin(fact.table);
      insert.text += tsvLine(fieldsOf(this.#load, fact));
      if (insert.text.length > PIECE) await flush(insert);
    }
  }

  /** Returns when the engine has everything. */
  async end(): Promise<void> {
    for (const insert of this.#open.values()) {
      await flush(insert);
      insert.stream.end();
      await insert.done;
    }
  }

  /** Breaks off; what was written belongs to a load that stays invisible. */
  abandon(): void {
    for (const { stream } of this.#open.values()) stream.destroy();
  }

  #begin(table: Table): OpenInsert {
    const stream = new PassThrough({ highWaterMark: 4 * PIECE });
    const done = this.#database.insertStream(table, COLUMNS[table], stream);
    // The failure is met at the next write or at the end; here it only must not count as unhandled.
    done.catch(() => stream.destroy());
    const insert = { stream, done, text: '' };
    this.#open.set(table, insert);
    return insert;
  }
}

interface OpenInsert {
  stream: PassThrough;
  done: Promise<void>;
  text: string;
}

async function flush(insert: OpenInsert): Promise<void> {
  const { text, stream, done } = insert;
  insert.text = '';
  if (stream.destroyed) return done;
  if (text !== '' && !stream.write(text))
    await Promise.race([once(stream, 'drain'), once(stream, 'close'), done]);
  if (stream.destroyed) await done;
}

function fieldsOf(load: string, fact: Fact): Field[] {
  if (fact.table === 'clicks') return clickFields(load, fact);
  return fact.table === 'contacts' ? contactFields(load, fact) : practiceFields(load, fact);
}

function clickFields(load: string, c: Click): Field[] {
  return [load, c.scope, c.time, c.day, c.action, c.path, c.referrer, c.device, c.visitor, c.key];
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
