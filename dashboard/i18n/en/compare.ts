// SPDX-License-Identifier: AGPL-3.0-or-later
// Confronto, in English.
import type { compare as italian } from '../it/compare.ts';

export const compare: Readonly<Record<keyof typeof italian, string>> = {
  'compare.title': 'Periods compared',
  'compare.choose': 'Choose two or three periods.',
  'compare.lead': '{second}, compared with {first}. All means are per opening day with data.',
  'compare.leadThree':
    '{second}, compared with {first}; then {third}. All means are per opening day with data.',
  'compare.presets': 'Which periods',
  'compare.preset.own': 'The lockdown compared with before',
  'compare.preset.sameWeeks': 'The lockdown and the same weeks of {year}',
  'compare.preset.month': '{month} compared with {other}',
  'compare.outside': 'Not available: the data go from {from} to {to}.',
  'compare.noData': 'Not available: there are no data yet.',
  'compare.own': 'Other periods',
  'compare.first': 'First period',
  'compare.second': 'Second period',
  'compare.third': 'Third period (optional)',
  'compare.wrong':
    'These periods cannot be compared: each needs a beginning and an end, and must begin after the end of the one before.',
  'compare.table': 'The channels compared',
  'compare.tableNote':
    'Mean per opening day with data; in brackets the total counted. The ratio is for like days of the week and, where possible, corrected with the years before: that is why it may go another way than the means.',
  'compare.channel': 'Channel',
  'compare.ratio': 'Second to first',
  'compare.outcome': 'Outcome',
  'compare.plots': 'Week by week',
  'compare.unit': '{unit} per opening day, mean of the week',
  'compare.drawing':
    '{label}: the periods laid over one another, week by week. The same numbers are in the table.',
  'compare.week': 'week {week}',
};
