// SPDX-License-Identifier: AGPL-3.0-or-later
// Reads a file, or a part of one: facts are handed on, and what was found is counted.
import { Coverage, type CoveredSoFar } from './coverage.ts';
import type { Range } from './cut.ts';
import type { Context, Fact, Source, Vouch } from './source.ts';
import { type Plan, type Rejected, type Translated, translate } from './translate.ts';

/** What was found in a file, or in a part of it. */
export interface Findings {
  /** How many lines there are, blank ones included; 0 where records are no lines. */
  lines: number;
  records: number;
  rows: number;
  /** How many records of each class are no contacts: bots, images. */
  skipped: Map<string, number>;
  rejected: number;
  /** At most KEPT_REJECTED of them. */
  rejectedRows: Rejected[];
  coverage: CoveredSoFar;
  vouch: Vouch;
}

const KEPT_REJECTED = 100_000;

/** Reads what `range` says of a file; each batch of facts is handed on before the next is read. */
export async function readPart(
  file: string,
  plan: Plan,
  context: Context,
  range: Range,
  write: (facts: Fact[]) => Promise<unknown> | undefined,
  onProgress: (bytes: number, rows: number) => void,
): Promise<Findings> {
  const coverage = new Coverage(plan.source);
  const found = nothingFound(coverage.found);
  let bytes = 0;
  const take = (translated: Translated) => {
    const facts = tally(translated, found, coverage);
    onProgress(bytes, found.rows);
    return facts.length > 0 ? write(facts) : undefined;
  };
  const onBytes = (read: number) => {
    bytes = read;
  };
  const vouch = await translate(file, plan, context, take, onBytes, range);
  return { ...found, vouch };
}

/** Counts what was found; returns the facts that are to be written. */
function tally(
  { translations, rejected, records, lines }: Translated,
  found: Findings,
  coverage: Coverage,
): Fact[] {
  const facts: Fact[] = [];
  for (const translation of translations) {
    coverage.add(translation);
    if (translation.table === null) {
      found.skipped.set(translation.class, (found.skipped.get(translation.class) ?? 0) + 1);
    } else {
      found.rows += 1;
      // A count of 0 is told by the day that is vouched for.
      if (translation.table !== 'contacts' || translation.count > 0) facts.push(translation);
    }
  }
  found.lines += lines;
  found.records += records;
  found.rejected += rejected.length;
  found.rejectedRows.push(...rejected.slice(0, KEPT_REJECTED - found.rejectedRows.length));
  return facts;
}

function nothingFound(coverage: CoveredSoFar): Findings {
  const none = { lines: 0, records: 0, rows: 0, rejected: 0, rejectedRows: [] };
  return { ...none, skipped: new Map(), coverage, vouch: 'rows' };
}

/** What the parts of one file, in their order, say together. */
export function joinFindings(
  source: Source,
  [first, ...others]: readonly [Findings, ...Findings[]],
): Omit<Findings, 'coverage'> & { coverage: Coverage } {
  const coverage = new Coverage(source, first.coverage);
  for (const part of others) {
    coverage.join(part.coverage);
    for (const [name, count] of part.skipped) first.skipped.set(name, (first.skipped.get(name) ?? 0) + count);
    const kept = part.rejectedRows.slice(0, KEPT_REJECTED - first.rejectedRows.length);
    first.rejectedRows.push(...kept.map((row) => ({ ...row, line: row.line + first.lines })));
    first.lines += part.lines;
    first.records += part.records;
    first.rows += part.rows;
    first.rejected += part.rejected;
  }
  return { ...first, coverage };
}
