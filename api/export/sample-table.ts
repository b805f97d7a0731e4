// SPDX-License-Identifier: AGPL-3.0-or-later
// For the tests: a small table with everything that files get wrong.
import { columnsOf, type Field, type Table, tableRows } from './table.ts';

interface Sample {
  day: string | null;
  words: string;
  count: number | null;
  mean: number | null;
  share: number | null;
}

const FIELDS: Field<Sample>[] = [
  { name: 'giorno', label: 'Giorno', kind: 'day', description: 'Il giorno.', of: ({ day }) => day },
  { name: 'stato', label: 'Stato', kind: 'text', description: 'Le parole.', of: ({ words }) => words },
  {
    name: 'contatti',
    label: 'Contatti',
    kind: 'count',
    description: 'I contatti.',
    of: ({ count }) => count,
  },
  { name: 'media', label: 'Media', kind: 'number', description: 'La media.', of: ({ mean }) => mean },
  {
    name: 'quota_percento',
    label: 'Quota',
    kind: 'share',
    description: 'La quota.',
    of: ({ share }) => share,
  },
];

const SAMPLES: Sample[] = [
  { day: '2020-03-29', words: 'Città, perché è così', count: 12_345, mean: 1234.5, share: 0.07 },
  { day: '2019-12-01', words: '=1+1', count: 0, mean: -0.25, share: 1 },
  { day: null, words: 'a;b,"c"\r\nd', count: null, mean: null, share: null },
  { day: '2020-02-29', words: '<b> & ’', count: -3, mean: 0.1 + 0.2, share: 0.333_333_333 },
];

/** A new table each time: its rows can be read once. */
export function sampleTable(samples: readonly Sample[] = SAMPLES): Table {
  return {
    name: 'sample',
    fileWords: 'prova',
    title: 'Una prova',
    columns: columnsOf(FIELDS),
    rows: tableRows(FIELDS, samples),
    notes: {
      source: 'Comune di Città Sant’Angelo',
      periods: [{ label: 'Periodo', period: { from: '2020-01-01', to: '2020-06-30' } }],
      filters: [],
      coverage: () => [{ label: 'Chat', daysWithData: 3, openDays: 4 }],
      suppressedCells: () => 0,
      dataUntil: '2020-06-30',
      dataVersion: '123',
      demonstration: false,
    },
  };
}
