// SPDX-License-Identifier: AGPL-3.0-or-later
// How much of each channel rests on data, in a sentence.
import { coveragePercent } from '../compare/wording/numbers.ts';
import type { Line } from './activity.ts';

/** Notes down the coverage of each line that passes; `said` gives a sentence for each. */
export function notingCoverage(lines: AsyncIterable<Line>): {
  lines: AsyncIterable<Line>;
  said: () => string[];
} {
  const sentences: string[] = [];
  const passing = async function* () {
    for await (const line of lines) {
      sentences.push(coverageSentence(line));
      yield line;
    }
  };
  return { lines: passing(), said: () => sentences };
}

/** @example coverageSentence(chat) // 'Chat: 52 giorni di apertura con dati su 56 (92 %)' */
function coverageSentence({ channel, days }: Line): string {
  const open = days.filter((day) => day.open);
  const known = open.filter(({ count }) => count !== null).length;
  return coverageOf(channel.label, known, open.length);
}

/** Opening days with data out of those expected; rounded down, so that 100 % means all of them. */
export function coverageOf(label: string, known: number, expected: number): string {
  if (expected === 0) return `${label}: nessun giorno di apertura`;
  const percent = coveragePercent(known / expected, 'it');
  return `${label}: ${known} giorni di apertura con dati su ${expected} (${percent})`;
}
