// SPDX-License-Identifier: AGPL-3.0-or-later
// What a mapping file may say, and whether one can be used.
import { basename } from 'node:path';
import { z } from 'zod';
import { dateReader } from './mapping-dates.ts';
import { BadFile } from './source.ts';
import { SOURCES } from './sources.ts';
import { columnName } from './table.ts';

const text = z.string().trim().min(1, 'manca il testo');
const columns = z.union([text, z.array(text).min(1)]);
/** A word that is the same in every row, or one that each row says, in our words where `words` lists them. */
const word = z.union([text, z.strictObject({ column: text, words: z.record(z.string(), text).optional() })]);
const rowsWith = z.record(z.string(), z.array(z.string()).min(1));

const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/, 'solo minuscole, cifre e -, al massimo 32 caratteri'),
  title: text.optional(),
  day: z.strictObject({ column: columns, format: text }),
  /** The columns with a count; without, each row is one contact. */
  counts: z
    .array(
      z.strictObject({
        column: text,
        channel: word.optional(),
        platform: word.optional(),
        topic: word.optional(),
        metric: text.optional(),
      }),
    )
    .min(1)
    .optional(),
  channel: word.optional(),
  platform: word.optional(),
  topic: word.optional(),
  metric: text.default('contacts'),
  /** What a file is complete for, when several of this kind are loaded (an account, an office); else the platform. */
  scope: word.optional(),
  /** The columns that tell a row from all others. */
  key: columns.optional(),
  /** Rows with one of these values in a column, and rows with none of them. */
  only: rowsWith.optional(),
  except: rowsWith.optional(),
  /** The counts are readings of a counter that only goes up. */
  cumulative: z.boolean().default(false),
  /** When the counter is read: in the evening the difference is that day's, in the morning the day's before. */
  read: z.enum(['evening', 'morning']).default('evening'),
  /** What a reading equal to the day before's says: that nothing came in, or that the counter had not been updated. */
  repeated: z.enum(['zero', 'missing']).default('zero'),
  whole: z.boolean().default(false),
  vouches: z.enum(['rows', 'listed', 'span']).optional(),
  delimiter: z.string().length(1, 'un solo carattere').optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
});

export type Mapping = z.infer<typeof mappingSchema>;
/** A mapping as a person writes it, without what goes without saying. */
export type MappingFile = z.input<typeof mappingSchema>;

/** How many lines of title may stand above the heading. */
export const LINES_ABOVE = 30;

/** Validates the content of a mapping file; `file` is named in the error. */
export function checkMapping(content: unknown, file = 'la mappatura'): Mapping {
  const result = mappingSchema.safeParse(content, { error: italianReason });
  const reasons = result.success ? contradictions(result.data) : result.error.issues.map(issueText);
  if (result.success && reasons.length === 0) return result.data;
  throw new BadFile(`${basename(file)} non va bene.\n  ${reasons.join('\n  ')}`);
}

/** Whether a row is the heading that a mapping speaks of. */
export function isHeader(mapping: Mapping, row: readonly string[]): boolean {
  const names = row.map(columnName);
  return columnsOf(mapping).every((column) => names.includes(columnName(column)));
}

/** All columns that a mapping names. */
export function columnsOf(mapping: Mapping): string[] {
  const { day, counts = [], key = [], only = {}, except = {} } = mapping;
  const words = [mapping, ...counts].flatMap(({ channel, platform, topic }) => [channel, platform, topic]);
  const inWords = [...words, mapping.scope].flatMap((each) =>
    typeof each === 'object' ? [each.column] : [],
  );
  const named = [day.column, key, counts.map(({ column }) => column), Object.keys(only), Object.keys(except)];
  return [...new Set([...named.flat(), ...inWords])];
}

/** What no single key shows to be wrong. */
function contradictions(mapping: Mapping): string[] {
  const { name, channel, counts, cumulative, key, day } = mapping;
  const reasons: string[] = [];
  if (SOURCES.some((source) => source.name === name))
    reasons.push(`name: "${name}" è già il nome di una fonte`);
  if (!channel && !counts?.every((count) => count.channel)) reasons.push('channel: manca il canale');
  if (cumulative && !counts) reasons.push('counts: un contatore (cumulative) deve dire in quale colonna sta');
  if (cumulative && !/d/i.test(day.format)) reasons.push('cumulative: un contatore si legge ogni giorno');
  if (cumulative && key) reasons.push('key: le letture di un contatore si distinguono dal giorno: toglila');
  try {
    dateReader(day.format);
  } catch (error) {
    reasons.push(`day.format: ${(error as Error).message}`);
  }
  return reasons;
}

function issueText({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || '(tutto il file)'}: ${message}`;
}

function italianReason(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.message) return issue.message;
  if (issue.code === 'unrecognized_keys') return `chiave sconosciuta: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'manca' : `tipo sbagliato, serve ${issue.expected}`;
  if (issue.code === 'invalid_value') return `si scrive uno di: ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return 'si scrive un testo, o { "column": "nome della colonna" }';
  return undefined;
}
