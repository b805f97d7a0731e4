// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi';
import { hasIdentifiers } from '../../ingest/mask.ts';
import { dayNumber } from '../../sql/vocabulary.ts';
import { day } from '../compare-schema.ts';

/** A day as a person writes it down; the limits are those of the engine's days, rounded to centuries. */
export const writtenDay = z
  .string({ error: 'a day is missing: write one such as 2020-03-10' })
  .refine((text) => dayNumber(text) !== null, { error: 'no such day: write one such as 2020-03-10' })
  .refine((text) => text >= '1990-01-01' && text < '2100-01-01', { error: 'a day from 1990 to 2099' })
  .openapi({ format: 'date', example: '2020-03-10' });

/** Names are words like others; the numbers and addresses by which people are found are not kept. */
export const NO_IDENTIFIERS =
  'leave out e-mail addresses, telephone numbers, fiscal codes and the like: they are never kept';

/** Text that a person wrote: at least one character, at most `most`, no half of a character, and nothing that identifies. */
export function writtenText(what: string, most: number) {
  return z
    .string({ error: `the ${what} is missing` })
    .trim()
    .min(1, `the ${what} is empty`)
    .max(most, `the ${what} is longer than ${most} characters`)
    .refine((text) => !hasIdentifiers(text), NO_IDENTIFIERS)
    .transform((text) => text.toWellFormed());
}

export const newNoteSchema = z
  .object({
    from: writtenDay,
    to: writtenDay.optional().openapi({ description: 'left out: the note is about one day' }),
    text: writtenText('text', 500),
    author: writtenText('author', 80),
    channel: z.string().nullish().openapi({ description: 'left out: about all channels' }),
  })
  .openapi('NewNote');

export const noteSchema = z
  .object({
    id: z.uuid(),
    from: day,
    to: day,
    text: z.string(),
    author: z.string(),
    channel: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('Note');

export const notesSchema = z.object({ notes: z.array(noteSchema) }).openapi('Notes');

export type NewNote = z.infer<typeof newNoteSchema>;
export type Note = z.infer<typeof noteSchema>;
