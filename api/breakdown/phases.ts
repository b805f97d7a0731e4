// SPDX-License-Identifier: AGPL-3.0-or-later
// The days of one channel in each phase, cut and counted as the comparison cuts and counts them; or of one of its topics.
import type { ChannelSettings } from '../../sql/settings.ts';
import { dayText, type Period, type Phase } from '../../sql/vocabulary.ts';
import type { DayRow } from '../compare/opening.ts';
import { cutPhases } from '../compare/phases.ts';
import type { DayRange } from '../compare/statistics/rate-ratio.ts';
import type { Asked } from '../comparison.ts';
import { type Counts, number, readCounts, readLastDays, rowsOf } from '../days.ts';
import { thresholdOf } from '../disclosure/threshold.ts';
import type { PhaseDays } from '../schemas/cells.ts';
import type { Office } from '../town.ts';
import { askedPhases } from './questions.ts';
import { countsOf, isHiddenTopic, readTopicDays } from './topics.ts';

/** Something for each phase; `after` is null when there is none. */
export interface ByPhase<Value> {
  before: Value;
  during: Value;
  after: Value | null;
}

/** The days of a phase; `isHidden`: nothing of them may be shown, be it their total within a topic or what nobody publishes. */
export interface ChannelPhase extends Period {
  rows: readonly DayRow[];
  isHidden: boolean;
}

export type AskedPhases = Pick<Asked, 'before' | 'during' | 'after' | 'exclude' | 'until'>;

/** The phases of a channel, or of one topic of it on the days whose topics are known. */
export async function readPhases(
  office: Office,
  channel: ChannelSettings,
  asked: AskedPhases,
  topic: string | null,
): Promise<ByPhase<ChannelPhase>> {
  const { settings } = office;
  const counts = await readAll(office, channel, asked);
  const topics = topic === null ? null : await readTopicDays(office, channel, [...counts.contacts.keys()]);
  const excluded = asked.exclude.map(toRange);
  const phases = await cut(office, channel, asked);
  const isWithheld = await withheld(office, channel, asked, topic);
  return mapPhases(phases, ({ from, to }) => {
    const period = { from: dayText(from), to: dayText(to) };
    const rows = rowsOf(settings, channel, counts, period, excluded);
    const threshold = thresholdOf(settings, channel);
    if (threshold !== null && isWithheld({ from, to })) return { ...period, rows, isHidden: true };
    if (topic === null || topics === null) return { ...period, rows, isHidden: false };
    return {
      ...period,
      rows: rowsOf(settings, channel, countsOf(topic, counts, topics), period, excluded),
      isHidden: threshold !== null && isHiddenTopic(topic, topics, counted(rows), threshold),
    };
  });
}

/** Which periods nothing is told of to those for whom only the phases of the settings are published, whole and undivided. */
async function withheld(office: Office, channel: ChannelSettings, asked: AskedPhases, topic: string | null) {
  if (office.published !== 'phases') return () => false;
  if (topic !== null || asked.exclude.length > 0) return () => true;
  const { before, during, after } = await cut(office, channel, await askedPhases(office, {}));
  const own = [before, during, ...(after ? [after] : [])];
  return ({ from, to }: DayRange) => !own.some((phase) => phase.from === from && phase.to === to);
}

/** Applies `make` to each phase there is, with its name. */
export function mapPhases<From, To>(
  { before, during, after }: ByPhase<From>,
  make: (phase: From, name: Phase) => To,
): ByPhase<To> {
  return {
    before: make(before, 'before'),
    during: make(during, 'during'),
    after: after === null ? null : make(after, 'after'),
  };
}

/** Applies `read` to each phase there is, all at once. */
export async function readEach<From, To>(
  phases: ByPhase<From>,
  read: (phase: From, name: Phase) => Promise<To>,
): Promise<ByPhase<To>> {
  const reading = mapPhases(phases, read);
  const [before, during, after] = await Promise.all([reading.before, reading.during, reading.after]);
  return { before, during, after };
}

/** The contacts of a phase, whether they may be shown or not. */
export function totalOf({ rows }: ChannelPhase): number {
  return rows.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

/** The days on which a count is known. */
export function counted(rows: readonly DayRow[]): number[] {
  return rows.filter(({ count }) => count !== null).map(({ day }) => day);
}

/** What is said of the days of a phase. */
export function describeDays(phase: ChannelPhase): PhaseDays {
  return {
    from: phase.from,
    to: phase.to,
    expectedDays: phase.rows.filter(({ open }) => open).length,
    daysWithData: counted(phase.rows).length,
    total: phase.isHidden ? null : totalOf(phase),
  };
}

async function cut(office: Office, { code }: ChannelSettings, { before, during, after, until }: AskedPhases) {
  const lastDay = (await readLastDays(office, until)).get(code) ?? Number.POSITIVE_INFINITY;
  return cutPhases(
    { before: toRange(before), during: toRange(during), after: after && toRange(after) },
    lastDay,
  );
}

async function readAll(
  office: Office,
  { code }: ChannelSettings,
  { before, during, after }: AskedPhases,
): Promise<Counts> {
  const periods = after ? [before, during, after] : [before, during];
  const days = periods.flatMap(({ from, to }) => [from, to]).sort();
  const counts = await readCounts(office, { from: days[0]!, to: days.at(-1)! }, [code]);
  return counts.get(code)!;
}

function toRange({ from, to }: Period) {
  return { from: number(from), to: number(to) };
}
