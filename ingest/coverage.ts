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

/** The months of days, as 202003, each once. */
export function monthsOf(days: readonly { day: Day }[]): number[] {
  return [...new Set(days.map(({ day }) => Number(day.slice(0, 7).replace('-', ''))))];
}

interface Scope extends Omit<CoveredDay, 'day'> {
  /** In the order in which they came; a day can stand there again. */
  known: Day[];
}

/** Repetitions are thrown out of a list that has grown to this, far more than there are days. */
const MOST_KNOWN = 100_000;

/** The days and scopes found; it can be sent from one thread to another. */
export interface CoveredSoFar {
  days: Set<Day>;
  /** By their names; those of one name differ in channel, metric or days. */
  scopes: Map<string, Scope[]>;
}

/** Collects the days of one file while it is read. */
export class Coverage {
  readonly found: CoveredSoFar;
  readonly #source: Source;
  #last: Translation | undefined;

  constructor(source: Source, found: CoveredSoFar = { days: new Set(), scopes: new Map() }) {
    this.#source = source;
    this.found = found;
    // A file without a single contact still says that there were none.
    const [metric = ''] = source.metrics;
    if (source.channel) this.#scopeOf('', source.channel, metric, 1);
  }

  add(translation: Translation): void {
    // Most lines of a log say the day and scope of the one before.
    if (isSame(translation, this.#last)) return;
    if (translation.day !== this.#last?.day) this.found.days.add(translation.day);
    this.#last = translation;
    if (translation.table === null) return;
    const { scope, day } = translation;
    const isContact = translation.table === 'contacts';
    const channel = isContact ? translation.channel : (this.#source.channel ?? '');
    const metric = isContact ? translation.metric : (this.#source.metrics[0] ?? '');
    const days = isContact ? (translation.days ?? 1) : 1;
    addDay(this.#scopeOf(scope, channel, metric, days), day);
  }

  /** Adds what another part of the file vouches for. */
  join({ days, scopes }: CoveredSoFar): void {
    for (const day of days) this.found.days.add(day);
    for (const { scope, channel, metric, days: length, known } of [...scopes.values()].flat()) {
      const own = this.#scopeOf(scope, channel, metric, length);
      for (const day of known) addDay(own, day);
    }
  }

  /** The first and last day of the file, or null when it has none. */
  span(): { first: Day; last: Day } | null {
    let [first] = this.found.days;
    let last = first;
    for (const day of this.found.days) {
      if (first === undefined || day < first) first = day;
      if (last === undefined || day > last) last = day;
    }
    return first === undefined || last === undefined ? null : { first, last };
  }

  /** The days of each scope, as the source vouches for them. */
  *days(vouched: Vouch): Generator<CoveredDay> {
    const common = vouched === 'span' ? [...this.#everyDay()] : this.found.days;
    for (const { known, ...scope } of [...this.found.scopes.values()].flat()) {
      const own = vouched === 'rows' || scope.days > 1;
      for (const day of own ? new Set(known) : common) yield { ...scope, day };
    }
  }

  #scopeOf(scope: string, channel: string, metric: string, days: number): Scope {
    const named = this.found.scopes.get(scope) ?? [];
    for (const each of named)
      if (each.channel === channel && each.metric === metric && each.days === days) return each;
    const found: Scope = { scope, channel, metric, days, known: [] };
    this.found.scopes.set(scope, [...named, found]);
    return found;
  }

  *#everyDay(): Generator<Day> {
    const span = this.span();
    if (!span) return;
    const last = dayNumber(span.last) ?? 0;
    for (let day = dayNumber(span.first) ?? 0; day <= last; day += 1) yield dayText(day);
  }
}

function addDay(scope: Scope, day: Day): void {
  const { known } = scope;
  if (known[known.length - 1] === day) return;
  known.push(day);
  if (known.length > MOST_KNOWN) scope.known = [...new Set(known)];
}

/** Whether a click or what is none adds nothing to what the one before it has said. */
function isSame(one: Translation, last: Translation | undefined): boolean {
  if (last === undefined || one.day !== last.day) return false;
  if (one.table === null) return true;
  return one.table === 'clicks' && last.table === 'clicks' && one.scope === last.scope;
}
