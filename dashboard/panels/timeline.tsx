// SPDX-License-Identifier: AGPL-3.0-or-later
// One channel over time: title, summary in words, plot, events, and the same numbers as a table.
import type { Point, Series, Town } from '../../api/schemas.ts';
import type { Granularity } from '../../sql/vocabulary.ts';
import type { Asked } from '../answer.ts';
import { Plot } from '../charts/plot.tsx';
import { seriesQuestion, tableFile } from '../client.ts';
import { capital, shortRun } from '../format.ts';
import { t } from '../i18n/words.ts';
import type { Marker } from '../notes.ts';
import { unit } from '../sentence.ts';
import { address, inPhase } from '../state.ts';
import { summary } from '../summary.ts';
import { ChartPanel } from './chart-panel.tsx';
import { pointsTable } from './points-table.ts';
import type { Drawn } from './timelines.tsx';

type Channel = Town['channels'][number];

interface Props {
  channel: Channel;
  granularity: Granularity;
  markers: readonly Marker[];
  asked: Asked<Drawn>;
}

/** The panel of a channel. */
export function Timeline({ channel, granularity, markers, asked }: Props) {
  const { code, label } = channel;
  const pointsIn = (drawn: Drawn) => pointsOf(granularity === 'day' ? drawn.days : drawn.means, code);
  const topic = address.value?.choices.topic ?? null;
  const question = asked.data && seriesQuestion(asked.data.days, granularity, [code], topic);
  const subtitle = capital(t(`timeline.title.${granularity}`, { unit: unit(code, 2) }));
  return (
    <ChartPanel
      id={`timeline-${code}`}
      title={label}
      subtitle={topic ? t('timeline.topic', { title: subtitle, topic }) : subtitle}
      level={3}
      channel={code}
      asked={asked}
      summary={(drawn) => {
        if (topic) return t('timeline.topicOnly', { topic });
        const comparison = drawn.compare.channels.find((c) => c.channel === code);
        return comparison && summary(comparison, pointsOf(drawn.weeks, code), inPhase);
      }}
      table={(drawn) => pointsTable(granularity, pointsIn(drawn))}
      csv={question ? tableFile(question) : undefined}
      api={question?.path}
    >
      {(drawn) => <Body {...{ channel, granularity, markers, drawn }} points={pointsIn(drawn)} />}
    </ChartPanel>
  );
}

interface BodyProps extends Omit<Props, 'asked'> {
  drawn: Drawn;
  points: Point[];
}

function Body({ channel: { code, label }, granularity, markers, drawn, points }: BodyProps) {
  const topic = address.value?.choices.topic;
  // A note that began earlier stands at the edge, rather than nowhere.
  const { from, to: end } = drawn.days;
  const shown = markers
    .filter(({ day, to = day }) => to >= from && day <= end)
    .map((marker) => (marker.day >= from ? marker : { ...marker, day: from }));
  const comparison = drawn.compare.channels.find((each) => each.channel === code);
  // Within a topic the level of the whole channel says nothing.
  const expected = topic ? [] : (comparison?.counterfactual ?? []);
  return (
    <>
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
        expected={expected}
      />
      {expected.length > 0 && <p class="note">{t('timeline.expected')}</p>}
      {shown.length > 0 && <Markers markers={shown} />}
    </>
  );
}

const pointsOf = (series: Series, code: string): Point[] =>
  series.channels.find(({ channel }) => channel === code)?.points ?? [];

function Markers({ markers }: { markers: readonly Marker[] }) {
  return (
    <ol class="markers" aria-label={t('timeline.markers')}>
      {markers.map(({ day, to = day, label }, i) => (
        <li key={day + label}>
          <span class="flag" aria-hidden="true">
            {i + 1}
          </span>
          {t('timeline.marker', { label, day: shortRun({ from: day, to }) })}
        </li>
      ))}
    </ol>
  );
}
