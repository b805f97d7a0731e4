// SPDX-License-Identifier: AGPL-3.0-or-later
// The figures of the cards as a table, with the phase after and the days they rest on.
import type { Compare, Comparison, Description, Town } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { coverage, daysCompared, standing } from '../comparison.ts';
import { interval, mean, number, ratio } from '../format.ts';
import { t } from '../i18n/words.ts';
import { ChannelIcon, channelClass } from '../icons.tsx';
import { phaseName } from '../state.ts';
import { labelOf } from './cards.tsx';
import { CoverageBadge } from './coverage.tsx';
import { Panel } from './states.tsx';

interface Props {
  compare: Asked<Compare>;
  channels: Town['channels'];
}

/** One row a channel; on a phone the region scrolls by itself. */
export function ComparisonTable({ compare, channels }: Props) {
  return (
    <section class="section card" aria-labelledby="comparison">
      <h2 id="comparison">{t('comparison.title')}</h2>
      <p class="note">{t('comparison.note')}</p>
      <Panel asked={compare} kind="table">
        {(known) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section class="scroller" tabIndex={0} aria-label={t('comparison.region')}>
            <table class="figures">
              <Head hasAfter={known.after !== null} />
              <tbody>
                {known.channels.map((comparison) => (
                  <Row
                    key={comparison.channel}
                    comparison={comparison}
                    label={labelOf(comparison.channel, channels)}
                    hasAfter={known.after !== null}
                  />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Panel>
    </section>
  );
}

function Head({ hasAfter }: { hasAfter: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('comparison.channel')}</th>
        <th scope="col" class="figure pair-head">
          {phaseName('before')}
        </th>
        <th scope="col" class="figure pair-head">
          {phaseName('during')}
        </th>
        {hasAfter && (
          <th scope="col" class="figure pair-head">
            {phaseName('after')}
          </th>
        )}
        <th scope="col" class="figure">
          {t('comparison.ratio', { phase: phaseName('during') })}
        </th>
        <th scope="col" class="days">
          {t('table.days')}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  comparison: Comparison;
  label: string;
  hasAfter: boolean;
}

function Row({ comparison, label, hasAfter }: RowProps) {
  const { channel, before, during, after } = comparison;
  const { withData, expected } = daysCompared(comparison);
  const where = standing(comparison);
  return (
    <tr class={channelClass(channel)}>
      <th scope="row">
        <ChannelIcon code={channel} />
        {label}
      </th>
      <Figure phase={before} />
      <Figure phase={during} strong />
      {hasAfter && <Figure phase={after} />}
      <td class="figure outcome-cell">
        {outcome(comparison)}{' '}
        <small>{where === 'compared' && comparison.ratio && interval(comparison.ratio)}</small>
      </td>
      <td class="days">
        {t('days.ofOpen', { days: number(withData), expected: number(expected) })}
        <CoverageBadge share={coverage(comparison)} />
      </td>
    </tr>
  );
}

function Figure({ phase, strong = false }: { phase: Description | null; strong?: boolean }) {
  if (!phase || phase.daysWithData === 0) return <td class="figure">{t('table.unknown')}</td>;
  return (
    <td class={strong ? 'figure figure-strong' : 'figure'}>
      {mean(phase.meanPerDay)} <small>({number(phase.total)})</small>
    </td>
  );
}

function outcome(comparison: Comparison): string {
  const where = standing(comparison);
  if (where !== 'compared') return t(`standing.${where}`);
  return comparison.ratio ? ratio(comparison.ratio.estimate) : t('standing.no_fit');
}
