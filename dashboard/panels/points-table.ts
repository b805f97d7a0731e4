// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Point } from '../../api/schemas.ts';
import type { Granularity } from '../../sql/vocabulary.ts';
import { mean, number } from '../format.ts';
import { t } from '../i18n/words.ts';
import { stateWord, when } from '../reading.ts';
import { type Cell, nothing, shown, type Table } from './data-table.tsx';

/** The numbers of a time line, one row a day, week or month. */
export function pointsTable(granularity: Granularity, points: readonly Point[]): Table {
  const isDay = granularity === 'day';
  const columns = [
    { title: t(`table.period.${granularity}`) },
    { title: t('table.count'), isFigure: true },
    ...(isDay ? [] : [{ title: t('table.mean'), isFigure: true }]),
    { title: isDay ? t('table.state') : t('table.days') },
  ];
  return { columns, rows: points.map((point) => ({ key: point.from, cells: cells(point, granularity) })) };
}

function cells(point: Point, granularity: Granularity): Cell[] {
  const { count, meanPerDay, daysWithData, expectedDays } = point;
  const name = shown(when(point, granularity, false));
  if (granularity === 'day') return [name, figureOf(point, count, number), shown(stateWord(point))];
  const days = t('days.ofOpen', { days: number(daysWithData), expected: number(expectedDays) });
  return [name, figureOf(point, count, number), figureOf(point, meanPerDay, mean), shown(days)];
}

function figureOf({ state }: Point, value: number | null, write: (value: number) => string): Cell {
  if (state === 'closed') return nothing('closed');
  return value === null ? nothing('missing') : shown(write(value));
}
