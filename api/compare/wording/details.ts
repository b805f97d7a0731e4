// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands under the sentence of a channel: the notes on its data, the three causes, when it began, what remained.
import { formatDay } from '../calendar.ts';
import type { JumpDays } from '../jump.ts';
import type { MissingDays, Note } from '../notes.ts';
import { isDemonstrated } from '../verdict.ts';
import { coveragePercent, type Language, percent, saidRatio, sharePercent } from './numbers.ts';
import type { JumpPlace, WeekSense } from './phrases.ts';
import { phrasesOf, previousYear, type Speech, saidChange } from './said.ts';

/** The notes on the data; those that the headline already says are left out. */
export function noteSentences(speech: Speech): string[] {
  return [...speech.result.notes.flatMap((note) => noteSentence(note, speech)), ...zeroSentences(speech)];
}

function noteSentence(note: Note, { result, language }: Speech): string[] {
  const phrases = phrasesOf(language);
  switch (note.code) {
    case 'missing_days':
      return [missingSentence(note, result.ratio !== null, language)];
    case 'partial_phase':
      return [phrases.partial(note.lastDay, note.days, note.plannedDays)];
    case 'low_coverage':
      return [phrases.lowCoverage(note.phase, coveragePercent(note.coverage, language))];
    case 'short_period':
      return [phrases.shortPeriod(note.weeks)];
    case 'counts_on_closed_days':
      return [phrases.closedDayCounts(note.days)];
    case 'channel_activated':
      return result.status === 'no_baseline' ? [] : [phrases.channelActivated(note.day)];
    case 'depends_on_choices':
      return [phrases.dependsOnChoices()];
    default:
      return [];
  }
}

/** Runs worth naming; the days of the others are counted together. */
const MOST_RUNS = 2;

/** Which open days have no data; `isCompared`: something was computed from the others. */
export function missingSentence(note: MissingDays, isCompared: boolean, language: Language): string {
  const isFew = note.runs.length <= MOST_RUNS;
  const longest = note.runs.filter((run) => isFew || run.days > 1).sort((a, b) => b.days - a.days);
  const named = longest.slice(0, MOST_RUNS).sort((a, b) => a.from.localeCompare(b.from));
  const others = note.expectedDays - note.daysWithData - named.reduce((sum, run) => sum + run.days, 0);
  const coverage = coveragePercent(note.daysWithData / note.expectedDays, language);
  const days = { data: note.daysWithData, open: note.expectedDays, coverage };
  return phrasesOf(language).missing(days, named, others, isCompared);
}

function zeroSentences({ result, language }: Speech): string[] {
  const without = result.sensitivity.find((s) => s.variant === 'without_suspicious_zeros')?.ratio ?? null;
  return result.suspiciousZeros.map(({ first, last }) =>
    phrasesOf(language).zeros(
      { from: first, to: last },
      result.ratio && saidRatio(result.ratio, language),
      without && saidRatio(without, language),
    ),
  );
}

/** The fixed sentence on the three causes, with the result without the marker's week. */
export function confounder({ result, setting, language }: Speech): string[] {
  if (!setting.isOnline || result.status === 'all_zero') return [];
  const phrases = phrasesOf(language);
  const { withoutMarkerWeek } = result;
  if (withoutMarkerWeek === null || setting.markerWeek === null) return [phrases.confounder()];
  const said = saidChange(withoutMarkerWeek, language);
  return [
    phrases.confounder(),
    phrases.withoutWeek(setting.markerWeek, said, result.headline === 'ratioOfRatios'),
  ];
}

/** The marker's week against the weeks before it. */
export function markerSentence({ result, language }: Speech): string[] {
  const week = result.markerWeek;
  if (week === null) return [];
  const phrases = phrasesOf(language);
  const excess = percent(week.ratio - 1, language, 0, true);
  // A week cannot fall by more than everything: beyond 100 % only the upward swing makes sense.
  const swing = `${week.high < 2 ? '±' : '+'}${percent(week.high - 1, language)}`;
  if (!week.outside) return [phrases.ordinaryWeek(week, excess, swing)];
  const isAbove = week.ratio > 1;
  return [phrases.unusualWeek(week, excess, swing, isAbove ? 'above' : 'below', senseOf(result, isAbove))];
}

/** Only a change that is demonstrated can have begun. */
function senseOf({ ratio, ratioOfRatios }: Speech['result'], isAbove: boolean): WeekSense {
  const headline = ratioOfRatios ?? ratio;
  if (headline === null || !isDemonstrated(headline.verdict)) return 'undecided';
  return headline.estimate > 1 === isAbove ? 'begun' : 'opposite';
}

/** When the jump began; only for a step that is demonstrated. */
export function jumpSentence({ result, setting, language }: Speech): string[] {
  const jump = result.changePoint;
  if (!jump?.isDemonstrated) return [];
  const lockdown = formatDay(setting.phases.during.from);
  return [
    phrasesOf(language).jump({ from: jump.first, to: jump.last }, placeOf(jump, lockdown, setting.isOnline)),
  ];
}

function placeOf(jump: JumpDays, lockdown: string, isOnline: boolean): JumpPlace {
  if (!jump.isBounded) return 'unbounded';
  if (jump.last < lockdown) return 'before';
  if (jump.first > lockdown) return 'after';
  if (!jump.containsLockdown) return 'between';
  return jump.containsMarker && isOnline ? 'both' : 'lockdown';
}

/** How much of a demonstrated change remained; for a loss, how much was recovered. */
export function keptSentence({ result, language }: Speech): string[] {
  const kept = result.persistence;
  if (!kept?.shown) return [];
  const phrases = phrasesOf(language);
  const isIncrease = kept.during.estimate > 1;
  // Of an increase that can't be told from none, corrected for the season, nothing is said to have remained.
  const after = result.afterRatioOfRatios;
  if (isIncrease && after !== null && !isDemonstrated(after.verdict)) return [];
  if (kept.low === null || kept.high === null) return [phrases.keptUnknown(isIncrease)];
  const [share, low, high] = isIncrease
    ? [kept.share, kept.low, kept.high]
    : [1 - kept.share, 1 - kept.high, 1 - kept.low];
  const say = (value: number) => sharePercent(value, language);
  return [phrases.kept(say(share), say(low), say(high), isIncrease)];
}

/** The ratio after the reopening, corrected for the season where that is possible. */
export function afterSentence({ result, setting, language }: Speech): string[] {
  const ratio = result.afterRatioOfRatios ?? result.afterRatio;
  if (ratio === null) return [];
  const years = result.afterRatioOfRatios
    ? result.afterYears.map((year) => previousYear(setting, year)).sort()
    : [];
  return [phrasesOf(language).after(saidChange(ratio, language), ratio.verdict, years)];
}
