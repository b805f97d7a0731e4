// SPDX-License-Identifier: AGPL-3.0-or-later
// A time line in words, for those who do not see it and those in a hurry; made from the data.
import type { Compare, Comparison, Description, Point } from '../api/schemas.ts';
import type { Phase } from '../sql/vocabulary.ts';
import { hasMean } from './charts/marks.ts';
import { conjunction, coveragePercent, mean, number, runs, shortPeriod } from './format.ts';
import { plural, t } from './i18n/words.ts';
import { unit } from './sentence.ts';

/** The words for a phase inside a sentence: "prima", "nel lockdown", "dopo". */
export type Inside = (phase: Phase) => string;

/** Means by phase, the highest week, the days at zero; then how much of it rests on data. */
export function summary(comparison: Comparison, weeks: readonly Point[], inside: Inside): string {
  const sentences = [means(comparison, inside), peak(weeks), zeros(comparison), covered(comparison)];
  return sentences.filter(Boolean).join(' ');
}

function phasesOf({ before, during, after }: Comparison): [Phase, Description][] {
  const list: [Phase, Description | null][] = [
    ['before', before],
    ['during', during],
    ['after', after],
  ];
  return list.filter((entry): entry is [Phase, Description] => entry[1] !== null);
}

function means(comparison: Comparison, inside: Inside): string {
  const known = phasesOf(comparison).filter(([, phase]) => phase.meanPerDay !== null);
  const list = known.map(([phase, { meanPerDay }], i) => {
    const words = { mean: mean(meanPerDay), in: inside(phase) };
    if (i > 0) return t('summary.mean', words);
    return t('summary.firstMean', { ...words, unit: unit(comparison.channel, meanPerDay ?? 0) });
  });
  return list.length > 0 ? t('summary.means', { list: conjunction(list) }) : t('summary.nothing');
}

function peak(weeks: readonly Point[]): string {
  const highest = weeks.filter(hasMean).sort((a, b) => b.meanPerDay - a.meanPerDay)[0];
  if (!highest || highest.meanPerDay === 0) return '';
  return t('summary.peak', { week: shortPeriod(highest), mean: mean(highest.meanPerDay) });
}

function zeros(comparison: Comparison): string {
  const count = phasesOf(comparison).reduce((sum, [, phase]) => sum + phase.zeroDays, 0);
  return count > 0 ? plural('summary.zeros', count, number(count)) : '';
}

function covered(comparison: Comparison): string {
  const phases = phasesOf(comparison).map(([, phase]) => phase);
  const days = phases.reduce((sum, phase) => sum + phase.daysWithData, 0);
  const expected = phases.reduce((sum, phase) => sum + phase.expectedDays, 0);
  if (days === expected) return t('summary.complete', { expected: number(expected) });
  const percent = coveragePercent(days / expected);
  const words = { days: number(days), expected: number(expected), percent, runs: runs(comparison.missing) };
  return `${t('summary.covered', words)} ${t('summary.notZero')}`;
}

/** How many of the channels have days without data. */
export const channelsWithGaps = (compare: Compare): number =>
  compare.channels.filter((channel) => channel.missing.length > 0).length;

/** The opening days without data in the periods compared, of all channels together. */
export const daysMissing = (compare: Compare): number =>
  compare.channels
    .flatMap((comparison) => phasesOf(comparison).map(([, phase]) => phase))
    .reduce((sum, { expectedDays, daysWithData }) => sum + expectedDays - daysWithData, 0);
