// SPDX-License-Identifier: AGPL-3.0-or-later
// The sets of open data: each is one of the tables, asked one way, at an address that does not change.
import type { Settings } from '../../sql/settings.ts';
import type { Column } from '../export/table.ts';
import { practiceMonthsColumns } from '../export/tables/practice-months.ts';
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
  /** The channel without which there is no such set. */
  needs?: string;
}

/** The sets of a town. */
export function setsOf({ channels }: Settings): OpenSet[] {
  return SETS.filter(({ needs }) => needs === undefined || channels.some(({ code }) => code === needs));
}

const SETS: readonly OpenSet[] = [
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
    name: 'pratiche-mensili',
    title: 'Pratiche per mese e tipo',
    description:
      'Quante pratiche digitali di ciascun tipo sono state presentate ogni mese. I numeri piccoli sono oscurati, e con loro quelli dai quali si ricaverebbero.',
    keywords: ['pratiche', 'istanze', 'servizi digitali'],
    offer: offerNamed('practice-months'),
    query: {},
    columns: practiceMonthsColumns,
    needs: 'practice',
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
