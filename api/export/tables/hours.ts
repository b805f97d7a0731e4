// SPDX-License-Identifier: AGPL-3.0-or-later
// When the contacts of one channel come: a row for each phase, weekday and hour.
import type { z } from 'zod';
import type { ChannelSettings } from '../../../sql/settings.ts';
import { PHASES, type Phase } from '../../../sql/vocabulary.ts';
import { askHours } from '../../breakdown/ask.ts';
import type { channelPhasesQuery } from '../../breakdown/questions.ts';
import { askedChannel } from '../../questions.ts';
import type { Hours, HoursPhase } from '../../schemas/hours.ts';
import type { Office } from '../../town.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { CHANNEL_FIELDS } from './channel-fields.ts';
import { phaseNotes } from './phase-notes.ts';
import { PHASE_WORDS, WEEKDAY_WORDS } from './phase-words.ts';

type Weekday = HoursPhase['weekdays'][number];

interface HourSpot {
  channel: ChannelSettings;
  phase: Phase;
  weekday: Weekday;
  hour: number;
  threshold: number | null;
}

const FIELDS: Field<HourSpot>[] = [
  ...CHANNEL_FIELDS,
  {
    name: 'fase',
    label: 'Fase',
    kind: 'text',
    description: 'Prima, durante o dopo.',
    of: ({ phase }) => PHASE_WORDS[phase],
  },
  {
    name: 'numero_giorno',
    label: 'Numero del giorno',
    kind: 'count',
    description: 'Da 1, lunedì, a 7, domenica.',
    of: ({ weekday }) => weekday.weekday,
  },
  {
    name: 'giorno_della_settimana',
    label: 'Giorno della settimana',
    kind: 'text',
    description: 'Il suo nome; le feste che non sono domeniche non contano.',
    of: ({ weekday }) => WEEKDAY_WORDS[weekday.weekday - 1]!,
  },
  {
    name: 'ora',
    label: 'Ora',
    kind: 'count',
    description: 'L’ora che comincia: 8 vuol dire dalle 8 alle 9.',
    of: ({ hour }) => hour,
  },
  {
    name: 'stato',
    label: 'Stato',
    kind: 'text',
    description:
      'Conteggio, mancante, chiuso, oppure meno di una soglia o oscurato: allora il numero non si mostra.',
    of: stateOf,
  },
  {
    name: 'media_contatti',
    label: 'Contatti in media',
    kind: 'number',
    description: 'I contatti in quell’ora, in media sui giorni contati.',
    of: ({ weekday, hour }) => {
      const cell = weekday.hours[hour] ?? null;
      return cell !== null && 'mean' in cell ? cell.mean : null;
    },
  },
  {
    name: 'giorni_contati',
    label: 'Giorni contati',
    kind: 'count',
    description: 'I giorni dei quali si conosce l’ora dei contatti.',
    of: ({ weekday }) => weekday.days,
  },
];

export const hoursColumns = columnsOf(FIELDS);

/** The answer of `/api/v1/hours` as a table. */
export async function hoursTable(office: Office, query: z.infer<typeof channelPhasesQuery>): Promise<Table> {
  const answer = await askHours(office, query);
  const channel = askedChannel(office.settings, query.channel);
  const spots = spotsOf(answer, channel);
  const filters = [`canale: ${channel.label}`, ...(answer.topic ? [`argomento: ${answer.topic}`] : [])];
  const suppressed = spots.filter(isSuppressed).length;
  const { dataVersion } = answer;
  return {
    name: 'hours',
    fileWords: `${channel.label} per ora`,
    title: `${channel.label}: giorno della settimana e ora`,
    columns: hoursColumns,
    rows: tableRows(FIELDS, spots),
    notes: await phaseNotes(office, { channel, query, filters, dataVersion, suppressed }),
  };
}

function spotsOf(answer: Hours, channel: ChannelSettings): HourSpot[] {
  const threshold = answer.suppression?.threshold ?? null;
  return PHASES.flatMap((phase) =>
    (answer[phase]?.weekdays ?? []).flatMap((weekday) =>
      weekday.hours.map((_, hour) => ({ channel, phase, weekday, hour, threshold })),
    ),
  );
}

function stateOf({ weekday, hour, threshold }: HourSpot): string {
  const cell = weekday.hours[hour] ?? null;
  if (cell === null) return weekday.open ? 'mancante' : 'chiuso';
  if ('mean' in cell) return 'conteggio';
  return cell.suppressed === 'small' ? `meno di ${threshold}` : 'oscurato';
}

function isSuppressed({ weekday, hour }: HourSpot): boolean {
  const cell = weekday.hours[hour] ?? null;
  return cell !== null && 'suppressed' in cell;
}
