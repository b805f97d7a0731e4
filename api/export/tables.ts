// SPDX-License-Identifier: AGPL-3.0-or-later
// The tables that can leave: each the answer to a question of the API, asked with the same parameters.
import { z } from 'zod';
import { BadQuestion } from '../problem.ts';
import { compareQuery, seriesQuery } from '../questions.ts';
import type { Office } from '../town.ts';
import type { Column, Table } from './table.ts';
import { comparisonColumns, comparisonTable } from './tables/comparison.ts';
import { loadsColumns, loadsTable } from './tables/loads.ts';
import { coverageColumns, coverageTable, seriesColumns, seriesTable } from './tables/series.ts';

export interface Offer {
  name: string;
  title: string;
  /** The names of the parameters it takes. */
  parameters: readonly string[];
  /** As they are when nothing else is asked for. */
  columns: readonly Column[];
  /** @throws BadQuestion on a parameter that is wrong, or that the table does not have. */
  make: (office: Office, query: Readonly<Record<string, string>>) => Promise<Table>;
}

const coverageQuery = seriesQuery.extend({ granularity: seriesQuery.shape.granularity.default('month') });

export const TABLES: readonly Offer[] = [
  offer(
    'comparison',
    'Confronto tra prima, durante e dopo',
    comparisonColumns,
    compareQuery,
    comparisonTable,
  ),
  offer('series', 'Contatti nel tempo, per canale', seriesColumns('day'), seriesQuery, seriesTable),
  offer('coverage', 'Copertura dei dati, per canale', coverageColumns, coverageQuery, coverageTable),
  offer('loads', 'File caricati', loadsColumns, z.object({}), loadsTable),
];

/** The table of that name. @throws BadQuestion naming those there are. */
export function offerNamed(name: string): Offer {
  const found = TABLES.find((each) => each.name === name);
  if (found) return found;
  const names = TABLES.map((each) => each.name);
  throw new BadQuestion('name', `unknown table "${name.slice(0, 40)}"`, names);
}

function offer<Shape extends z.ZodRawShape>(
  name: string,
  title: string,
  columns: readonly Column[],
  query: z.ZodObject<Shape>,
  make: (office: Office, query: z.infer<z.ZodObject<Shape>>) => Promise<Table>,
): Offer {
  const parameters = Object.keys(query.shape);
  // A filter that is not understood must not be left out in silence: the figures would be others than those meant.
  const strict = query.strict();
  const read = async (office: Office, asked: Readonly<Record<string, string>>) => {
    const found = strict.safeParse(asked);
    if (found.success) return make(office, found.data as z.infer<z.ZodObject<Shape>>);
    throw badParameter(found.error.issues[0]!, parameters);
  };
  return { name, title, parameters, columns, make: read };
}

function badParameter(issue: z.core.$ZodIssue, parameters: readonly string[]): BadQuestion {
  if (issue.code === 'unrecognized_keys')
    return new BadQuestion(issue.keys[0]!.slice(0, 40), 'this table has no such parameter', parameters);
  const allowed = 'values' in issue ? issue.values.map(String) : [];
  return new BadQuestion(issue.path.join('.') || 'query', issue.message, allowed);
}
