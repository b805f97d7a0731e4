// SPDX-License-Identifier: AGPL-3.0-or-later
// The ratios of a comparison and their limits, as columns.
import type { Comparison } from '../../compare-schema.ts';
import { headlineOf } from '../../outcome.ts';
import type { Field } from '../table.ts';

interface Found {
  found: Comparison;
}

type Limits = { estimate: number; low: number; high: number } | null;

function limits(
  name: string,
  label: string,
  description: string,
  ratio: (found: Comparison) => Limits,
): Field<Found>[] {
  const field = (
    ending: string,
    words: string,
    said: string,
    of: keyof NonNullable<Limits>,
  ): Field<Found> => ({
    name: `${name}${ending}_volte`,
    label: `${label}${words}`,
    kind: 'number',
    description: said,
    of: ({ found }) => ratio(found)?.[of] ?? null,
  });
  return [
    field('', '', description, 'estimate'),
    field('_minimo', ', minimo', 'Il limite inferiore dell’intervallo al 95 %.', 'low'),
    field('_massimo', ', massimo', 'Il limite superiore dell’intervallo al 95 %.', 'high'),
  ];
}

/** The ratio that is shown first, how it was formed, the plain one beside it, and the one of the phase after. */
export const ratioFields: readonly Field<Found>[] = [
  ...limits(
    'rapporto',
    'Rapporto',
    'I contatti di «durante» divisi per quelli di «prima», a parità di giorno della settimana: 1 vuol dire come prima, 2 il doppio. Vuoto quando i dati non bastano.',
    headlineOf,
  ),
  {
    name: 'correzione_stagionale',
    label: 'Corretto per la stagione',
    kind: 'text',
    description:
      'Sì se il rapporto tiene conto delle stesse settimane degli anni precedenti; vuoto senza rapporto.',
    of: ({ found }) => (found.ratio === null ? null : found.ratioOfRatios === null ? 'no' : 'sì'),
  },
  ...limits(
    'rapporto_semplice',
    'Rapporto senza correzione',
    'Lo stesso rapporto senza tener conto degli anni precedenti.',
    ({ ratio }) => ratio,
  ),
  {
    name: 'chiuso_per_legge',
    label: 'Chiuso per legge',
    kind: 'text',
    description:
      'Sì se nel periodo «durante» la legge teneva lontane le persone: il calo non è una loro scelta.',
    of: ({ found }) => (found.closedByLaw ? 'sì' : 'no'),
  },
  ...limits(
    'rapporto_dopo',
    'Rapporto dopo',
    'Come il rapporto, tra «dopo» e «prima»; corretto per la stagione dove si può.',
    ({ afterRatio, afterRatioOfRatios }) => afterRatioOfRatios ?? afterRatio,
  ),
];
