// SPDX-License-Identifier: AGPL-3.0-or-later
// The comparison as the report tells it: the figures behind the chart of the first page, and the digital share.
import type { ChannelSettings } from '../../sql/settings.ts';
import { bySize } from '../chart/forest.ts';
import type { Compare, Comparison } from '../compare-schema.ts';
import { headlineOf, outcome } from '../outcome.ts';
import type { PhaseAnswer } from './phase.ts';
import type { ReportComparison } from './schema.ts';

/** The figures of the channels that have any data, largest ratio first as in the chart. */
export function comparedOf(
  { phase, answer }: PhaseAnswer,
  channels: readonly ChannelSettings[],
): ReportComparison {
  const labelOf = (code: string) => channels.find((channel) => channel.code === code)?.label ?? code;
  return {
    phase,
    before: answer.before,
    during: answer.during,
    channels: bySize(answer.channels).map((found) => changedChannel(found, labelOf(found.channel))),
    share: shareOf(answer),
    causes: answer.channels.flatMap(({ sentences }) => sentences.it.confounder.slice(0, 1))[0] ?? null,
  };
}

function changedChannel(found: Comparison, label: string): ReportComparison['channels'][number] {
  const headline = headlineOf(found);
  return {
    channel: found.channel,
    label,
    before: found.before.meanPerDay,
    during: found.during.meanPerDay,
    ratio: headline && limits(headline),
    uncorrected: found.ratioOfRatios && found.ratio ? limits(found.ratio) : null,
    verdict: headline?.verdict ?? null,
    outcome: outcome(found),
  };
}

const limits = ({ estimate, low, high }: { estimate: number; low: number; high: number }) => ({
  estimate,
  low,
  high,
});

function shareOf({ mix }: Compare): ReportComparison['share'] {
  if (!mix || mix.before.share === null || mix.during.share === null) return null;
  const { before, during, after, sentence } = mix;
  return { before, during, after, sentence: sentence.it };
}
