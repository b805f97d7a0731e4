// SPDX-License-Identifier: AGPL-3.0-or-later
// From the town's settings and counts to the comparison of its channels, and from there to the answer.
import type { ChannelSettings, Settings } from '../sql/settings.ts';
import { type Day, dayText, type Period, parsePeriod } from '../sql/vocabulary.ts';
import type { ChannelQuestion, ChannelResult } from './compare/channel.ts';
import { type DayRow, workingDayTypes } from './compare/opening.ts';
import { asRanges, contains, markerBefore } from './compare/phases.ts';
import type { Descriptive } from './compare/statistics/descriptive.ts';
import { compareChannels } from './compare/table.ts';
import { type Counts, number, rowsOf } from './days.ts';
import type { Compare, Comparison, Description } from './schemas.ts';

/** The phases that a caller asked for, closed at both ends. */
export interface AskedPhases {
  before: Period;
  during: Period;
  after: Period | null;
}

/** Same weeks of previous years are looked for this far back. */
export const YEARS_BACK = 5;
/** For the sensitivity strip: the phase before as if it had ended eleven days before the first marker. */
const EARLY_END = 11;

/** Compares the channels whose counts are given, in the order of the settings. */
export function compareTown(
  settings: Settings,
  phases: AskedPhases,
  counts: ReadonlyMap<string, Counts>,
): Omit<Compare, 'dataVersion'> {
  const channels = settings.channels.filter(({ code }) => counts.has(code));
  const questions = channels.map((channel) =>
    questionOf(settings, channel, phases, counts.get(channel.code)!),
  );
  const results = compareChannels(questions);
  const known = questions.filter(({ rows }) => rows.some(({ state }) => state === 'count'));
  return {
    ...phases,
    asOf: known.length === 0 ? null : dayText(Math.min(...known.map(({ lastDay }) => lastDay))),
    channels: results.map((result, i) => toComparison(result, questions[i]!)),
  };
}

function questionOf(
  settings: Settings,
  channel: ChannelSettings,
  phases: AskedPhases,
  counts: Counts,
): ChannelQuestion {
  const numbered = {
    before: toRange(phases.before),
    during: toRange(phases.during),
    after: phases.after && toRange(phases.after),
  };
  const markers = settings.markers.map(({ day }) => number(day));
  const first = markerBefore(markers, numbered);
  const period = { from: earliest(phases.before.from, counts), to: (phases.after ?? phases.during).to };
  return {
    channel: channel.code,
    rows: rowsOf(settings, channel, counts, period),
    phases: numbered,
    // Without any data the phases stand as they are planned: all their days are missing.
    lastDay: counts.size === 0 ? number(period.to) : Math.max(...counts.keys()),
    markers,
    workingDayTypes: workingDayTypes(channel),
    openDaysPerWeek: channel.openDays.length,
    earlyEnd: first === null ? null : first - EARLY_END,
    seasonal: 'auto',
    closedByOrder: channel.closedByLaw.some((text) => overlaps(text, phases.during)),
    history: { activated: null, collectionChanges: [] },
  };
}

function toComparison(result: ChannelResult, { rows, phases }: ChannelQuestion): Comparison {
  const { before, during, after } = result.descriptive;
  const isAsked = ({ day }: DayRow) =>
    [phases.before, phases.during, phases.after].some((p) => p && contains(p, day));
  const missing = asRanges(
    rows.filter((row) => row.state === 'missing' && isAsked(row)).map(({ day }) => day),
  );
  return {
    channel: result.channel,
    status: result.status,
    before: toDescription(before),
    during: toDescription(during),
    after: after && toDescription(after),
    index: result.index,
    ratio: result.ratio && {
      estimate: result.ratio.estimate,
      low: result.ratio.low,
      high: result.ratio.high,
    },
    missing: missing.map(({ from, to }) => ({ from: dayText(from), to: dayText(to) })),
  };
}

function toDescription(described: Descriptive): Description {
  const { calendarDays, expectedDays, daysWithData, total, meanPerDay, meanPerWorkingDay, median, zeroDays } =
    described;
  const coverage = expectedDays === 0 ? null : described.coverage;
  return {
    calendarDays,
    expectedDays,
    daysWithData,
    coverage,
    total,
    meanPerDay,
    meanPerWorkingDay,
    median,
    zeroDays,
  };
}

function earliest(from: Day, counts: Counts): Day {
  return counts.size === 0 ? from : dayText(Math.min(number(from), ...counts.keys()));
}

function toRange({ from, to }: Period) {
  return { from: number(from), to: number(to) };
}

function overlaps(text: string, { from, to }: Period): boolean {
  const period = parsePeriod(text);
  return period !== null && period.from <= to && (period.to ?? to) >= from;
}
