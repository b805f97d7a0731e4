// SPDX-License-Identifier: AGPL-3.0-or-later
// A channel in a day, a week or a month, as columns.
import type { ChannelSettings } from '../../../sql/settings.ts';
import type { Point } from '../../schemas.ts';
import type { Field } from '../table.ts';
import { CHANNEL_FIELDS } from './channel-fields.ts';

/** A channel in a day, a week or a month. */
export interface Spot {
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

export const DAILY: Field<Spot>[] = [
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

export const LONGER: Field<Spot>[] = [
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

export const COVERAGE: Field<Spot>[] = [
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
