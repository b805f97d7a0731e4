// SPDX-License-Identifier: AGPL-3.0-or-later
// Before, during and after, a row for each channel: what was counted, on how many days, and what may be said of it.
import type { z } from 'zod';
import type { ChannelSettings } from '../../../sql/settings.ts';
import type { Phase } from '../../../sql/vocabulary.ts';
import type { Compare, Comparison, Description } from '../../compare-schema.ts';
import { comparisonsOf } from '../../comparisons.ts';
import { outcome } from '../../outcome.ts';
import { askedChannels, askedComparison, type compareQuery } from '../../questions.ts';
import { type Office, readTown } from '../../town.ts';
import { coverageOf } from '../coverage-notes.ts';
import { channelFilter } from '../filters.ts';
import { type Cell, columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { ratioFields } from './ratio-fields.ts';

/** A channel and how it compares. */
export interface Compared {
  channel: ChannelSettings;
  found: Comparison;
}

const PHASES: Record<Phase, string> = { before: 'prima', during: 'durante', after: 'dopo' };

function phaseFields(phase: Phase): Field<Compared>[] {
  const word = PHASES[phase];
  const of =
    (cell: (described: Description) => Cell) =>
    ({ found }: Compared) => {
      const described = found[phase];
      return described === null ? null : cell(described);
    };
  return [
    {
      name: `${word}_contatti`,
      label: `Contatti ${word}`,
      kind: 'count',
      description: `I contatti del periodo «${word}» nei giorni con dati, senza stime per gli altri.`,
      of: of(({ total, daysWithData }) => (daysWithData === 0 ? null : total)),
    },
    {
      name: `${word}_giorni_con_dati`,
      label: `Giorni con dati ${word}`,
      kind: 'count',
      description: 'I giorni dei quali si conosce il conteggio, anche quando è zero.',
      of: of(({ daysWithData }) => daysWithData),
    },
    {
      name: `${word}_giorni_a_zero`,
      label: `Giorni a zero ${word}`,
      kind: 'count',
      description: 'I giorni nei quali si sa che non è venuto nessuno.',
      of: of(({ zeroDays }) => zeroDays),
    },
    {
      name: `${word}_copertura_percento`,
      label: `Copertura ${word}`,
      kind: 'share',
      description: 'I giorni di apertura con dati in percentuale di tutti quelli di apertura.',
      of: of(({ coverage }) => coverage),
    },
    {
      name: `${word}_media_contatti_al_giorno`,
      label: `Media al giorno ${word}`,
      kind: 'number',
      description: 'I contatti diviso i giorni con dati; vuoto se non ce ne sono.',
      of: of(({ meanPerDay }) => meanPerDay),
    },
  ];
}

const FIELDS: Field<Compared>[] = [
  {
    name: 'canale',
    label: 'Canale (codice)',
    kind: 'text',
    description: 'Il codice del canale, che non cambia.',
    of: ({ channel }) => channel.code,
  },
  {
    name: 'nome_canale',
    label: 'Canale',
    kind: 'text',
    description: 'Il nome del canale, come lo scrive il Comune.',
    of: ({ channel }) => channel.label,
  },
  {
    name: 'esito',
    label: 'Esito',
    kind: 'text',
    description: 'Che cosa si può dire del confronto, guardando insieme tutti i canali della tabella.',
    of: ({ found }) => outcome(found),
  },
  ...ratioFields,
  ...phaseFields('before'),
  ...phaseFields('during'),
  ...phaseFields('after'),
  {
    name: 'frase',
    label: 'In una frase',
    kind: 'text',
    description: 'Lo stesso confronto in parole.',
    of: ({ found }) => found.sentence.it,
  },
];

export const comparisonColumns = columnsOf(FIELDS);

/** The comparison of the channels asked for: the very figures of `/api/v1/compare`. */
export async function comparisonTable(office: Office, query: z.infer<typeof compareQuery>): Promise<Table> {
  const { settings } = office;
  const { lastDay, demonstration } = await readTown(office);
  const codes = askedChannels(settings, query.channels);
  const text = await comparisonsOf(office).answer(JSON.stringify(query), async () => ({
    asked: askedComparison(settings, query, lastDay),
    channels: codes,
  }));
  const answer = JSON.parse(text) as Compare;
  const rows = answer.channels.map((found) => ({
    channel: settings.channels.find(({ code }) => code === found.channel)!,
    found,
  }));
  return {
    name: 'comparison',
    fileWords: 'confronto',
    title: 'Confronto tra prima, durante e dopo, per canale',
    columns: comparisonColumns,
    rows: tableRows(FIELDS, rows),
    notes: {
      source: settings.name,
      periods: periodsOf(answer),
      filters: [...channelFilter(settings, codes), ...choices(query)],
      coverage: () => rows.map(coverageSentence),
      suppressedCells: () => 0,
      dataUntil: answer.asOf,
      dataVersion: answer.dataVersion,
      demonstration,
    },
  };
}

function periodsOf({ before, during, after }: Compare): Table['notes']['periods'] {
  return [
    { label: 'Prima', period: before },
    { label: 'Durante', period: during },
    ...(after ? [{ label: 'Dopo', period: after }] : []),
  ];
}

function choices({ seasonal, exclude }: z.infer<typeof compareQuery>): string[] {
  return [
    ...(seasonal === 'off' ? ['senza il confronto con gli anni precedenti'] : []),
    ...(exclude ? [`giorni tralasciati: ${exclude}`] : []),
  ];
}

/** Before and during together, as the ratio uses them. */
function coverageSentence({ channel, found: { before, during } }: Compared): string {
  const known = [before, during].map(({ coverage, expectedDays }) =>
    Math.round((coverage ?? 0) * expectedDays),
  );
  const expected = before.expectedDays + during.expectedDays;
  return `${coverageOf(channel.label, known[0]! + known[1]!, expected)}, prima e durante insieme`;
}
