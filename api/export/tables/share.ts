// SPDX-License-Identifier: AGPL-3.0-or-later
// The digital share of practices in each phase, with the totals it is a share of.
import type { z } from 'zod';
import type { Period } from '../../../sql/vocabulary.ts';
import type { Compare } from '../../compare-schema.ts';
import type { compareQuery } from '../../questions.ts';
import type { Office } from '../../town.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { comparisonAnswer, comparisonNotes } from './comparison.ts';

interface PhaseShare {
  phase: string;
  period: Period;
  mix: NonNullable<Compare['mix']>['before'];
}

const FIELDS: Field<PhaseShare>[] = [
  {
    name: 'fase',
    label: 'Fase',
    kind: 'text',
    description: 'Prima, durante o dopo.',
    of: ({ phase }) => phase,
  },
  {
    name: 'dal',
    label: 'Dal',
    kind: 'day',
    description: 'Il primo giorno.',
    of: ({ period }) => period.from,
  },
  {
    name: 'al',
    label: 'Al',
    kind: 'day',
    description: 'L’ultimo giorno, compreso.',
    of: ({ period }) => period.to,
  },
  {
    name: 'giorni_con_dati',
    label: 'Giorni con dati',
    kind: 'count',
    description: 'I giorni in cui si conoscono sia le pratiche digitali sia gli accessi allo sportello.',
    of: ({ mix }) => mix.days,
  },
  {
    name: 'pratiche_digitali',
    label: 'Pratiche digitali',
    kind: 'count',
    description: 'Le pratiche digitali di quei giorni.',
    of: ({ mix }) => (mix.days === 0 ? null : mix.digital),
  },
  {
    name: 'accessi_allo_sportello',
    label: 'Accessi allo sportello',
    kind: 'count',
    description: 'Gli accessi allo sportello di quei giorni; zero quando era chiuso.',
    of: ({ mix }) => (mix.days === 0 ? null : mix.desk),
  },
  {
    name: 'quota_digitale_percento',
    label: 'Quota digitale',
    kind: 'share',
    description: 'Le pratiche digitali in percentuale di pratiche e accessi; vuoto se non ce ne sono.',
    of: ({ mix }) => mix.share,
  },
  {
    name: 'totale_al_giorno',
    label: 'Totale al giorno',
    kind: 'number',
    description: 'Pratiche e accessi insieme, per giorno con dati.',
    of: ({ mix }) => mix.totalPerDay,
  },
];

export const shareColumns = columnsOf(FIELDS);

/** Without practices or desk among the channels asked for, there are no rows. */
export async function shareTable(office: Office, query: z.infer<typeof compareQuery>): Promise<Table> {
  const answer = await comparisonAnswer(office, query);
  const { mix, before, during, after } = answer;
  const shared = answer.channels.filter(({ channel }) => channel === 'practice' || channel === 'desk');
  const phases: PhaseShare[] = mix
    ? [
        { phase: 'prima', period: before, mix: mix.before },
        { phase: 'durante', period: during, mix: mix.during },
        ...(after && mix.after ? [{ phase: 'dopo', period: after, mix: mix.after }] : []),
      ]
    : [];
  return {
    name: 'share',
    fileWords: 'quota_digitale',
    title: 'Quota digitale delle pratiche',
    columns: shareColumns,
    rows: tableRows(FIELDS, phases),
    notes: await comparisonNotes(office, query, { ...answer, channels: shared }),
  };
}
