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
  /** What was counted: conversations, messages, comments … The settings say which of them are contacts. */
  metric: string;
  platform: string;
  topic: string;
  count: number;
  /** How many days the count covers, from `day` on, when it is not a day's: a month's total. */
  days?: number;
  /** Keyed hash: of the rows with one key, in one file or in several, only one counts. Without it each counts. */
  key?: bigint;
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
  /** What stands first in dates such as 03/04/2020, where the person has said it. */
  dateOrder?: 'day' | 'month';
  /** A hash under the key of the installation: the same text gives the same number here, and no other place can tell. */
  hash(text: string): bigint;
  /** A hash under the key of that day: the visitors of two days cannot be joined. */
  visitor(day: Day, address: string, agent: string): bigint;
}

/**
 * The days that a file vouches for. `rows`: each scope for the days of its own rows; `listed`: every scope in the file
 * for every day in the file; `span`: every scope from the file's first day to its last.
 */
export type Vouch = 'rows' | 'listed' | 'span';

/** Translates the records of one file, in order; it may remember what came before. */
export interface Translator<Record> {
  /** What a record says, nothing for a title or a blank line. @throws BadRow for one that a person has to mend. */
  take(record: Record, line: number): Translation | readonly Translation[] | undefined;
  /** What is known only at the end of the file. @throws BadFile when the file as a whole cannot be right. */
  end?(): readonly Translation[];
  /** Asked when all records have been taken. */
  vouches(): Vouch;
}

/** Translates lines; where they come by the million, without cutting each out of the text that was read. */
export interface LineTranslator extends Translator<string> {
  /** Says what `take` says of `text.slice(from, to)`. */
  takeWithin?(text: string, from: number, to: number, line: number): ReturnType<Translator<string>['take']>;
}

/** The beginning of a file, as lines and as rows of a table. */
export interface Start {
  lines: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The precedence of a count of the whole channel. */
export const WHOLE_CHANNEL = 255;

interface Described {
  /** As people type it after `--source`. */
  name: string;
  /** As people read it, in Italian. */
  title: string;
  /** complete: replaces what was known of its scope and days; part: joins it by key. */
  identity: 'complete' | 'part';
  /** The channel that clicks and practices belong to. */
  channel?: string;
  /**
   * Which of two counters of the same contacts counts on a day that both know: the higher one. 0, the default, is added
   * to the others; WHOLE_CHANNEL is a count of the whole channel, whatever its other sources say.
   */
  precedence?: number;
  /** What it counts, each under its own name: conversations, messages, clicks. */
  metrics: readonly string[];
  /** Which of them are contacts, unless the settings say otherwise; default: all. */
  counted?: readonly string[];
  /** How its files are written, where their bytes do not say. */
  reading?: { delimiter?: string; encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' };
  /** What else decides what it makes of a file, to be stored with the load: its mapping. */
  options?: object;
  /** The files of this source are named after people: their names are not kept. */
  namesPeople?: true;
  /** How many marks of its own a source finds in the beginning of a file; 0: not one of its files. */
  recognizes(start: Start): number;
  /** What else was found out about the file from its beginning, to be told to the person. */
  notice?(start: Start): string;
}

/** A source whose records are lines of text. */
export interface LineSource extends Described {
  records: 'lines';
  /** `start` is the beginning of the file, where a format is to be told from another. */
  open(context: Context, start?: Start): LineTranslator;
  /** For files whose lines can be read in parts beside one another: tells between which two one part may end. */
  mayCut?(start: Start): ((previous: string, next: string) => boolean) | undefined;
}

/** A source whose records are rows of a table: of delimited text or of a spreadsheet. Blank rows are left out. */
export interface RowSource extends Described {
  records: 'rows';
  open(context: Context): Translator<readonly string[]>;
}

/** A value found in a JSON file, and the keys that lead to it: `['chats', 'list', 3, 'messages', 7]`. */
export interface Found {
  path: readonly (string | number)[];
  value: unknown;
}

/** A source whose records are values in a JSON file of any size. */
export interface JsonSource extends Described {
  records: 'json';
  /** Where they stand; `*` is any key: `$.chats.list.*.messages.*`. Values elsewhere are not kept. */
  paths: readonly string[];
  open(context: Context): Translator<Found>;
}

export type Source = LineSource | RowSource | JsonSource;

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
