// SPDX-License-Identifier: AGPL-3.0-or-later
// The channels over time, a row for each channel and day, week or month; and how much of each month rests on data.

import type { z } from 'zod';
import type { ChannelSettings } from '../../../sql/settings.ts';
import type { Granularity } from '../../../sql/vocabulary.ts';
import { askedTopic, topicParameter } from '../../breakdown/questions.ts';
import { readTopics } from '../../breakdown/topics.ts';
import { askedChannels, seriesQuery } from '../../questions.ts';
import type { Point } from '../../schemas.ts';
import { type Office, periodOf } from '../../town.ts';
import { type Line, readActivity } from '../activity.ts';
import { notingCoverage } from '../coverage-notes.ts';
import { channelFilter } from '../filters.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { CHANNEL_FIELDS } from './channel-fields.ts';

/** A channel in a day, a week or a month. */
interface Spot {
  channel: ChannelSettings;
  point: Point;
}

const STATE_WORDS: Record<Point['state'], string> = {
  count: 'conteggio',
  missing: 'mancante',
  closed: 'chiuso',
  suppressed: 'oscurato',
};

/** A week or month of which something is known, and too little for a value, is no missing one. */
function stateWord({ state, daysWithData }: Point): string {
  return state === 'missing' && daysWithData > 0 ? 'parziale' : STATE_WORDS[state];
}

const FROM_TO: Field<Spot>[] = [
  {
    name: 'dal',
    label: 'Dal',
    kind: 'day',
    description: 'Il primo giorno della settimana (dal lunedì) o del mese, compreso.',
    of: ({ point }) => point.from,
  },
  {
    name: 'al',
    label: 'Al',
    kind: 'day',
    description: 'L’ultimo giorno, compreso.',
    of: ({ point }) => point.to,
  },
];

const OPEN_DAYS: Field<Spot> = {
  name: 'giorni_di_apertura',
  label: 'Giorni di apertura',
  kind: 'count',
  description: 'I giorni nei quali il canale doveva essere aperto.',
  of: ({ point }) => point.expectedDays,
};

const DAYS_WITH_DATA: Field<Spot> = {
  name: 'giorni_con_dati',
  label: 'Giorni con dati',
  kind: 'count',
  description: 'I giorni di apertura dei quali si conosce il conteggio, anche quando è zero.',
  of: ({ point }) => point.daysWithData,
};

const DAILY: Field<Spot>[] = [
  { name: 'giorno', label: 'Giorno', kind: 'day', description: 'Il giorno.', of: ({ point }) => point.from },
  ...CHANNEL_FIELDS,
  {
    name: 'stato',
    label: 'Stato',
    kind: 'text',
    description: 'Che cosa si sa del giorno: conteggio, mancante o chiuso; di un argomento anche oscurato.',
    of: ({ point }) => stateWord(point),
  },
  {
    name: 'contatti',
    label: 'Contatti',
    kind: 'count',
    description: 'I contatti del giorno; vuoto quando lo stato non è conteggio.',
    of: ({ point }) => point.count,
  },
  OPEN_DAYS,
];

const LONGER: Field<Spot>[] = [
  ...FROM_TO,
  ...CHANNEL_FIELDS,
  {
    name: 'stato',
    label: 'Stato',
    kind: 'text',
    description:
      'Conteggio, parziale, mancante o chiuso, di un argomento anche oscurato; parziale se i giorni con dati sono meno di tre, o meno della metà di quelli di apertura.',
    of: ({ point }) => stateWord(point),
  },
  {
    name: 'contatti',
    label: 'Contatti',
    kind: 'count',
    description:
      'I contatti dei giorni con dati, senza stime per gli altri; vuoto quando lo stato non è conteggio.',
    of: ({ point }) => point.count,
  },
  DAYS_WITH_DATA,
  OPEN_DAYS,
  {
    name: 'media_contatti_al_giorno',
    label: 'Media al giorno',
    kind: 'number',
    description: 'I contatti diviso i giorni dei quali si conosce il conteggio.',
    of: ({ point }) => point.meanPerDay,
  },
];

