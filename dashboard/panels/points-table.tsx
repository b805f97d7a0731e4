// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Point, Town } from '../../api/schemas.ts';
import type { Granularity } from '../../sql/vocabulary.ts';
import { mean, number } from '../format.ts';
import { t } from '../i18n/words.ts';
import { cell, stateWord, when } from '../reading.ts';

interface Props {
  channel: Town['channels'][number];
  granularity: Granularity;
  points: readonly Point[];
}

/** The numbers of a plot, one row a day, week or month. */
export function PointsTable({ channel: { code, label }, granularity, points }: Props) {
  const name = t('table.of', { label });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller scroller-tall" id={`table-${code}`} tabIndex={0} aria-label={name}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t(`table.period.${granularity}`)}</th>
            <th scope="col" class="figure">
              {t('table.count')}
            </th>
            {granularity !== 'day' && (
              <th scope="col" class="figure">
                {t('table.mean')}
              </th>
            )}
            <th scope="col" class="days">
              {granularity === 'day' ? t('table.state') : t('compare.data')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <Row key={point.from} point={point} granularity={granularity} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ point, granularity }: { point: Point; granularity: Granularity }) {
  const { count, meanPerDay, daysWithData, expectedDays } = point;
  const days = t('days.ofOpen', { days: number(daysWithData), expected: number(expectedDays) });
  return (
    <tr>
      <th scope="row">{when(point, granularity, false)}</th>
      <td class="figure">{cell(count === null ? null : number(count), point)}</td>
      {granularity !== 'day' && (
        <td class="figure">{cell(meanPerDay === null ? null : mean(meanPerDay), point)}</td>
      )}
      <td class="days">{granularity === 'day' ? stateWord(point) : days}</td>
    </tr>
  );
}
