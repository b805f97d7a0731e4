// SPDX-License-Identifier: AGPL-3.0-or-later
// What is there and what is missing: every day of each channel, its sources, and what a person has to look at.
import type { ChannelSettings } from '../../sql/settings.ts';
import { type Day, dayText, type Period } from '../../sql/vocabulary.ts';
import { dayInRome } from '../compare/calendar.ts';
import type { DayRow } from '../compare/opening.ts';
import { asRanges, contains, cutPhases } from '../compare/phases.ts';
import type { ZeroRun } from '../compare/statistics/suspicious-zeros.ts';
import { zerosOf } from '../compare/zeros.ts';
import { type Counts, confirmedZeros, number, readCounts, readLastDays, rowsOf } from '../days.ts';
import { askedComparison } from '../questions.ts';
import {
  type ChannelCoverage,
  COVERAGE_STATES,
  type Coverage,
  type CoverageState,
} from '../schemas/coverage.ts';
import { type Office, readTown } from '../town.ts';
import { readRhythms, readSources } from './sources.ts';

/** The coverage of these channels on the days of a period, in the order of the settings. */
export async function coverage(
  office: Office,
  period: Period,
  codes: readonly string[],
): Promise<Coverage['channels']> {
  const { firstDay, lastDay } = await readTown(office);
  const all = { from: firstDay ?? period.from, to: lastDay ?? period.to };
  const [counts, lastDays, sources, rhythms] = await Promise.all([
    readCounts(office, all, codes),
    readLastDays(office),
    readSources(office, period, codes),
    readRhythms(office, codes),
  ]);
  const channels = office.settings.channels.filter(({ code }) => codes.includes(code));
  return channels.map((channel) => {
    const known = counts.get(channel.code)!;
    const zeros = zerosOfChannel(
      office,
      channel,
      known,
      lastDays.get(channel.code) ?? number(all.to),
      lastDay,
    );
    const rows = rowsOf(office.settings, channel, known, period);
    return {
      channel: channel.code,
      ...daysOf(rows, zeros, known),
      ...lateness(known, rhythms.get(channel.code) ?? null),
      sources: sources.get(channel.code) ?? [],
    };
  });
}

/** The suspicious zeros as the comparison of the phases in the settings finds them. */
function zerosOfChannel(
  { settings }: Office,
  channel: ChannelSettings,
  counts: Counts,
  reached: number,
  lastDay: Day | null,
): ZeroRun[] {
  const { before, during, after } = askedComparison(settings, { seasonal: 'off' }, lastDay);
  const rows = rowsOf(settings, channel, counts, { from: before.from, to: (after ?? during).to });
  const range = ({ from, to }: Period) => ({ from: number(from), to: number(to) });
  const phases = { before: range(before), during: range(during), after: after && range(after) };
  return zerosOf(rows, cutPhases(phases, reached), confirmedZeros(counts));
}

function daysOf(
  rows: readonly DayRow[],
  zeros: readonly ZeroRun[],
  { decided }: Counts,
): Pick<ChannelCoverage, 'days' | 'totals' | 'missing' | 'suspicious'> {
  const isSuspicious = (day: number) =>
    zeros.some(({ first, last }) => contains({ from: first, to: last }, day));
  const days = rows.map((row) => ({
    day: dayText(row.day),
    state: stateOf(row, decided.get(row.day) === 'fault', isSuspicious(row.day)),
    count: row.count,
  }));
  const tally = COVERAGE_STATES.map((state) => [state, days.filter((day) => day.state === state).length]);
  const totals = Object.fromEntries(tally) as Record<CoverageState, number>;
  const missing = days.flatMap(({ day, state }) => (state === 'missing' ? [number(day)] : []));
  const seen = new Set(days.flatMap(({ day, state }) => (state === 'suspicious' ? [number(day)] : [])));
  return {
    days,
    totals: { ...totals, expected: rows.filter(({ open }) => open).length },
    missing: asRanges(missing).map(toPeriod),
    suspicious: zeros
      .filter(({ first, last }) => [...seen].some((day) => day >= first && day <= last))
      .map(({ first, last, ...run }) => ({ ...toPeriod({ from: first, to: last }), ...run })),
  };
}

function stateOf({ state, count }: DayRow, isFault: boolean, isSuspicious: boolean): CoverageState {
  if (state === 'missing' && isFault) return 'fault';
  if (state !== 'count') return state;
  if (count !== 0) return 'present';
  return isSuspicious ? 'suspicious' : 'zero';
}

function lateness(
  { contacts }: Counts,
  rhythm: ChannelCoverage['rhythm'],
): Pick<ChannelCoverage, 'lastDay' | 'daysSince' | 'rhythm' | 'late'> {
  if (contacts.size === 0) return { lastDay: null, daysSince: null, rhythm, late: null };
  const lastDay = Math.max(...contacts.keys());
  const daysSince = dayInRome(Date.now()) - 1 - lastDay;
  const late = rhythm && daysSince > rhythm.longestDays;
  return { lastDay: dayText(lastDay), daysSince, rhythm, late };
}

const toPeriod = ({ from, to }: { from: number; to: number }) => ({ from: dayText(from), to: dayText(to) });
