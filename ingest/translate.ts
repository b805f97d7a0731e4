// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs a source over a file: every record becomes facts, is skipped with its class, or is rejected with a reason.
import { findDelimiter, type Layout, type Numbered, readLines, readRows, splitRows } from './read.ts';
import { namedSource, recognize } from './recognize.ts';
import {
  BadRow,
  type Context,
  type Source,
  type Translation,
  type Translator,
  type Vouch,
} from './source.ts';

/** A record that was not taken in. */
export interface Rejected {
  line: number;
  column: string;
  value: string;
  reason: string;
}

export interface Translated {
  translations: Translation[];
  rejected: Rejected[];
}

/** What was found out about a file before it is read in full. */
export interface Plan {
  source: Source;
  layout: Layout;
  delimiter: string;
}

const LONGEST_VALUE = 100;

/** Decides how a file will be read, from its beginning. @throws BadFile when no source fits. */
export function plan(layout: Layout, sample: string, sourceName?: string): Plan {
  const delimiter = findDelimiter(sample);
  const lines = sample
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const start = { lines, rows: splitRows(lines, delimiter) };
  return { layout, delimiter, source: sourceName ? namedSource(sourceName) : recognize(start) };
}

/** Translates a file batch by batch; returns the days it vouches for. @throws BadFile when it is not of its source. */
export async function* translate(
  file: string,
  { source, layout, delimiter }: Plan,
  context: Context,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Translated, Vouch> {
  if (source.records === 'lines') return yield* run(source.open(context), readLines(file, layout, onBytes));
  return yield* run(source.open(context), readRows(file, layout, delimiter, onBytes));
}

async function* run<Record>(
  translator: Translator<Record>,
  batches: AsyncIterable<Numbered<Record>[]>,
): AsyncGenerator<Translated, Vouch> {
  for await (const batch of batches) yield takeAll(translator, batch);
  yield { translations: [...(translator.end?.() ?? [])], rejected: [] };
  return translator.vouches();
}

function takeAll<Record>(translator: Translator<Record>, batch: readonly Numbered<Record>[]): Translated {
  const translations: Translation[] = [];
  const rejected: Rejected[] = [];
  for (const { line, record } of batch) {
    try {
      const said = translator.take(record, line);
      if (said === undefined) continue;
      if ('table' in said) translations.push(said);
      else translations.push(...said);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      rejected.push({
        line,
        column: error.column,
        value: error.value.slice(0, LONGEST_VALUE),
        reason: error.message,
      });
    }
  }
  return { translations, rejected };
}
