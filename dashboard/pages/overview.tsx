// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica: the answer first, then the evidence for it; each panel loads and fails by itself.
import type { Compare, Town } from '../../api/schemas.ts';
import type { Choices, OpenPeriod } from '../address.ts';
import { type Asked, useAnswer } from '../answer.ts';
import { compareQuestion, seriesQuestion } from '../client.ts';
import { type Key, t } from '../i18n/words.ts';
import { Answer } from '../panels/answer.tsx';
import { Cards } from '../panels/cards.tsx';
import { ComparisonTable } from '../panels/comparison-table.tsx';
import { Timelines } from '../panels/timelines.tsx';
import { address, town } from '../state.ts';

/** What a screen reader hears while the figures change. */
const SPOKEN = {
  waiting: 'state.loading',
  loading: 'state.loading',
  ready: 'state.loaded',
  failed: 'state.failed',
} as const satisfies Record<Asked<Compare>['state'], Key>;

/** The home page, for the choices in the address. */
export function Overview() {
  const choices = address.value?.choices;
  return town.value && choices ? <Panels town={town.value} choices={choices} /> : null;
}

function Panels({ town, choices }: { town: Town; choices: Choices }) {
  const { channels, granularity } = choices;
  const shown = town.channels.filter(({ code }) => channels.includes(code));
  const range = shownRange(choices, town);
  const compare = useAnswer(compareQuestion(choices));
  const weeks = useAnswer(seriesQuestion(range, 'week', channels));
  const days = useAnswer(seriesQuestion(range, 'day', channels));
  const months = useAnswer(granularity === 'month' ? seriesQuestion(range, 'month', channels) : null);
  return (
    <>
      <Answer compare={compare} channels={shown} phases={choices.phases} />
      <Cards compare={compare} weeks={weeks} days={days.data} channels={shown} />
      <ComparisonTable compare={compare} channels={shown} />
      <Timelines
        town={town}
        channels={shown}
        granularity={granularity}
        {...{ compare, days, weeks, months }}
      />
      <p class="hidden" role="status">
        {t(SPOKEN[compare.state])}
      </p>
    </>
  );
}

/** From the first day compared to the last: an open end reaches the last day with data. */
function shownRange({ phases }: Choices, { lastDay }: Town): OpenPeriod {
  const { before, during, after } = phases;
  const end = after.to ?? (lastDay && lastDay >= after.from ? lastDay : during.to);
  return { from: before.from, to: end };
}
