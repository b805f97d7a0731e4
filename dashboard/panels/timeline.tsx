// SPDX-License-Identifier: AGPL-3.0-or-later
// One channel over time: title, summary in words, plot, events, and the same numbers as a table.
import { useState } from 'preact/hooks';
import type { Point, Series, Town } from '../../api/schemas.ts';
import type { Granularity } from '../../sql/vocabulary.ts';
import type { Asked } from '../answer.ts';
import { Plot } from '../charts/plot.tsx';
import { capital, shortDay } from '../format.ts';
import { t } from '../i18n/words.ts';
import { ChannelIcon, channelClass, Icon } from '../icons.tsx';
import { unit } from '../sentence.ts';
import { inPhase } from '../state.ts';
import { summary } from '../summary.ts';
import { PointsTable } from './points-table.tsx';
import { Panel } from './states.tsx';
import type { Drawn } from './timelines.tsx';

type Channel = Town['channels'][number];

interface Props {
  channel: Channel;
  granularity: Granularity;
  markers: Town['markers'];
  asked: Asked<Drawn>;
}

/** The panel of a channel. */
export function Timeline({ channel, granularity, markers, asked }: Props) {
  const [isTable, setTable] = useState(false);
  const { code, label } = channel;
  const title = `timeline-${code}`;
  const toggle = t(isTable ? 'table.hide' : 'table.show');
  return (
    <article class={`card timeline ${channelClass(code)}`} aria-labelledby={title}>
      <div class="panel-head">
        <h3 id={title} tabIndex={-1}>
          <ChannelIcon code={code} />
          {label}
        </h3>
        <p class="note">{capital(t(`timeline.title.${granularity}`, { unit: unit(code, 2) }))}</p>
        {asked.data && (
          <button
            type="button"
            class="button button-quiet"
            aria-label={`${toggle}: ${label}`}
            aria-expanded={isTable}
            aria-controls={isTable ? `table-${code}` : undefined}
            onClick={() => setTable(!isTable)}
          >
            <Icon name="table" />
            {toggle}
          </button>
        )}
      </div>
      <Panel asked={asked} kind="timeline">
        {(drawn) => <Body {...{ channel, granularity, markers, drawn, isTable }} />}
      </Panel>
    </article>
  );
}

interface BodyProps extends Omit<Props, 'asked'> {
  drawn: Drawn;
  isTable: boolean;
}

function Body({ channel, granularity, markers, drawn, isTable }: BodyProps) {
  const { code, label } = channel;
  const comparison = drawn.compare.channels.find((c) => c.channel === code);
  const points = pointsOf(granularity === 'day' ? drawn.days : drawn.means, code);
  const shown = markers.filter(({ day }) => day >= drawn.days.from && day <= drawn.days.to);
  return (
    <>
      <p class="summary" id={`summary-${code}`}>
        {comparison && summary(comparison, pointsOf(drawn.weeks, code), inPhase)}
      </p>
      <Plot
        channel={code}
        label={label}
        granularity={granularity}
        points={points}
        days={pointsOf(drawn.days, code)}
        means={pointsOf(drawn.means, code)}
        phases={drawn.compare}
        range={drawn.days}
        markers={shown}
      />
      {shown.length > 0 && <Markers markers={shown} />}
      {isTable && <PointsTable channel={channel} granularity={granularity} points={points} />}
    </>
  );
}

const pointsOf = (series: Series, code: string): Point[] =>
  series.channels.find(({ channel }) => channel === code)?.points ?? [];

function Markers({ markers }: { markers: Town['markers'] }) {
  return (
    <ol class="markers" aria-label={t('timeline.markers')}>
      {markers.map(({ day, label }, i) => (
        <li key={day + label}>
          <span class="flag" aria-hidden="true">
            {i + 1}
          </span>
          {t('timeline.marker', { label, day: shortDay(day) })}
        </li>
      ))}
    </ol>
  );
}