const COVERAGE: Field<Spot>[] = [
  ...FROM_TO,
  ...CHANNEL_FIELDS,
  OPEN_DAYS,
  DAYS_WITH_DATA,
  {
    name: 'giorni_mancanti',
    label: 'Giorni mancanti',
    kind: 'count',
    description: 'I giorni di apertura senza dati: non contano come zero.',
    of: ({ point }) => point.expectedDays - point.daysWithData,
  },
  {
    name: 'copertura_percento',
    label: 'Copertura',
    kind: 'share',
    description: 'I giorni con dati in percentuale di quelli di apertura; vuoto se non ce n’erano.',
    of: ({ point }) => (point.expectedDays === 0 ? null : point.daysWithData / point.expectedDays),
  },
];

/** A series may be narrowed to a topic, as `/api/v1/series`. */
export const seriesTableQuery = seriesQuery.extend({ topic: topicParameter });
export const coverageTableQuery = seriesQuery.extend({
  granularity: seriesQuery.shape.granularity.default('month'),
});

const WORDS: Record<Granularity, { file: string; title: string; step: string }> = {
  day: { file: 'serie', title: 'Contatti al giorno per canale', step: 'giorno' },
  week: { file: 'serie_settimanale', title: 'Contatti per settimana e canale', step: 'settimana' },
  month: { file: 'serie_mensile', title: 'Contatti per mese e canale', step: 'mese' },
};

export const seriesColumns = (granularity: Granularity) => columnsOf(granularity === 'day' ? DAILY : LONGER);

export const coverageColumns = columnsOf(COVERAGE);

/** Contacts of each channel in each day, week or month; those about a topic where one is asked for. */
export async function seriesTable(office: Office, query: z.infer<typeof seriesTableQuery>): Promise<Table> {
  const { file, title } = WORDS[query.granularity];
  const fields = query.granularity === 'day' ? DAILY : LONGER;
  return overTime(office, query, { name: 'series', fileWords: file, title }, fields);
}

/** Opening days with and without data of each channel in each month, or each day or week where asked for. */
export async function coverageTable(
  office: Office,
  query: z.infer<typeof coverageTableQuery>,
): Promise<Table> {
  const words = { name: 'coverage', fileWords: 'copertura', title: 'Copertura dei dati per canale' };
  return overTime(office, query, words, COVERAGE);
}

async function overTime(
  office: Office,
  { granularity, ...query }: z.infer<typeof seriesTableQuery>,
  words: Pick<Table, 'name' | 'fileWords' | 'title'>,
  fields: readonly Field<Spot>[],
): Promise<Table> {
  const period = await periodOf(office, query);
  const all = askedChannels(office.settings, query.channels);
  const topic = await askedTopic(office, all, query.topic);
  const codes = topic === null ? all : await channelsWith(office, all, topic);
  const { lines, ...known } = await readActivity(office, { period, codes, granularity, topic });
  const noted = notingCoverage(lines);
  const hidden = { cells: 0 };
  return {
    ...words,
    columns: columnsOf(fields),
    rows: tableRows(fields, spots(noted.lines, hidden)),
    notes: {
      ...known,
      source: office.settings.name,
      periods: [{ label: 'Periodo', period }],
      filters: [
        ...channelFilter(office.settings, codes),
        ...(topic === null ? [] : [`argomento: ${topic}`]),
        `passo: ${WORDS[granularity].step}`,
      ],
      coverage: noted.coverage,
      suppressedCells: () => hidden.cells,
    },
  };
}

/** The channels that know the topic. */
async function channelsWith(office: Office, codes: readonly string[], topic: string): Promise<string[]> {
  const topics = await readTopics(office);
  return codes.filter((code) => topics.get(code)?.includes(topic));
}

async function* spots(lines: AsyncIterable<Line>, hidden: { cells: number }): AsyncGenerator<Spot> {
  for await (const { channel, points } of lines) {
    hidden.cells += points.filter(({ state }) => state === 'suppressed').length;
    for (const point of points) yield { channel, point };
  }
}
