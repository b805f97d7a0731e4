// SPDX-License-Identifier: AGPL-3.0-or-later
// Translates the rows of a table as a mapping says.

import { channelCode } from '../sql/channels.ts';
import type { Day } from '../sql/vocabulary.ts';
import { isBlank, isNoValue, italianCount, knownChannel, label } from './cells.ts';
import { areMonths, type CivilTime, daysInMonth, MONTHS_REFUSED } from './civil.ts';
import { Counters } from './mapping-counters.ts';
import { type DateReader, dateReader } from './mapping-dates.ts';
import { columnsOf, isHeader, LINES_ABOVE, type Mapping } from './mapping-file.ts';
import { shown, shownList } from './mask.ts';
import {
  BadFile,
  BadRow,
  type Contact,
  type Context,
  type Translation,
  type Translator,
  type Vouch,
} from './source.ts';
import { columnName } from './table.ts';

const SHOWN = 10;
const LEFT_OUT = 'righe escluse dalla mappatura';

type Word = NonNullable<Mapping['channel']>;
type Count = NonNullable<Mapping['counts']>[number];

/** The translator of one file. @throws BadFile when the mapping names a channel that the town does not have. */
export function mappedRows(mapping: Mapping, context: Context): Translator<readonly string[]> {
  return new MappedRows(mapping, context);
}

class MappedRows implements Translator<readonly string[]> {
  readonly #mapping: Mapping;
  readonly #context: Context;
  readonly #dates: DateReader;
  readonly #counters: Counters | undefined;
  readonly #seen = new Map<string, number>();
  readonly #twice: string[] = [];
  readonly #days = new Set<Day>();
  #above: (readonly string[])[] = [];
  #places: Map<string, number> | undefined;
  #width = 0;

  constructor(mapping: Mapping, context: Context) {
    this.#mapping = mapping;
    this.#context = context;
    this.#dates = dateReader(mapping.day.format);
    this.#counters = mapping.cumulative ? new Counters(mapping) : undefined;
    for (const { channel = mapping.channel } of mapping.counts ?? [{}]) this.#checkChannel(channel);
  }

