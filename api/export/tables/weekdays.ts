// SPDX-License-Identifier: AGPL-3.0-or-later
// The mean contacts of each kind of day in each phase: a row for each channel and kind of day on which it opens.
import type { z } from 'zod';
import type { ChannelSettings } from '../../../sql/settings.ts';
import { PHASES, type Phase } from '../../../sql/vocabulary.ts';
import type { Comparison } from '../../compare-schema.ts';
import type { compareQuery } from '../../questions.ts';
import type { Office } from '../../town.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { CHANNEL_FIELDS } from './channel-fields.ts';
import { comparedChannels, comparisonAnswer, comparisonNotes } from './comparison.ts';
import { PHASE_WORDS, WEEKDAY_WORDS } from './phase-words.ts';

interface DayOfChannel {
  channel: ChannelSettings;
  found: Comparison;
  /** Its place in `meanByDayType`. */
  dayType: number;
}

/** As the statistics tell days apart: Monday to Sunday, then holidays that are no Sunday. */
const DAY_TYPES = [...WEEKDAY_WORDS, 'festa'];

const FIELDS: Field<DayOfChannel>[] = [
  ...CHANNEL_FIELDS,
  {
    name: 'numero_giorno',
    label: 'Numero del giorno',
    kind: 'count',
    description: 'Da 1, lunedì, a 7, domenica; 8 per le feste che non sono domeniche.',
    of: ({ dayType }) => dayType + 1,
  },
  {
    name: 'tipo_di_giorno',
    label: 'Tipo di giorno',
    kind: 'text',
    description: 'Il giorno della settimana; «festa» per le feste che non sono domeniche.',
    of: ({ dayType }) => DAY_TYPES[dayType]!,
  },
  ...PHASES.map(
    (phase): Field<DayOfChannel> => ({
      name: `${PHASE_WORDS[phase]}_media_contatti_al_giorno`,
      label: `Media al giorno ${PHASE_WORDS[phase]}`,
      kind: 'number',
      description: 'I contatti di quei giorni diviso quelli con dati; vuoto se non ce ne sono.',
      of: (row) => meanOn(row, phase),
    }),
  ),
];

const meanOn = ({ found, dayType }: DayOfChannel, phase: Phase): number | null =>
  found[phase]?.meanByDayType[dayType] ?? null;

export const weekdaysColumns = columnsOf(FIELDS);

/** Kinds of day on which nothing is known of a channel in any phase have no row. */
export async function weekdaysTable(office: Office, query: z.infer<typeof compareQuery>): Promise<Table> {
  const answer = await comparisonAnswer(office, query);
  const rows = comparedChannels(office, answer).flatMap((compared) =>
    DAY_TYPES.map((_, dayType) => ({ ...compared, dayType })),
  );
  return {
    name: 'weekdays',
    fileWords: 'giorni_della_settimana',
    title: 'Prima e durante, per giorno della settimana',
    columns: weekdaysColumns,
    rows: tableRows(
      FIELDS,
      rows.filter((row) => PHASES.some((phase) => meanOn(row, phase) !== null)),
    ),
    notes: await comparisonNotes(office, query, answer),
  };
}
