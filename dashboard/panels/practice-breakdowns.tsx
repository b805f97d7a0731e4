// SPDX-License-Identifier: AGPL-3.0-or-later
// The practices by kind, topic, means and outcome, for one phase; a topic narrows all but the list of topics.
import type { Breakdown } from '../../api/schemas/breakdown.ts';
import type { Practices as Answer } from '../../api/schemas/practices.ts';
import type { Choices } from '../address.ts';
import { type Asked, useAnswer } from '../answer.ts';
import { type Divided, phasesIn } from '../breakdown.ts';
import { breakdownQuestion, practicesQuestion, tableFile } from '../client.ts';
import { capital, longDay } from '../format.ts';
import { t } from '../i18n/words.ts';
import { channelClass } from '../icons.tsx';
import { canNarrow } from '../state.ts';
import { BreakdownPanel } from './breakdown-panel.tsx';
import { chosenPhase, PhaseSwitch } from './phase-switch.tsx';
import { type Kinds, PracticeKinds } from './practice-kinds.tsx';
import { Nothing } from './states.tsx';

interface Props {
  all: Asked<Answer>;
  choices: Choices;
  threshold: number;
}

/** The breakdowns of the practices, for the phase that is chosen. */
export function PracticeBreakdowns({ all, choices, threshold }: Props) {
  const phases = all.data ? phasesIn(all.data) : [];
  const phase = chosenPhase(phases);
  const { topic } = choices;
  const isAbout = topic === null || !all.data || all.data.topics.some(({ value }) => value === topic);
  const api = practicesQuestion(choices);
  const common = { phase, threshold };
  return (
    <section class={`section ${channelClass('practice')}`} aria-labelledby="practices">
      <div class="section-head practices-phases">
        <h2 id="practices">{t('practices.section')}</h2>
        {phases.length > 0 && <PhaseSwitch phases={phases} />}
      </div>
      <div class="practices">
        {isAbout ? <ByTopic {...{ all, choices, threshold }} /> : <Nothing why="empty" />}
        <BreakdownPanel
          {...common}
          id="argomenti"
          title={t('practices.topics.title')}
          name={t('practices.topic')}
          asked={part(all, ({ topics }) => topics)}
          {...(canNarrow() && {
            subtitle: t('practices.topics.note'),
            filter: { parameter: 'argomento', chosen: topic },
          })}
          csv={tableFile(breakdownQuestion(choices, 'practice', 'topic'))}
          api={api.path}
        />
      </div>
    </section>
  );
}

/** The panels that a topic narrows. Times to close are known of all practices of a kind only. */
function ByTopic({ all, choices, threshold }: Props) {
  const { topic } = choices;
  const ask = (by: 'kind' | 'means' | 'outcome') => breakdownQuestion({ ...choices, topic }, 'practice', by);
  const kinds = useAnswer(topic === null ? null : ask('kind'));
  const means = useAnswer(topic === null ? null : ask('means'));
  const outcomes = useAnswer(topic === null ? null : ask('outcome'));
  const phase = chosenPhase(all.data ? phasesIn(all.data) : []);
  const about = topic === null ? undefined : t('practices.about', { topic });
  const asOf = all.data?.asOf ? t('practices.asOf', { day: longDay(all.data.asOf) }) : undefined;
  const source = (by: 'kind' | 'means' | 'outcome') => ({
    csv: tableFile(topic === null && by === 'kind' ? practicesQuestion(choices) : ask(by)),
    api: topic === null ? practicesQuestion(choices).path : ask(by).path,
  });
  const common = { phase, threshold };
  return (
    <>
      <PracticeKinds
        {...{ phase, threshold, topic, ...source('kind') }}
        asked={topic === null ? mapped(all, kindsOf) : mapped(kinds, kindsAbout)}
      />
      <BreakdownPanel
        {...{ ...common, ...source('means') }}
        id="mezzi"
        title={t('practices.means.title')}
        subtitle={capital(about ?? t('practices.means.note'))}
        name={t('practices.means')}
        asked={topic === null ? part(all, (answer) => answer.means) : means}
      />
      <BreakdownPanel
        {...{ ...common, ...source('outcome') }}
        id="esiti"
        title={t('practices.outcomes.title')}
        subtitle={capital([about, asOf].filter(Boolean).join(' · '))}
        name={t('practices.outcome')}
        asked={topic === null ? part(all, (answer) => answer.outcomes) : outcomes}
      />
    </>
  );
}

const mapped = <From, To>({ data, ...asked }: Asked<From>, make: (from: From) => To): Asked<To> => ({
  ...asked,
  data: data && make(data),
});

const part = (asked: Asked<Answer>, rows: (answer: Answer) => Answer['topics']): Asked<Divided> =>
  mapped(asked, (answer) => ({ ...answer, rows: rows(answer) }));

function kindsOf(answer: Answer): Kinds {
  const { before, during, after, kinds, closingKnown, leastClosed } = answer;
  const closing = { before: before.closing, during: during.closing, after: after?.closing ?? null };
  return { before, during, after, rows: kinds, closing: closingKnown ? closing : null, leastClosed };
}

const kindsAbout = ({ before, during, after, rows }: Breakdown): Kinds => ({
  ...{ before, during, after, rows },
  closing: null,
  leastClosed: 0,
});
