// SPDX-License-Identifier: AGPL-3.0-or-later
// The two axes of a time line: days with Italian names of months below, counts from zero at the left.
import type { ChartOptions } from 'chart.js';
import { dayText } from '../../sql/vocabulary.ts';
import { monthName, number, shortDay } from '../format.ts';
import type { Span } from './marks.ts';
import type { Colours } from './theme.ts';

type Axes = NonNullable<ChartOptions<'line'>['scales']>;

const ROOM_FOR_A_MONTH = 40;
const ROOM_FOR_A_DAY = 56;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24];

/** Room for the figures at the left, the same on every plot so that days stand above each other. */
const LEFT = 36;

/** The options of both axes. */
export function axes(range: Span, look: Colours): Axes {
  const ticks = { color: look.text, padding: 6, maxRotation: 0, autoSkip: false };
  const isLong = new Set([year(range.from + 0.5), year(range.to - 0.5)]).size > 1;
  return {
    x: {
      type: 'linear',
      min: range.from,
      max: range.to,
      grid: { display: false },
      border: { color: look.base },
      ticks: { ...ticks, align: 'start', callback: (value) => tickLabel(Number(value), range, isLong) },
      afterBuildTicks: (axis) => {
        axis.ticks = tickDays(range, axis.chart.width - LEFT).map((value) => ({ value }));
      },
    },
    y: {
      type: 'linear',
      beginAtZero: true,
      suggestedMax: 1,
      grid: { color: look.grid, tickLength: 0 },
      border: { display: false },
      ticks: { ...ticks, precision: 0, maxTicksLimit: 6, callback: (value) => number(Number(value)) },
      afterFit: (axis) => {
        axis.width = LEFT;
      },
    },
  };
}

const year = (day: number): string => dayText(day).slice(0, 4);

const isShort = (range: Span): boolean => range.to - range.from <= 62;

/** The days that carry a label: Mondays of a short range, else firsts of the month, as many as there is room for. */
export function tickDays(range: Span, width: number): number[] {
  const all = Array.from({ length: range.to - range.from }, (_, i) => range.from + 0.5 + i);
  const perDay = width / (range.to - range.from);
  const room = (list: number[], least: number) => list.filter((day) => (range.to - day) * perDay > least / 2);
  if (isShort(range)) {
    const every = Math.ceil(ROOM_FOR_A_DAY / (perDay * 7));
    const mondays = all.filter((day) => (day + 3) % 7 === 0);
    return room(
      mondays.filter((_, i) => i % every === 0),
      ROOM_FOR_A_DAY,
    );
  }
  const step = MONTH_STEPS.find((months) => months * 30.4 * perDay >= ROOM_FOR_A_MONTH) ?? 24;
  const firsts = all.filter((day) => dayText(day).endsWith('-01') && monthOf(day) % step === 0);
  return room(firsts, ROOM_FOR_A_MONTH);
}

const monthOf = (day: number): number => {
  const [years = '0', months = '1'] = dayText(day).split('-');
  return Number(years) * 12 + Number(months) - 1;
};

function tickLabel(day: number, range: Span, isLong: boolean): string | string[] {
  const text = dayText(day);
  if (isShort(range)) return shortDay(text);
  const isFirstOfYear = text.slice(5, 7) === '01' || day - range.from < 31;
  return isLong ? [monthName(text), isFirstOfYear ? text.slice(0, 4) : ''] : monthName(text);
}
