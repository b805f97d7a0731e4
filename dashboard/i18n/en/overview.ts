// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica, in English.
import type { overview as italian } from '../it/overview.ts';

export const overview: Readonly<Record<keyof typeof italian, string>> = {
  'cards.title': 'Channel by channel',
  'cards.note': 'Means per opening day with data',
  'cards.unit': '{in}, {unit} a day',
  'cards.law': 'closed by law: no choice of the citizens',
  'cards.of': 'Go to the channel {label}',
  'cards.missing.one': 'one channel has days without data',
  'cards.missing.other': '{count} channels have days without data',

  'key.title': 'How to read a card',
  'key.ratio': 'estimate and 95% interval; the ticks: half, as before, double',
  'key.unsure': 'hollow circle: the interval includes “as before”, or the indication is weak',
  'key.spark': 'mean by week, from zero; the blue ground is {the}',
  'key.missing': 'missing data: they do not count as zero',
  'key.coverage': 'opening days with data, before and {in}',

  'article.title': 'The figures of the article, worked out again',
  'article.quote': '“{said}”',
  'article.practices': 'Two hundred applications sent in',
  'article.social': 'Hundreds of contacts on social media',
  'article.chat': 'Chats tripled',
  'article.web': 'Dozens of clicks on the site',
  'article.days': 'in {days}',
  'article.partOfDays': 'in {days} with data out of {expected}',
  'article.aDay': '{mean} a day',
  'article.was': '{mean} {in}',

  'comparison.channel': 'Channel',

  'forest.title': 'How much each channel changed',
  'forest.subtitle':
    '{phase} divided by before, with 95% interval. Left of “as before” contacts fell, right of it they rose.',
  'forest.sure': 'A change during {the} is demonstrated for: {list}.',
  'forest.noneSure': 'A change is demonstrated for no channel.',
  'forest.compared.one': 'One channel was compared.',
  'forest.compared.other': '{count} channels were compared.',
  'forest.ratio': 'Ratio',
  'forest.interval': 'Interval',
  'forest.outcome': 'Outcome',
  'forest.season': 'Season',
  'forest.mean': '{phase}: a day (in all)',
  'forest.legend.sure': 'demonstrated',
  'forest.legend.unsure': 'not demonstrable',
  'forest.legend.plain': 'without the correction for the season',
  'forest.footnote.one': '95% interval.',
  'forest.footnote.other':
    '95% intervals for each channel; the outcome takes the {count} channels together (Holm).',

  'cautions.title': 'Before you use these figures',
  'cautions.none': 'Nothing to report: there are data for every day, and no zero is suspicious.',
  'cautions.zeros.one': 'one suspicious zero',
  'cautions.zeros.other': '{count} suspicious zeros',
  'cautions.zerosText': 'No contacts {when}: the counter had probably failed.',
  'cautions.decide': 'Decide what they are',
  'cautions.gaps': '{label}: days without data.',
  'cautions.gapsText': 'Data are missing {runs}. The means use only days with data.',
  'cautions.low': 'There are data for {percent} of the opening days.',
  'cautions.season': '{names}: no correction for the season.',
  'cautions.seasonText':
    'There are no data for the years before: part of the change may come from the time of year.',
  'cautions.law': '{names}: closed by law.',
  'cautions.lawText': 'The fall is no choice of the citizens.',
};
