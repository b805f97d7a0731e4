// SPDX-License-Identifier: AGPL-3.0-or-later
// A mapping: a small JSON file that makes a source of any table, without code. docs/mapping.md explains it.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkMapping, isHeader, LINES_ABOVE, type Mapping } from './mapping-file.ts';
import { mappedRows } from './mapping-rows.ts';
import { BadFile, type RowSource, WHOLE_CHANNEL } from './source.ts';

/** The source that a mapping file describes. @throws BadFile with everything that is wrong in it. */
export function readMapping(file: string): RowSource {
  return mappedSource(checkMapping(readJson(file), file));
}

/** A source made of a mapping. */
export function mappedSource(mapping: Mapping): RowSource {
  const { name, title, delimiter, encoding } = mapping;
  const metrics = (mapping.counts ?? [{}]).map(({ metric }: { metric?: string }) => metric ?? mapping.metric);
  return {
    name,
    title: title ?? `tabella «${name}»`,
    identity: 'complete',
    precedence: mapping.whole ? WHOLE_CHANNEL : 0,
    metrics: [...new Set(metrics)],
    reading: { ...(delimiter && { delimiter }), ...(encoding && { encoding }) },
    options: { mapping },
    records: 'rows',
    recognizes: ({ rows }) => (rows.slice(0, LINES_ABOVE).some((row) => isHeader(mapping, row)) ? 1 : 0),
    open: (context) => mappedRows(mapping, context),
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadFile(
      `la mappatura ${basename(file)} non si legge come JSON${/ at position \d+/.exec((error as Error).message)?.[0].replace(' at position', ', al carattere') ?? ''}`,
    );
  }
}
