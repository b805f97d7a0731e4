// SPDX-License-Identifier: AGPL-3.0-or-later
// The comparison of one channel: every figure of the answer, from its rows alone. Days come out as YYYY-MM-DD.
import { type Afterwards, afterwards, NOT_COMPARED } from './afterwards.ts';
import { formatDay } from './calendar.ts';
import { type Figures, figures, type Material, NO_FIGURES } from './figures.ts';
import { type Headline, headlineOf, notCompared } from './headline.ts';
import { type Note, notesOf } from './notes.ts';
import type { DayRow } from './opening.ts';
import { cutPhases, length, type Phases } from './phases.ts';
import type { Season } from './season.ts';
import { type Descriptive, describe } from './statistics/descriptive.ts';
import { exactRatio, ruleOfThree } from './statistics/exact.ts';
import { type DayRange, daysIn } from './statistics/rate-ratio.ts';
import { type History, type Status, statusOfCounts } from './status.ts';
import type { JudgedRatio } from './verdict.ts';
import { asLeftOut, zerosOf } from './zeros.ts';

/** One channel and what is asked about it. */
export interface ChannelQuestion extends Omit<Material, 'suspiciousZeros'> {
  channel: string;
  /** Every calendar day, ascending without holes, over the phases and over the previous years where known. */
  rows: readonly DayRow[];
  /** The phases as planned; they are cut at `lastDay`, the last complete day of the data. */
  phases: Phases;
  lastDay: number;
  /** Days on which something else happened; the first one in the phase before has its own test. */
  markers: readonly number[];
  /** Day types (0 Monday) over which the two means of the sentence are taken. */
  workingDayTypes: readonly number[];
  /** Opening days a week, 7 for a channel that never closes. */
  openDaysPerWeek: number;
  /** For the sensitivity strip: the phase before as if it had ended on this day. */
  earlyEnd: number | null;
  seasonal: 'auto' | 'off';
  /** Zeros that a person looked at: nobody came. */
  confirmedZeros: ReadonlySet<number>;
  /** The channel was closed by law during: the ratio is no choice of the citizens. */
  closedByOrder: boolean;
  history: History;
}

/** The whole answer for one channel. Standard errors of ratios are those of the logarithm; nothing is rounded. */
export interface ChannelResult extends Figures, Afterwards {
  channel: string;
  status: Status;
  closedByOrder: boolean;
  descriptive: { before: Descriptive; during: Descriptive; after: Descriptive | null };
  /** Mean during / mean before x 100; null below 50 % coverage or without a mean before. */
  index: number | null;
  /** Which ratio is the headline: corrected for the season whenever that is possible. */
  headline: 'ratioOfRatios' | 'ratio' | null;
  ratioOfRatios: JudgedRatio | null;
  ratioOfRatiosReason: Season['reason'];
  /** Previous years compared with, in years back. */
  previousYears: number[];
  /** exp(1.4 x half-width) of the headline: the smallest change seen with 80 % power. */
  minimumDetectable: number | null;
  suspiciousZeros: { first: string; last: string; days: number; expected: number; probability: number }[];
  /** Exact limits of the crude ratio when the counts are too small; they assume independent events. */
  exactRatio: { estimate: number; low: number; high: number } | null;
  /** Upper 95 % limit of the mean before, events a day, when there were none. */
  upperLimitBefore: number | null;
  notes: Note[];
}

/**
 * Compares the phases of one channel, its verdicts those of the channel alone; see compareChannels.
 *
 * @throws RangeError when `rows` does not hold every day of the phases.
 */
export function compareChannel(question: ChannelQuestion): ChannelResult {
  const phases = cutPhases(question.phases, question.lastDay);
  const descriptive = describePhases(question, phases);
  const zeros = zerosOf(question.rows, phases, question.confirmedZeros);
  const calculated = calculate(question, phases, descriptive, asLeftOut(zeros));
  const facts = { ...calculated, descriptive, closedByOrder: question.closedByOrder };
  return {
    ...facts,
    channel: question.channel,
    suspiciousZeros: zeros.map((run) => ({ ...run, first: formatDay(run.first), last: formatDay(run.last) })),
    ...smallCounts(calculated.status, descriptive),
    notes: notesOf(question, phases, facts),
  };
}

type Calculated = Figures & Afterwards & Headline & { status: Status };

/** What needs a model: nothing of it when the counts forbid the ratio. */
function calculate(
  question: ChannelQuestion,
  phases: Phases,
  descriptive: ChannelResult['descriptive'],
  suspiciousZeros: DayRange[],
): Calculated {
  const counted = statusOfCounts(descriptive.before, descriptive.during, phases, question.history);
  const found = counted === 'ok' ? figures({ ...question, phases, suspiciousZeros }) : counted;
  if (typeof found === 'string')
    return { ...NO_FIGURES, ...NOT_COMPARED, ...notCompared(found, descriptive), status: found };
  const after = afterwards({ ...question, phases, described: descriptive.after });
  return { ...found, ...after, ...headlineOf(question, phases, found, descriptive), status: 'ok' };
}

function describePhases(
  { rows, workingDayTypes }: ChannelQuestion,
  phases: Phases,
): ChannelResult['descriptive'] {
  const of = (range: DayRange) => {
    const inside = daysIn(rows, range);
    if (inside.length === length(range)) return describe(inside, workingDayTypes);
    throw new RangeError(`mancano righe tra ${formatDay(range.from)} e ${formatDay(range.to)}`);
  };
  return { before: of(phases.before), during: of(phases.during), after: phases.after && of(phases.after) };
}

/** The exact figures for tiny counts, null where they have no meaning. */
function smallCounts(status: Status, { before, during }: ChannelResult['descriptive']) {
  const exposure = ({ total, daysWithData }: Descriptive) => ({ total, days: daysWithData });
  return {
    exactRatio: status === 'too_small' ? exactRatio(exposure(before), exposure(during)) : null,
    upperLimitBefore:
      status === 'no_baseline' && before.daysWithData > 0 ? ruleOfThree(before.daysWithData) : null,
  };
}
