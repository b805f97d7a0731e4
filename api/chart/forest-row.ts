// SPDX-License-Identifier: AGPL-3.0-or-later
// One row of the forest: the means, the interval on the axis, the ratio in figures and the outcome in words.
import { isDemonstrated } from '../compare/verdict.ts';
import { mean, saidRatio } from '../compare/wording/numbers.ts';
import type { Comparison } from '../compare-schema.ts';
import { headlineOf, outcome } from '../outcome.ts';
import { type Attributes, tag } from '../xml.ts';
import { COLOURS } from './palette.ts';
import type { Scale } from './scale.ts';
import { label, line, wrapped } from './svg.ts';

/** Where the columns stand; the axis lies between the means and the ratio. */
export const COLUMN = { name: 0, before: 180, during: 240, ratio: 500, outcome: 640 };
export const WIDTH = 800;
export const ROW = 40;

export interface Axis {
  scale: Scale;
  domain: [number, number];
}

/** The marks of a row whose upper edge is `top`. */
export function rowMarks(name: string, row: Comparison, top: number, axis: Axis): string[] {
  const foot = top + 25;
  const headline = headlineOf(row);
  const right = { 'text-anchor': 'end' };
  return [
    ...twoLines(COLUMN.name, top, name, 18, { 'font-weight': 600 }),
    label(COLUMN.before, foot, perDay(row.before.meanPerDay), { ...right, fill: COLOURS.soft }),
    label(COLUMN.during, foot, perDay(row.during.meanPerDay), { ...right, 'font-weight': 600 }),
    ...(headline ? [...intervalMarks(row, top + ROW / 2, axis), ...figures(headline, top)] : []),
    ...twoLines(COLUMN.outcome, top, capital(outcome(row)), 24, { 'font-size': 13 }),
    line(0, top + ROW, WIDTH, top + ROW, { stroke: COLOURS.line }),
  ];
}

/** A mean a day, or that there is none. */
export const perDay = (value: number | null) => (value === null ? 'n.d.' : mean(value, 'it'));

function figures(ratio: { estimate: number; low: number; high: number }, top: number): string[] {
  const { isPercent, estimate, low, high } = saidRatio(ratio, 'it');
  return [
    label(COLUMN.ratio, top + 17, isPercent ? estimate : `${estimate} volte`, { 'font-weight': 600 }),
    label(COLUMN.ratio, top + 33, isPercent ? `da ${low} a ${high}` : `${low}–${high}`, {
      'font-size': 13,
      fill: COLOURS.soft,
    }),
  ];
}

/** At most two lines, in the middle of the row. */
function twoLines(x: number, top: number, words: string, most: number, attributes: Attributes): string[] {
  const [first = '', second, ...more] = wrapped(words, most);
  if (second === undefined) return [label(x, top + 25, first, attributes)];
  const end = more.length > 0 ? `${second} …` : second;
  return [label(x, top + 17, first, attributes), label(x, top + 33, end, attributes)];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function intervalMarks(row: Comparison, y: number, axis: Axis): string[] {
  const headline = headlineOf(row)!;
  const isShown = isDemonstrated(headline.verdict) && !row.closedByLaw;
  const colour = isShown ? COLOURS.shown : COLOURS.open;
  const fill = isDemonstrated(headline.verdict) ? colour : COLOURS.surface;
  const x = axis.scale(clamp(headline.estimate, axis.domain));
  const isThin = row.ratioOfRatios !== null && row.ratio !== null;
  return [
    ...(isThin ? whisker(row.ratio!, y + 9, axis, { stroke: COLOURS.open, 'stroke-width': 1 }) : []),
    ...whisker(headline, y, axis, { stroke: colour, 'stroke-width': 2 }),
    tag('circle', { cx: x, cy: y, r: 5, fill, stroke: colour, 'stroke-width': 2 }),
  ];
}

/** A line with a cap at each end, or an arrow where the interval goes on beyond the axis. */
function whisker(
  { low, high }: { low: number; high: number },
  y: number,
  { scale, domain }: Axis,
  pen: { stroke: string; 'stroke-width': number },
): string[] {
  const [from, to] = [scale(clamp(low, domain)), scale(clamp(high, domain))];
  const arm = pen['stroke-width'] * 2;
  const cap = (x: number, outward: number, isBeyond: boolean) =>
    tag('path', {
      d: isBeyond
        ? `M${x - outward * arm} ${y - arm}L${x} ${y}L${x - outward * arm} ${y + arm}`
        : `M${x} ${y - arm}V${y + arm}`,
      fill: 'none',
      ...pen,
    });
  return [line(from, y, to, y, pen), cap(from, -1, low < domain[0]), cap(to, 1, high > domain[1])];
}

const clamp = (value: number, [low, high]: [number, number]) => Math.min(high, Math.max(low, value));
