// SPDX-License-Identifier: AGPL-3.0-or-later
// How many practices came in digitally, out of all that came in or to the desk: the share, and always the total.
import '../style/share.css';
import type { Compare } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { ShareChart } from '../charts/share.tsx';
import { tableFile } from '../client.ts';
import { number, shortPeriod } from '../format.ts';
import { spoken, t } from '../i18n/words.ts';
import { ChartPanel } from './chart-panel.tsx';
import { shown, type Table } from './data-table.tsx';

interface Props {
  compare: Asked<Compare>;
  api: string;
}

/** The panel of the digital share; without both channels there is nothing to compare. */
export function Share({ compare, api }: Props) {
  if (compare.data && !compare.data.mix) return null;
  return (
    <ChartPanel
      id="quota"
      title={t('share.title')}
      subtitle={t('share.subtitle')}
      asked={compare}
      csv={tableFile({ path: api }, 'share')}
      api={api}
      summary={({ mix }) => mix?.sentence[spoken()] ?? t('share.unknown')}
      nothing={({ mix }) => (mix?.weeks.some(({ share }) => share !== null) ? null : 'empty')}
      table={({ mix }) => table(mix?.weeks ?? [])}
      after={<Legend />}
    >
      {(known) => known.mix && <ShareChart mix={known.mix} compare={known} />}
    </ChartPanel>
  );
}

function Legend() {
  return (
    <p class="legend">
      <span class="legend-item">
        <i class="swatch swatch-digital" />
        {t('share.digital')}
      </span>
      <span class="legend-item">
        <i class="swatch swatch-desk" />
        {t('share.desk')}
      </span>
      <span class="legend-item">
        <i class="swatch swatch-level" />
        {t('share.level')}
      </span>
    </p>
  );
}

function table(weeks: NonNullable<Compare['mix']>['weeks']): Table {
  const figure = (title: string) => ({ title, isFigure: true });
  const known = (value: number | null, text: (value: number) => string) =>
    value === null ? ({ nothing: 'missing' } as const) : shown(text(value));
  return {
    columns: [
      { title: t('table.period.week') },
      figure(t('share.digital')),
      figure(t('share.desk')),
      figure(t('share.column')),
      figure(t('share.totalColumn')),
      figure(t('share.days')),
    ],
    rows: weeks.map((week) => ({
      key: week.from,
      cells: [
        shown(shortPeriod(week)),
        known(week.share === null ? null : week.digital, (value) => number(value)),
        known(week.share === null ? null : week.desk, (value) => number(value)),
        known(week.share, (value) => `${number(value * 100)}\u00a0%`),
        known(week.totalPerDay, (value) => number(value, 1)),
        shown(number(week.days)),
      ],
    })),
  };
}
