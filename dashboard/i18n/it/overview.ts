// SPDX-License-Identifier: AGPL-3.0-or-later
// Panoramica.

export const overview = {
  'cards.title': 'Canale per canale',
  'cards.note': 'Medie per giorno di apertura con dati',
  'cards.unit': '{in}, {unit} al giorno',
  'cards.law': 'chiuso per legge: non è una scelta dei cittadini',
  'cards.of': 'Vai al canale {label}',
  'cards.missing.one': 'un canale ha giorni senza dati',
  'cards.missing.other': '{count} canali hanno giorni senza dati',

  'key.title': 'Come si legge una scheda',
  'key.ratio': 'stima e intervallo al 95\u00a0%; le tacche: metà, come prima, doppio',
  'key.unsure': 'cerchio vuoto: l’intervallo comprende «come prima», o l’indicazione è debole',
  'key.spark': 'media per settimana, da zero; il fondo azzurro è {the}',
  'key.missing': 'dati mancanti: non contano come zero',
  'key.coverage': 'giorni di apertura con dati, prima e {in}',

  'article.title': 'Le cifre dell’articolo, ricalcolate dai dati',
  'article.quote': '«{said}»',
  'article.practices': 'Duecento pratiche presentate',
  'article.social': 'Centinaia di contatti sui social',
  'article.chat': 'Chat triplicate',
  'article.web': 'Decine di clic sul sito',
  'article.days': 'in {days}',
  'article.partOfDays': 'in {days} con dati su {expected}',
  'article.aDay': '{mean} al giorno',
  'article.was': '{in} {mean}',

  'comparison.channel': 'Canale',

  'forest.title': 'Di quanto è cambiato ogni canale',
  'forest.subtitle':
    '{phase} diviso prima, con intervallo al 95\u00a0%. A sinistra di «come prima» i contatti sono diminuiti, a destra aumentati.',
  'forest.sure': 'Una variazione durante {the} è dimostrata per: {list}.',
  'forest.noneSure': 'Per nessun canale è dimostrata una variazione.',
  'forest.compared.one': 'È stato confrontato un canale.',
  'forest.compared.other': 'Sono stati confrontati {count} canali.',
  'forest.ratio': 'Rapporto',
  'forest.interval': 'Intervallo',
  'forest.outcome': 'Esito',
  'forest.season': 'Stagione',
  'forest.mean': '{phase}: al giorno (in tutto)',
  'forest.legend.sure': 'esito dimostrato',
  'forest.legend.unsure': 'non dimostrabile',
  'forest.legend.plain': 'senza la correzione per la stagione',
  'forest.footnote.one': 'Intervallo al 95\u00a0%.',
  'forest.footnote.other':
    'Intervalli al 95\u00a0% per ciascun canale; l’esito tiene conto dei {count} canali insieme (Holm).',

  'cautions.title': 'Prima di usare queste cifre',
  'cautions.none': 'Non c’è nulla da segnalare: ci sono i dati di tutti i giorni, e nessuno zero è sospetto.',
  'cautions.zeros.one': 'uno zero sospetto',
  'cautions.zeros.other': '{count} zeri sospetti',
  'cautions.zerosText': 'Zero contatti {when}: probabile guasto del contatore.',
  'cautions.decide': 'Decidi che cosa sono',
  'cautions.gaps': '{label}: giorni senza dati.',
  'cautions.gapsText': 'Mancano i dati {runs}. Le medie usano solo i giorni con dati.',
  'cautions.low': 'Ci sono i dati del {percent} dei giorni di apertura.',
  'cautions.season': '{names}: nessuna correzione per la stagione.',
  'cautions.seasonText':
    'Mancano i dati degli anni prima: una parte della variazione può venire dal periodo dell’anno.',
  'cautions.law': '{names}: chiusura per legge.',
  'cautions.lawText': 'Il calo non è una scelta dei cittadini.',
} as const;
