// SPDX-License-Identifier: AGPL-3.0-or-later
// Comparisons that are offered by name, and whether the data can answer them. Pure.
import type { Town } from '../api/schemas.ts';
import { type Day, dayNumber, dayText, type Period, parsePeriod } from '../sql/vocabulary.ts';
import { capital, longMonth } from './format.ts';
import { t } from './i18n/words.ts';

/** Two or three periods, in the order of time. */
export interface Periods {
  first: Period;
  second: Period;
  third: Period | null;
}

export interface Preset {
  label: string;
  periods: Periods;
  /** Whether the days of the data reach into each of its periods. */
  isKnown: boolean;
  /** A comparison with another year is none of the season. */
  isYearly: boolean;
}

/** 52 weeks: the same days of the week, a year earlier or later. */
const YEAR = 364;

/** The presets of a town, in the order in which they are offered. */
export function presetsOf(town: Town): Preset[] {
  const own = phasesOf(town.phases.before, town.phases.during, '');
  return [
    ...(own ? [preset(t('compare.preset.own'), own, town), ...sameWeeks(own, town)] : []),
    ...town.comparisons.flatMap(({ label, before, during, after }) => {
      const periods = phasesOf(before, during, after ?? '');
      return periods ? [preset(label, periods, town)] : [];
    }),
    ...lastMonth(town),
  ];
}

function preset(label: string, periods: Periods, town: Town, isYearly = false): Preset {
  const { firstDay, lastDay } = town;
  const list = [periods.first, periods.second, ...(periods.third ? [periods.third] : [])];
  const isKnown =
    firstDay !== null && lastDay !== null && list.every(({ from, to }) => from <= lastDay && to >= firstDay);
  return { label, periods, isKnown, isYearly };
}

function phasesOf(first: string, second: string, third: string): Periods | null {
  const [one, two, three] = [first, second, third].map(closedPeriod);
  return one && two ? { first: one, second: two, third: three ?? null } : null;
}

function closedPeriod(text: string): Period | null {
  const period = parsePeriod(text);
  return period?.to ? { from: period.from, to: period.to } : null;
}

const moved = ({ from, to }: Period, days: number): Period => ({
  from: dayText((dayNumber(from) ?? 0) + days),
  to: dayText((dayNumber(to) ?? 0) + days),
});

/** The town's own "during" and the same weeks of the year before, day of the week by day of the week. */
function sameWeeks({ second }: Periods, town: Town): Preset[] {
  const first = moved(second, -YEAR);
  const label = t('compare.preset.sameWeeks', { year: first.from.slice(0, 4) });
  return [preset(label, { first, second, third: null }, town, true)];
}

/** The last month of which there are data to the end, against the one before and the same one a year before. */
function lastMonth(town: Town): Preset[] {
  if (!town.lastDay) return [];
  const month = lastWholeMonth(town.lastDay);
  const [previous, yearBefore] = [monthBefore(month, 1), monthBefore(month, 12)];
  const words = { month: capital(longMonth(month.from)) };
  return [
    preset(
      t('compare.preset.month', { ...words, other: longMonth(previous.from) }),
      pair(previous, month),
      town,
    ),
    preset(
      t('compare.preset.month', { ...words, other: longMonth(yearBefore.from) }),
      pair(yearBefore, month),
      town,
      true,
    ),
  ];
}

const pair = (first: Period, second: Period): Periods => ({ first, second, third: null });

function lastWholeMonth(lastDay: Day): Period {
  const own = monthOf(Number(lastDay.slice(0, 4)), Number(lastDay.slice(5, 7)) - 1);
  return own.to === lastDay ? own : monthBefore(own, 1);
}

function monthBefore({ from }: Period, months: number): Period {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 - months;
  return monthOf(Math.floor(index / 12), index % 12);
}

function monthOf(year: number, month: number): Period {
  const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { from: text(Date.UTC(year, month, 1)), to: text(Date.UTC(year, month + 1, 0)) };
}

/**
 * Reads the periods in the address, such as `2019-03-11..2019-05-19,2020-03-09..2020-05-17`; null when they are none,
 * overlap, or do not follow one another.
 */
export function readPeriods(text: string | null): Periods | null {
  const list = (text ?? '').split(',').map(closedPeriod);
  const [first, second, third] = list;
  if (!first || !second || list.length > 3 || list.includes(null)) return null;
  if (second.from <= first.to || (third && third.from <= second.to)) return null;
  return { first, second, third: third ?? null };
}

/** Writes periods as `readPeriods` reads them. */
export function writePeriods({ first, second, third }: Periods): string {
  return [first, second, ...(third ? [third] : [])].map(({ from, to }) => `${from}..${to}`).join(',');
}
