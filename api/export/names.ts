// SPDX-License-Identifier: AGPL-3.0-or-later
// What can be taken away and how, by name: closed lists, read without everything that makes the tables.

export const TABLE_NAMES = [
  'comparison',
  'weekdays',
  'series',
  'coverage',
  'share',
  'breakdown',
  'hours',
  'practices',
  'practice-months',
  'loads',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const FORMAT_NAMES = ['it.csv', 'csv', 'xlsx', 'ods', 'json', 'txt'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** The parameters of the tables, each said in a few words of Italian. */
export const PARAMETERS = {
  before: 'periodo «prima», come 2020-01-01..2020-03-08; se manca, dalle impostazioni',
  during: 'periodo «durante», come 2020-03-09..2020-05-17',
  after: 'periodo «dopo», come 2020-05-18..',
  from: 'primo giorno, come 2020-01-01; se manca, il primo che si conosce',
  to: 'ultimo giorno; se manca, l’ultimo che si conosce',
  granularity: 'day, week o month',
  channels: 'per esempio chat,web; se manca, tutti',
  channel: 'un solo canale, per breakdown e hours',
  by: 'per che cosa suddividere: topic, platform, action, kind …',
  topic: 'solo i contatti su questo argomento',
  limit: 'quante righe; le altre voci sono sommate',
  seasonal: 'off: senza il confronto con gli anni precedenti',
  exclude: 'giorni da tralasciare, come 2020-04-21..2020-04-24',
  until: 'come si sapeva quel giorno: nulla di più recente entra nelle cifre',
} as const;
