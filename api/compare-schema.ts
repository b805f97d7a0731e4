// SPDX-License-Identifier: AGPL-3.0-or-later
// The answer of the comparison. Numbers are not rounded: rounding is the reader's business.
import { z } from '@hono/zod-openapi';
import { VARIANTS } from './compare/sensitivity.ts';
import { STATUSES } from './compare/status.ts';
import { VERDICTS } from './compare/verdict.ts';

export const day = z.iso.date().openapi({ example: '2020-03-10' });
export const count = z.int().min(0);
export const periodSchema = z.object({ from: day, to: day }).openapi('Period');

export const intervalSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

const ratioSchema = intervalSchema
  .extend({
    standardError: z.number().describe('of the logarithm'),
    degreesOfFreedom: z.number(),
    pValue: z.number(),
  })
  .openapi('Ratio');

const judgedRatioSchema = ratioSchema
  .extend({
    pHolm: z.number().describe('adjusted for the channels of this answer'),
    pBenjaminiHochberg: z.number(),
    verdict: z.enum(VERDICTS).describe('weak: its own interval excludes 1, all channels together do not'),
  })
  .openapi('JudgedRatio');

const descriptionSchema = z
  .object({
    calendarDays: count,
    expectedDays: count,
    daysWithData: count,
    coverage: z
      .number()
      .nullable()
      .describe('days with data / expected-open days; null when no day was expected'),
    total: count.describe('of the days with data, never extrapolated'),
    meanPerDay: z.number().nullable(),
    median: z.number().nullable(),
    variance: z.number().nullable(),
    zeroDays: count,
    workingDaysWithData: count,
    meanPerWorkingDay: z.number().nullable(),
    medianWorkingDay: z.number().nullable(),
    meanByDayType: z
      .array(z.number().nullable())
      .describe('Monday to Sunday, then holidays that are no Sunday'),
  })
  .openapi('Description');

