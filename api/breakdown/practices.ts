// SPDX-License-Identifier: AGPL-3.0-or-later
// The practices in each phase: by kind, topic, means and outcome, and how long they took.
import type { ChannelSettings } from '../../sql/settings.ts';
import { dayText } from '../../sql/vocabulary.ts';
import { readLastDays } from '../days.ts';
import { suppress } from '../disclosure/suppress.ts';
import type { BreakdownRow } from '../schemas/breakdown.ts';
import type { Closing, Practices } from '../schemas/practices.ts';
import type { Office } from '../town.ts';
import { readColumns } from './breakdown.ts';
import { type Closings, closingOf, LEAST_CLOSED, readClosings } from './closing.ts';
import {
  type AskedPhases,
  type ByPhase,
  type ChannelPhase,
  counted,
  describeDays,
  mapPhases,
  readEach,
  readPhases,
  totalOf,
} from './phases.ts';
import { cellOf, tableOf } from './table.ts';

/** Everything about the practices of the phases; `channel` is theirs. */
export async function practices(
  office: Office,
  channel: ChannelSettings,
  asked: AskedPhases,
): Promise<Omit<Practices, 'dataVersion'>> {
  const threshold = office.settings.suppressionThreshold;
  const phases = await readPhases(office, channel, asked, null);
  const closings = await readEach(phases, ({ rows }) =>
    readClosings(office, channel, counted(rows), asked.until),
  );
  const by = async (dimension: 'kind' | 'topic' | 'means' | 'outcome') =>
    tableOf(
      await readColumns(office, channel, phases, { by: dimension, topic: null, until: asked.until }),
      threshold,
    );
  const [kinds, topics, means, outcomes] = await Promise.all([
    by('kind'),
    by('topic'),
    by('means'),
    by('outcome'),
  ]);
  const lastDay = (await readLastDays(office, asked.until)).get(channel.code);
  return {
    asOf: lastDay === undefined ? null : dayText(lastDay),
    suppression: { threshold },
    leastClosed: LEAST_CLOSED,
    closingKnown: [closings.before, closings.during, closings.after].some((each) => each?.closed.length),
    ...mapPhases(phases, (phase, name) => ({
      ...describeDays(phase),
      ...(mayTellClosed(office, phase, outcomes, name)
        ? closedCells(phase, closings[name]!, threshold)
        : HIDDEN_CLOSED),
      closing: phase.isHidden ? null : closingOf(closings[name]!.closed),
    })),
    kinds: kinds.map((row) => ({ ...row, closing: closingOfKind(row, closings) })),
    topics,
    means,
    outcomes,
  };
}

const HIDDEN_CLOSED = { closed: { suppressed: 'secondary' }, open: { suppressed: 'secondary' } } as const;

/** Where what is published goes together: how many are closed, beside the outcomes that are told, would give the hidden ones back. */
function mayTellClosed(
  { published }: Office,
  { isHidden }: ChannelPhase,
  outcomes: readonly BreakdownRow[],
  name: keyof ByPhase<unknown>,
): boolean {
  if (isHidden) return false;
  return (
    published !== 'phases' || outcomes.every((row) => row[name] === null || !('suppressed' in row[name]))
  );
}

/** Closed, open, and what no list tells of are a column: one of them alone would be given back by the others. */
function closedCells(phase: ChannelPhase, { closed, open }: Closings, threshold: number) {
  const total = totalOf(phase);
  const days = counted(phase.rows).length;
  const counts = [closed.length, open, total - closed.length - open];
  const reasons = suppress(counts, threshold);
  const cell = (i: number) => cellOf({ count: counts[i]!, reason: reasons[i]! }, { total, days });
  return { closed: cell(0), open: cell(1) };
}

/** The times of one kind, where its count is shown. */
function closingOfKind(
  row: BreakdownRow,
  closings: ByPhase<Closings>,
): Record<keyof ByPhase<Closing>, Closing> {
  const { before, during, after } = mapPhases(closings, ({ closed }, name) => {
    const cell = row[name];
    if (row.kind !== 'value' || cell === null || 'suppressed' in cell) return null;
    return closingOf(closed.filter(({ kind }) => kind === row.value));
  });
  return { before, during, after };
}
