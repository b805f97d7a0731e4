// SPDX-License-Identifier: AGPL-3.0-or-later
// What a channel over time is drawn into: phases, axes, and the flags of events.
import { type Day, dayText, type Period } from '../../sql/vocabulary.ts';
import { parseDay } from '../compare/calendar.ts';
import { dayAndMonth } from '../compare/wording/dates.ts';
import { decimal } from '../compare/wording/numbers.ts';
import { tag } from '../xml.ts';
import { COLOURS } from './palette.ts';
import type { Scale } from './scale.ts';
import { label, line } from './svg.ts';

/** A phase as it is drawn. */
export interface DrawnPhase {
  name: string;
  period: Period;
  shaded?: boolean;
}

export interface Axes {
  x: Scale;
  y: Scale;
  days: { from: number; to: number };
}

export const PLOT = { left: 44, right: 792, top: 88, bottom: 268 };
export const SMALL = { 'font-size': 13, fill: COLOURS.soft };

/** In hundredths, as every number of a picture. */
export const rounded = (value: number) => Math.round(value * 100) / 100;

/** The phases: their limits, their names, and the ground of those that are shaded. */
export function phaseMarks(phases: readonly DrawnPhase[], { x, days }: Axes): string[] {
  return phases.flatMap(({ name, period, shaded }) => {
    const from = Math.max(days.from, parseDay(period.from));
    const to = Math.min(days.to, parseDay(period.to)) + 1;
    if (to <= from) return [];
    const [left, right] = [x(from), x(to)];
    const frame = { x: left, y: 48, width: right - left, height: PLOT.bottom - 48 };
    const edge = { stroke: COLOURS.edge, 'stroke-dasharray': '2 3' };
    return [
      ...(shaded ? [tag('rect', { ...frame, fill: COLOURS.phase })] : []),
      line(left, 48, left, PLOT.bottom, edge),
      // A phase too narrow for its name is told by its limits alone.
      ...(right - left > 7 * name.length + 8
        ? [label(left + 5, 62, name, { 'font-size': 13, 'font-weight': 600 })]
        : []),
    ];
  });
}

/** A line for each step of the value, and its figure. */
export function valueAxis(ticks: readonly number[], y: Scale): string[] {
  return ticks.flatMap((tick) => [
    line(PLOT.left, y(tick), PLOT.right, y(tick), { stroke: tick === 0 ? COLOURS.base : COLOURS.line }),
    label(PLOT.left - 6, y(tick) + 4, decimal(tick, decimalsOf(ticks), 'it'), {
      ...SMALL,
      'text-anchor': 'end',
    }),
  ]);
}

const decimalsOf = (ticks: readonly number[]) =>
  Math.max(...ticks.map((t) => String(t).split('.')[1]?.length ?? 0));

/** Steps of the months that are named, the narrowest that leaves room for the words. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const MONTH_ROOM = 46;

/** A mark at the first of each month, its name where there is room; the year in January, or alone over many years. */
export function monthMarks({ x, days }: Axes): string[] {
  const width = x(30) - x(0);
  const step = MONTH_STEPS.find((months) => months * width >= MONTH_ROOM) ?? MONTH_STEPS.at(-1)!;
  return firstsOfMonths(days).flatMap((day) => {
    const place = x(parseDay(day));
    const tick = line(place, PLOT.bottom, place, PLOT.bottom + 5, { stroke: COLOURS.base });
    const [year = 0, month = 1] = day.split('-').map(Number);
    if ((year * 12 + month - 1) % step !== 0 || place > PLOT.right - MONTH_ROOM) return [tick];
    const name = step < 12 ? `${dayAndMonth(day, 'it').split(' ')[1]!.slice(0, 3)} ` : '';
    const words = name + (month === 1 ? year : '');
    return [tick, label(place + 2, PLOT.bottom + 18, words.trim(), SMALL)];
  });
}

function firstsOfMonths({ from, to }: Axes['days']): Day[] {
  const days = Array.from({ length: to - from + 1 }, (_, i) => dayText(from + i));
  return days.filter((day) => day.endsWith('-01'));
}

const FLAG = 16;

/** Numbered flags over their days; where they would lie on each other they stand aside and lean on their leader. */
export function flags(days: readonly number[]): string[] {
  const places = [...days];
  for (let i = 1; i < places.length; i += 1) places[i] = Math.max(places[i]!, places[i - 1]! + FLAG);
  for (let i = places.length - 1, most = PLOT.right; i >= 0; i -= 1, most -= FLAG)
    places[i] = Math.min(places[i]!, most);
  return places.map((place, i) => flag(days[i]!, place, i + 1));
}

function flag(day: number, place: number, count: number): string {
  const leader = `M${rounded(place)} ${PLOT.top - 14}L${rounded(day)} ${PLOT.top}V${PLOT.bottom}`;
  const figure = { 'font-size': 11, 'font-weight': 600, fill: COLOURS.surface, 'text-anchor': 'middle' };
  return [
    tag('path', { d: leader, fill: 'none', stroke: COLOURS.base }),
    tag('circle', { cx: place, cy: PLOT.top - 14, r: 7, fill: COLOURS.ink }),
    label(place, PLOT.top - 10, String(count), figure),
  ].join('');
}
