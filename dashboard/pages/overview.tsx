// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica: the answer first, then the evidence for it; each panel loads and fails by itself.
import '../style/overview.css';
import type { Town } from '../../api/schemas.ts';
import { type Choices, shownRange } from '../address.ts';
import { useAnswer } from '../answer.ts';
import { compareQuestion, seriesQuestion } from '../client.ts';
import { t } from '../i18n/words.ts';
import { Answer } from '../panels/answer.tsx';
import { Cards } from '../panels/cards.tsx';
import { Cautions } from '../panels/cautions.tsx';
import { Forest } from '../panels/forest.tsx';
import { NoteList } from '../panels/note-list.tsx';
import { useTitle } from '../panels/page-head.tsx';
import { Share } from '../panels/share.tsx';
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
  const question = compareQuestion(choices);
  const compare = useAnswer(question);
  const weeks = useAnswer(seriesQuestion(range, 'week', channels));
  const days = useAnswer(seriesQuestion(range, 'day', channels));
  return (
    <>
      <Answer compare={compare} channels={shown} phases={phases} />
      <Cards compare={compare} weeks={weeks} days={days.data} channels={shown} />
      <Forest compare={compare} channels={shown} api={question.path} />
      <div class="beside">
        <Share compare={compare} api={question.path} />
        {compare.data && <Cautions compare={compare.data} channels={shown} />}
      </div>
      <NoteList period={{ from: range.from, to: range.to ?? range.from }} channels={channels} />
      <Spoken asked={compare} />
    </>
  );
}
