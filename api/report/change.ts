// SPDX-License-Identifier: AGPL-3.0-or-later
// From one month to another, per opening day: descriptive, without an interval.
import type { History } from '../compare/status.ts';
import { countingChanged, MINIMUM_TOTAL } from '../compare/status.ts';
import { mean, saidRatio } from '../compare/wording/numbers.ts';
import { mostCommonCounter } from '../comparison.ts';
import { type Counts, number } from '../days.ts';
import { monthDays } from './month.ts';
import type { Change, MonthCount } from './schema.ts';

/** What decides whether two months of a channel were counted the same way. */
export interface Counting {
  counters: Counts['counters'];
  history: History;
}

/** The change from `base` to `now`: a ratio, or the difference a day where the base is a handful of contacts. */
export function changeOf(now: MonthCount, base: MonthCount, counting: Counting): Change {
  if (now.perDay === null || base.perDay === null) return { kind: 'none', reason: 'no_data' };
  if (!isCountedAlike(base, now, counting)) return { kind: 'none', reason: 'collection_change' };
  return base.total! < MINIMUM_TOTAL
    ? { kind: 'difference', value: now.perDay - base.perDay }
    : { kind: 'ratio', value: now.perDay / base.perDay };
}

/** A total of a month comes from another counter than days do. */
function isCountedAlike(base: MonthCount, now: MonthCount, { counters, history }: Counting): boolean {
  if (base.isTotalOnly !== now.isTotalOnly) return false;
  const [first, last] = [base, now].map(({ month }) => {
    const { from, to } = monthDays(month);
    return { from: number(from), to: number(to) };
  });
  if (countingChanged(first!.from, last!.to, history)) return false;
  return mostCommonCounter(counters, first!) === mostCommonCounter(counters, last!);
}

/**
 * A change in words.
 *
 * @example changeText({ kind: 'ratio', value: 1.21 }) // '+21 %'
 */
export function changeText(change: Change): string {
  if (change.kind === 'none') return 'n.d.';
  if (change.kind === 'difference') {
    const sign = change.value > 0 ? '+' : change.value < 0 ? '\u2212' : '';
    return `${sign}${mean(Math.abs(change.value), 'it')} al giorno`;
  }
  if (change.value === 0) return 'azzerato';
  const { isPercent, estimate } = saidRatio({ estimate: change.value, low: 1, high: 1 }, 'it');
  return isPercent ? estimate : `${estimate} volte`;
}
