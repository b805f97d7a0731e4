// SPDX-License-Identifier: AGPL-3.0-or-later
// The channels over time, a row for each channel and day, week or month; and how much of each month rests on data.
import type { z } from 'zod';
import type { Granularity } from '../../../sql/vocabulary.ts';
import { askedTopic, topicParameter } from '../../breakdown/questions.ts';
import { readTopics } from '../../breakdown/topics.ts';
import { askedChannels, seriesQuery } from '../../questions.ts';
import { type Office, periodOf } from '../../town.ts';
import { type Line, readActivity } from '../activity.ts';
import { notingCoverage } from '../coverage-notes.ts';
import { channelFilter } from '../filters.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { COVERAGE, DAILY, LONGER, type Spot } from './series-fields.ts';

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
