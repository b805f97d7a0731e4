// SPDX-License-Identifier: AGPL-3.0-or-later
// All channels of one table: the verdicts take account of how many are looked at together (specification 2.10).
import { withShown } from './afterwards.ts';
import { type ChannelQuestion, type ChannelResult, compareChannel } from './channel.ts';
import type { Ratio } from './statistics/rate-ratio.ts';
import { isDemonstrated, type JudgedRatio, judge } from './verdict.ts';

/** Compares every channel, then judges them together: m is the number of channels with status ok. */
export function compareChannels(questions: readonly ChannelQuestion[]): ChannelResult[] {
  return judgeTogether(questions.map(compareChannel));
}

/** The results with p values and verdicts adjusted over all of them; for results computed one at a time. */
export function judgeTogether(results: readonly ChannelResult[]): ChannelResult[] {
  const ratios = family(results, (r) => r.ratio);
  const headlines = family(results, (r) => r.ratioOfRatios ?? r.ratio);
  const afters = family(results, (r) => r.afterRatio);
  const afterHeadlines = family(results, (r) => r.afterRatioOfRatios ?? r.afterRatio);
  const steps = family(results, (r) => r.changePoint?.step ?? null);
  return results.map((result, i) => ({
    ...result,
    ratio: ratios[i]!,
    // Judged among the headlines: a table may hold channels with and without the previous year.
    ratioOfRatios: result.ratioOfRatios && headlines[i]!,
    afterRatio: afters[i]!,
    afterRatioOfRatios: result.afterRatioOfRatios && afterHeadlines[i]!,
    changePoint: result.changePoint && {
      ...result.changePoint,
      isDemonstrated: isDemonstrated(steps[i]!.verdict),
    },
    persistence: result.persistence && withShown(result.persistence, headlines[i]!),
  }));
}

/** The ratios that `pick` finds, judged as one family; null where a result has none. */
function family(
  results: readonly ChannelResult[],
  pick: (result: ChannelResult) => Ratio | null,
): (JudgedRatio | null)[] {
  const found = results.map(pick);
  const judged = judge(found.filter((ratio) => ratio !== null));
  return found.map((ratio) => (ratio === null ? null : judged.shift()!));
}
