// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { count, day, periodSchema } from '../compare-schema.ts';

/**
 * How a day of a channel stands. A suspicious day is a zero that is almost impossible, and not decided upon; one decided to
 * be a fault is missing in every figure.
 */
export const COVERAGE_STATES = ['present', 'zero', 'missing', 'closed', 'suspicious', 'fault'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

const coverageDaySchema = z.object({
  day,
  state: z.enum(COVERAGE_STATES),
  count: count.nullable(),
});

const sourceCoverageSchema = z
  .object({
    source: z.string(),
    scope: z.string().describe('the account, platform, site or register within the source'),
    firstDay: day.describe('over all time'),
    lastDay: day,
    runs: z
      .array(
        z.object({
          from: day,
          to: day,
          loads: z.array(z.string()).describe('none: another counter counts these days'),
        }),
      )
      .describe('the days of the period that it vouches for'),
  })
  .openapi('SourceCoverage');

const channelCoverageSchema = z
  .object({
    channel: z.string(),
    days: z.array(coverageDaySchema),
    totals: z.object({
      present: count,
      zero: count,
      missing: count,
      closed: count,
      suspicious: count,
      fault: count,
      expected: count.describe('days on which the channel should have been open'),
    }),
    missing: z.array(periodSchema).describe('runs of missing days, those decided to be faults aside'),
    suspicious: z
      .array(
        z.object({
          from: day,
          to: day,
          days: count,
          expected: z.number().describe('contacts that the rest of the phases leads to expect on these days'),
          probability: z.number().describe('that an ordinary stretch has only zeros'),
        }),
      )
      .describe('runs of zeros to be decided upon, as the comparison of the phases finds them'),
    lastDay: day.nullable().describe('the last day with data, over all time'),
    daysSince: z.int().nullable().describe('from then to yesterday'),
    rhythm: z
      .object({ medianDays: z.number(), longestDays: count })
      .nullable()
      .describe('days between the last days of one load and the next; null with fewer than four'),
    late: z.boolean().nullable().describe('longer without data than ever between two loads'),
    sources: z.array(sourceCoverageSchema),
  })
  .openapi('ChannelCoverage');

export const coverageSchema = z
  .object({ from: day, to: day, channels: z.array(channelCoverageSchema), dataVersion: z.string() })
  .openapi('Coverage');

export type Coverage = z.infer<typeof coverageSchema>;
export type ChannelCoverage = z.infer<typeof channelCoverageSchema>;
export type SourceCoverage = z.infer<typeof sourceCoverageSchema>;
