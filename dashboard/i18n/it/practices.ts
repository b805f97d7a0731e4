// SPDX-License-Identifier: AGPL-3.0-or-later
// Pratiche.

export const practices = {
  'practices.title': 'Pratiche digitali',
  'practices.section': 'Di che cosa, come e con quale esito',
  'practices.hidden': 'I numeri minori di {threshold}, salvo lo zero, non si mostrano. Dove si legge',
  'practices.beside':
    'Mettendo a confronto due tabelle, o due periodi, un numero nascosto si può a volte ricavare: per pubblicare usa la relazione.',
  'practices.concealed':
    'ne sono nascosti anche altri, perché dal totale della stessa tabella non si ricavino.',
  'practices.arrived.one': 'Una pratica digitale',
  'practices.arrived.other': '{count} pratiche digitali',
  'practices.arrivedIn': '{in}, contate in {days}.',
  'practices.about': 'solo argomento «{topic}»',
  'practices.asOf': 'situazione nei file arrivati fino al {day}',
  'practices.total': 'Totale',

  'practices.noChannel': 'Questo Comune non ha un canale «pratiche»: non c’è nulla da mostrare.',
  'practices.none': 'Di questi periodi non si sa nulla sulle pratiche',
  'practices.noneText':
    'Nessun file caricato riguarda le pratiche in questi giorni. Le cifre non sono zero: non le conosciamo.',
  'practices.noneLink': 'Vedi quali dati ci sono',

  'practices.untold': 'I file dicono quante pratiche sono arrivate, non di che tipo',

  'practices.kinds.title': 'Per tipo di pratica',
  'practices.kinds.titleTimes': 'Per tipo di pratica, e giorni lavorativi per chiudere',
  'practices.kinds.note':
    'Il punto è la mediana, la barra arriva al 90º percentile: 9 pratiche chiuse su 10 si sono chiuse entro quel tempo',
  'practices.kinds.noTimes': 'I file non dicono quando le pratiche sono state chiuse',
  'practices.kinds.topic': 'Solo un argomento: i tempi di chiusura si vedono togliendo il filtro',
  'practices.kinds.region': 'Tabella per tipo di pratica',
  'practices.kind': 'Tipo',
  'practices.median': 'Mediana giorni',
  'practices.p90': '9 su 10 entro',
  'practices.few': 'meno di {least} pratiche chiuse',
  'practices.times':
    'Delle pratiche chiuse, metà ha richiesto al più {median} giorni lavorativi e 9 su 10 al più {p90}.',
  'practices.times.few': 'Le pratiche chiuse {in} sono meno di {least}: nessun tempo di chiusura.',
  'practices.table.median': '{phase}: mediana dei giorni lavorativi',
  'practices.table.p90': '{phase}: 9 su 10 entro giorni',

  'practices.topics.title': 'Per argomento',
  'practices.topics.note': 'Scegli un argomento per restringere la pagina',
  'practices.topic': 'Argomento',
  'practices.means.title': 'Con quale mezzo',
  'practices.means.note': 'Come è arrivata la pratica',
  'practices.means': 'Mezzo',
  'practices.outcomes.title': 'Com’è finita',
  'practices.outcome': 'Esito',
} as const;