const counterfactualSchema = z.object({
  day,
  expected: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const sentencesSchema = z
  .object({
    headline: z.string(),
    notes: z.array(z.string()),
    confounder: z.array(z.string()),
    beginning: z.array(z.string()),
    after: z.array(z.string()),
    captions: z.array(z.string()),
  })
  .openapi('Sentences');

const jumpDaysSchema = z.object({
  first: day,
  last: day,
  best: day,
  days: z.array(day),
  containsLockdown: z.boolean(),
  containsMarker: z.boolean().nullable(),
  step: ratioSchema,
  scale: z.number(),
  isDemonstrated: z.boolean(),
  isBounded: z.boolean(),
});

const markerWeekSchema = z.object({
  from: day,
  to: day,
  observed: z.number(),
  expected: z.number(),
  ratio: z.number(),
  low: z.number().describe('of the ratio of an ordinary week'),
  high: z.number(),
  outside: z.boolean(),
  pValue: z.number(),
  weeks: count,
  standardDeviation: z.number(),
});

const trendSchema = z.object({
  level: ratioSchema,
  time: ratioSchema,
  slope: ratioSchema,
  ratioByWeek: z.array(ratioSchema.extend({ week: z.number() })),
  excess: z.object({
    observed: z.number(),
    expected: intervalSchema.extend({ degreesOfFreedom: z.number() }),
    estimate: z.number(),
    low: z.number(),
    high: z.number(),
    isTelling: z.boolean().describe('false: the band is too wide for the number to be shown'),
  }),
  counterfactual: z.array(counterfactualSchema),
});

const simpleTestsSchema = z
  .object({
    welch: z.object({ t: z.number(), pValue: z.number(), low: z.number(), high: z.number() }).nullable(),
    mannWhitney: z.object({ u: z.number(), pValue: z.number() }).nullable(),
  })
  .describe(
    'for comparison only: they take days for independent. Difference: during minus before, contacts a day',
  );

const methodSchema = z.object({
  observations: count,
  parameters: count,
  dispersion: z.number(),
  standardErrors: z.object({ quasi: z.number(), weekly: z.number(), fortnightly: z.number().nullable() }),
  weeks: z.array(count),
  fortnights: z.array(count),
  neweyWest: z.object({ standardError: z.number(), low: z.number(), high: z.number() }),
});

const placeboSchema = z
  .object({
    dates: count,
    shareAsLarge: z.number().nullable(),
    shareExcludingOne: z.number().nullable(),
    of: z
      .enum(['ratioOfRatios', 'ratio'])
      .describe('which calculation was repeated at dates where nothing happened'),
  })
  .openapi('Placebo');

const comparisonSchema = z
  .object({
    channel: z.string(),
    status: z.enum(STATUSES),
    closedByLaw: z.boolean(),
    before: descriptionSchema,
    during: descriptionSchema,
    after: descriptionSchema.nullable(),
    index: z.number().nullable().describe('mean per day with data during, before = 100'),
    headline: z.enum(['ratioOfRatios', 'ratio']).nullable(),
    ratio: judgedRatioSchema.nullable().describe('during to before, corrected for the day of the week'),
    means: z
      .object({ before: z.number(), during: z.number() })
      .nullable()
      .describe('a working day, standardised'),
    ratioOfRatios: judgedRatioSchema
      .nullable()
      .describe('the same, against the same weeks of previous years'),
    ratioOfRatiosReason: z.string().nullable(),
    previousYears: z.array(z.int()),
    afterRatio: judgedRatioSchema.nullable(),
    afterReason: z.enum(['no_after', 'not_compared', ...STATUSES]).nullable(),
    afterVersusDuring: ratioSchema.nullable(),
    afterRatioOfRatios: judgedRatioSchema.nullable(),
    persistence: z
      .object({
        share: z.number(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        shown: z.boolean(),
      })
      .nullable(),
    withoutMarkerWeek: ratioSchema.nullable(),
    markerWeek: markerWeekSchema.nullable(),
    changePoint: jumpDaysSchema.nullable(),
    counterfactual: z.array(counterfactualSchema),
    interruptedSeries: trendSchema.nullable(),
    extraEvents: intervalSchema.nullable(),
    suspiciousZeros: z.array(
      z.object({ first: day, last: day, days: count, expected: z.number(), probability: z.number() }),
    ),
    minimumDetectable: z.number().nullable(),
    sensitivity: z.array(
      z.object({ variant: z.enum(VARIANTS), ratio: ratioSchema.nullable(), reason: z.string().nullable() }),
    ),
    placebo: placeboSchema
      .nullable()
      .describe('null while it is being computed, or without a year of history'),
    simpleTests: simpleTestsSchema,
    exactRatio: intervalSchema.nullable(),
    upperLimitBefore: z.number().nullable(),
    method: methodSchema.nullable(),
    missing: z.array(periodSchema).describe('runs of days without data, before to after'),
    sentence: z.object({ it: z.string(), en: z.string() }),
    sentences: z.object({ it: sentencesSchema, en: sentencesSchema }),
    notes: z.array(z.looseObject({ code: z.string() })),
  })
  .openapi('Comparison');

export const phaseMixSchema = z.object({
  digital: count,
  desk: count,
  share: z.number().nullable(),
  totalPerDay: z.number().nullable(),
  days: count,
});

export const compareSchema = z
  .object({
    before: periodSchema,
    during: periodSchema,
    after: periodSchema.nullable(),
    asOf: day.nullable().describe('up to this day every one of these channels that has data is known'),
    dataVersion: z.string(),
    placeboPending: z.boolean().describe('the placebo dates are being computed: ask again'),
    mix: z
      .object({
        before: phaseMixSchema,
        during: phaseMixSchema,
        after: phaseMixSchema.nullable(),
        weeks: z
          .array(phaseMixSchema.extend({ from: day, to: day }))
          .describe('Monday to Sunday; share and total are null where fewer than half of the days are known'),
        difference: z
          .object({ points: z.number(), low: z.number(), high: z.number(), degreesOfFreedom: z.number() })
          .nullable(),
        sentence: z.object({ it: z.string().nullable(), en: z.string().nullable() }),
      })
      .nullable()
      .describe('digital practices as a share of practices and desk'),
    channels: z.array(comparisonSchema),
  })
  .openapi('Compare');

export type Compare = z.infer<typeof compareSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type Description = z.infer<typeof descriptionSchema>;
export type SimpleTests = z.infer<typeof simpleTestsSchema>;
