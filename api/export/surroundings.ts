// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands around a picture that travels alone: the table of its numbers, and lines for people.
import { text } from 'node:stream/consumers';
import type { Surroundings } from '../chart/forest.ts';
import { fullDate } from '../compare/wording/dates.ts';
import { METHOD_VERSION } from '../version.ts';
import { coverageSentence } from './coverage-notes.ts';
import { json } from './formats/json.ts';
import type { Table } from './table.ts';

/** The source, how far the data reach, what is missing and what was chosen; reads the table to its end. */
export async function surroundings(
  title: string,
  table: Table,
): Promise<Required<Pick<Surroundings, 'title' | 'notes' | 'numbers'>>> {
  const numbers = await text(json(table));
  const { source, dataUntil, demonstration, filters, coverage } = table.notes;
  const incomplete = coverage().filter(({ daysWithData, openDays }) => daysWithData < openDays);
  const until = dataUntil ? `dati fino al ${fullDate(dataUntil, 'it')}` : 'nessun dato';
  const notes = [
    ...(demonstration ? ['Attenzione: le cifre comprendono dati dimostrativi, inventati.'] : []),
    ...(incomplete.length > 0
      ? [`Giorni mancanti, che non contano come zero. ${incomplete.map(coverageSentence).join('; ')}.`]
      : []),
    ...(filters.length > 0 ? [`Filtri: ${filters.join('; ')}.`] : []),
    `Fonte: ${source}, ${until}. Metodo ${METHOD_VERSION}. Licenza CC BY 4.0.`,
  ];
  return { title, notes, numbers };
}
