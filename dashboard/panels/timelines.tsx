// SPDX-License-Identifier: AGPL-3.0-or-later
// A time line per channel, with one step and one legend for all of them.
import { useMemo, useRef } from 'preact/hooks';
import type { Compare, Series, Town } from '../../api/schemas.ts';
import { GRANULARITIES, type Granularity } from '../../sql/vocabulary.ts';
import type { Asked } from '../answer.ts';
import { t } from '../i18n/words.ts';
import { markersOf, type useNotes } from '../notes.ts';
import { choose } from '../state.ts';
import { Legend } from './legend.tsx';
import { Timeline } from './timeline.tsx';

interface Props {
  town: Town;
  channels: Town['channels'];
  granularity: Granularity;
  compare: Asked<Compare>;
  days: Asked<Series>;
  weeks: Asked<Series>;
  months: Asked<Series>;
  notes: ReturnType<typeof useNotes>;
}

/** The section of the time lines. */
export function Timelines({ town, channels, granularity, compare, days, weeks, months, notes }: Props) {
  const asked = useTogether(compare, days, weeks, granularity === 'month' ? months : weeks);
  return (
    <section class="section" aria-labelledby="timelines">
      <div class="section-head">
        <h2 id="timelines">{t('timelines.title')}</h2>
        <Steps granularity={granularity} />
      </div>
      <Legend granularity={granularity} />
      <div class="timelines">
        {channels.map((channel) => (
          <Timeline
            key={channel.code}
            channel={channel}
            granularity={granularity}
            markers={markersOf(town, notes)}
            asked={asked}
          />
        ))}
      </div>
    </section>
  );
}

/** The answers that a time line is drawn from. */
export interface Drawn {
  compare: Compare;
  days: Series;
  weeks: Series;
  means: Series;
}

/** One answer out of several; while one of them is on its way, the last complete set stays, as long as that answer itself does. */
function useTogether(
  compare: Asked<Compare>,
  days: Asked<Series>,
  weeks: Asked<Series>,
  means: Asked<Series>,
): Asked<Drawn> {
  const all = [compare, days, weeks, means];
  const last = useRef<Drawn | null>(null);
  const state = STATES.find((known) => all.some((asked) => asked.state === known)) ?? 'ready';
  const complete = compare.data && days.data && weeks.data && means.data;
  const data = useMemo(
    () =>
      complete ? { compare: compare.data!, days: days.data!, weeks: weeks.data!, means: means.data! } : null,
    [complete, compare.data, days.data, weeks.data, means.data],
  );
  if (state !== 'waiting') last.current = state === 'failed' ? null : data;
  const retry = () => {
    for (const asked of all) if (asked.state === 'failed') asked.retry();
  };
  const problem = all.find((asked) => asked.state === 'failed')?.problem ?? null;
  return { state, data: last.current, problem, retry };
}

const STATES = ['failed', 'loading', 'waiting'] as const;

function Steps({ granularity }: { granularity: Granularity }) {
  return (
    <fieldset class="segments">
      <legend class="hidden">{t('timelines.step')}</legend>
      {GRANULARITIES.map((step) => (
        <label key={step} class={step === granularity ? 'segment segment-chosen' : 'segment'}>
          <input
            type="radio"
            name="step"
            class="hidden"
            checked={step === granularity}
            onChange={() => choose({ granularity: step })}
          />
          {t(`granularity.${step}`)}
        </label>
      ))}
    </fieldset>
  );
}
