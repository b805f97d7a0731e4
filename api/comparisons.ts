// SPDX-License-Identifier: AGPL-3.0-or-later
// Comparisons are asked again and again and change only with the data: each is computed once a state of the data.
// The placebo dates are hundreds of fits; they are computed in the background, one fit at a time.
import { setImmediate as otherRequests } from 'node:timers/promises';
import { journalStamp } from '../sql/rollups.ts';
import { dayText } from '../sql/vocabulary.ts';
import { dayInRome } from './compare/calendar.ts';
import type { ChannelQuestion, ChannelResult } from './compare/channel.ts';
import { markerBefore } from './compare/phases.ts';
import { type Placebo, type PlaceboDate, placebo, placeboDates } from './compare/placebo.ts';
import type { Compare } from './compare-schema.ts';
import { type Asked, type Compared, compareTown, questionsOf, toAnswer, YEARS_BACK } from './comparison.ts';
import { number, readCounts, readLastDays } from './days.ts';
import { simpleTests } from './simple-tests.ts';
import { fromOneState, type Office } from './town.ts';

interface Entry {
  /** The answer as it is sent; made again once the placebo dates are known. */
  text: string;
}

/** What is asked: phases and choices, and the channels. */
export interface Question {
  asked: Asked;
  channels: readonly string[];
}

interface FoundPlacebo extends Placebo {
  /** Which calculation was repeated at other dates. */
  of: 'ratioOfRatios' | 'ratio';
}

const MOST_REMEMBERED = 50;

/** Answers comparisons for one town. */
export class Comparisons {
  readonly #office: Office;
  readonly #entries = new Map<string, Promise<Entry>>();
  /** Background work goes one after the other, so that it never takes more than one processor. */
  #background: Promise<void> = Promise.resolve();

  constructor(office: Office) {
    this.#office = office;
  }

  /**
   * The answer to a query as JSON, from one state of the data; `read` is asked what the query means when it is not yet
   * known.
   */
  async answer(query: string, read: () => Promise<Question>): Promise<string> {
    // Merges of the journal's own table change the count as well: then the answer is computed once more, no harm.
    // A new day is part of the state too: yesterday is the last one that is whole.
    const name = `${await journalStamp(this.#office.database)} ${dayInRome(Date.now())} ${query}`;
    const known = this.#entries.get(name);
    if (known) return (await known).text;
    const entry = read().then((question) => this.#compute(question));
    this.#remember(name, entry);
    return (await entry).text;
  }

  /** The answer with its placebo dates, however long they take. */
  async wholeAnswer(question: Question): Promise<string> {
    const answer = () => this.answer(JSON.stringify(question), async () => question);
    await answer();
    await this.settled();
    return answer();
  }

  /** Resolves when no placebo dates are left to compute. */
  async settled(): Promise<void> {
    await this.#background;
  }

  #remember(name: string, entry: Promise<Entry>): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size < MOST_REMEMBERED) break;
      this.#entries.delete(oldest);
    }
    this.#entries.set(name, entry);
    // A failure is told to whoever asked, and not remembered.
    entry.catch(() => this.#entries.delete(name));
  }

  async #compute(question: Question): Promise<Entry> {
    const { answer, compared } = await compareOnce(this.#office, question);
    const entry: Entry = { text: JSON.stringify(answer) };
    this.#background = this.#background
      .then(() => findPlacebos(compared))
      // Without its placebo dates the answer still stands; the next ones must be computed all the same.
      .catch((error) => {
        console.error('placebo dates:', error);
        return new Map<string, FoundPlacebo>();
      })
      .then((found) => {
        entry.text = JSON.stringify(withPlacebos(answer, found));
      });
    return entry;
  }
}

const shared = new WeakMap<Office, Comparisons>();

/** The comparisons of a town: whoever asks the same thing gets what was computed for the others. */
export function comparisonsOf(office: Office): Comparisons {
  const comparisons = shared.get(office) ?? new Comparisons(office);
  shared.set(office, comparisons);
  return comparisons;
}

/** The comparison from one state of the data, without the placebo dates; and what they would be computed from. */
export async function compareOnce(
  office: Office,
  { asked, channels }: Question,
): Promise<{ answer: Compare; compared: Compared[] }> {
  const from = dayText(number(asked.before.from) - YEARS_BACK * 366);
  const { answer, dataVersion } = await fromOneState(office, async (office) => {
    const span = { from, to: (asked.after ?? asked.during).to };
    const [counts, lastDays] = await Promise.all([
      readCounts(office, span, channels),
      readLastDays(office, asked.until),
    ]);
    const questions = questionsOf(office.settings, asked, counts, lastDays);
    // The engine works on the tests while we fit.
    const tests = simpleTests(office.database, questions);
    await otherRequests();
    return { compared: compareTown(office.settings, questions), tests: await tests };
  });
  const { compared, tests } = answer;
  return { answer: { ...toAnswer(asked, compared, tests), dataVersion }, compared };
}

function withPlacebos(answer: Compare, placebos: ReadonlyMap<string, FoundPlacebo>): Compare {
  const channels = answer.channels.map((each) => ({ ...each, placebo: placebos.get(each.channel) ?? null }));
  return { ...answer, placeboPending: false, channels };
}

async function findPlacebos(compared: readonly Compared[]): Promise<ReadonlyMap<string, FoundPlacebo>> {
  const found = new Map<string, FoundPlacebo>();
  for (const { channel, question, result } of compared) {
    if (!result.headline) continue;
    // Against the previous year the dates need a history of two; with less, the plain ratio is tried instead.
    const best =
      (await placeboOf(result.headline, question, result)) ?? (await placeboOf('ratio', question, result));
    if (best) found.set(channel.code, best);
  }
  return found;
}

async function placeboOf(
  of: FoundPlacebo['of'],
  { rows, phases, markers }: ChannelQuestion,
  result: ChannelResult,
): Promise<FoundPlacebo | null> {
  const real = result[of];
  if (!real) return null;
  const quietUntil = (markerBefore(markers, phases) ?? phases.during.from) - 1;
  const dates: PlaceboDate[] = [];
  for (const date of placeboDates({ rows, phases, headline: of, quietUntil })) {
    if (date) dates.push(date);
    await otherRequests();
  }
  return dates.length === 0 ? null : { ...placebo(dates, real), of };
}
