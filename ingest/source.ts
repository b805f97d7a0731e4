// SPDX-License-Identifier: AGPL-3.0-or-later
// The contract a source fulfils: it translates its vendor's words into our facts, and does nothing else.
import type { Settings } from '../sql/settings.ts';
import type { Action, Day, Device } from '../sql/vocabulary.ts';

/** A human's click on the town's website. */
export interface Click {
  table: 'clicks';
  scope: string;
  /** Seconds since 1970. */
  time: number;
  day: Day;
  action: Action;
  path: string;
  referrer: string;
  device: Device;
  visitor: bigint;
  key: bigint;
}

/** One or more contacts on a channel. A count of 0 says that the day was counted and nobody came. */
export interface Contact {
  table: 'contacts';
  scope: string;
  channel: string;
  day: Day;
  /** Civil time in Europe/Rome as `2020-03-10 09:41:00`, or null when only the day is known. */
  time: string | null;
  platform: string;
  topic: string;
  count: number;
}

/** A practice sent to the town hall. */
export interface Practice {
  table: 'practices';
  scope: string;
  day: Day;
  time: string | null;
  kind: string;
  topic: string;
  means: string;
  outcome: string;
  closedOn: Day | null;
  key: bigint;
}

export type Fact = Click | Contact | Practice;

/** A record that was understood and is no contact (a bot, an image): its class is counted, its day vouched for. */
export interface Skipped {
  table: null;
  class: string;
  day: Day;
}

export type Translation = Fact | Skipped;

/** What a source may use besides the record itself. */
export interface Context {
  settings: Settings;
  /** A hash under the key of the installation: the same text gives the same number here, and no other place can tell. */
  hash(text: string): bigint;
  /** A hash under the key of that day: the visitors of two days cannot be joined. */
  visitor(day: Day, address: string, agent: string): bigint;
}

interface Described {
  /** As people type it after `--source`. */
  name: string;
  /** As people read it, in Italian. */
  title: string;
  /** complete: replaces what was known of its scope and days; part: joins it by key. */
  identity: 'complete' | 'part';
  /**
   * The days that a file vouches for. `rows`: each scope only for days of its own rows; `listed`: every scope in the
   * file for every day in the file; `span`: every scope from the file's first day to its last. It may depend on the
   * columns that are there: a table of counts lists its days, a list of events leaves out those without any.
   */
  vouches: (columns: readonly string[]) => 'rows' | 'listed' | 'span';
  /** The channel that clicks and practices belong to. */
  channel?: string;
  /** Whether the counts are those of the whole channel, whatever other sources say. */
  whole?: boolean;
}

/** A source whose records are lines of text. */
export interface LineSource extends Described {
  records: 'lines';
  recognizes(lines: readonly string[]): boolean;
  /** One translator a file: it may remember what came before. It throws BadRow for a line it cannot read. */
  open(context: Context): (line: string) => Translation;
}

/** A source whose records are rows of a table with a header. */
export interface TableSource extends Described {
  records: 'rows';
  /** The names a column may have in files, lower case; the first is ours. */
  columns: Readonly<Record<string, { names: readonly string[]; required?: boolean }>>;
  /** Column names that tell a table of this source from the others', when the source is not named. */
  distinctive: readonly string[];
  /** The row comes with our column names; a column that the file does not have is absent. */
  open(context: Context): (row: Readonly<Record<string, string>>) => Translation;
}

export type Source = LineSource | TableSource;

/** A record that a person has to mend: it goes to quarantine with column, value and reason. */
export class BadRow extends Error {
  readonly column: string;
  readonly value: string;

  constructor(column: string, value: string, reason: string) {
    super(reason);
    this.column = column;
    this.value = value;
  }
}

/** A file of which nothing is taken in; the message says why and what to do. */
export class BadFile extends Error {}
