// SPDX-License-Identifier: AGPL-3.0-or-later
// Contacts told apart: names, order, words and table of the rows. What is hidden has no rank and no share.
import type { BreakdownRow } from '../api/schemas/breakdown.ts';
import type { Cell as Count, PhaseDays } from '../api/schemas/cells.ts';
import { PHASES, type Phase } from '../sql/vocabulary.ts';
import { capital, conjunction, number, share } from './format.ts';
import { plural, t } from './i18n/words.ts';
import { type Cell, type Nothing, nothing, shown, type Table } from './panels/data-table.tsx';
import { inPhase, phaseName } from './state.ts';

/** What was counted in each phase, and how it divides up. */
export interface Divided<Row extends BreakdownRow = BreakdownRow> {
  before: PhaseDays;
  during: PhaseDays;
  after: PhaseDays | null;
  rows: readonly Row[];
}

/** The phases there are. */
export const phasesIn = ({ after }: Pick<Divided, 'after'>): Phase[] =>
  PHASES.filter((phase) => phase !== 'after' || after !== null);

const ACRONYMS = /\b(pec|spid|cie|isee|suap|sue|scia|imu)\b/g;

/** The name of a row: as the files write it, with the spelling that small letters have taken away. */
export function valueName({ kind, value, values }: BreakdownRow): string {
  if (kind === 'unknown') return t('breakdown.unknown');
  if (kind === 'rest') return plural('breakdown.rest', values, number(values));
  if (value === 'email') return 'E-mail';
  return capital(value.replace(ACRONYMS, (acronym) => acronym.toUpperCase()));
}

/** The count that may be shown of a row in a phase; null where it is hidden, or there is no such phase. */
export function countIn(row: BreakdownRow, phase: Phase): number | null {
  const cell = row[phase];
  return cell === null || 'suppressed' in cell ? null : cell.count;
}

/** The rows by their count in a phase; the hidden ones after them, the unknown last. */
export function byCount<Row extends BreakdownRow>(rows: readonly Row[], phase: Phase): Row[] {
  const rank = (row: Row) => (row.kind === 'value' ? (countIn(row, phase) ?? -1) : -2);
  return [...rows].sort((a, b) => rank(b) - rank(a));
}

/** Whether the sources say of no contact what it was. */
export const isUntold = (rows: readonly BreakdownRow[]): boolean =>
  rows.length > 0 && rows.every(({ kind }) => kind === 'unknown');

/** Why there is nothing to draw of a phase. */
export function nothingIn({ rows, ...days }: Divided, phase: Phase): 'empty' | 'suppressed' | null {
  const total = days[phase]?.total;
  if (total === null) return 'suppressed';
  return total === 0 || rows.length === 0 ? 'empty' : null;
}

/** The highest counts of a phase in words, and how many are hidden. */
export function summaryOf({ rows, ...days }: Divided, phase: Phase): string {
  const total = days[phase]?.total ?? null;
  if (total === null) return '';
  if (isUntold(rows)) return t('breakdown.untold');
  const hidden = rows.filter((row) => row[phase] !== null && countIn(row, phase) === null).length;
  const top = topOf(rows, phase, total);
  return [top, hidden > 0 ? plural('breakdown.hidden', hidden, number(hidden)) : '']
    .filter(Boolean)
    .join(' ');
}

function topOf(rows: readonly BreakdownRow[], phase: Phase, total: number): string {
  const known = rows.filter(({ kind }) => kind === 'value');
  const count = Math.max(0, ...known.map((row) => countIn(row, phase) ?? 0));
  if (count === 0) return '';
  const first = known.filter((row) => countIn(row, phase) === count);
  const words = {
    count: number(count),
    total: number(total),
    in: capital(inPhase(phase)),
    share: share(count / total),
  };
  const list = conjunction(first.map((row) => valueName(row)));
  return t(first.length === 1 ? 'breakdown.top' : 'breakdown.tops', { ...words, list });
}

/** Why a count is not there; `threshold` is the smallest count shown. */
export const hiddenBy = (cell: Count | null, threshold: number): Nothing | null => {
  if (cell === null) return 'missing';
  if (!('suppressed' in cell)) return null;
  return cell.suppressed === 'small' ? { suppressedBelow: threshold } : 'concealed';
};

/** All phases of all rows, counts and shares. */
export function breakdownTable(name: string, divided: Divided, threshold: number): Table {
  const phases = phasesIn(divided);
  const columns = phases.flatMap((phase) => [
    { title: phaseName(phase), isFigure: true },
    { title: t('breakdown.share', { phase: phaseName(phase) }), isFigure: true, isMinor: true },
  ]);
  const rows = divided.rows.map((row) => ({
    key: `${row.kind} ${row.value}`,
    cells: [shown(valueName(row)), ...phases.flatMap((phase) => figuresOf(row[phase], threshold))],
  }));
  return { columns: [{ title: name }, ...columns], rows };
}

function figuresOf(cell: Count | null, threshold: number): Cell[] {
  const why = hiddenBy(cell, threshold);
  if (why || cell === null || 'suppressed' in cell) return [nothing(why ?? 'missing'), shown('')];
  return [shown(number(cell.count)), shown(cell.share === null ? '' : share(cell.share))];
}
