// SPDX-License-Identifier: AGPL-3.0-or-later
// The answer: the question as heading, one sentence made from the data, and what it does not say.
import type { Compare, Town } from '../../api/schemas.ts';
import type { Phases } from '../address.ts';
import type { Asked } from '../answer.ts';
import { longPeriod } from '../format.ts';
import { t } from '../i18n/words.ts';
import { answer, correction } from '../sentence.ts';
import { needsCauses, theDuring } from '../state.ts';
import { Article } from './article.tsx';
import { Panel } from './states.tsx';

interface Props {
  compare: Asked<Compare>;
  channels: Town['channels'];
  phases: Phases;
}

/** The top of the page, enough for who reads nothing else. */
export function Answer({ compare, channels, phases }: Props) {
  const { before, during } = phases;
  const periods = { before: closed(before), during: closed(during) };
  return (
    <section class="answer" aria-labelledby="question">
      <div>
        <h1 id="question" class="question" tabIndex={-1}>
          {t('answer.question', { the: theDuring(), ...periods })}
        </h1>
        <Panel asked={compare} kind="answer">
          {(known) => <Sentence compare={known} channels={channels} />}
        </Panel>
      </div>
      {compare.data && <Article compare={compare.data} />}
    </section>
  );
}

const closed = ({ from, to }: Phases['before']): string => longPeriod({ from, to: to ?? from });

function Sentence({ compare, channels }: { compare: Compare; channels: Town['channels'] }) {
  const pieces = answer(compare.channels, channels);
  return (
    <>
      <p class="sentence">
        {pieces.map(({ text, tone }) => {
          if (!tone) return text;
          return tone === 'strong' ? <strong key={text}>{text}</strong> : <small key={text}>{text}</small>;
        })}
      </p>
      {pieces.length > 1 && <p class="simple">{correction(compare)}</p>}
      {needsCauses() && <p class="causes">{t('answer.causes')}</p>}
    </>
  );
}
