// SPDX-License-Identifier: AGPL-3.0-or-later
// The beginning of a channel's page: what may be said, in the sentences of the API, and the figures behind them.
import type { Compare, Comparison } from '../../api/schemas.ts';
import type { Phase } from '../../sql/vocabulary.ts';
import { coverage } from '../comparison.ts';
import { capital, mean, number } from '../format.ts';
import { plural, spoken, t } from '../i18n/words.ts';
import { inPhase } from '../state.ts';
import { CoverageBadge } from './coverage.tsx';
import { Verdict } from './verdict.tsx';

/** Sentences, outcome and facts of one channel. */
export function ChannelFacts({ compare }: { compare: Compare }) {
  const comparison = compare.channels[0];
  if (!comparison) return null;
  const said = comparison.sentences[spoken()];
  return (
    <div class="channel-answer">
      <p class="channel-sentence">{said.headline}</p>
      <p class="channel-outcome">
        <Verdict comparison={comparison} />
        <CoverageBadge share={coverage(comparison)} />
      </p>
      <Facts comparison={comparison} />
      {said.notes.map((note) => (
        <p key={note} class="channel-note">
          {note}
        </p>
      ))}
      {said.confounder[0] && <p class="causes">{said.confounder[0]}</p>}
    </div>
  );
}

const PHASES: readonly Phase[] = ['before', 'during', 'after'];

function Facts({ comparison }: { comparison: Comparison }) {
  return (
    <dl class="channel-facts">
      {PHASES.map((name) => {
        const phase = comparison[name];
        if (!phase) return null;
        const days = plural('days', phase.daysWithData, number(phase.daysWithData));
        return (
          <div key={name}>
            <dt>{capital(inPhase(name))}</dt>
            <dd>
              {phase.daysWithData > 0 ? number(phase.total) : t('table.unknown')}
              <small>
                {t('channel.fact', {
                  mean: mean(phase.meanPerDay),
                  days,
                  expected: number(phase.expectedDays),
                })}
              </small>
              <small>{plural('channel.zeros', phase.zeroDays, number(phase.zeroDays))}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
