// SPDX-License-Identifier: AGPL-3.0-or-later
// Welch and Mann-Whitney from ClickHouse, for the drawer only: they take days for independent, which they are not.
import type { Database } from '../sql/client.ts';
import { type DayRow, daysWithData } from './compare/opening.ts';
import type { Phases } from './compare/phases.ts';
import { daysIn } from './compare/statistics/rate-ratio.ts';
import type { SimpleTests } from './compare-schema.ts';

/** The days of one channel. */
export interface Sample {
  channel: string;
  rows: readonly DayRow[];
  phases: Phases;
}

const NONE: SimpleTests = { welch: null, mannWhitney: null };

/** Both tests for each channel; null where a sample is too small or both are constant. */
export async function simpleTests(
  database: Database,
  samples: readonly Sample[],
): Promise<Map<string, SimpleTests>> {
  const days = samples.flatMap(({ channel, rows, phases }) => {
    const observed = daysWithData(rows);
    const of = (range: Phases['before'], during: number) =>
      daysIn(observed, range).map(({ count }) => ({ channel, count, during }));
    return [...of(phases.before, 0), ...of(phases.during, 1)];
  });
  const found = await database.ask<{
    channel: string;
    welch_numbers: number[];
    mann_whitney_numbers: number[];
  }>('compare/simple-tests.sql', {
    channels: days.map(({ channel }) => channel),
    counts: days.map(({ count }) => count),
    during: days.map(({ during }) => during),
  });
  const tests = found.map(
    ({ channel, welch_numbers, mann_whitney_numbers }) =>
      [channel, toTests(welch_numbers, mann_whitney_numbers)] as const,
  );
  return new Map([...samples.map(({ channel }) => [channel, NONE] as const), ...tests]);
}

/** ClickHouse subtracts the second sample from the first, before minus during; here it is during minus before. */
function toTests([t, pValue, low, high]: number[], [u, pRank]: number[]): SimpleTests {
  return {
    welch: isKnown(t, pValue, low, high) ? { t: -t!, pValue: pValue!, low: -high!, high: -low! } : null,
    mannWhitney: isKnown(u, pRank) ? { u: u!, pValue: pRank! } : null,
  };
}

function isKnown(...values: (number | null | undefined)[]): boolean {
  return values.every((value) => typeof value === 'number' && Number.isFinite(value));
}
