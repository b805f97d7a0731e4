// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica, in English.
import type { overview as italian } from '../it/overview.ts';

export const overview: Readonly<Record<keyof typeof italian, string>> = {
  'totals.title': 'Digital channels: totals {in}',
  'totals.note': 'Counted on days with data only',
  'totals.days': '{unit} in {days}',

  'cards.title': 'Channel by channel',
  'cards.note': 'Means per opening day with data',
  'cards.unit': '{in}, {unit} a day',
  'cards.law': 'closed by law: no choice of the citizens',
  'cards.of': 'Go to the channel {label}',
  'cards.missing.one': 'one channel has days without data',
  'cards.missing.other': '{count} channels have days without data',

  'key.title': 'How to read a card',
  'key.ratio': 'how many times the mean before ({double} is double) and its 95% interval',
  'key.spark': 'mean by week, from zero; the blue ground is {the}',
  'key.missing': 'missing data: they do not count as zero',
  'key.coverage': 'opening days with data, before and {in}',

  'comparison.title': 'The same figures as a table',
  'comparison.note': 'Means per opening day with data; in brackets the total counted',
  'comparison.region': 'Table of the comparison',
  'comparison.channel': 'Channel',
  'comparison.ratio': '{phase} compared with before',
};
