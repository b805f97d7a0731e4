// SPDX-License-Identifier: AGPL-3.0-or-later
// The monthly report as data. Numbers are not rounded; the texts are those of the page and of the PDF.

import { z } from '@hono/zod-openapi';
import { hasIdentifiers } from '../../ingest/mask.ts';
import { VERDICTS } from '../compare/verdict.ts';
import { count, day, intervalSchema, periodSchema, phaseMixSchema } from '../compare-schema.ts';
import { breakdownRowSchema, breakdownSchema } from './breakdown.ts';
import { NO_IDENTIFIERS, noteSchema, writtenText } from './notes.ts';
import { closingSchema, practicePhaseSchema, practicesSchema } from './practices.ts';

export const month = z.string().openapi({ example: '2020-04' });

const monthCountSchema = z
  .object({
    month,
    total: count
      .nullable()
      .describe('of the days with data; null when fewer than half of the open days have any'),
    perDay: z.number().nullable().describe('by opening day with data'),
    daysWithData: count,
    expectedDays: count,
    isTotalOnly: z.boolean().describe('only the total of the month is known, not its days'),
  })
  .openapi('MonthCount');

const changeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ratio'), value: z.number() }),
    z.object({ kind: z.literal('difference'), value: z.number().describe('a day; the base is under 10') }),
    z.object({
      kind: z.literal('none'),
      reason: z.enum(['no_data', 'month_not_over', 'collection_change']),
    }),
  ])
  .openapi('MonthChange');

const channelMonthSchema = z.object({
  channel: z.string(),
  label: z.string(),
  month: monthCountSchema,
  monthBefore: monthCountSchema,
  yearBefore: monthCountSchema,
  beforeLockdown: z
    .object({ perDay: z.number().nullable(), daysWithData: count, expectedDays: count })
    .nullable(),
  onMonthBefore: changeSchema,
  onYearBefore: changeSchema,
});

const changedChannelSchema = z.object({
  channel: z.string(),
  label: z.string(),
  before: z.number().nullable().describe('mean a day with data'),
  during: z.number().nullable(),
  ratio: intervalSchema.nullable().describe('the headline, with its 95 % limits'),
  uncorrected: intervalSchema.nullable().describe('without the previous years, where the headline has them'),
  verdict: z.enum(VERDICTS).nullable(),
  outcome: z.string().describe('the verdict, or why there is none, in words'),
});

const comparisonSchema = z.object({
  phase: z.enum(['during', 'after']).describe('which phase is compared with the one before'),
  before: periodSchema,
  during: periodSchema.describe('the phase compared, up to the last day of the report'),
  channels: z.array(changedChannelSchema),
  share: z
    .object({
      before: phaseMixSchema,
      during: phaseMixSchema,
      after: phaseMixSchema.nullable(),
      sentence: z.string().nullable(),
    })
    .nullable(),
  causes: z.string().nullable(),
});

const missingSchema = z.object({ channel: z.string(), label: z.string(), sentences: z.array(z.string()) });

/** `before` is the month before, `during` the month; `after` is always null. */
const divisionSchema = breakdownSchema
  .omit({ dataVersion: true, topic: true })
  .extend({ label: z.string() })
  .openapi('Division');

/**
 * Of the month itself no times to close: those of its practices that are closed by its end are the quick ones.
 */
const practicesOfMonthSchema = practicesSchema
  .pick({ suppression: true, leastClosed: true, closingKnown: true, before: true })
  .extend({
    during: practicePhaseSchema.omit({ closing: true }),
    kinds: z.array(
      breakdownRowSchema
        .omit({ after: true })
        .extend({ closing: closingSchema.describe('of those sent in the month before') }),
    ),
  });

const commentSchema = z
  .object({ text: z.string(), author: z.string(), at: z.string() })
  .openapi('ReportComment');

const MOST_COMMENT = 4000;

export const newCommentSchema = z
  .object({
    text: z
      .string({ error: 'the text is missing' })
      .trim()
      .max(MOST_COMMENT, `the text is longer than ${MOST_COMMENT} characters`)
      .refine((text) => !hasIdentifiers(text), NO_IDENTIFIERS)
      .transform((text) => text.toWellFormed())
      .openapi({ description: 'empty: takes the words back; a line break begins a paragraph' }),
    author: writtenText('author', 80),
  })
  .openapi('NewReportComment');

export const newVersionSchema = z
  .object({ frozen: z.boolean({ error: 'frozen is true or false' }) })
  .openapi('NewReportVersion');

export const reportVersionSchema = z
  .object({
    version: count,
    frozen: z.boolean().describe('false: the report follows the data again'),
    at: z.string(),
    sha256: z
      .object({ json: z.string(), html: z.string(), pdf: z.string() })
      .nullable()
      .describe('of the bytes served, in hexadecimal'),
  })
  .openapi('ReportVersion');

export const reportSchema = z
  .object({
    month,
    title: z.string(),
    town: z.string(),
    from: day,
    until: day.describe('the last day that enters any figure'),
    isOver: z.boolean().describe('false: the month is not over, or the data do not reach its end'),
    dataVersion: z.string(),
    methodVersion: z.string(),
    demonstration: z.boolean(),
    scope: z.string(),
    lead: z.array(z.string()),
    comparison: comparisonSchema.nullable().describe('null when the phases compared had not begun'),
    channels: z.array(channelMonthSchema),
    ways: z.array(divisionSchema).describe('by platform, device or means'),
    subjects: z.array(divisionSchema).describe('by topic'),
    practices: practicesOfMonthSchema.nullable().describe('null without a channel of practices'),
    missing: z.array(missingSchema),
    markers: z.array(z.object({ day, label: z.string() })),
    holidays: z.array(day).describe('those that are no Sundays'),
    notes: z.array(noteSchema.pick({ from: true, to: true, text: true, channel: true })),
    frozenAt: z.string().nullable().describe('when it was frozen; null while it follows the data'),
    comment: commentSchema.nullable().describe("the office's own words; null without any"),
  })
  .openapi('Report');

const reportMailSchema = z
  .object({
    state: z
      .enum(['sending', 'sent', 'failed', 'interrupted'])
      .describe('failed and interrupted ones are tried again'),
    at: z.string(),
    reason: z.string().describe('why it failed, or what a sending that succeeded left undone; Italian'),
    tries: count,
  })
  .openapi('ReportMail');

export const reportStateSchema = z
  .object({
    month,
    title: z.string(),
    from: day,
    until: day,
    isOver: z.boolean(),
    version: reportVersionSchema.nullable().describe('the latest; null when it was never frozen'),
    comment: z.boolean().describe('whether the office has added words'),
    mail: reportMailSchema.nullable().describe('null when nobody has tried to send it'),
  })
  .openapi('ReportState');

export const reportsSchema = z
  .object({ reports: z.array(reportStateSchema).describe('the latest month first') })
  .openapi('Reports');

export type ReportVersion = z.infer<typeof reportVersionSchema>;
export type ReportMail = z.infer<typeof reportMailSchema>;
export type ReportState = z.infer<typeof reportStateSchema>;
export type NewComment = z.infer<typeof newCommentSchema>;
export type Report = z.infer<typeof reportSchema>;
export type Division = z.infer<typeof divisionSchema>;
export type Comment = z.infer<typeof commentSchema>;
export type ReportComparison = z.infer<typeof comparisonSchema>;
export type ChannelMonth = z.infer<typeof channelMonthSchema>;
export type MonthCount = z.infer<typeof monthCountSchema>;
export type Change = z.infer<typeof changeSchema>;
