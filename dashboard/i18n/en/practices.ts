// SPDX-License-Identifier: AGPL-3.0-or-later
// Pratiche, in English.
import type { practices as italian } from '../it/practices.ts';

export const practices: Readonly<Record<keyof typeof italian, string>> = {
  'practices.title': 'Online applications',
  'practices.section': 'About what, how, and with which outcome',
  'practices.hidden': 'Numbers below {threshold}, other than zero, are not shown. Where it says',
  'practices.beside':
    'By comparing two tables, or two periods, a hidden number can sometimes be worked out: to publish, use the report.',
  'practices.concealed':
    'others are hidden too, so that the total of the same table does not give them away.',
  'practices.arrived.one': 'One online application',
  'practices.arrived.other': '{count} online applications',
  'practices.arrivedIn': '{in}, counted on {days}.',
  'practices.about': 'topic “{topic}” only',
  'practices.asOf': 'as the files up to {day} say',
  'practices.total': 'Total',

  'practices.noChannel': 'This town has no channel “Online applications”: there is nothing to show.',
  'practices.none': 'Nothing is known of applications in these periods',
  'practices.noneText':
    'No file that was loaded is about applications on these days. The figures are not zero: we do not know them.',
  'practices.noneLink': 'See which data there are',

  'practices.untold': 'The files say how many applications arrived, not of which kind',

  'practices.kinds.title': 'By kind of application',
  'practices.kinds.titleTimes': 'By kind of application, and working days to close',
  'practices.kinds.note':
    'The point is the median, the bar reaches the 90th percentile: 9 closed applications out of 10 were closed within that time',
  'practices.kinds.noTimes': 'The files do not say when applications were closed',
  'practices.kinds.topic': 'One topic only: times to close are shown without the filter',
  'practices.kinds.region': 'Table by kind of application',
  'practices.kind': 'Kind',
  'practices.median': 'Median days',
  'practices.p90': '9 of 10 within',
  'practices.few': 'fewer than {least} closed applications',
  'practices.times':
    'Of the closed applications, half took at most {median} working days and 9 of 10 at most {p90}.',
  'practices.times.few': 'Fewer than {least} applications were closed {in}: no time to close.',
  'practices.table.median': '{phase}: median of working days',
  'practices.table.p90': '{phase}: 9 of 10 within days',

  'practices.topics.title': 'By topic',
  'practices.topics.note': 'Choose a topic to narrow the page',
  'practices.topic': 'Topic',
  'practices.means.title': 'By which means',
  'practices.means.note': 'How the application arrived',
  'practices.means': 'Means',
  'practices.outcomes.title': 'How it ended',
  'practices.outcome': 'Outcome',
};
