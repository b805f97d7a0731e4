// SPDX-License-Identifier: AGPL-3.0-or-later
// How a comparison turned out, in a word of Italian: the verdict, or why there is none.
import type { Status } from './compare/status.ts';
import type { Verdict } from './compare/verdict.ts';
import { saidRatio } from './compare/wording/numbers.ts';
import type { Comparison } from './compare-schema.ts';

const VERDICTS: Record<Verdict, string> = {
  increase: 'aumento dimostrato',
  decrease: 'diminuzione dimostrata',
  weak: 'indicazione debole',
  none: 'nessuna variazione dimostrabile',
};

const STATUSES: Record<Exclude<Status, 'ok'>, string> = {
  insufficient_coverage: 'dati insufficienti',
  collection_change: 'conteggio cambiato',
  all_zero: 'nessun contatto',
  no_baseline: 'nessun contatto prima',
  zeroed: 'azzerato',
  too_small: 'numeri troppo piccoli',
  too_short: 'periodo troppo breve',
  no_fit: 'calcolo non riuscito',
};

/** The ratio that is shown: against the same weeks of previous years where there are any. */
export function headlineOf({ ratio, ratioOfRatios }: Pick<Comparison, 'ratio' | 'ratioOfRatios'>) {
  return ratioOfRatios ?? ratio;
}

/** @example outcome(chat) // 'aumento dimostrato' */
export function outcome(found: Comparison): string {
  const headline = headlineOf(found);
  const word = headline
    ? VERDICTS[headline.verdict]
    : STATUSES[found.status === 'ok' ? 'no_fit' : found.status];
  return found.closedByLaw ? `${word} (chiuso per legge)` : word;
}

/** @example ratioText(chat.ratio) // '3,1 volte (2,4–4,0)' */
export function ratioText(ratio: { estimate: number; low: number; high: number }): string {
  const { isPercent, estimate, low, high } = saidRatio(ratio, 'it');
  return isPercent ? `${estimate} (da ${low} a ${high})` : `${estimate} volte (${low}–${high})`;
}
