// SPDX-License-Identifier: AGPL-3.0-or-later
// What must be known to read a table, as lines of Italian: beside the table in a sheet or a file of its own.
import { fullDate } from '../compare/wording/dates.ts';
import { METHOD_VERSION } from '../version.ts';
import { coverageSentence } from './coverage-notes.ts';
import type { Column, Kind, Table } from './table.ts';

export const LICENCE = {
  name: 'Creative Commons Attribuzione 4.0 (CC BY 4.0)',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** What an empty cell means, by the word in the column of states. */
export const STATES: Readonly<Record<string, string>> = {
  conteggio: 'un numero è arrivato, anche 0: lo zero vuol dire che non è venuto nessuno',
  mancante: 'il canale era aperto e non è arrivato nessun dato: la cella è vuota, e non vuol dire zero',
  parziale:
    'di alcuni giorni si sa, ma sono troppo pochi per un valore della settimana o del mese: la cella è vuota',
  chiuso: 'il canale non era aperto: la cella è vuota',
  'meno di …':
    'il numero è piccolo, mai zero, e non si mostra perché nessuno sia riconoscibile: la cella è vuota',
  oscurato: 'il numero non si mostra perché da esso si ricaverebbe un numero piccolo: la cella è vuota',
};

export const KINDS: Readonly<Record<Kind, string>> = {
  day: 'data',
  text: 'testo',
  count: 'numero intero',
  number: 'numero',
  share: 'percentuale',
};

/** A line of the notes: what it is about, and what is said. */
export type NoteLine = readonly [string, string];

/** The notes of a table whose rows have been read. */
export function noteLines({ title, notes }: Table): NoteLine[] {
  const several = (label: string, texts: readonly string[], none: string): NoteLine[] =>
    texts.length === 0 ? [[label, none]] : texts.map((text, i) => [i === 0 ? label : '', text]);
  return [
    ['Titolo', title],
    ['Fonte', notes.source],
    ...(notes.demonstration ? [DEMONSTRATION] : []),
    ...notes.periods.map(
      ({ label, period }): NoteLine => [
        label,
        `${fullDate(period.from, 'it')} – ${fullDate(period.to, 'it')}`,
      ],
    ),
    ['Dati fino al', notes.dataUntil ? fullDate(notes.dataUntil, 'it') : 'nessun dato'],
    ...several('Filtri', notes.filters, 'nessuno'),
    ...several('Copertura', notes.coverage().map(coverageSentence), 'nessun canale'),
    ['Celle oscurate', String(notes.suppressedCells())],
    ['Versione del metodo', METHOD_VERSION],
    ['Versione dei dati', notes.dataVersion],
    ['Licenza', `${LICENCE.name}, ${LICENCE.url}`],
  ];
}

const DEMONSTRATION: NoteLine = ['Attenzione', 'le cifre comprendono dati dimostrativi, inventati'];

/** The data dictionary: label, name, kind and meaning of each column. */
export function dictionary(columns: readonly Column[]): string[][] {
  return columns.map(({ label, name, kind, description }) => [label, name, KINDS[kind], description]);
}

/** The states that can stand in the table. */
export function stateLines(columns: readonly Column[]): NoteLine[] {
  return columns.some(({ name }) => /(^|_)stato$/.test(name)) ? Object.entries(STATES) : [];
}
