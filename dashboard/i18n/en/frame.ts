// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of every page, in English.
import type { frame as italian } from '../it/frame.ts';

export const frame: Readonly<Record<keyof typeof italian, string>> = {
  'app.name': 'Affluenza',
  'app.skip': 'Skip to content',
  'app.home': 'Affluenza, home page',
  'app.title': '{page} · Affluenza · {town}',
  'app.privacy': 'Affluenza uses no profiling cookies and loads nothing from other sites.',
  'app.api': 'The same data for programs (OpenAPI)',

  'nav.title': 'Main',
  'nav.way': 'Breadcrumb',
  'nav.overview': 'Overview',
  'nav.channel': 'Channels',
  'nav.compare': 'Compare',
  'nav.practices': 'Applications',
  'nav.data': 'Data',
  'nav.reports': 'Reports',
  'nav.method': 'Method',

  'foot.accessibility': 'Accessibility statement',
  'foot.privacy': 'Privacy notice',
  'foot.method': 'Method and sources',
  'foot.openData': 'Open data (CC BY 4.0)',
  'foot.code': 'Source code (AGPL-3.0)',

  'account.who': 'Signed in: {name}',
  'account.leave': 'Sign out',

  'theme.title': 'Appearance',
  'theme.auto': 'Automatic',
  'theme.light': 'Light',
  'theme.dark': 'Dark',

  'unknown.title': 'There is no such page',
  'unknown.text': 'The address is wrong, or the page has moved. All figures are where they were.',
  'unknown.home': 'Go to the overview',

  'copy.link': 'Copy the link',
  'copy.done': 'Link copied',
  'copy.failed': 'The browser does not allow it: copy the address from the bar at the top.',

  'dialog.close': 'Close',

  'keys.title': 'Keyboard shortcuts',
  'keys.switch': 'Single keys act',
  'keys.sheet': 'this sheet',
  'keys.period': 'choose the periods',
  'keys.table': 'table of the chart in focus',
  'keys.download': 'download the chart in focus',
  'keys.neighbours': 'previous and next channel, or month',
  'keys.arrows': 'in a chart: one step back or on',
  'keys.close': 'close what is open',

  'chart.tools': 'Tools of the chart: {title}',
  'chart.download': 'Download',
  'chart.png': 'PNG picture',
  'chart.svg': 'SVG drawing',
  'chart.csv': 'CSV table',
  'chart.api': 'The same data in the API',
  'chart.failed': 'The chart could not be downloaded.',
  'chart.nothing': 'No contacts with these filters. Take one away.',
  'chart.published':
    'With this access, breakdowns are shown only for the periods set by the town hall, without other filters.',
  'chart.suppressed':
    'Hidden for confidentiality: the numbers are too small, or comparing two questions would give them away.',
  'chart.source': '{town}, data up to {day} · Affluenza · CC BY 4.0',

  'demo.name': 'Demonstration data',
  'demo.text': 'These figures are invented, only to try the program. To remove them:',

  'state.loading': 'Loading the data',
  'state.loaded': 'Figures updated',
  'state.failed': 'We could not read the data. The figures are not zero: we do not know them.',
  'state.noTopic':
    'There is nothing about the topic “{topic}” here: perhaps the address is old, or was copied in part.',
  'state.dropTopic': 'Take the topic away',
  'state.retry': 'Try again',
  'state.plotFailed': 'The chart did not load. The same figures are in the table.',

  'empty.title': 'No data yet.',
  'empty.text': 'Load the first file, or try the demonstration data.',
  'empty.load': 'Load the first file',
  'empty.loadText':
    'In place of FILE, the name of the file you exported: its format is recognised by itself.',
  'empty.demonstration': 'Try the demonstration data',
  'empty.demonstrationText':
    'They are invented, marked by the notice at the top, and removed with one command.',
  'empty.again': 'I have loaded: read again',

  'filter.region': 'Filters',
  'filter.period': 'Comparison',
  'filter.against': 'compared with',
  'filter.channels': 'Channels',
  'filter.allChannels': 'all {count}',
  'filter.someChannels': '{count} of {all}',
  'filter.apply': 'Apply',
  'filter.cancel': 'Cancel',
  'filter.defaults': 'Back to the town’s periods',
  'filter.from': 'From',
  'filter.to': 'To',
  'filter.openEnd': 'Without an end, up to the last day with data.',
  'filter.all': 'Choose all',
  'filter.freshness': 'Data up to {day}',

  'filter.missing.one': 'one day is missing',
  'filter.missing.other': '{count} days are missing',
  'filter.topic': 'Topic',
  'filter.remove': 'Remove the filter: {topic}',
  'filter.ignored': 'In the address, “{names}” cannot be understood: the usual choice is used instead.',

  'error.start': 'Period “{phase}”: the start is missing or does not exist.',
  'error.end': 'Period “{phase}”: the end is missing or does not exist.',
  'error.order': 'Period “{phase}”: the end comes before the start.',
  'error.overlap': 'Period “{phase}”: it starts before the previous one ends.',
  'error.channels': 'Choose at least one channel.',
};
