// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Coverage } from '../../api/schemas/coverage.ts';
import type { Load, Town } from '../../api/schemas.ts';
import type { Period } from '../../sql/vocabulary.ts';
import type { OpenPeriod } from '../address.ts';
import type { Asked } from '../answer.ts';
import { CoverageChart } from '../charts/coverage.tsx';
import { coverageQuestion, seriesQuestion, tableFile } from '../client.ts';
import { coverageTable, notesOn, summaryOfGaps } from '../coverage.ts';
import { longPeriod } from '../format.ts';
import { t } from '../i18n/words.ts';
import { labelIn } from '../labels.ts';
import { dayInWords, sourcesLine } from '../sources.ts';
import { ChartPanel } from './chart-panel.tsx';
import { CoveragePeriod } from './coverage-period.tsx';
import { DayLegend } from './day-legend.tsx';

interface Props {
  asked: Asked<Coverage>;
  /** The files taken in; empty while they are not known. */
  loads: readonly Load[];
  channels: Town['channels'];
  period: Period;
  /** The phase that is shaded. */
  during: OpenPeriod;
}

/** Which days of which channel are known, day by day. */
export function CoveragePanel({ asked, loads, channels, period, during }: Props) {
  const codes = channels.map(({ code }) => code);
  return (
    <ChartPanel
      id="copertura"
      title={t('data.coverage', { period: longPeriod(period) })}
      subtitle={t('data.coverageNote')}
      asked={asked}
      skeleton="coverage"
      summary={(coverage) => summaryOfGaps(coverage, channels)}
      table={(coverage) => coverageTable(coverage, channels)}
      csv={tableFile(seriesQuestion(period, 'day', codes))}
      api={coverageQuestion(period, codes).path}
      controls={<CoveragePeriod period={period} />}
      after={<DayLegend />}
    >
      {(coverage) => (
        <CoverageChart
          rows={coverage.channels.map((channel) => ({
            channel: channel.channel,
            label: labelIn(channels, channel.channel),
            source: sourcesLine(channel),
            states: channel.days.map(({ state }) => state),
          }))}
          period={coverage}
          shaded={{ from: during.from, to: during.to ?? coverage.to }}
          notes={(row, days) => {
            const channel = coverage.channels[row];
            return channel ? notesOn(channel, days) : [];
          }}
          read={(row, index) => {
            const channel = coverage.channels[row];
            return channel ? dayInWords(channel, index, labelIn(channels, channel.channel), loads) : '';
          }}
        />
      )}
    </ChartPanel>
  );
}
