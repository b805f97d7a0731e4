// SPDX-License-Identifier: AGPL-3.0-or-later
// How much of each channel rests on data, noted down while its days go by.
import { coveragePercent } from '../compare/wording/numbers.ts';
import type { Line } from './activity.ts';
import type { Coverage } from './table.ts';

/** Lets the lines pass and notes the coverage of each; `coverage` tells it. */
export function notingCoverage(lines: AsyncIterable<Line>): {
  lines: AsyncIterable<Line>;
  coverage: () => Coverage[];
} {
  const noted: Coverage[] = [];
  const passing = async function* () {
    for await (const line of lines) {
      noted.push(coverageOf(line));
      yield line;
    }
  };
  return { lines: passing(), coverage: () => noted };
}

function coverageOf({ channel, days }: Line): Coverage {
  const open = days.filter((day) => day.open);
  const daysWithData = open.filter(({ count }) => count !== null).length;
  return { label: channel.label, daysWithData, openDays: open.length };
}

/**
 * Rounded down, so that 100 % means all of them.
 *
 * @example coverageSentence(chat) // 'Chat: 52 giorni di apertura con dati su 56 (92 %)'
 */
export function coverageSentence({ label, daysWithData, openDays }: Coverage): string {
  if (openDays === 0) return `${label}: nessun giorno di apertura`;
  const percent = coveragePercent(daysWithData / openDays, 'it');
  return `${label}: ${daysWithData} giorni di apertura con dati su ${openDays} (${percent})`;
}
