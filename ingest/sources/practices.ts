// SPDX-License-Identifier: AGPL-3.0-or-later
import { label } from '../cells.ts';
import { civilDate, civilTime } from '../civil.ts';
import { BadRow, type Translation } from '../source.ts';
import { type NamedRow, namedTable } from '../table.ts';

/** A list of practices: a row each, with the number that tells it from all others. Names and subjects are not read. */
export const practices = namedTable({
  name: 'practices',
  title: 'elenco delle pratiche',
  identity: 'complete',
  metrics: ['practices'],
  vouches: () => 'span',
  channel: 'practice',
  columns: {
    number: {
      names: ['number', 'numero', 'numero pratica', 'n. pratica', 'pratica', 'protocollo'],
      required: true,
    },
    submitted: {
      names: ['submitted', 'submitted at', 'presentata il', 'data presentazione', 'data', 'date'],
      required: true,
    },
    kind: { names: ['kind', 'tipo', 'tipologia'] },
    topic: { names: ['topic', 'argomento', 'tema'] },
    means: { names: ['channel', 'canale', 'mezzo', 'means'] },
    outcome: { names: ['outcome', 'esito', 'stato'] },
    closed: { names: ['closed', 'closed at', 'chiusa il', 'data chiusura'] },
  },
  distinctive: [
    'submitted',
    'submitted at',
    'presentata il',
    'data presentazione',
    'numero pratica',
    'esito',
    'outcome',
  ],
  open: ({ hash }) => {
    const seen = new Set<string>();
    const take = (row: NamedRow): Translation => {
      const number = (row.number ?? '').trim();
      if (number === '') throw new BadRow('number', '', 'manca il numero della pratica');
      const { day, time } = civilTime('submitted', row.submitted ?? '');
      const closed = (row.closed ?? '').trim();
      const closedOn = closed === '' ? null : civilDate('closed', closed);
      if (closedOn !== null && closedOn < day)
        throw new BadRow('closed', closed, 'chiusa prima di essere presentata');
      if (seen.has(number)) throw new BadRow('number', number, 'numero già presente in questo file');
      seen.add(number);
      return {
        table: 'practices',
        scope: '',
        day,
        time,
        kind: label(row.kind ?? ''),
        topic: label(row.topic ?? ''),
        means: label(row.means ?? ''),
        outcome: label(row.outcome ?? ''),
        closedOn,
        key: hash(number),
      };
    };
    return { take };
  },
});
