// SPDX-License-Identifier: AGPL-3.0-or-later
// Readings of counters that only go up (followers, log-ins) as what came in each day.

import { dayNumber, dayText } from '../sql/vocabulary.ts';
import { shown } from './mask.ts';
import { BadFile, type Contact, type Translation } from './source.ts';

const MOST_READINGS = 1_000_000;
const SHOWN = 10;

/** Why a reading says nothing of its day; the day stays without data, it is not a zero. */
const FIRST = 'prime letture di un contatore: manca quella del giorno prima';
const GAP = 'letture dopo giorni mancanti: la differenza non è di un giorno solo';
const DROP = 'letture attorno a un calo: il contatore è ripartito o è stato corretto';
const STALE = 'letture uguali a quelle del giorno prima: il contatore non era aggiornato';
const AGAIN = 'letture ripetute';

/** Collects the readings of a file, in whatever order they come, and tells the days apart at its end. */
export class Counters {
  readonly #read: 'evening' | 'morning';
  readonly #staleIsMissing: boolean;
  #stale: ReadonlySet<number> = new Set();
  readonly #counters = new Map<string, Map<number, Contact>>();
  readonly #again: Translation[] = [];
  readonly #twice: string[] = [];
  #readings = 0;

  /** `repeated`: whether a day on which no counter moved says that nothing came in, or that nobody read. */
  constructor({ read, repeated }: { read: 'evening' | 'morning'; repeated: 'zero' | 'missing' }) {
    this.#read = read;
    this.#staleIsMissing = repeated === 'missing';
  }

  /** Keeps the readings of a row: what they say is known only at the end. */
  keep(readings: readonly Contact[]): [] {
    for (const reading of readings) this.#add(reading);
    return [];
  }

  /** @throws BadFile when a counter had two values on one day. */
  differences(): Translation[] {
    const more = this.#twice.length > SHOWN ? ` e altre ${this.#twice.length - SHOWN}` : '';
    if (this.#twice.length > 0)
      throw new BadFile(
        `un contatore ha due letture diverse nello stesso giorno: ${this.#twice.slice(0, SHOWN).join(', ')}${more}`,
      );
    if (this.#staleIsMissing) this.#stale = staleDays([...this.#counters.values()]);
    return [
      ...this.#again,
      ...[...this.#counters.values()].flatMap((readings) => this.#differencesOf(readings)),
    ];
  }

  #add(reading: Contact): void {
    const { scope, channel, platform, topic, metric, day, count } = reading;
    this.#readings += 1;
    if (this.#readings > MOST_READINGS)
      throw new BadFile('ha più di un milione di letture: dividi il file per anni');
    const name = JSON.stringify([scope, channel, platform, topic, metric]);
    const readings = this.#counters.get(name) ?? new Map<number, Contact>();
    this.#counters.set(name, readings);
    const number = dayNumber(day) ?? 0;
    const before = readings.get(number);
    if (!before) readings.set(number, reading);
    else if (before.count === count) this.#again.push({ table: null, class: AGAIN, day });
    else this.#twice.push(`${day} ${platform ? shown(platform) : channel} (${before.count} e ${count})`);
  }

  #differencesOf(readings: Map<number, Contact>): Translation[] {
    const days = [...readings.keys()].sort((a, b) => a - b);
    const inOrder = days.map((day) => ({ day, reading: readings.get(day)! }));
    const stale = inOrder.filter(({ day }) => this.#stale.has(day));
    const fresh = inOrder.filter(({ day }) => !this.#stale.has(day));
    return [...stale.map(({ reading }) => nothing(STALE, reading)), ...this.#differencesBetween(fresh)];
  }

  #differencesBetween(readings: readonly Reading[]): Translation[] {
    const spoilt = spoiltByDrops(readings);
    return readings.map((now, at) => {
      const before = readings[at - 1];
      if (!before) return nothing(FIRST, now.reading);
      if (before.day !== now.day - 1) return nothing(GAP, now.reading);
      if (spoilt.has(now)) return nothing(DROP, now.reading);
      const day = dayText(this.#read === 'evening' ? now.day : before.day);
      return { ...now.reading, day, time: null, count: now.reading.count - before.reading.count };
    });
  }
}

interface Reading {
  day: number;
  reading: Contact;
}

/** The days on which no counter of the file differs from the day before. */
export function staleDays(counters: readonly ReadonlyMap<number, { count: number }>[]): Set<number> {
  const days = new Set(counters.flatMap((readings) => [...readings.keys()]));
  const moved = (day: number) =>
    counters.some((readings) => {
      const [before, now] = [readings.get(day - 1), readings.get(day)];
      return now !== undefined && before?.count !== now.count;
    });
  return new Set([...days].filter((day) => !moved(day)));
}

/**
 * The readings whose difference a drop spoils: the drop itself (100, 5), the one that climbs back to where the counter
 * fell from (100, 5, 6, 110: the 5 and 6 were wrong), and the one that is taken back (100, 900, 110: the 900 was wrong).
 */
function spoiltByDrops(readings: readonly Reading[]): Set<Reading> {
  const spoilt = new Set<Reading>();
  let fallenFrom = Number.POSITIVE_INFINITY;
  for (const [at, now] of readings.entries()) {
    const [before, next] = [readings[at - 1], readings[at + 1]].map((each) => each?.reading.count);
    const { count } = now.reading;
    const drops = before !== undefined && count < before;
    const takenBack = before !== undefined && next !== undefined && next < count && next >= before;
    if (drops || takenBack || count >= fallenFrom) spoilt.add(now);
    if (count >= fallenFrom) fallenFrom = Number.POSITIVE_INFINITY;
    if (drops && fallenFrom === Number.POSITIVE_INFINITY) fallenFrom = before;
  }
  return spoilt;
}

function nothing(why: string, { day }: Contact): Translation {
  return { table: null, class: why, day };
}
