// SPDX-License-Identifier: AGPL-3.0-or-later
// From the town's settings and counts to the comparison of its channels, and from there to the answer.
import type { ChannelSettings, Settings } from '../sql/settings.ts';
import { type Day, dayText, type Period, parsePeriod } from '../sql/vocabulary.ts';
import type { ChannelQuestion, ChannelResult } from './compare/channel.ts';
import { digitalShare } from './compare/digital-share.ts';
import { type DayRow, workingDayTypes } from './compare/opening.ts';
import { asRanges, contains, markerBefore, type Phases, weekOf } from './compare/phases.ts';
import type { Descriptive } from './compare/statistics/descriptive.ts';
import type { DayRange } from './compare/statistics/rate-ratio.ts';
import { yearsEarlier } from './compare/statistics/ratio-of-ratios.ts';
import { compareChannels } from './compare/table.ts';
import { LANGUAGES, mixSentence, type Sentences, type Setting, sentences } from './compare/wording.ts';
import type { Compare, Comparison, Description, SimpleTests } from './compare-schema.ts';
import { type Counts, confirmedZeros, number, rowsOf } from './days.ts';

/** What a caller asked to compare: phases closed at both ends, and choices. */
export interface Asked {
  before: Period;
  during: Period;
  after: Period | null;
  /** The last day that was known when the question is meant to be asked; null for now. No phase ends later. */
  until: Day | null;
  seasonal: 'auto' | 'off';
  /** Days that are left out, as if no data had come. */
  exclude: readonly Period[];
}

/** A question and what was found, for one channel. */
export interface Compared {
  channel: ChannelSettings;
  question: ChannelQuestion;
  result: ChannelResult;
}

/** Same weeks of previous years are looked for this far back. */
export const YEARS_BACK = 5;
/** For the sensitivity strip: the phase before as if it had ended eleven days before the first marker. */
const EARLY_END = 11;

/** 10 March 2020: phases around this day are those of the lockdown. */
const LOCKDOWN_IN_FORCE = number('2020-03-10');

/** A question for each channel whose counts are given, in the order of the settings; `lastDays` cut its phases. */
export function questionsOf(
  settings: Settings,
  asked: Asked,
  counts: ReadonlyMap<string, Counts>,
  lastDays: ReadonlyMap<string, number>,
): ChannelQuestion[] {
  const channels = settings.channels.filter(({ code }) => counts.has(code));
  return channels.map((channel) =>
    questionOf(settings, channel, asked, counts.get(channel.code)!, lastDays.get(channel.code)),
  );
}

/** Compares the channels, and judges them together. */
export function compareTown(settings: Settings, questions: readonly ChannelQuestion[]): Compared[] {
  const results = compareChannels(questions);
  return questions.map((question, i) => {
    const channel = settings.channels.find(({ code }) => code === question.channel)!;
    return { channel, question, result: results[i]! };
  });
}

/** The answer to a comparison, before the placebo dates are known. */
export function toAnswer(
  asked: Asked,
  compared: readonly Compared[],
  tests: ReadonlyMap<string, SimpleTests>,
): Omit<Compare, 'dataVersion'> {
  // As many as the verdicts were adjusted for.
  const judged = compared.filter(({ result }) => result.ratio !== null).length;
  const known = compared.filter(({ question }) => question.rows.some(({ state }) => state === 'count'));
  return {
    before: asked.before,
    during: asked.during,
    after: asked.after,
    asOf: known.length === 0 ? null : dayText(Math.min(...known.map(({ question }) => question.lastDay))),
    placeboPending: true,
    mix: mixOf(compared),
    channels: compared.map((each) => ({
      ...toComparison(each, judged),
      simpleTests: tests.get(each.channel.code) ?? { welch: null, mannWhitney: null },
      placebo: null,
    })),
  };
}

function questionOf(
  settings: Settings,
  channel: ChannelSettings,
  asked: Asked,
  counts: Counts,
  lastDay: number | undefined,
): ChannelQuestion {
  const phases = {
    before: toRange(asked.before),
    during: toRange(asked.during),
    after: asked.after && toRange(asked.after),
  };
  const markers = settings.markers.map(({ day }) => number(day));
  const first = markerBefore(markers, phases);
  const period = { from: earliest(asked.before.from, counts), to: (asked.after ?? asked.during).to };
  return {
    channel: channel.code,
    rows: rowsOf(settings, channel, counts, period, asked.exclude.map(toRange)),
    phases,
    // Without any data the phases stand as they are planned: all their days are missing.
    lastDay: lastDay ?? number(period.to),
    markers,
    workingDayTypes: workingDayTypes(channel),
    openDaysPerWeek: channel.openDays.length,
    earlyEnd: first === null ? null : first - EARLY_END,
    seasonal: asked.seasonal,
    confirmedZeros: confirmedZeros(counts),
    closedByOrder: isClosedByLaw(channel, asked.during),
    history: {
      activated: channel.since === undefined ? null : number(channel.since),
      collectionChanges: [...channel.countingChanged.map(number), ...collectionChanges(phases, counts)],
    },
  };
}

