// SPDX-License-Identifier: AGPL-3.0-or-later
// Canale, in English.
import type { channel as italian } from '../it/channel.ts';

export const channel: Readonly<Record<keyof typeof italian, string>> = {
  'channel.switch': 'Channels',
  'channel.fact': '{mean} a day, in {days} with data out of {expected}',
  'channel.zeros.one': '1 opening day at zero',
  'channel.zeros.other': '{count} opening days at zero',

  'calculation.open': 'How it is computed',
  'calculation.title': 'How it is computed: {label}',
  'calculation.figure': '{label}, {ratio}',
  'calculation.missing': 'Data are missing',
  'calculation.means': 'Means per working day, for like days of the week',
  'calculation.fromTo': 'from {before} to {during}',
  'calculation.sensitivity': 'The same ratio with other choices',
  'calculation.beginning': 'When it began',
  'calculation.after': 'What stayed afterwards',
  'calculation.placebo': 'The same calculation at any dates',
  'calculation.simple': 'Simple tests, for comparison',
  'calculation.read': 'How to read it',
  'calculation.method': 'The whole method',
  'calculation.sources': 'The days and the files',

  'variant.as_configured': 'as configured, without the season',
  'variant.without_marker_week': 'without the week of the strengthening',
  'variant.before_ends_early': 'with a “before” that ends two and a half weeks earlier',
  'variant.versus_previous_years': 'against the same weeks of the years before',
  'variant.without_suspicious_zeros': 'without the suspicious zeros',
  'variant.without_part_beyond_gap': 'without the part beyond the gap in the data',

  'placebo.pending': 'The control dates are being computed.',
  'placebo.none': 'There are no control dates: at least a year of data before the second period is needed.',
  'placebo.said':
    'The same calculation at {dates} arbitrary dates finds a change as large in {share}% of the cases.',
  'placebo.plain':
    'The same calculation, without the correction for the season, at {dates} arbitrary dates finds a change as large in {share}% of the cases.',

  'simple.note':
    'They take each day as independent of the others and so are too sure: they do not decide the outcome.',
  'simple.welch': 'Welch: the difference is between {low} and {high} contacts a day (p {p})',
  'simple.mannWhitney': 'Mann-Whitney: p {p}',

  'breakdown.platform': 'By platform',
  'breakdown.topic': 'By topic',
  'breakdown.action': 'By action on the site',
  'breakdown.page': 'By page of the site',
  'breakdown.referrer': 'By site they came from',
  'breakdown.device': 'By device',
  'breakdown.kind': 'By kind of practice',
  'breakdown.means': 'By means of sending',
  'breakdown.outcome': 'By outcome',
  'breakdown.subtitle': 'Contacts on days with data; the most numerous {in} first',
  'breakdown.name': 'Item',
  'breakdown.perDay': '{phase}, a day',
  'breakdown.most': 'The most numerous item {in} is “{name}”, with {count}.',
  'breakdown.noMost': 'The number {in} can be shown for no item.',
  'breakdown.hiddenRows.one': 'One item is hidden for confidentiality.',
  'breakdown.hiddenRows.other': '{count} items are hidden for confidentiality.',
  'breakdown.hidden':
    'Numbers below {threshold}, other than zero, are hidden for confidentiality, and others with them, so that the total does not give them away.',

  'value.view': 'pages seen',
  'value.download': 'documents downloaded',
  'value.outbound': 'ways out to other sites',
  'value.desktop': 'computer',
  'value.mobile': 'phone',
  'value.tablet': 'tablet',
  'value.other': 'other',

  'hours.title': 'Day of the week and hour',
  'hours.subtitle': 'Mean contacts in an hour, on days of which the hour is known',
  'hours.unknown': 'The sources of this channel do not tell at what hour contacts take place.',
  'hours.peak':
    '{in}: the busiest time is {weekday} {hour}, with {mean} contacts on average ({days} counted).',
  'hours.noPeak': 'No hour to show {in} ({days} counted).',
  'hours.region': 'Day and hour: {phase}',
  'hours.weekday': 'Day',
  'hours.hour': 'Hour',

  'weekday.title': 'Before and during, day by day',
  'weekday.subtitle': 'Mean per opening day with data',
  'weekday.summary': 'The mean {in} is higher on {higher} kinds of day out of {all}.',
  'weekday.drawing': 'Hollow circle: before. Filled circle: during. The same numbers are in the table.',
  'weekday.day': 'Day',
  'weekday.holiday': 'holiday',

  'notes.add': 'Add a note',
  'notes.remove': 'Remove',
  'notes.removeOf': 'Remove the note: {text}',
  'notes.why':
    'To remember what happened on a day or over some days: it stands on the charts, signed and dated. Write no names of citizens, nor other personal data.',
  'notes.from': 'Day, or first day',
  'notes.to': 'Last day, if there are several',
  'notes.text': 'What happened',
  'notes.author': 'Signed, for instance “Ufficio comunicazione”',
  'notes.about': 'About',
  'notes.all': 'all channels',
  'notes.save': 'Save the note',
  'notes.saved': 'Note saved.',
  'notes.removed': 'Note removed.',
  'notes.notSaved': 'It was not saved: try again.',
  'notes.elsewhere': 'Notes are added on the computer on which Affluenza is installed.',
  'notes.wrong.from': 'The day is missing, or does not exist.',
  'notes.wrong.to': 'The last day comes before the first.',
  'notes.wrong.text': 'The text is missing.',
  'notes.wrong.author': 'The signature is missing.',
};