  take(row: readonly string[], line: number): readonly Translation[] | undefined {
    if (isBlank(row)) return undefined;
    if (!this.#places) return this.#findHeader(row);
    const cell = this.#reader(this.#places, row);
    const time = this.#dates.read(...this.#dayCells(cell));
    if (this.#isLeftOut(cell)) return [{ table: null, class: LEFT_OUT, day: time.day }];
    this.#days.add(time.day);
    const contacts = this.#mapping.counts
      ? this.#mapping.counts
          .map((count) => this.#counted(count, time, cell))
          .filter((found) => found !== undefined)
      : [this.#contact({}, time, cell, 1)];
    return this.#counters ? this.#counters.keep(contacts) : this.#refuseTwice(contacts, cell, line);
  }

  end(): readonly Translation[] {
    if (!this.#places) throw this.#noHeader();
    if (this.#twice.length > 0) throw new BadFile(this.#twiceText());
    if (this.#mapping.counts && !this.#counters && this.#dates.unit !== 'month' && areMonths([...this.#days]))
      throw new BadFile(MONTHS_REFUSED);
    return this.#counters?.differences() ?? [];
  }

  vouches(): Vouch {
    return this.#mapping.vouches ?? (this.#mapping.counts ? 'rows' : 'span');
  }

  #findHeader(row: readonly string[]): undefined {
    this.#above.push(row);
    if (isHeader(this.#mapping, row)) {
      this.#places = new Map(row.map((name, at): [string, number] => [columnName(name), at]).reverse());
      this.#width = row.length;
    } else if (this.#above.length >= LINES_ABOVE) throw this.#noHeader();
  }

  #noHeader(): BadFile {
    const found = this.#above.map((row) => row.map(columnName));
    const most = found.toSorted((a, b) => this.#missing(a).length - this.#missing(b).length)[0] ?? [];
    return new BadFile(
      `mancano le colonne della mappatura: ${this.#missing(most).join(', ')}. Le colonne del file sono: ${shownList(most)}`,
    );
  }

  #missing(names: readonly string[]): string[] {
    return columnsOf(this.#mapping).filter((column) => !names.includes(columnName(column)));
  }

  #reader(places: Map<string, number>, row: readonly string[]): (column: string) => string {
    if (row.length !== this.#width)
      throw new BadRow('', '', `la riga ha ${row.length} colonne, l'intestazione ne ha ${this.#width}`);
    return (column) => (row[places.get(columnName(column)) ?? -1] ?? '').trim();
  }

  #dayCells(cell: (column: string) => string): [string, string] {
    const columns = [this.#mapping.day.column].flat();
    return [columns.join(' '), columns.map(cell).join(' ')];
  }

  #isLeftOut(cell: (column: string) => string): boolean {
    const holds = ([column, values]: [string, string[]]) =>
      values.some((value) => value.trim().toLowerCase() === cell(column).toLowerCase());
    const { only = {}, except = {} } = this.#mapping;
    return !Object.entries(only).every(holds) || Object.entries(except).some(holds);
  }

  /** An empty cell is a day without data, never a zero. */
  #counted(count: Count, time: CivilTime, cell: (column: string) => string): Contact | undefined {
    const text = cell(count.column);
    return isNoValue(text) ? undefined : this.#contact(count, time, cell, italianCount(count.column, text));
  }

  #contact(
    own: {
      channel?: Word | undefined;
      platform?: Word | undefined;
      topic?: Word | undefined;
      metric?: string | undefined;
    },
    time: CivilTime,
    cell: (column: string) => string,
    count: number,
  ): Contact {
    const { channel, platform, topic, metric, scope } = this.#mapping;
    return {
      table: 'contacts',
      scope: label(said(scope ?? fixed(own.platform ?? platform), cell)),
      channel: this.#channel(own.channel ?? channel, cell),
      ...time,
      metric: own.metric ?? metric,
      platform: label(said(own.platform ?? platform, cell)),
      topic: label(said(own.topic ?? topic, cell)),
      count,
      ...(this.#dates.unit === 'month' && { days: daysOf(time.day) }),
    };
  }

  #channel(word: Word | undefined, cell: (column: string) => string): string {
    const column = typeof word === 'object' ? word.column : 'channel';
    return knownChannel(this.#context.settings, column, said(word, cell));
  }

  #checkChannel(word: Word | undefined): void {
    const fixed = typeof word === 'object' ? Object.values(word.words ?? {}) : [word ?? ''];
    const unknown = fixed.find((name) => !channelCode(this.#context.settings, name));
    if (unknown === undefined) return;
    const codes = this.#context.settings.channels.map(({ code }) => code).join(', ');
    throw new BadFile(
      `channel: "${unknown}" non è un canale del Comune; nella mappatura si scrive uno di: ${codes}`,
    );
  }

  /** Counts of one day and one place stand once in a table; a list of events needs a key to find repeated rows. */
  #refuseTwice(
    contacts: readonly Contact[],
    cell: (column: string) => string,
    line: number,
  ): readonly Contact[] {
    const { key, counts } = this.#mapping;
    const own = key && JSON.stringify([key].flat().map(cell));
    if (own !== undefined && this.#seen.has(own))
      throw new BadRow(
        [key].flat().join(' '),
        [key]
          .flat()
          .map((column) => cell(column ?? ''))
          .join(' '),
        `riga già presente in questo file, alla riga ${this.#seen.get(own)}`,
      );
    if (own !== undefined) this.#seen.set(own, line);
    if (own === undefined && counts) for (const contact of contacts) this.#note(contact, line);
    return contacts;
  }

  #note({ day, time, channel, platform, topic, scope, metric }: Contact, line: number): void {
    const place = [time ?? day, channel, platform, topic, scope, metric].join(' ');
    const first = this.#seen.get(place);
    if (first === undefined) this.#seen.set(place, line);
    else {
      const said = [time ?? day, channel, shown(platform), shown(topic)].filter((part) => part !== '');
      this.#twice.push(`${said.join(' ')} (righe ${first} e ${line})`);
    }
  }

  #twiceText(): string {
    const more = this.#twice.length > SHOWN ? ` e altri ${this.#twice.length - SHOWN}` : '';
    return (
      `più righe per lo stesso giorno e canale: ${this.#twice.slice(0, SHOWN).join(', ')}${more}. ` +
      'Togli quelle di troppo; se vanno sommate, scrivi in "key" le colonne che distinguono una riga dall\'altra.'
    );
  }
}

function daysOf(firstOfMonth: Day): number {
  return daysInMonth(Number(firstOfMonth.slice(0, 4)), Number(firstOfMonth.slice(5, 7)));
}

/** A platform that the mapping itself names is counted for itself: a day on which its number is missing has a gap. */
function fixed(platform: Word | undefined): string | undefined {
  return typeof platform === 'string' ? platform : undefined;
}

/** What a row says for a word of the mapping. */
function said(word: Word | undefined, cell: (column: string) => string): string {
  if (typeof word !== 'object') return word ?? '';
  const text = cell(word.column);
  const ours = Object.entries(word.words ?? {}).find(
    ([theirs]) => theirs.trim().toLowerCase() === text.toLowerCase(),
  );
  return ours?.[1] ?? text;
}
