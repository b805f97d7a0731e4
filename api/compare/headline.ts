// SPDX-License-Identifier: AGPL-3.0-or-later
// The headline of a channel: the ratio corrected for the season where the previous year is covered, else the plain one.
import type { ChannelQuestion, ChannelResult } from './channel.ts';
import type { Phases } from './phases.ts';
import { type Season, season } from './season.ts';
import { index } from './statistics/descriptive.ts';
import type { DayRange } from './statistics/rate-ratio.ts';
import type { Status } from './status.ts';
import { judge } from './verdict.ts';

export type Headline = Pick<
  ChannelResult,
  | 'index'
  | 'headline'
  | 'ratioOfRatios'
  | 'ratioOfRatiosReason'
  | 'previousYears'
  | 'minimumDetectable'
  | 'sensitivity'
>;

/** The headline of a channel that is not compared. */
export function notCompared(status: Status, { before, during }: ChannelResult['descriptive']): Headline {
  const isRefused = status === 'insufficient_coverage' || status === 'collection_change';
  return {
    index: isRefused ? null : index(before, during),
    headline: null,
    ratioOfRatios: null,
    ratioOfRatiosReason: 'not_compared',
    previousYears: [],
    minimumDetectable: null,
    sensitivity: [],
  };
}

/** Which ratio is the headline, and what hangs on it. */
export function headlineOf(
  question: ChannelQuestion,
  { before, during }: Phases,
  { ratio, sensitivity }: Pick<ChannelResult, 'ratio' | 'sensitivity'>,
  descriptive: ChannelResult['descriptive'],
): Headline {
  const { ratio: corrected, reason, years } = correctSeason(question, before, during);
  return {
    index: index(descriptive.before, descriptive.during),
    headline: corrected ? 'ratioOfRatios' : 'ratio',
    ratioOfRatios: corrected && judge([corrected])[0]!,
    ratioOfRatiosReason: reason,
    previousYears: years,
    minimumDetectable: detectable(corrected ?? ratio!),
    sensitivity: [...sensitivity, { variant: 'versus_previous_years', ratio: corrected, reason }],
  };
}

function correctSeason(question: ChannelQuestion, before: DayRange, during: DayRange): Season {
  if (question.seasonal === 'off') return { ratio: null, reason: 'switched_off', years: [] };
  return season(question.rows, before, during, question.history.collectionChanges);
}

/** About 80 % power: the half-width on the log scale times 1.4 (2.8 / 2). */
function detectable({ low, high }: { low: number; high: number }): number {
  return Math.exp((1.4 * Math.log(high / low)) / 2);
}
