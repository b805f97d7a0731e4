// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica.

export const overview = {
  'totals.title': 'Canali digitali: i totali {in}',
  'totals.note': 'Contati nei soli giorni con dati',
  'totals.days': '{unit} in {days}',

  'cards.title': 'Canale per canale',
  'cards.note': 'Medie per giorno di apertura con dati',
  'cards.unit': '{in}, {unit} al giorno',
  'cards.law': 'chiuso per legge: non è una scelta dei cittadini',
  'cards.of': 'Vai al canale {label}',
  'cards.missing.one': 'un canale ha giorni senza dati',
  'cards.missing.other': '{count} canali hanno giorni senza dati',

  'key.title': 'Come si legge una scheda',
  'key.ratio': 'quante volte la media di prima ({double} è il doppio) e il suo intervallo al 95 %',
  'key.spark': 'media per settimana, da zero; il fondo azzurro è {the}',
  'key.missing': 'dati mancanti: non contano come zero',
  'key.coverage': 'giorni di apertura con dati, prima e {in}',

  'comparison.title': 'Le stesse cifre in tabella',
  'comparison.note': 'Medie per giorno di apertura con dati; fra parentesi il totale contato',
  'comparison.region': 'Tabella del confronto',
  'comparison.channel': 'Canale',
  'comparison.ratio': '{phase} rispetto a prima',
} as const;
