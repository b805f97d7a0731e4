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
import { channelFilter, dayFilters } from '../filters.ts';
import {
  type Cell,
  type Coverage,
  columnsOf,
  type Field,
  type Notes,
  type Table,
  tableRows,
} from '../table.ts';
import { CHANNEL_FIELDS } from './channel-fields.ts';
import { PHASE_WORDS, phasePeriods } from './phase-words.ts';
import { ratioFields } from './ratio-fields.ts';

/** A channel and how it compares. */
export interface Compared {
  channel: ChannelSettings;
  found: Comparison;
}

function phaseFields(phase: Phase): Field<Compared>[] {
  const word = PHASE_WORDS[phase];
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
  ...CHANNEL_FIELDS,
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

type Query = z.infer<typeof compareQuery>;

/** The answer of `/api/v1/compare` to the same question. */
export async function comparisonAnswer(office: Office, query: Query): Promise<Compare> {
  const { settings } = office;
  const text = await comparisonsOf(office).answer(JSON.stringify(query), async () => ({
    asked: askedComparison(settings, query, (await readTown(office)).lastDay),
    channels: askedChannels(settings, query.channels),
  }));
  return JSON.parse(text) as Compare;
}

/** The channels of an answer, each with how it compares. */
export const comparedChannels = ({ settings }: Office, { channels }: Compare): Compared[] =>
  channels.map((found) => ({
    channel: settings.channels.find(({ code }) => code === found.channel)!,
    found,
  }));

/** The comparison of the channels asked for, a row each. */
export async function comparisonTable(office: Office, query: Query): Promise<Table> {
  const answer = await comparisonAnswer(office, query);
  return {
    name: 'comparison',
    fileWords: 'confronto',
    title: 'Confronto tra prima, durante e dopo, per canale',
    columns: comparisonColumns,
    rows: tableRows(FIELDS, comparedChannels(office, answer)),
    notes: await comparisonNotes(office, query, answer),
  };
}

/** What must be known to read figures of a comparison. */
export async function comparisonNotes(office: Office, query: Query, answer: Compare): Promise<Notes> {
  const { settings } = office;
  const labelOf = (code: string) => settings.channels.find((channel) => channel.code === code)!.label;
  return {
    source: settings.name,
    periods: phasePeriods(answer),
    filters: [...channelFilter(settings, askedChannels(settings, query.channels)), ...choices(query)],
    coverage: () => answer.channels.flatMap((found) => coverageOf(labelOf(found.channel), found)),
    suppressedCells: () => 0,
    dataUntil: answer.asOf,
    dataVersion: answer.dataVersion,
    demonstration: (await readTown(office)).demonstration,
  };
}

function choices({ seasonal, ...days }: Query): string[] {
  return [...(seasonal === 'off' ? ['senza il confronto con gli anni precedenti'] : []), ...dayFilters(days)];
}

function coverageOf(label: string, { before, during }: Comparison): Coverage[] {
  return [phaseCoverage(`${label}, prima`, before), phaseCoverage(`${label}, durante`, during)];
}

/** Days with contacts although the channel was closed are no part of the coverage. */
function phaseCoverage(label: string, { coverage, expectedDays }: Description): Coverage {
  return { label, daysWithData: Math.round((coverage ?? 0) * expectedDays), openDays: expectedDays };
}
