// SPDX-License-Identifier: AGPL-3.0-or-later
// The tables that can leave: each the answer to a question of the API, asked with the same parameters.
import { z } from 'zod';
import { breakdownQuery } from '../breakdown/ask.ts';
import { channelPhasesQuery, phasesQuery } from '../breakdown/questions.ts';
import { BadQuestion } from '../problem.ts';
import { compareQuery } from '../questions.ts';
import type { Office } from '../town.ts';
import { TABLE_NAMES, type TableName } from './names.ts';
import { strictQuery } from './strict-query.ts';
import type { Column, Table } from './table.ts';
import { breakdownColumns, breakdownTable } from './tables/breakdown.ts';
import { comparisonColumns, comparisonTable } from './tables/comparison.ts';
import { hoursColumns, hoursTable } from './tables/hours.ts';
import { loadsColumns, loadsTable } from './tables/loads.ts';
import { practiceMonthsColumns, practiceMonthsQuery, practiceMonthsTable } from './tables/practice-months.ts';
import { practicesColumns, practicesTable } from './tables/practices.ts';
import {
  coverageColumns,
  coverageTable,
  coverageTableQuery,
  seriesColumns,
  seriesTable,
  seriesTableQuery,
} from './tables/series.ts';
import { shareColumns, shareTable } from './tables/share.ts';
import { weekdaysColumns, weekdaysTable } from './tables/weekdays.ts';

export interface Offer {
  name: TableName;
  title: string;
  /** The names of the parameters it takes. */
  parameters: readonly string[];
  /** As they are when nothing else is asked for. */
  columns: readonly Column[];
  /** @throws BadQuestion on a parameter that is wrong, or that the table does not have. */
  make: (office: Office, query: Readonly<Partial<Record<string, string>>>) => Promise<Table>;
}

export const TABLES: readonly Offer[] = [
  offer(
    'comparison',
    'Confronto tra prima, durante e dopo',
    comparisonColumns,
    compareQuery,
    comparisonTable,
  ),
  offer(
    'weekdays',
    'Prima e durante, per giorno della settimana',
    weekdaysColumns,
    compareQuery,
    weekdaysTable,
  ),
  offer('series', 'Contatti nel tempo, per canale', seriesColumns('day'), seriesTableQuery, seriesTable),
  offer('coverage', 'Copertura dei dati, per canale', coverageColumns, coverageTableQuery, coverageTable),
  offer('share', 'Quota digitale delle pratiche', shareColumns, compareQuery, shareTable),
  offer('breakdown', 'Contatti di un canale, suddivisi', breakdownColumns, breakdownQuery, breakdownTable),
  offer('hours', 'Giorno della settimana e ora', hoursColumns, channelPhasesQuery, hoursTable),
  offer('practices', 'Pratiche', practicesColumns, phasesQuery, practicesTable),
  offer(
    'practice-months',
    'Pratiche per mese e tipo',
    practiceMonthsColumns,
    practiceMonthsQuery,
    practiceMonthsTable,
  ),
  offer('loads', 'File caricati', loadsColumns, z.object({}), loadsTable),
];

/** The table of that name. @throws BadQuestion naming those there are. */
export function offerNamed(name: string): Offer {
  const found = TABLES.find((each) => each.name === name);
  if (found) return found;
  throw new BadQuestion('name', `unknown table "${name.slice(0, 40)}"`, TABLE_NAMES);
}

function offer<Shape extends z.ZodRawShape>(
  name: TableName,
  title: string,
  columns: readonly Column[],
  query: z.ZodObject<Shape>,
  make: (office: Office, query: z.infer<z.ZodObject<Shape>>) => Promise<Table>,
): Offer {
  const read = strictQuery(query);
  const parameters = Object.keys(query.shape);
  return { name, title, parameters, columns, make: async (office, asked) => make(office, read(asked)) };
}
