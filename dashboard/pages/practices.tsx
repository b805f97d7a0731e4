// SPDX-License-Identifier: AGPL-3.0-or-later
// Pratiche: what was sent, about what and by which means, how it ended and how long it took.
import '../style/practices.css';
import type { Breakdown } from '../../api/schemas/breakdown.ts';
import type { Practices as Answer } from '../../api/schemas/practices.ts';
import type { Compare, Town } from '../../api/schemas.ts';
import type { Choices } from '../address.ts';
import { type Asked, useAnswer } from '../answer.ts';
import { type Divided, phasesIn } from '../breakdown.ts';
import { compareQuestion, practicesBy, practicesQuestion, tableFile } from '../client.ts';
import { capital, longDay, number } from '../format.ts';
import { plural, spoken, t } from '../i18n/words.ts';
import { channelClass, Icon } from '../icons.tsx';
import { BreakdownPanel } from '../panels/breakdown-panel.tsx';
import { PageHead } from '../panels/page-head.tsx';
import { chosenPhase, PhaseSwitch } from '../panels/phase-switch.tsx';
import { type Kinds, PracticeKinds } from '../panels/practice-kinds.tsx';
import { Nothing, Panel, Spoken } from '../panels/states.tsx';
import { PAGES } from '../route.ts';
import { address, hrefTo, inPhase, needsCauses, town } from '../state.ts';

const CHANNEL = 'practice';

/** The practices of the phases in the address, narrowed to its topic. */
export function Practices() {
  const choices = address.value?.choices;
  const hasChannel = town.value?.channels.some(({ code }) => code === CHANNEL);
  return (
    <>
      <PageHead title={t('practices.title')} short={t('nav.practices')} />
      {choices && town.value && hasChannel && <Panels town={town.value} choices={choices} />}
      {hasChannel === false && <p class="page-lead">{t('practices.noChannel')}</p>}
    </>
  );
}

function Panels({ town, choices }: { town: Town; choices: Choices }) {
  const compare = useAnswer(compareQuestion({ ...choices, channels: [CHANNEL] }));
  const all = useAnswer(practicesQuestion(choices));
  const isKnown = all.data === null || hasData(all.data);
  return (
    <>
      <Lead compare={compare} threshold={town.suppressionThreshold} />
      {isKnown ? <Breakdowns {...{ all, choices }} threshold={town.suppressionThreshold} /> : <NoData />}
      <Spoken asked={all} />
    </>
  );
}

const hasData = (answer: Answer): boolean =>
  phasesIn(answer).some((phase) => (answer[phase]?.daysWithData ?? 0) > 0);

/** The sentence, and what is not shown and why. */
function Lead({ compare, threshold }: { compare: Asked<Compare>; threshold: number }) {
  return (
    <div class="practices-lead">
      <Panel asked={compare} kind="answer">
        {(known) => <Sentence compare={known} />}
      </Panel>
      <p class="practices-hidden">
        <Icon name="lock" />
        <span>
          {t('practices.hidden', { threshold })} <strong>{t('table.concealed')}</strong>{' '}
          {t('practices.concealed')}
        </span>
      </p>
    </div>
  );
}

function Sentence({ compare }: { compare: Compare }) {
  const known = compare.channels[0];
  if (!known) return null;
  const { total, daysWithData } = known.during;
  const days = plural('days', daysWithData, number(daysWithData));
  return (
    <div>
      <p class="practices-sentence">
        {daysWithData > 0 && (
          <>
            <strong>{plural('practices.arrived', total, number(total))}</strong>{' '}
            {t('practices.arrivedIn', { in: inPhase('during'), days })}{' '}
          </>
        )}
        {known.sentence[spoken()]}
      </p>
      {needsCauses() && <p class="causes">{t('answer.causes')}</p>}
    </div>
  );
}

function NoData() {
  return (
    <div class="card practices-none">
      <h2>{t('practices.none')}</h2>
      <p>{t('practices.noneText')}</p>
      <a href={hrefTo(PAGES.data.path)}>{t('practices.noneLink')}</a>
    </div>
  );
}

interface BreakdownsProps {
  all: Asked<Answer>;
  choices: Choices;
  threshold: number;
}

function Breakdowns({ all, choices, threshold }: BreakdownsProps) {
  const phases = all.data ? phasesIn(all.data) : [];
  const phase = chosenPhase(phases);
  const { topic } = choices;
  const isAbout = topic === null || !all.data || all.data.topics.some(({ value }) => value === topic);
  const api = practicesQuestion(choices);
  const common = { phase, threshold };
  return (
    <section class={`section ${channelClass(CHANNEL)}`} aria-labelledby="practices">
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
          subtitle={t('practices.topics.note')}
          name={t('practices.topic')}
          asked={part(all, ({ topics }) => topics)}
          filter={{ parameter: 'argomento', chosen: topic }}
          csv={tableFile(practicesBy('topic', choices, null))}
          api={api.path}
        />
      </div>
    </section>
  );
}

/** The panels that a topic narrows. Times to close are known of all practices of a kind only. */
function ByTopic({ all, choices, threshold }: BreakdownsProps) {
  const { topic } = choices;
  const ask = (by: 'kind' | 'means' | 'outcome') => practicesBy(by, choices, topic);
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
