// SPDX-License-Identifier: AGPL-3.0-or-later
// Whether the numbers of an office's table can be right: its totals, its days.
import type { Day } from '../../sql/vocabulary.ts';
import { areMonths, MONTHS_REFUSED } from '../civil.ts';
import { BadFile, BadRow, type Contact } from '../source.ts';
import { countsOf, type Header } from './office-table-header.ts';

const SHOWN = 10;

/** Compares the totals that an office wrote with the sums of the rows above them. */
export class Totals {
  #sinceTotal: number[] = [];
  #sinceHeading: number[] = [];
  #doubtful = false;

  begin(): void {
    this.#sinceTotal = [];
    this.#sinceHeading = [];
    this.#doubtful = false;
  }

  /** A row was rejected: from here on nobody can say what the sum should be. */
  doubt(): void {
    this.#doubtful = true;
  }

  add(header: Header, row: readonly string[]): void {
    for (const [at, count] of countsOf(header, row)) {
      this.#sinceTotal[at] = (this.#sinceTotal[at] ?? 0) + count;
      this.#sinceHeading[at] = (this.#sinceHeading[at] ?? 0) + count;
    }
  }

  /** @throws BadRow when a total is the sum neither of its part nor of the whole table. */
  check(header: Header, row: readonly string[]): void {
    const part = this.#sinceTotal;
    this.#sinceTotal = [];
    if (this.#doubtful) return;
    for (const [at, total] of countsOf(header, row)) {
      const sum = part[at] ?? 0;
      if (total === sum || total === this.#sinceHeading[at]) continue;
      const reason = `il totale scritto è ${total}, la somma delle righe sopra è ${sum}`;
      throw new BadRow(header[at]?.heading ?? '', row[at] ?? '', reason);
    }
  }
}

/** The days that were counted, to find those that stand there twice and those that are months in disguise. */
export class CountedDays {
  readonly #lines = new Map<string, number>();
  readonly #twice: string[] = [];
  readonly #days = new Set<Day>();

  add({ channel, day, days }: Contact, line: number): void {
    const name = `${days ? day.slice(0, 7) : day} ${channel}`;
    const first = this.#lines.get(name);
    if (first !== undefined) this.#twice.push(`${name} (righe ${first} e ${line})`);
    else this.#lines.set(name, line);
    if (!days) this.#days.add(day);
  }

  /** @throws BadFile when what was counted cannot be right: which of two numbers is, only the office knows. */
  check(): void {
    const more = this.#twice.length > SHOWN ? ` e altri ${this.#twice.length - SHOWN}` : '';
    if (this.#twice.length > 0)
      throw new BadFile(
        `lo stesso giorno compare due volte per lo stesso canale: ${this.#twice.slice(0, SHOWN).join(', ')}${more}. Togli le righe di troppo.`,
      );
    if (areMonths([...this.#days])) throw new BadFile(MONTHS_REFUSED);
  }
}
