// SPDX-License-Identifier: AGPL-3.0-or-later
// Which days a file vouches for: on them a channel without rows had no contacts, rather than no data.
import { type Day, dayNumber, dayText } from '../sql/vocabulary.ts';
import type { Source, Translation, Vouch } from './source.ts';

/** A day of one scope, channel and metric that a load vouches for. */
export interface CoveredDay {
  scope: string;
  channel: string;
  metric: string;
  day: Day;
  /** 1, or the days of a month of which only the total is known. */
  days: number;
}

/** Collects the days of one file while it is read. */
export class Coverage {
  readonly #source: Source;
  readonly #days = new Set<Day>();
  readonly #scopes = new Map<string, Omit<CoveredDay, 'day'> & { known: Set<Day> }>();

  constructor(source: Source) {
    this.#source = source;
    // A file without a single contact still says that there were none.
    const [metric = ''] = source.metrics;
    if (source.channel) this.#scopeOf('', source.channel, metric, 1);
  }

  add(translation: Translation): void {
    this.#days.add(translation.day);
    if (translation.table === null) return;
    const { scope, day } = translation;
    const isContact = translation.table === 'contacts';
    const channel = isContact ? translation.channel : (this.#source.channel ?? '');
    const metric = isContact ? translation.metric : (this.#source.metrics[0] ?? '');
    const days = isContact ? (translation.days ?? 1) : 1;
    this.#scopeOf(scope, channel, metric, days).known.add(day);
  }

  /** The first and last day of the file, or null when it has none. */
  span(): { first: Day; last: Day } | null {
    let [first] = this.#days;
    let last = first;
    for (const day of this.#days) {
      if (first === undefined || day < first) first = day;
      if (last === undefined || day > last) last = day;
    }
    return first === undefined || last === undefined ? null : { first, last };
  }

  /** The days of each scope, as the source vouches for them. */
  *days(vouched: Vouch): Generator<CoveredDay> {
    const common = vouched === 'span' ? [...this.#everyDay()] : this.#days;
    for (const { known, ...scope } of this.#scopes.values()) {
      for (const day of vouched === 'rows' || scope.days > 1 ? known : common) yield { ...scope, day };
    }
  }

  #scopeOf(scope: string, channel: string, metric: string, days: number) {
    const name = `${scope}\n${channel}\n${metric}\n${days}`;
    const known = this.#scopes.get(name) ?? { scope, channel, metric, days, known: new Set<Day>() };
    this.#scopes.set(name, known);
    return known;
  }

  *#everyDay(): Generator<Day> {
    const span = this.span();
    if (!span) return;
    const last = dayNumber(span.last) ?? 0;
    for (let day = dayNumber(span.first) ?? 0; day <= last; day += 1) yield dayText(day);
  }
}
