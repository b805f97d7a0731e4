// SPDX-License-Identifier: AGPL-3.0-or-later
// Which counts of a table must be hidden when the totals of its rows and of its columns are both public.
import { suppress } from './suppress.ts';

interface Place {
  row: number;
  column: number;
  count: number;
}

/**
 * Whether each count of a table (rows of equal length) is hidden. Each row and each column is first judged by itself; then
 * more counts are hidden until each small one could be another, whatever is shown and whatever the totals are. What the
 * totals alone tell cannot be hidden; a table of one column is its totals, and one of a single row a column to `suppress`.
 * Columns that are hidden as a whole, because not even their totals are public, come marked.
 *
 * @example suppressTable([[9, 1], [9, 9]], 3) // all four: any three would give the fourth
 */
export function suppressTable(
  counts: readonly (readonly number[])[],
  threshold: number,
  isColumnHidden: readonly boolean[] = [],
): boolean[][] {
  const [first, ...more] = counts;
  if (first === undefined || first.length < 2) return counts.map((line) => line.map(() => false));
  if (more.length === 0)
    return [suppress(first, threshold).map((reason, i) => reason !== null || isColumnHidden[i] === true)];
  const places = counts.flatMap((line, row) => line.map((count, column): Place => ({ row, column, count })));
  const hidden = counts.map((line) => line.map((_, column) => isColumnHidden[column] === true));
  const hide = ({ row, column }: Place) => {
    hidden[row]![column] = true;
  };
  for (const line of linesOf(places)) {
    const reasons = suppress(
      line.map(({ count }) => count),
      threshold,
    );
    line.filter((_, i) => reasons[i] !== null).forEach(hide);
  }
  for (;;) {
    const shown = places.filter(({ row, column }) => !hidden[row]![column]);
    const told = toldBy(places, hidden).filter(({ count }) => count > 0 && count < threshold);
    if (told.length === 0 || shown.length === 0) return hidden;
    next(shown, told, hidden).forEach(hide);
  }
}

/** What is hidden next: a count that closes a ring of hidden ones, else one beside what is told, else any. */
function next(
  shown: readonly Place[],
  told: readonly Place[],
  hidden: readonly (readonly boolean[])[],
): Place[] {
  const closing = shown.filter(
    ({ row, column, count }) =>
      count > 0 && hidden[row]!.includes(true) && hidden.some((line) => line[column]),
  );
  const beside = told.flatMap((place) => [
    ...smallest(shown.filter(({ row }) => row === place.row)),
    ...smallest(shown.filter(({ column }) => column === place.column)),
  ]);
  return [smallest(closing), beside].find((found) => found.length > 0) ?? smallest(shown);
}

/** The rows, then the columns. */
function linesOf(places: readonly Place[]): Place[][] {
  const lines = new Map<string, Place[]>();
  const add = (line: string, place: Place) => lines.set(line, [...(lines.get(line) ?? []), place]);
  for (const place of places) add(`row ${place.row}`, place);
  for (const place of places) add(`column ${place.column}`, place);
  return [...lines.values()];
}

/** The smallest of what is shown, equal ones together; zeros only where there is nothing else. */
function smallest(shown: readonly Place[]): Place[] {
  const positive = shown.filter(({ count }) => count > 0);
  const least = Math.min(...positive.map(({ count }) => count));
  return positive.length === 0 ? [...shown] : positive.filter(({ count }) => count === least);
}

/**
 * The hidden places of which the count can be worked out: those that lie on no ring of hidden places along which one more
 * here, one less there keeps every total. A hidden count is known to be positive, unless its row or column is hidden whole.
 */
function toldBy(places: readonly Place[], hidden: readonly (readonly boolean[])[]): Place[] {
  const isWhole = new Set(
    linesOf(places)
      .filter((line) => line.every(({ row, column }) => hidden[row]![column]))
      .flat(),
  );
  const inside = places.filter(({ row, column }) => hidden[row]![column]);
  const canFall = new Set(inside.filter((place) => place.count > (isWhole.has(place) ? 0 : 1)));
  return inside.filter((place) => {
    const others = inside.filter((other) => other !== place);
    const rises = reaches(others, canFall, { column: place.column }, place.row);
    return !rises && !(canFall.has(place) && reaches(others, canFall, { row: place.row }, place.column));
  });
}

/** Whether a ring closes: from a column by a count that can fall to its row, from a row by any count to its column. */
function reaches(
  places: readonly Place[],
  canFall: ReadonlySet<Place>,
  start: { row: number } | { column: number },
  goal: number,
): boolean {
  const goalIsRow = 'column' in start;
  const rows = new Set('row' in start ? [start.row] : []);
  const columns = new Set('column' in start ? [start.column] : []);
  for (let size = -1; size !== rows.size + columns.size; ) {
    size = rows.size + columns.size;
    for (const place of places) {
      if (columns.has(place.column) && canFall.has(place)) rows.add(place.row);
      if (rows.has(place.row)) columns.add(place.column);
    }
  }
  return (goalIsRow ? rows : columns).has(goal);
}