/**
 * The days from which most of what is known comes from another counter than before: between the two phases, and
 * between the same weeks of previous years.
 */
function collectionChanges({ before, during }: Phases, { counters }: Counts): number[] {
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, year) => year);
  return years.flatMap((year) => {
    const [first, second] = [yearsEarlier(before, year), yearsEarlier(during, year)];
    const [was, is] = [mostCommonCounter(counters, first), mostCommonCounter(counters, second)];
    return was === undefined || is === undefined || was === is ? [] : [second.from];
  });
}

export function mostCommonCounter(counters: Counts['counters'], { from, to }: DayRange): number | undefined {
  const days = new Map<number, number>();
  for (let day = from; day <= to; day += 1) {
    const counter = counters.get(day);
    if (counter !== undefined) days.set(counter, (days.get(counter) ?? 0) + 1);
  }
  return [...days].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function toComparison(
  { channel, question, result }: Compared,
  channels: number,
): Omit<Comparison, 'simpleTests' | 'placebo'> {
  const { descriptive, closedByOrder, ...figures } = result;
  const said = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      sentences(result, settingOf(inWords(channel, language), question, channels), language),
    ]),
  );
  const { it, en } = said as Record<'it' | 'en', Sentences>;
  return {
    ...figures,
    closedByLaw: closedByOrder,
    before: toDescription(descriptive.before),
    during: toDescription(descriptive.during),
    after: descriptive.after && toDescription(descriptive.after),
    missing: missingRuns(question),
    sentence: { it: it.headline, en: en.headline },
    sentences: { it, en },
  };
}

const inWords = (channel: ChannelSettings, language: 'it' | 'en'): ChannelSettings =>
  language === 'en' ? { ...channel, label: channel.labelEn ?? channel.label } : channel;

function settingOf(
  { label, digital }: ChannelSettings,
  { markers, phases }: ChannelQuestion,
  channels: number,
): Setting {
  const marker = markerBefore(markers, phases);
  const week = marker === null ? null : weekOf(marker, phases);
  return {
    label,
    phases,
    markerWeek: week && { from: dayText(week.from), to: dayText(week.to) },
    channels,
    isOnline: digital,
    isLockdown: contains(phases.during, LOCKDOWN_IN_FORCE) && !contains(phases.before, LOCKDOWN_IN_FORCE),
  };
}

/** The digital share wants both the practices and the desk among the channels asked for. */
function mixOf(compared: readonly Compared[]): Compare['mix'] {
  const find = (code: string) => compared.find(({ channel }) => channel.code === code);
  const [practice, desk] = [find('practice'), find('desk')];
  if (!practice || !desk) return null;
  const lastDay = Math.min(practice.question.lastDay, desk.question.lastDay);
  const mix = digitalShare(practice.question.rows, desk.question.rows, practice.question.phases, lastDay);
  const say = (language: 'it' | 'en') => mixSentence(mix, desk.question.closedByOrder, language);
  return {
    before: mix.before,
    during: mix.during,
    after: mix.after,
    weeks: mix.weeks.map(({ from, to, ...week }) => ({ from: dayText(from), to: dayText(to), ...week })),
    difference: typeof mix.difference === 'string' ? null : mix.difference,
    sentence: { it: say('it'), en: say('en') },
  };
}

function missingRuns({ rows, phases }: ChannelQuestion): Period[] {
  const asked = [phases.before, phases.during, phases.after];
  const isAsked = ({ day }: DayRow) => asked.some((phase) => phase && contains(phase, day));
  const missing = rows.filter((row) => row.state === 'missing' && isAsked(row)).map(({ day }) => day);
  return asRanges(missing).map(({ from, to }) => ({ from: dayText(from), to: dayText(to) }));
}

function toDescription(described: Descriptive): Description {
  return { ...described, coverage: described.expectedDays === 0 ? null : described.coverage };
}

function earliest(from: Day, { contacts }: Counts): Day {
  return contacts.size === 0 ? from : dayText(Math.min(number(from), ...contacts.keys()));
}

function toRange({ from, to }: Period) {
  return { from: number(from), to: number(to) };
}

/** Whether the law kept people away from a channel on any day of a period. */
export function isClosedByLaw({ closedByLaw }: ChannelSettings, period: Period): boolean {
  return closedByLaw.some((text) => overlaps(text, period));
}

function overlaps(text: string, { from, to }: Period): boolean {
  const period = parsePeriod(text);
  return period !== null && period.from <= to && (period.to ?? to) >= from;
}
