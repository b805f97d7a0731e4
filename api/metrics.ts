// SPDX-License-Identifier: AGPL-3.0-or-later
// The metrics there are: each is the question in sql/metrics/<name>.sql.

/** How a metric is drawn when nobody asks for another way. */
export type Chart = 'line' | 'bar';

export interface Metric {
  name: string;
  title: string;
  unit: string;
  chart: Chart;
  columns: readonly string[];
}

export const METRICS: readonly Metric[] = [
  {
    name: 'contacts',
    title: 'Contatti per canale',
    unit: 'contatti',
    chart: 'line',
    columns: ['start', 'channel', 'contacts', 'days', 'total_only'],
  },
  {
    name: 'days',
    title: 'Contatti al giorno',
    unit: 'contatti',
    chart: 'line',
    columns: ['channel', 'day', 'count', 'counter', 'complete'],
  },
  {
    name: 'visitors',
    title: 'Visitatori del sito al giorno',
    unit: 'visitatori al giorno',
    chart: 'line',
    columns: ['start', 'visitors_a_day', 'days'],
  },
];
