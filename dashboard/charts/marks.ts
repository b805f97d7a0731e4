// SPDX-License-Identifier: AGPL-3.0-or-later
// From points of a series to the marks of a plot, in day numbers: a line never crosses a missing day. Pure.
import type { Point } from '../../api/schemas.ts';
import { dayNumber } from '../../sql/vocabulary.ts';

/** From the start of the first day to the end of the last, on an axis where day n lies between n - ½ and n + ½. */
export interface Span {
  from: number;
  to: number;
}

/** A level that holds from one place on the axis to another. */
export interface Step extends Span {
  y: number;
}

/** A place on the plot; a `y` of null interrupts the line. */
export interface Place {
  x: number;
  y: number | null;
}

const LEAST_DAYS = 3;

/** The number of a day that is known to exist. */
export const at = (day: string): number => dayNumber(day) ?? Number.NaN;

/** The span that a point or a period covers. */
export const spanOf = ({ from, to }: { from: string; to: string }): Span => ({
  from: at(from) - 0.5,
  to: at(to) + 0.5,
});

/** Runs of missing days; closed days between two missing ones belong to the run. */
export function missingSpans(days: readonly Point[]): Span[] {
  const spans: Span[] = [];
  let open = false;
  for (const day of days) {
    const last = spans.at(-1);
    if (day.state === 'missing' && open && last) last.to = at(day.to) + 0.5;
    else if (day.state === 'missing') spans.push(spanOf(day));
    if (day.state !== 'closed') open = day.state === 'missing';
  }
  return spans;
}

/** Whether a week or a month has enough days for a mean: half of the expected ones, and at least three. */
export function hasMean(point: Point): point is Point & { meanPerDay: number } {
  const enough = point.daysWithData * 2 >= point.expectedDays && point.expectedDays >= LEAST_DAYS;
  return point.state === 'count' && point.meanPerDay !== null && enough;
}

/** The mean of each week or month as a level, cut where days are missing. */
export function steps(points: readonly Point[], missing: readonly Span[], range: Span): Step[] {
  return points.filter(hasMean).flatMap((point) => {
    const { from, to } = spanOf(point);
    const shown = { from: Math.max(from, range.from), to: Math.min(to, range.to) };
    return without(shown, missing).map((span) => ({ ...span, y: point.meanPerDay }));
  });
}

/** What is left of a span when others are taken out of it. */
export function without(span: Span, others: readonly Span[]): Span[] {
  return others.reduce<Span[]>((left, other) => left.flatMap((part) => cut(part, other)), [span]);
}

function cut(part: Span, other: Span): Span[] {
  if (!overlaps(part, other)) return [part];
  const sides = [
    { from: part.from, to: other.from },
    { from: other.to, to: part.to },
  ];
  return sides.filter(({ from, to }) => from < to);
}

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Levels as one stepped line: joined where they touch, interrupted where they do not. */
export function stepLine(levels: readonly Step[]): Place[] {
  return levels.flatMap(({ from, to, y }, i) => {
    const previous = levels[i - 1];
    const gap = previous && previous.to < from ? [{ x: from, y: null }] : [];
    return [...gap, { x: from, y }, { x: to, y }];
  });
}

/** Means as sloping lines from middle to middle; a mean that stands alone becomes a short level. */
export function slopes(points: readonly Point[], missing: readonly Span[]): Place[][] {
  const lines: Place[][] = [[]];
  for (const point of points) {
    const line = lines.at(-1) ?? [];
    const last = line.at(-1);
    if (!hasMean(point)) {
      lines.push([]);
      continue;
    }
    const place = { x: (at(point.from) + at(point.to)) / 2, y: point.meanPerDay };
    const broken = last && missing.some((span) => overlaps({ from: last.x, to: place.x }, span));
    if (broken) lines.push([place]);
    else line.push(place);
  }
  return lines.filter((line) => line.length > 0).map(widened);
}

function widened(line: Place[]): Place[] {
  const [only] = line;
  if (line.length > 1 || !only) return line;
  return [
    { x: only.x - 2, y: only.y },
    { x: only.x + 2, y: only.y },
  ];
}
