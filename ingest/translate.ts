// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs a source over a file: every record becomes facts, is skipped with its class, or is rejected with a reason.
import { findDelimiter, type Layout, type Numbered, readLines, readRows, splitRows } from './read.ts';
import { readJson } from './read-json.ts';
import { namedSource, recognize } from './recognize.ts';
import {
  BadFile,
  BadRow,
  type Context,
  type Source,
  type Start,
  type Translation,
  type Translator,
  type Vouch,
} from './source.ts';
import type { Workbook } from './spreadsheet.ts';

/** A record that was not taken in. */
export interface Rejected {
  line: number;
  column: string;
  value: string;
  reason: string;
}

export interface Translated {
  /** How many records were read; one may give several facts, or none. */
  records: number;
  translations: Translation[];
  rejected: Rejected[];
}

/** What was found out about a file before it is read in full. */
export interface Plan {
  source: Source;
  layout: Layout;
  delimiter: string;
  start: Start;
}

const LONGEST_VALUE = 100;

/** Decides how a file will be read, from its beginning; `wanted` names the source. @throws BadFile when none fits. */
export function plan(layout: Layout, sample: string, wanted?: string | Source): Plan {
  if (layout.workbook) return planSheets(layout, layout.workbook, wanted);
  if (wanted && typeof wanted !== 'string') return planMapped(layout, sample, wanted);
  const delimiter = findDelimiter(sample);
  const start = startOf(sample, delimiter);
  return { layout, delimiter, start, source: wanted ? namedSource(wanted) : recognize(start) };
}

function planMapped(layout: Layout, sample: string, source: Source): Plan {
  const { delimiter = findDelimiter(sample), encoding = layout.encoding } = source.reading ?? {};
  return { source, layout: { ...layout, encoding }, delimiter, start: startOf(sample, delimiter) };
}

function startOf(sample: string, delimiter: string): Start {
  const lines = sample
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  return { lines, rows: splitRows(lines, delimiter) };
}

/** The sheets of one source are read as one table; sheets of different sources are for a person to choose from. */
function planSheets(layout: Layout, workbook: Workbook, wanted?: string | Source): Plan {
  const named = typeof wanted === 'string' ? namedSource(wanted) : wanted;
  const found = workbook.sheets.flatMap((sheet) => {
    const start = { lines: [], rows: sheet.rows.slice(0, 50).map(({ record }) => record) };
    const source = named ? named.recognizes(start) > 0 && named : tryRecognize(start);
    return source ? [{ sheet, source }] : [];
  });
  const [first] = workbook.sheets;
  const source =
    found[0]?.source ??
    named ??
    recognize({ lines: [], rows: first?.rows.slice(0, 50).map(({ record }) => record) ?? [] });
  if (source.records !== 'rows') throw new BadFile(`la fonte ${source.name} non legge fogli di calcolo`);
  if (found.some((each) => each.source !== source)) {
    const kinds = found.map((each) => `«${each.sheet.name}» ${each.source.name}`).join(', ');
    throw new BadFile(`ha fogli di fonti diverse (${kinds}): indica con --source quale caricare`);
  }
  const chosen = found.length > 0 ? found.map(({ sheet }) => sheet) : first ? [first] : [];
  const start = { lines: [], rows: [] };
  return { source, layout: { ...layout, workbook: workbook.only(chosen) }, delimiter: '', start };
}

function tryRecognize(start: Start): Source | undefined {
  try {
    return recognize(start);
  } catch (error) {
    if (error instanceof BadFile) return undefined;
    throw error;
  }
}

/** Translates a file batch by batch; returns the days it vouches for. @throws BadFile when it is not of its source. */
export async function* translate(
  file: string,
  { source, layout, delimiter, start }: Plan,
  context: Context,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Translated, Vouch> {
  if (source.records === 'json')
    return yield* run(source.open(context), readJson(file, layout, source.paths, onBytes));
  if (source.records === 'lines')
    return yield* run(source.open(context, start), readLines(file, layout, onBytes));
  return yield* run(source.open(context), readRows(file, layout, delimiter, onBytes));
}

async function* run<Record>(
  translator: Translator<Record>,
  batches: AsyncIterable<Numbered<Record>[]>,
): AsyncGenerator<Translated, Vouch> {
  for await (const batch of batches) yield takeAll(translator, batch);
  yield { records: 0, translations: [...(translator.end?.() ?? [])], rejected: [] };
  return translator.vouches();
}

function takeAll<Record>(translator: Translator<Record>, batch: readonly Numbered<Record>[]): Translated {
  const translations: Translation[] = [];
  const rejected: Rejected[] = [];
  for (const { line, record, sheet } of batch) {
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
        reason: sheet ? `foglio «${sheet}»: ${error.message}` : error.message,
      });
    }
  }
  return { records: batch.length, translations, rejected };
}
