// SPDX-License-Identifier: AGPL-3.0-or-later
// Pratiche: what was sent, about what and by which means, how it ended and how long it took.
import '../style/practices.css';
import type { Practices as Answer } from '../../api/schemas/practices.ts';
import type { Compare, Town } from '../../api/schemas.ts';
import type { Choices } from '../address.ts';
import { type Asked, useAnswer } from '../answer.ts';
import { phasesIn } from '../breakdown.ts';
import { compareQuestion, practicesQuestion } from '../client.ts';
import { number } from '../format.ts';
import { plural, spoken, t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { PageHead } from '../panels/page-head.tsx';
import { PracticeBreakdowns } from '../panels/practice-breakdowns.tsx';
import { Share } from '../panels/share.tsx';
import { Panel, Spoken } from '../panels/states.tsx';
import { Verdict } from '../panels/verdict.tsx';
import { PAGES } from '../route.ts';
import { address, canNarrow, hrefTo, inPhase, needsCauses, town } from '../state.ts';

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
  // All channels: what can be claimed depends on how many are looked at together, and the first page asks the same.
  const question = compareQuestion({ ...choices, channels: town.channels.map(({ code }) => code) });
  const compare = useAnswer(question);
  const all = useAnswer(practicesQuestion(choices));
  return (
    <>
      <Lead compare={compare} threshold={town.suppressionThreshold} />
      {all.data && !hasData(all.data) && <NoData />}
      {all.data && hasData(all.data) && !isTold(all.data) && <OnlyCounts />}
      {(all.data === null || isTold(all.data)) && (
        <PracticeBreakdowns {...{ all, choices }} threshold={town.suppressionThreshold} />
      )}
      <Share compare={compare} api={question.path} />
      <Spoken asked={all} />
    </>
  );
}

const hasData = (answer: Answer): boolean =>
  phasesIn(answer).some((phase) => (answer[phase]?.daysWithData ?? 0) > 0);

/** Whether the sources say more than how many. */
const isTold = ({ kinds, topics, means, outcomes }: Answer): boolean =>
  [kinds, topics, means, outcomes].some((rows) => rows.some(({ kind }) => kind === 'value'));

/** The sentence, and what is not shown and why. */
function Lead({ compare, threshold }: { compare: Asked<Compare>; threshold: number }) {
  return (
    <div class="practices-lead">
      <Panel asked={compare} kind="practices">
        {(known) => <Sentence compare={known} />}
      </Panel>
      <p class="practices-hidden">
        <Icon name="lock" />
        <span>
          {t('practices.hidden', { threshold })} <strong>{t('table.concealed')}</strong>{' '}
          {t('practices.concealed')} {t(canNarrow() ? 'practices.beside' : 'chart.published')}
        </span>
      </p>
    </div>
  );
}

function Sentence({ compare }: { compare: Compare }) {
  const known = compare.channels.find(({ channel }) => channel === CHANNEL);
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
      <p class="practices-verdict">
        <Verdict comparison={known} />
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

function OnlyCounts() {
  return (
    <div class="card practices-none">
      <h2>{t('practices.untold')}</h2>
      <p>{t('breakdown.untoldHint')}</p>
    </div>
  );
}
