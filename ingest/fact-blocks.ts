// SPDX-License-Identifier: AGPL-3.0-or-later
// Facts as the engine takes them fastest: blocks of columns, one kind for each table.
import { BLOCK_ROWS, type Column, nativeBlock, SameText, TextColumn, uint32, uint64 } from '../sql/native.ts';
import type { Day } from '../sql/vocabulary.ts';
import type { Click, Contact, Fact, Practice } from './source.ts';

export type Table = Fact['table'];

/** What all facts of a load bear. */
export interface Stamp {
  load: string;
  /** The day on which the load was begun. */
  taken: Day;
}

type Give = (table: Table, block: Uint8Array<ArrayBuffer>) => Promise<void>;

/** Gathers the facts of one load as blocks for the engine, and hands on each that is full. */
export class FactBlocks {
  readonly #stamp: Stamp;
  readonly #give: Give;
  readonly #gathered = new Map<Table, Gathered>();

  constructor(stamp: Stamp, give: Give) {
    this.#stamp = stamp;
    this.#give = give;
  }

  /** Something to wait for only when a block was handed on. */
  add(facts: readonly Fact[]): Promise<unknown> | undefined {
    const given: Promise<void>[] = [];
    for (const fact of facts) {
      const gathered = this.#gathered.get(fact.table) ?? this.#begin(fact.table);
      gathered.add(fact);
      if (gathered.rows === BLOCK_ROWS) given.push(this.#give(fact.table, gathered.take()));
    }
    return given.length > 0 ? Promise.all(given) : undefined;
  }

  /** Hands on what is left. */
  async end(): Promise<void> {
    for (const [table, gathered] of this.#gathered)
      if (gathered.rows > 0) await this.#give(table, gathered.take());
  }

  #begin(table: Table): Gathered {
    const gathered = new Gathered(table, this.#stamp);
    this.#gathered.set(table, gathered);
    return gathered;
  }
}

/** The rows of one table that have not been handed on. */
class Gathered {
  rows = 0;
  readonly #stamp: Readonly<Record<keyof Stamp, Column>>;
  readonly #facts: Columns<Fact>;

  constructor(table: Table, { load, taken }: Stamp) {
    this.#stamp = { load: new SameText(load), taken: new SameText(taken) };
    this.#facts = COLUMNS[table]() as Columns<Fact>;
  }

  add(fact: Fact): void {
    this.#facts.set(this.rows, fact);
    this.rows += 1;
  }

  take(): Uint8Array<ArrayBuffer> {
    const block = nativeBlock({ ...this.#stamp, ...this.#facts.columns }, this.rows);
    this.rows = 0;
    return block;
  }
}

/** The columns of one kind of fact, named as in its table. */
interface Columns<Kind extends Fact> {
  columns: Readonly<Record<string, Column>>;
  /** Written out, column by column, because clicks and counts come by the million. */
  set(row: number, fact: Kind): void;
}

const text = () => new TextColumn();
const textOrNull = () => new TextColumn(true);

function clicks(): Columns<Click> {
  const columns = {
    scope: text(),
    time: uint32(),
    day: text(),
    action: text(),
    path: text(),
    referrer: text(),
    device: text(),
    visitor: uint64(),
    key: uint64(),
  };
  const set = (row: number, click: Click) => {
    columns.scope.set(row, click.scope);
    columns.time.values[row] = click.time;
    columns.day.set(row, click.day);
    columns.action.set(row, click.action);
    columns.path.set(row, click.path);
    columns.referrer.set(row, click.referrer);
    columns.device.set(row, click.device);
    columns.visitor.values[row] = click.visitor;
    columns.key.values[row] = click.key;
  };
  return { columns, set };
}

function contacts(): Columns<Contact> {
  const columns = {
    scope: text(),
    channel: text(),
    day: text(),
    days: uint32(),
    time: textOrNull(),
    metric: text(),
    platform: text(),
    topic: text(),
    count: uint32(),
    key: uint64(),
  };
  const set = (row: number, contact: Contact) => {
    columns.scope.set(row, contact.scope);
    columns.channel.set(row, contact.channel);
    columns.day.set(row, contact.day);
    columns.days.values[row] = contact.days ?? 1;
    columns.time.set(row, contact.time);
    columns.metric.set(row, contact.metric);
    columns.platform.set(row, contact.platform);
    columns.topic.set(row, contact.topic);
    columns.count.values[row] = contact.count;
    columns.key.values[row] = contact.key ?? 0n;
  };
  return { columns, set };
}

function practices(): Columns<Practice> {
  const columns = {
    scope: text(),
    day: text(),
    time: textOrNull(),
    kind: text(),
    topic: text(),
    means: text(),
    outcome: text(),
    closed_on: textOrNull(),
    key: uint64(),
  };
  const set = (row: number, practice: Practice) => {
    columns.scope.set(row, practice.scope);
    columns.day.set(row, practice.day);
    columns.time.set(row, practice.time);
    columns.kind.set(row, practice.kind);
    columns.topic.set(row, practice.topic);
    columns.means.set(row, practice.means);
    columns.outcome.set(row, practice.outcome);
    columns.closed_on.set(row, practice.closedOn);
    columns.key.values[row] = practice.key;
  };
  return { columns, set };
}

const COLUMNS = { clicks, contacts, practices };
