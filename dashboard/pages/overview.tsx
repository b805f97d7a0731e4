// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica: the answer first, then the evidence for it; each panel loads and fails by itself.
import type { Town } from '../../api/schemas.ts';
import { type Choices, shownRange } from '../address.ts';
import { useAnswer } from '../answer.ts';
import { compareQuestion, seriesQuestion } from '../client.ts';
import { t } from '../i18n/words.ts';
import { Answer } from '../panels/answer.tsx';
import { Cards } from '../panels/cards.tsx';
import { ComparisonTable } from '../panels/comparison-table.tsx';
import { useTitle } from '../panels/page-head.tsx';
import { Spoken } from '../panels/states.tsx';
import { address, town } from '../state.ts';

/** The home page, for the choices in the address. */
export function Overview() {
  const choices = address.value?.choices;
  useTitle(t('nav.overview'));
  return town.value && choices ? <Panels town={town.value} choices={choices} /> : null;
}

function Panels({ town, choices }: { town: Town; choices: Choices }) {
  const { channels, phases } = choices;
  const shown = town.channels.filter(({ code }) => channels.includes(code));
  const range = shownRange(choices, town);
  const compare = useAnswer(compareQuestion(choices));
  const weeks = useAnswer(seriesQuestion(range, 'week', channels));
  const days = useAnswer(seriesQuestion(range, 'day', channels));
  return (
    <>
      <Answer compare={compare} channels={shown} phases={phases} />
      <Cards compare={compare} weeks={weeks} days={days.data} channels={shown} />
      <ComparisonTable compare={compare} channels={shown} />
      <Spoken asked={compare} />
    </>
  );
}
