// SPDX-License-Identifier: AGPL-3.0-or-later
// How the contacts of one channel divide up in each phase, a row for each value.
import type { z } from 'zod';
import type { ChannelSettings } from '../../../sql/settings.ts';
import { askBreakdown, type breakdownQuery } from '../../breakdown/ask.ts';
import { askedChannel } from '../../questions.ts';
import type { Breakdown, Dimension } from '../../schemas/breakdown.ts';
import type { Office } from '../../town.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { type BrokenDown, cellFields, suppressedIn, VALUE_FIELDS } from './cell-fields.ts';
import { CHANNEL_FIELDS } from './channel-fields.ts';
import { phaseNotes } from './phase-notes.ts';

interface Item extends BrokenDown {
  channel: ChannelSettings;
  by: Dimension;
}

const BY_WORDS: Record<Dimension, string> = {
  platform: 'piattaforma',
  topic: 'argomento',
  action: 'azione',
  page: 'pagina',
  referrer: 'provenienza',
  device: 'dispositivo',
  kind: 'tipo di pratica',
  means: 'mezzo',
  outcome: 'esito',
};

const FIELDS: Field<Item>[] = [
  ...CHANNEL_FIELDS,
  {
    name: 'suddivisione',
    label: 'Suddivisione',
    kind: 'text',
    description: 'Per che cosa sono divisi i contatti: argomento, piattaforma, azione e così via.',
    of: ({ by }) => BY_WORDS[by],
  },
  ...VALUE_FIELDS,
  ...cellFields('contatti'),
];

export const breakdownColumns = columnsOf(FIELDS);

/** The answer of `/api/v1/breakdown` as a table. */
export async function breakdownTable(office: Office, query: z.infer<typeof breakdownQuery>): Promise<Table> {
  const answer = await askBreakdown(office, query);
  const channel = askedChannel(office.settings, query.channel);
  const { by, rows, suppression, dataVersion } = answer;
  const threshold = suppression?.threshold ?? null;
  const items = rows.map((row) => ({ row, days: answer, threshold, channel, by }));
  const suppressed = suppressedIn(rows);
  const filters = filtersOf(answer, channel.label);
  return {
    name: 'breakdown',
    fileWords: `${channel.label} per ${BY_WORDS[by]}`,
    title: `${channel.label}: contatti per ${BY_WORDS[by]}`,
    columns: breakdownColumns,
    rows: tableRows(FIELDS, items),
    notes: await phaseNotes(office, { channel, query, filters, dataVersion, suppressed }),
  };
}

function filtersOf({ topic, by }: Breakdown, label: string): string[] {
  return [
    `canale: ${label}`,
    `suddivisione: ${BY_WORDS[by]}`,
    ...(topic === null ? [] : [`argomento: ${topic}`]),
  ];
}
