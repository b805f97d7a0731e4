// SPDX-License-Identifier: AGPL-3.0-or-later
// Dati: what there is and what is missing, what asks for a decision, and the files it all comes from.
import '../style/data.css';
import type { Coverage } from '../../api/schemas/coverage.ts';
import type { Town } from '../../api/schemas.ts';
import { type Choices, shownRange } from '../address.ts';
import { useAnswer } from '../answer.ts';
import { coverageQuestion, decisionsQuestion, loadsQuestion } from '../client.ts';
import { sentence } from '../coverage.ts';
import { conjunction } from '../format.ts';
import { t } from '../i18n/words.ts';
import { CoveragePanel } from '../panels/coverage-panel.tsx';
import { askedPeriod } from '../panels/coverage-period.tsx';
import { DataNotices } from '../panels/data-notices.tsx';
import { FilterChip } from '../panels/filter-chip.tsx';
import { Loads } from '../panels/loads.tsx';
import { NoteList } from '../panels/note-list.tsx';
import { PageHead } from '../panels/page-head.tsx';
import { Spoken } from '../panels/states.tsx';
import { address, choose, town } from '../state.ts';

/** The page of the data, for the period and the channels in the address. */
export function Data() {
  const choices = address.value?.choices;
  if (!town.value || !choices) return null;
  return <Panels town={town.value} choices={choices} />;
}

function Panels({ town, choices }: { town: Town; choices: Choices }) {
  const period = askedPeriod() ?? closed(shownRange(choices, town));
  const hasDays = town.firstDay !== null;
  const coverage = useAnswer(hasDays ? coverageQuestion(period, choices.channels) : null);
  const decisions = useAnswer(decisionsQuestion);
  const loads = useAnswer(loadsQuestion);
  const again = () => {
    coverage.retry();
    decisions.retry();
  };
  const channels = town.channels.filter(({ code }) => choices.channels.includes(code));
  return (
    <>
      <PageHead title={t('data.title')} short={t('nav.data')}>
        {hasDays ? coverage.data ? <Sentence coverage={coverage.data} /> : '…' : t('data.empty')}
      </PageHead>
      {channels.length < town.channels.length && <OnlySome channels={channels} />}
      <DataNotices
        {...{ town, again }}
        coverage={coverage.data}
        decisions={decisions.data?.decisions ?? []}
      />
      <div class="data">
        {hasDays && (
          <CoveragePanel
            asked={coverage}
            loads={loads.data ?? []}
            during={choices.phases.during}
            {...{ channels, period }}
          />
        )}
        <NoteList period={period} channels={choices.channels} />
        <Loads asked={loads} />
      </div>
      <Spoken asked={hasDays ? coverage : loads} />
    </>
  );
}

const closed = ({ from, to }: { from: string; to: string | null }) => ({ from, to: to ?? from });

function Sentence({ coverage }: { coverage: Coverage }) {
  const { missing, rest } = sentence(coverage);
  return (
    <>
      <strong>{missing}</strong>
      {rest}
    </>
  );
}

/** The channels that the page is narrowed to, with the way out. */
function OnlySome({ channels }: { channels: Town['channels'] }) {
  const names = conjunction(channels.map(({ label }) => label));
  const all = town.value?.channels.map(({ code }) => code) ?? [];
  return (
    <FilterChip
      className="data-some"
      title={t('filter.channels')}
      value={names}
      label={t('data.allChannels', { names })}
      remove={() => choose({ channels: all })}
    />
  );
}
