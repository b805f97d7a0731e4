// SPDX-License-Identifier: AGPL-3.0-or-later
// What was missing in the month: days without data, and zeros that look like a counter that failed.
import type { Settings } from '../../sql/settings.ts';
import type { Period } from '../../sql/vocabulary.ts';
import { missingDays } from '../compare/notes.ts';
import { missingSentence } from '../compare/wording/details.ts';
import { phrasesOf } from '../compare/wording/said.ts';
import { type Counts, rowsOf } from '../days.ts';
import type { Comparison } from '../schemas.ts';
import type { ChannelMonth, Report } from './schema.ts';

/** The channels of the month of which something is missing or doubtful, with the sentences that say so. */
export function missingOf(
  settings: Settings,
  months: readonly ChannelMonth[],
  {
    counts,
    period,
    compared,
  }: { counts: ReadonlyMap<string, Counts>; period: Period; compared: readonly Comparison[] },
): Report['missing'] {
  return months.flatMap(({ channel, label, month }) => {
    const found = settings.channels.find(({ code }) => code === channel)!;
    const rows = rowsOf(settings, found, counts.get(channel)!, period);
    const missing = missingDays(rows).map((note) => missingSentence(note, false, 'it'));
    const said = month.isTotalOnly ? [TOTAL_ONLY] : missing;
    const sentences = [...said, ...zerosIn(period, compared, channel)];
    return sentences.length === 0 ? [] : [{ channel, label, sentences }];
  });
}

const TOTAL_ONLY = 'Si conosce solo il totale del mese, non i singoli giorni.';

function zerosIn({ from, to }: Period, compared: readonly Comparison[], code: string): string[] {
  const runs = compared.find(({ channel }) => channel === code)?.suspiciousZeros ?? [];
  return runs
    .filter(({ first, last }) => first <= to && last >= from)
    .map(({ first, last }) => phrasesOf('it').zeros({ from: first, to: last }, null, null));
}
