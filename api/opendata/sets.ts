// SPDX-License-Identifier: AGPL-3.0-or-later
// The sets of open data: each is one of the tables, asked one way, at an address that does not change.
import type { Column } from '../export/table.ts';
import { coverageColumns, seriesColumns } from '../export/tables/series.ts';
import { type Offer, offerNamed } from '../export/tables.ts';

export interface OpenSet {
  /** As in the address. */
  name: string;
  title: string;
  description: string;
  keywords: readonly string[];
  offer: Offer;
  query: Readonly<Record<string, string>>;
  columns: readonly Column[];
}

export const SETS: readonly OpenSet[] = [
  {
    name: 'attivita-giornaliera',
    title: 'Contatti al giorno per canale',
    description:
      'Quanti contatti il Comune ha ricevuto ogni giorno su ciascun canale (sito, social, chat, e-mail, telefono, sportello, pratiche digitali). Un giorno senza dati non conta come zero: lo dice la colonna «stato».',
    keywords: ['contatti', 'canali', 'servizi digitali', 'URP', 'lockdown'],
    offer: offerNamed('series'),
    query: { granularity: 'day' },
    columns: seriesColumns('day'),
  },
  {
    name: 'copertura-mensile',
    title: 'Copertura dei dati per mese e canale',
    description:
      'Su quanti giorni di apertura di ogni mese si conoscono i contatti di ciascun canale: serve a capire quanto sono solide le cifre dell’attività.',
    keywords: ['copertura', 'qualità dei dati', 'canali'],
    offer: offerNamed('coverage'),
    query: { granularity: 'month' },
    columns: coverageColumns,
  },
];
