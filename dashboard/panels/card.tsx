// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Compare, Comparison, Series } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { Whisker } from '../charts/whisker.tsx';
import { coverage, headline, outcome, type Standing, standing, tooFewDays } from '../comparison.ts';
import { interval, mean, number, ratio } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { ChannelIcon, channelClass, Icon } from '../icons.tsx';
import { channelPath } from '../route.ts';
import { unit } from '../sentence.ts';
import { hrefTo, inPhase } from '../state.ts';
import { CoverageBadge } from './coverage.tsx';
import { Panel } from './states.tsx';
import { seasonNote, Verdict } from './verdict.tsx';

interface Props {
  comparison: Comparison;
  compare: Compare;
  weeks: Asked<Series>;
  days: Series | null;
  label: string;
}

/** One channel at a glance; the whole card leads to its page. */
export function Card({ comparison, compare, weeks, days, label }: Props) {
  const { channel } = comparison;
  return (
    <article class={`card glance ${channelClass(channel)}`} aria-labelledby={`card-${channel}`}>
      <div class="glance-head">
        <ChannelIcon code={channel} />
        <h3 id={`card-${channel}`}>
          <a href={hrefTo(channelPath(channel))} title={t('cards.of', { label })}>
            {label}
          </a>
        </h3>
        <CoverageBadge share={coverage(comparison)} />
      </div>
      <Pair comparison={comparison} />
      <Outcome comparison={comparison} compare={compare} />
      <div class="glance-spark">
        <Panel asked={weeks} kind="spark">
          {(known) => <Sparkline weeks={known} days={days} comparison={comparison} compare={compare} />}
        </Panel>
      </div>
    </article>
  );
}

function Pair({ comparison: { channel, before, during } }: { comparison: Comparison }) {
  return (
    <dl class="pair">
      <div>
        <dt>{inPhase('before')}</dt>
        <dd class="pair-before">
          {mean(before.meanPerDay)}
          <Icon name="arrow" />
        </dd>
      </div>
      <div>
        <dt>{t('cards.unit', { in: inPhase('during'), unit: unit(channel, during.meanPerDay ?? 0) })}</dt>
        <dd class="pair-during">{mean(during.meanPerDay)}</dd>
      </div>
    </dl>
  );
}

/** The same axis on every card, from a fifth to five times. */
const ENDS = { low: 0.2, high: 5 };
const TICKS = [0.5, 1, 2];

/** The ratio with its interval, and what may be claimed of it; or, in words, why there is none. */
function Outcome({ comparison, compare }: { comparison: Comparison; compare: Compare }) {
  const where = standing(comparison);
  const found = headline(comparison);
  if (where !== 'compared' || !found) return <NoRatio comparison={comparison} where={where} />;
  return (
    <div class="outcome">
      <p>
        <strong>{ratio(found.estimate)}</strong> <small>{interval(found)}</small>
      </p>
      <Whisker ratio={found} outcome={outcome(comparison)} ends={ENDS} ticks={TICKS} height={22} />
      <p>
        <Verdict comparison={comparison} />
      </p>
      <p class="season">{comparison.closedByLaw ? t('cards.law') : seasonNote(comparison, compare)}</p>
    </div>
  );
}

function NoRatio({ comparison, where }: { comparison: Comparison; where: Standing }) {
  return (
    <p class="outcome outcome-none">
      <strong>{t(`standing.${where === 'compared' ? 'no_fit' : where}`)}</strong>{' '}
      {where === 'insufficient_coverage' && <small>{daysOf(comparison)}</small>}
    </p>
  );
}

function daysOf({ before, during }: Comparison): string {
  const [phase, { daysWithData, expectedDays }] = tooFewDays(during)
    ? (['during', during] as const)
    : (['before', before] as const);
  const days = plural('days', daysWithData, number(daysWithData));
  return t('standing.days', { phase: inPhase(phase), days, expected: number(expectedDays) });
}
