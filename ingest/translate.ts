// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs a source over a file: every record becomes facts, is skipped with its class, or is rejected with a reason.

import type { Range } from './cut.ts';
import { shown } from './mask.ts';
import { eachLine, type Layout, type Lines, type Numbered, readLines, WHOLE_FILE } from './read.ts';
import { readJson } from './read-json.ts';
import { findDelimiter, readRows, splitRows } from './read-rows.ts';
import { namedSource, recognize } from './recognize.ts';
import {
  BadFile,
  BadRow,
  type Context,
  type LineTranslator,
  type Source,
  type Start,
  type Translation,
  type Translator,
  type Vouch,
} from './source.ts';
import type { Workbook } from './workbook.ts';
import { LongLine } from './wrong-file.ts';

/** A record that was not taken in. */
export interface Rejected {
  line: number;
  column: string;
  value: string;
  reason: string;
}

export interface Translated {
  /** How many lines were read, blank ones included; 0 where records are no lines. */
  lines: number;
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
    const kinds = found.map((each) => `«${shown(each.sheet.name)}» ${each.source.name}`).join(', ');
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

/** Is given what was found; the file is read on when it is done. */
export type Take = (found: Translated) => Promise<unknown> | undefined;

/** Translates a file, or a range of one of lines, batch by batch; returns the days it vouches for. @throws BadFile when it is not of its source. */
export async function translate(
  file: string,
  { source, layout, delimiter, start }: Plan,
  context: Context,
  take: Take,
  onBytes: (bytes: number) => void = () => {},
  range: Range = WHOLE_FILE,
): Promise<Vouch> {
  if (source.records === 'json')
    return run(source.open(context), readJson(file, layout, source.paths, onBytes), take);
  if (source.records === 'lines')
    return runLines(source.open(context, start), readLines(file, layout, onBytes, range), range, take);
  return run(source.open(context), readRows(file, layout, delimiter, onBytes), take);
}

async function run<Record>(
  translator: Translator<Record>,
  batches: AsyncIterable<Numbered<Record>[]>,
  take: Take,
): Promise<Vouch> {
  for await (const batch of batches) {
    const translated = nothingYet();
    for (const { line, record, sheet } of batch) {
      try {
        add(translated, translator.take(record, line));
      } catch (error) {
        reject(translated, error, line, sheet);
      }
    }
    await take(translated);
  }
  return runEnd(translator, take);
}

async function runLines(
  translator: LineTranslator,
  groups: AsyncIterable<Iterable<Lines>>,
  range: Range,
  take: Take,
): Promise<Vouch> {
  let line = 1;
  try {
    for await (const group of groups)
      for (const lines of group) {
        const translated = translateLines(translator, lines, line);
        line += translated.lines;
        await take(translated);
      }
  } catch (error) {
    // Only who reads from the beginning can say which line it is.
    throw error instanceof LongLine && range.from === 0 ? new LongLine(line) : error;
  }
  return runEnd(translator, take);
}

function translateLines(translator: LineTranslator, lines: Lines, first: number): Translated {
  const translated = nothingYet();
  const end = eachLine(lines, first, (text, from, to, line) => {
    try {
      const said = translator.takeWithin
        ? translator.takeWithin(text, from, to, line)
        : translator.take(text.slice(from, to), line);
      add(translated, said);
    } catch (error) {
      reject(translated, error, line);
    }
  });
  translated.lines = end - first;
  return translated;
}

async function runEnd(translator: Translator<never>, take: Take): Promise<Vouch> {
  await take({ ...nothingYet(), translations: [...(translator.end?.() ?? [])] });
  return translator.vouches();
}

const nothingYet = (): Translated => ({ lines: 0, records: 0, translations: [], rejected: [] });

function add(translated: Translated, said: ReturnType<Translator<never>['take']>): void {
  translated.records += 1;
  if (said === undefined) return;
  if ('table' in said) translated.translations.push(said);
  else translated.translations.push(...said);
}

function reject(translated: Translated, error: unknown, line: number, sheet?: string): void {
  if (!(error instanceof BadRow)) throw error;
  translated.records += 1;
  const { column, value, message } = error;
  const reason = sheet ? `foglio «${shown(sheet)}»: ${message}` : message;
  // A cell that was shifted by a stray separator may hold anybody's name: who mends the file finds the line by its number.
  translated.rejected.push({ line, column: shown(column), value: shown(value), reason });
}
