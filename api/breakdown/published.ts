// SPDX-License-Identifier: AGPL-3.0-or-later
// What those below analyst, and everybody who is given a report, may learn of how contacts divide up. It is a closed list of
// sums, so that no two answers differ by a count that would be hidden (docs/disclosure.md).
import type { ChannelSettings } from '../../sql/settings.ts';
import { type Day, dayText, type Period } from '../../sql/vocabulary.ts';
import { contains } from '../compare/phases.ts';
import { number, readCounts, readLastDays, rowsOf } from '../days.ts';
import { type Suppressed, suppress } from '../disclosure/suppress.ts';
import { suppressTable } from '../disclosure/suppress-table.ts';
import { thresholdOf } from '../disclosure/threshold.ts';
import type { Dimension } from '../schemas/breakdown.ts';
import { type Office, uncounted } from '../town.ts';
import { columnOf, readValues } from './dimensions.ts';
import { askedPhases } from './questions.ts';

/** Which sums are told: the town's own phases; or whole months too, as far as they do not give the phases' hidden ones back. */
export type Published = 'phases' | 'months';

/** Why each value of a column is hidden, by name; the contacts of which the source does not say it are under ''. */
export type Hidden = ReadonlyMap<string, Suppressed>;

/**
 * What is hidden of one dimension in a period, judged together with everything else that is published of it; null where
 * the column is judged by itself.
 */
export async function hiddenAmongOthers(
  office: Office,
  channel: ChannelSettings,
  by: Dimension,
  period: Period,
  days: readonly number[],
): Promise<Hidden | null> {
  const threshold = thresholdOf(office.settings, channel);
  if (threshold === null || !office.published) return null;
  // Outcomes are no part of a report.
  if (office.published === 'months' && by !== 'outcome')
    return hiddenInMonths(office, channel, by, period, threshold);
  return channel.code === 'practice' && by === 'topic'
    ? hiddenTopics(office, channel, days, threshold)
    : null;
}

/** The counts of a column by name, with '' for what the source does not say. */
export function completed(values: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const named = [...values].filter(([name]) => name !== '');
  return new Map([...named, ['', total - named.reduce((sum, [, count]) => sum + count, 0)]]);
}

function hiddenAlone(counts: ReadonlyMap<string, number>, threshold: number): Map<string, Suppressed> {
  const reasons = suppress([...counts.values()], threshold);
  return new Map([...counts.keys()].flatMap((name, i) => (reasons[i] ? [[name, reasons[i]]] : [])));
}

/** A topic is told only if each kind in it is: else the kinds that are told would give the others back. */
async function hiddenTopics(
  office: Office,
  channel: ChannelSettings,
  days: readonly number[],
  threshold: number,
): Promise<Hidden> {
  const total = await totalOn(office, channel, days);
  const read = async (by: Dimension) =>
    completed(await readValues(office, channel, { by, topic: null, until: null }, days), total);
  const [kinds, topics] = [await read('kind'), await read('topic')];
  const hiddenKinds = hiddenAlone(kinds, threshold);
  const hidden = hiddenAlone(topics, threshold);
  const rows = await office.database.ask<{ topic: string; kinds: string[] }>('breakdowns/kinds-topics.sql', {
    channel: channel.code,
    days: days.map(dayText),
    uncounted: uncounted(office.settings),
  });
  for (const { topic, kinds } of rows)
    if (!hidden.has(topic) && kinds.some((kind) => hiddenKinds.has(kind))) hidden.set(topic, 'secondary');
  return hidden;
}

async function totalOn(office: Office, channel: ChannelSettings, days: readonly number[]): Promise<number> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const period = { from: dayText(first), to: dayText(last) };
  const counts = (await readCounts(office, period, [channel.code])).get(channel.code)!;
  return days.reduce((sum, day) => sum + (counts.contacts.get(day) ?? 0), 0);
}

/**
 * What is hidden in a month: it is made of the parts that the town's phases cut it into, and a value is told only if it may
 * be told of each part. The months of a phase are a table of which the sums in both directions are public; a value that is
 * hidden in the phase is hidden in all its months.
 */
async function hiddenInMonths(
  office: Office,
  channel: ChannelSettings,
  by: Dimension,
  month: Period,
  threshold: number,
): Promise<Hidden> {
  const last = (await readLastDays(office)).get(channel.code);
  const range = { from: number(month.from), to: Math.min(number(month.to), last ?? 0) };
  const { before, during, after } = await askedPhases(office, {});
  const phases = (after ? [before, during, after] : [before, during]).map(({ from, to }) => ({
    from: number(from),
    to: Math.min(number(to), last ?? 0),
  }));
  const touched = phases.filter(({ from, to }) => from <= range.to && to >= range.from);
  const hidden = new Map<string, Suppressed>();
  for (const phase of touched) {
    const parts = await readParts(office, channel, by, phase);
    for (const name of hiddenInParts(parts, threshold).get(monthOf(month.from)) ?? [])
      hidden.set(name, 'secondary');
  }
  const outside = await readParts(office, channel, by, range, (day) =>
    phases.every((phase) => !contains(phase, day)),
  );
  for (const counts of outside.values())
    for (const [name, reason] of hiddenAlone(counts, threshold))
      hidden.set(name, touched.length > 0 ? 'secondary' : reason);
  return hidden;
}

/** The counts of a stretch of days by month, each completed. */
async function readParts(
  office: Office,
  channel: ChannelSettings,
  by: Dimension,
  range: { from: number; to: number },
  isWanted: (day: number) => boolean = () => true,
): Promise<Map<string, Map<string, number>>> {
  const period = { from: dayText(range.from), to: dayText(range.to) };
  if (range.to < range.from) return new Map();
  const counts = (await readCounts(office, period, [channel.code])).get(channel.code)!;
  const known = rowsOf(office.settings, channel, counts, period).flatMap(({ day, count }) =>
    count !== null && isWanted(day) ? [{ day: dayText(day), count }] : [],
  );
  const rows = await office.database.ask<{ day: Day; value: string; contacts: number }>(
    'breakdowns/activity-days.sql',
    {
      channel: channel.code,
      column: columnOf(by),
      days: known.map(({ day }) => day),
      uncounted: uncounted(office.settings),
    },
  );
  const totals = new Map<string, number>();
  for (const { day, count } of known) totals.set(monthOf(day), (totals.get(monthOf(day)) ?? 0) + count);
  return new Map(
    [...totals].map(([month, total]) => {
      const values = new Map<string, number>();
      for (const { day, value, contacts } of rows)
        if (monthOf(day) === month) values.set(value, (values.get(value) ?? 0) + contacts);
      return [month, completed(values, total)];
    }),
  );
}

/** @example monthOf('2020-04-17') // '2020-04' */
const monthOf = (day: Day): string => day.slice(0, 7);

/** The names that are hidden in each part of a phase. */
function hiddenInParts(
  parts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  threshold: number,
): Map<string, string[]> {
  const names = [...new Set([...parts.values()].flatMap((counts) => [...counts.keys()]))];
  const table = [...parts.values()].map((counts) => names.map((name) => counts.get(name) ?? 0));
  const sums = new Map(names.map((name, i) => [name, table.reduce((sum, row) => sum + row[i]!, 0)]));
  const inPhase = hiddenAlone(sums, threshold);
  const hidden = suppressTable(
    table,
    threshold,
    names.map((name) => inPhase.has(name)),
  );
  return new Map(
    [...parts.keys()].map((month, row) => [month, names.filter((_, column) => hidden[row]![column])]),
  );
}
