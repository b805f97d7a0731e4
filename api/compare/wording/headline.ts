// SPDX-License-Identifier: AGPL-3.0-or-later
// The sentence of a channel: its status or its change, and what the season makes of it.

import { formatDay } from '../calendar.ts';
import { isYearsApart } from '../phases.ts';
import type { Descriptive } from '../statistics/descriptive.ts';
import { MINIMUM_TOTAL } from '../status.ts';
import type { JudgedRatio } from '../verdict.ts';
import { monthsOf } from './dates.ts';
import { changeSize, decimal, mean } from './numbers.ts';
import { phrasesOf, previousYear, type Speech, saidChange, saidMeans, wordsOf } from './said.ts';

/** The sentences that stand above everything else about the channel. */
export function headline(speech: Speech): string[] {
  const { result } = speech;
  const closed = result.closedByOrder
    ? [phrasesOf(speech.language).closedByOrder(result.channel === 'desk')]
    : [];
  if (result.ratio === null) return [statusSentence(speech), ...closed];
  const corrected = result.ratioOfRatios;
  const said = corrected
    ? [measured(speech), season(speech, corrected)]
    : [change(speech, result.ratio), uncorrected(speech)];
  const seen = (corrected ?? result.ratio).verdict === 'none' ? [detectable(speech)] : [];
  return [...said, ...seen, ...closed];
}

/** The plain ratio beside the one corrected for the season, which has the verdict. */
function measured(speech: Speech): string {
  const { result, language } = speech;
  return phrasesOf(language).measured(
    wordsOf(speech),
    saidChange(result.ratio!, language),
    saidMeans(result, language),
  );
}

function season({ result, setting, language }: Speech, corrected: JudgedRatio): string {
  const phrases = phrasesOf(language);
  const years = result.previousYears.map((year) => previousYear(setting, year)).sort();
  const said = saidChange(corrected, language);
  if (corrected.verdict === 'none') return phrases.seasonUnclear(years, said);
  if (corrected.verdict === 'weak') return phrases.seasonWeak(years, said, setting.channels);
  return phrases.seasonChanged(years, said);
}

function change(speech: Speech, ratio: JudgedRatio): string {
  const { result, setting, language } = speech;
  const phrases = phrasesOf(language);
  const said = [
    wordsOf(speech),
    saidChange(ratio, language),
    saidMeans(result, language),
    monthsBefore(speech),
  ] as const;
  if (ratio.verdict === 'none') return phrases.unclear(...said);
  if (ratio.verdict === 'weak') return phrases.weak(...said, setting.channels);
  return phrases.changed(...said);
}

function uncorrected({ result, setting, language }: Speech): string {
  if (isYearsApart(setting.phases)) return phrasesOf(language).sameSeason();
  return phrasesOf(language).notSeasonal(
    result.ratioOfRatiosReason ?? 'switched_off',
    previousYear(setting, 1),
  );
}

/** Twofold or more as a multiple, less in per cent. */
function detectable({ result, language }: Speech): string {
  const factor = result.minimumDetectable!;
  const isMultiple = factor >= 1.995;
  const said = isMultiple ? decimal(factor, factor < 9.95 && !isWhole(factor) ? 1 : 0, language) : null;
  return phrasesOf(language).detectable(said, isMultiple ? null : changeSize(factor, language));
}

function isWhole(factor: number): boolean {
  return Number(factor.toFixed(1)) === Math.round(factor);
}

/** The phase before by its months: "gennaio–inizio marzo"; with its year where the phase during is of another. */
export function monthsBefore({ setting: { phases }, language }: Speech): string {
  const months = monthsOf({ from: formatDay(phases.before.from), to: formatDay(phases.before.to) }, language);
  const [year, later] = [phases.before.to, phases.during.from].map((day) => formatDay(day).slice(0, 4));
  return year === later ? months : `${months} ${year}`;
}

function statusSentence(speech: Speech): string {
  const { result, language } = speech;
  const { before, during } = result.descriptive;
  const [phrases, words] = [phrasesOf(language), wordsOf(speech)];
  const perDay = ({ meanPerDay }: Descriptive) => (meanPerDay === null ? null : mean(meanPerDay, language));
  const count = ({ total }: Descriptive) => decimal(total, 0, language);
  switch (result.status) {
    case 'all_zero':
      return phrases.allZero(words);
    case 'no_baseline':
      return noBaseline(speech);
    case 'zeroed':
      return phrases.zeroed(words, perDay(before) ?? '0', during.daysWithData);
    case 'too_small': {
      const isTiny = Math.min(before.total, during.total) < MINIMUM_TOTAL;
      return phrases[isTiny ? 'tooSmall' : 'concentrated'](words, count(before), count(during));
    }
    case 'too_short':
      return phrases.tooShort(words, perDay(before), perDay(during));
    case 'insufficient_coverage':
      return phrases.insufficient(words, [daysOf(before), daysOf(during)]);
    case 'collection_change':
      return phrases.collectionChange(words);
    default:
      return phrases.noFit(words);
  }
}

function noBaseline(speech: Speech): string {
  const { result, language } = speech;
  const { before, during } = result.descriptive;
  const rate = during.meanPerDay === null ? null : mean(during.meanPerDay, language);
  const activated = result.notes.find((note) => note.code === 'channel_activated');
  const [phrases, words] = [phrasesOf(language), wordsOf(speech)];
  return activated
    ? phrases.activated(words, activated.day, rate)
    : phrases.noBaseline(words, before.daysWithData, rate);
}

/** Open days with data; counts on days of closure are no part of the coverage. */
function daysOf({ coverage, expectedDays }: Descriptive): [number, number] {
  return [Math.round(coverage * expectedDays), expectedDays];
}
