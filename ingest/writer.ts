// SPDX-License-Identifier: AGPL-3.0-or-later
// Streams blocks of facts into their tables: one insert a table for the whole file, written while it is read.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Database } from '../sql/client.ts';
import type { Table } from './fact-blocks.ts';

/** More than one block, so that the file is read on while the engine takes it. */
const MOST_WAITING = 4_194_304;

/** Writes the facts of one load. */
export class Writer {
  readonly #database: Database;
  readonly #open = new Map<Table, OpenInsert>();
  #isAbandoned = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Waits when the engine is slower than the file; rejects as soon as the engine does. */
  async write(table: Table, block: Uint8Array): Promise<void> {
    // Of several threads that read a file one may have found no fault yet.
    if (this.#isAbandoned) throw new Error('nothing more of this file is written');
    const { stream, done } = this.#open.get(table) ?? this.#begin(table);
    if (stream.destroyed) return done;
    if (!stream.write(block)) await whenDrained({ stream, done });
    if (stream.destroyed) await done;
  }

  /** Returns when the engine has everything. */
  async end(): Promise<void> {
    for (const { stream, done } of this.#open.values()) {
      if (!stream.destroyed) stream.end();
      await done;
    }
  }

  /** Breaks off; what was written belongs to a load that stays invisible. */
  abandon(): void {
    this.#isAbandoned = true;
    for (const { stream } of this.#open.values()) stream.destroy();
  }

  #begin(table: Table): OpenInsert {
    const stream = new PassThrough({ highWaterMark: MOST_WAITING });
    const done = this.#database.insertStream(table, stream);
    // The failure is met at the next write or at the end; here it only must not count as unhandled.
    done.catch(() => stream.destroy());
    const insert = { stream, done };
    this.#open.set(table, insert);
    return insert;
  }
}

interface OpenInsert {
  stream: PassThrough;
  done: Promise<void>;
}

/** Returns when the stream takes more, or never will; what was waited for in vain is waited for no longer. */
async function whenDrained({ stream, done }: OpenInsert): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal }), done]);
  } finally {
    waiting.abort();
  }
}
