// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows of a breakdown: which counts are hidden, in which order the rows stand, what is folded into the rest.
import { type Suppressed, suppress } from '../disclosure/suppress.ts';
import type { BreakdownRow } from '../schemas/breakdown.ts';
import type { Cell } from '../schemas/cells.ts';
import { type ByPhase, mapPhases } from './phases.ts';
import type { Hidden } from './published.ts';

/** What was counted in one phase: the contacts of each value, all of them, and the days they came on. */
export interface Column {
  values: ReadonlyMap<string, number>;
  total: number;
  days: number;
  /** The total itself is not shown, so that no count may be. */
  isHidden: boolean;
  /** Which counts are hidden, where that was judged together with others; null: the column is judged by itself. */
  hidden: Hidden | null;
}

/** A count, and why it must not be shown if so. */
interface Figure {
  count: number;
  reason: Suppressed | null;
}

interface Line extends Pick<BreakdownRow, 'kind' | 'value' | 'values'> {
  figures: ByPhase<Figure>;
}

/** The rows by contacts during, the unknown and the rest last; with `threshold` null nothing is hidden. */
export function tableOf(
  columns: ByPhase<Column>,
  threshold: number | null,
  limit = Number.POSITIVE_INFINITY,
): BreakdownRow[] {
  const lines = linesOf(columns, threshold);
  const unknown = lines.pop()!;
  const [listed, folded] = [lines.sort(byShown).slice(0, limit), lines.slice(limit)];
  const known = isEmpty(unknown) ? [] : [unknown];
  const rest = folded.length === 0 ? [] : [restOf(columns, folded, [...listed, unknown])];
  return [...listed, ...known, ...rest].map(({ figures, ...line }) => ({
    ...line,
    ...mapPhases(columns, (column, phase) => cellOf(figures[phase]!, column)),
  }));
}

/** A count as it is shown, with what follows from it. */
export function cellOf({ count, reason }: Figure, { total, days }: Pick<Column, 'total' | 'days'>): Cell {
  if (reason) return { suppressed: reason };
  return { count, perDay: days === 0 ? null : count / days, share: total === 0 ? null : count / total };
}

/** A line for each value in alphabetical order, and one for the contacts of which the source does not say it. */
function linesOf(columns: ByPhase<Column>, threshold: number | null): Line[] {
  const known = [columns.before, columns.during, ...(columns.after ? [columns.after] : [])];
  const names = new Set(known.flatMap(({ values }) => [...values.keys()]));
  names.delete('');
  const values = [...names].sort((a, b) => a.localeCompare(b, 'it'));
  const figures = mapPhases(columns, (column) => figuresOf(column, values, threshold));
  return [...values, ''].map((value, i) => ({
    kind: value === '' ? 'unknown' : 'value',
    value,
    values: 1,
    figures: mapPhases(figures, (each) => each[i]!),
  }));
}

/** The figures of the values and of the unknown, which has its place even at zero: a column of one gives itself away. */
function figuresOf(
  { values, total, isHidden, hidden }: Column,
  names: readonly string[],
  threshold: number | null,
): Figure[] {
  const counts = names.map((name) => values.get(name) ?? 0);
  counts.push(total - counts.reduce((sum, count) => sum + count, 0));
  const reasons = hidden
    ? [...names, ''].map((name) => hidden.get(name) ?? null)
    : threshold === null
      ? []
      : suppress(counts, threshold);
  return counts.map((count, i) => ({ count, reason: isHidden ? 'secondary' : (reasons[i] ?? null) }));
}

/** By what is shown and by nothing else: an order by hidden counts would tell them. */
function byShown({ figures: a }: Line, { figures: b }: Line): number {
  const shown = ({ count, reason }: Figure) => (reason === null ? count : -1);
  return shown(b.during) - shown(a.during) || shown(b.before) - shown(a.before);
}

function isEmpty({ figures: { before, during, after } }: Line): boolean {
  return [before, during, after].every((figure) => figure === null || (figure.count === 0 && !figure.reason));
}

/** The sum of the folded lines, which anybody can work out, unless hidden figures stand both in and outside of it. */
function restOf(columns: ByPhase<Column>, folded: readonly Line[], others: readonly Line[]): Line {
  const figures = mapPhases(columns, (_, phase): Figure => {
    const isHidden = ({ figures }: Line) => figures[phase]!.reason !== null;
    const count = folded.reduce((sum, line) => sum + line.figures[phase]!.count, 0);
    return { count, reason: folded.some(isHidden) && others.some(isHidden) ? 'secondary' : null };
  });
  return { kind: 'rest', value: '', values: folded.length, figures };
}
