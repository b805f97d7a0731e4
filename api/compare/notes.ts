// SPDX-License-Identifier: AGPL-3.0-or-later
// What a reader has to know beside the figures: facts, to be put into words by wording/.
import { formatDay } from './calendar.ts';
import type { ChannelQuestion, ChannelResult } from './channel.ts';
import type { DayRow } from './opening.ts';
import { length, type Phases } from './phases.ts';
import { dependsOnChoices } from './sensitivity.ts';
import type { Descriptive } from './statistics/descriptive.ts';
import { daysIn } from './statistics/rate-ratio.ts';

type PhaseName = keyof Phases;
/** Civil days as `YYYY-MM-DD`, both included. */
export interface Days {
  from: string;
  to: string;
}

export type Note =
  | { code: 'not_corrected_for_season'; reason: string }
  | { code: 'low_coverage'; phase: PhaseName; coverage: number }
  | { code: 'short_period'; weeks: number }
  | { code: 'partial_phase'; phase: PhaseName; days: number; plannedDays: number; lastDay: string }
  | MissingDays
  | { code: 'counts_on_closed_days'; days: string[] }
  | { code: 'closed_by_order' }
  | { code: 'channel_activated'; day: string }
  | { code: 'depends_on_choices' };

export type MissingDays = {
  code: 'missing_days';
  daysWithData: number;
  expectedDays: number;
  runs: (Days & { days: number })[];
};

const LOW_COVERAGE = 0.8;
/** With fewer weeks than this in a phase the interval stands, with a badge. */
const SHORT_WEEKS = 8;

/** All notes on a channel; `phases` are those of the question cut at its last day. */
export function notesOf(question: ChannelQuestion, phases: Phases, result: Facts): Note[] {
  return [
    ...partialPhases(question.phases, phases),
    ...missingDays([...daysIn(question.rows, phases.before), ...daysIn(question.rows, phases.during)]),
    ...lowCoverage(result.descriptive),
    ...(result.method ? shortPeriod(result.method.weeks) : []),
    ...countsOnClosedDays(question.rows, phases),
    ...activation(question),
    ...(result.closedByOrder ? [{ code: 'closed_by_order' } as const] : []),
    ...choices(result),
  ];
}

type Facts = Pick<
  ChannelResult,
  | 'descriptive'
  | 'method'
  | 'closedByOrder'
  | 'headline'
  | 'ratio'
  | 'ratioOfRatios'
  | 'ratioOfRatiosReason'
  | 'sensitivity'
>;

/** What the headline hangs on: the season it is not corrected for, or a choice under which it vanishes. */
function choices({ headline, ratio, ratioOfRatios, ratioOfRatiosReason, sensitivity }: Facts): Note[] {
  if (headline === null) return [];
  const season: Note[] = ratioOfRatios
    ? []
    : [{ code: 'not_corrected_for_season', reason: ratioOfRatiosReason! }];
  const isFragile = dependsOnChoices(ratioOfRatios ?? ratio!, sensitivity);
  return isFragile ? [...season, { code: 'depends_on_choices' }] : season;
}

function activation({ history: { activated }, phases }: ChannelQuestion): Note[] {
  const isLater = activated !== null && activated > phases.before.from;
  return isLater ? [{ code: 'channel_activated', day: formatDay(activated) }] : [];
}

/** A note for each phase with coverage below 80 %. */
function lowCoverage(phases: Partial<Record<PhaseName, Descriptive | null>>): Note[] {
  return Object.entries(phases).flatMap(([phase, described]) =>
    described && described.coverage < LOW_COVERAGE
      ? [{ code: 'low_coverage', phase: phase as PhaseName, coverage: described.coverage }]
      : [],
  );
}

/** A note when a phase has fewer than eight weeks with data. */
function shortPeriod(weeks: readonly number[]): Note[] {
  const fewest = Math.min(...weeks);
  return fewest < SHORT_WEEKS ? [{ code: 'short_period', weeks: fewest }] : [];
}

/** A note for the phase before or during that the data do not reach the end of. */
function partialPhases(planned: Phases, cut: Phases): Note[] {
  return (['before', 'during'] as const).flatMap((phase) =>
    length(cut[phase]) < length(planned[phase])
      ? [
          {
            code: 'partial_phase',
            phase,
            days: length(cut[phase]),
            plannedDays: length(planned[phase]),
            lastDay: formatDay(cut[phase].to),
          },
        ]
      : [],
  );
}

/** A note on the open days without data, none when all of them have some. */
export function missingDays(rows: readonly DayRow[]): MissingDays[] {
  const open = rows.filter((row) => row.open);
  const daysWithData = open.filter((row) => row.state === 'count').length;
  if (daysWithData === open.length) return [];
  return [{ code: 'missing_days', daysWithData, expectedDays: open.length, runs: missingRuns(rows) }];
}

/** A note on the positive counts of closed days: they are kept. */
function countsOnClosedDays(rows: readonly DayRow[], { before, during }: Phases): Note[] {
  const kept = [...daysIn(rows, before), ...daysIn(rows, during)].filter(
    (row) => row.state === 'count' && !row.open,
  );
  return kept.length === 0
    ? []
    : [{ code: 'counts_on_closed_days', days: kept.map((row) => formatDay(row.day)) }];
}

/** Runs of missing days with their number; a closed day in between does not end a run. */
function missingRuns(rows: readonly DayRow[]): (Days & { days: number })[] {
  const runs: DayRow[][] = [];
  let isBroken = true;
  for (const row of rows) {
    if (row.state === 'count') isBroken = true;
    if (row.state !== 'missing') continue;
    if (isBroken) runs.push([row]);
    else runs.at(-1)!.push(row);
    isBroken = false;
  }
  return runs.map((run) => ({
    from: formatDay(run[0]!.day),
    to: formatDay(run.at(-1)!.day),
    days: run.length,
  }));
}
