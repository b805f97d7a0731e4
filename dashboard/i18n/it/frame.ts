// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of every page: header, navigation, filters, states, the keys.

export const frame = {
  'app.name': 'Affluenza',
  'app.skip': 'Vai al contenuto',
  'app.home': 'Affluenza, pagina iniziale',
  'app.title': '{page} · Affluenza · {town}',
  'app.privacy': 'Affluenza non usa cookie di profilazione e non carica nulla da altri siti.',
  'app.api': 'Gli stessi dati per i programmi (OpenAPI)',

  'nav.title': 'Principale',
  'nav.way': 'Percorso',
  'nav.overview': 'Panoramica',
  'nav.channel': 'Canali',
  'nav.compare': 'Confronto',
  'nav.practices': 'Pratiche',
  'nav.data': 'Dati',
  'nav.reports': 'Relazioni',
  'nav.method': 'Metodo',

  'foot.accessibility': 'Dichiarazione di accessibilità',
  'foot.privacy': 'Informativa sulla riservatezza',
  'foot.method': 'Metodo e fonti',
  'foot.openData': 'Dati aperti (CC BY 4.0)',
  'foot.code': 'Codice sorgente (AGPL-3.0)',

  'account.who': 'Accesso: {name}',
  'account.leave': 'Esci',

  'theme.title': 'Aspetto',
  'theme.auto': 'Automatico',
  'theme.light': 'Chiaro',
  'theme.dark': 'Scuro',

  'unknown.title': 'Questa pagina non esiste',
  'unknown.text':
    'L’indirizzo è sbagliato, oppure la pagina è stata spostata. Le cifre sono tutte al loro posto.',
  'unknown.home': 'Vai alla Panoramica',

  'copy.link': 'Copia il collegamento',
  'copy.done': 'Collegamento copiato',
  'copy.failed': 'Il browser non lo permette: copia l’indirizzo dalla barra in alto.',

  'dialog.close': 'Chiudi',

  'keys.title': 'Scorciatoie da tastiera',
  'keys.switch': 'I tasti singoli sono attivi',
  'keys.sheet': 'questo foglio',
  'keys.period': 'scegli i periodi',
  'keys.table': 'tabella del grafico su cui ci si trova',
  'keys.download': 'scarica il grafico su cui ci si trova',
  'keys.neighbours': 'canale, o mese, precedente e successivo',
  'keys.arrows': 'nel grafico: un passo indietro o avanti',
  'keys.close': 'chiudi ciò che è aperto',

  'chart.tools': 'Strumenti del grafico: {title}',
  'chart.download': 'Scarica',
  'chart.png': 'Immagine PNG',
  'chart.svg': 'Disegno SVG',
  'chart.csv': 'Tabella CSV',
  'chart.api': 'Gli stessi dati in API',
  'chart.failed': 'Il grafico non si è potuto scaricare.',
  'chart.nothing': 'Nessun contatto con questi filtri. Togli un filtro.',
  'chart.published':
    'Con questo accesso le suddivisioni si vedono solo per i periodi fissati dal Comune, senza altri filtri.',
  'chart.suppressed':
    'Nascosto per riservatezza: i numeri sono troppo piccoli, o si ricaverebbero confrontando due domande.',
  'chart.source': '{town}, dati fino al {day} · Affluenza · CC BY 4.0',

  'demo.name': 'Dati dimostrativi',
  'demo.text': 'Queste cifre sono inventate: servono solo a provare il programma. Per toglierle:',

  'state.loading': 'Caricamento dei dati',
  'state.loaded': 'Cifre aggiornate',
  'state.failed': 'Non siamo riusciti a leggere i dati. Le cifre non sono zero: non le conosciamo.',
  'state.noTopic':
    'Qui non c’è nulla sull’argomento «{topic}»: forse l’indirizzo è vecchio, o è stato copiato a metà.',
  'state.dropTopic': 'Togli l’argomento',
  'state.retry': 'Riprova',
  'state.plotFailed': 'Il grafico non si è caricato. Le stesse cifre sono nella tabella.',

  'empty.title': 'Ancora nessun dato.',
  'empty.text': 'Carica il primo file, oppure prova con i dati dimostrativi.',
  'empty.load': 'Carica il primo file',
  'empty.loadText': 'Al posto di FILE, il nome del file che hai esportato: il formato si riconosce da solo.',
  'empty.demonstration': 'Prova con i dati dimostrativi',
  'empty.demonstrationText':
    'Sono inventati, si riconoscono dall’avviso in cima alla pagina e si tolgono con un comando.',
  'empty.again': 'Ho caricato: rileggi',

  'filter.region': 'Filtri',
  'filter.period': 'Confronto',
  'filter.against': 'a confronto con',
  'filter.channels': 'Canali',
  'filter.allChannels': 'tutti e {count}',
  'filter.someChannels': '{count} su {all}',
  'filter.apply': 'Applica',
  'filter.cancel': 'Lascia perdere',
  'filter.defaults': 'Torna ai periodi del Comune',
  'filter.from': 'Dal',
  'filter.to': 'Al',
  'filter.openEnd': 'Senza la data finale, fino all’ultimo giorno con dati.',
  'filter.all': 'Scegli tutti',
  'filter.freshness': 'Dati fino al {day}',

  'filter.missing.one': 'manca un giorno',
  'filter.missing.other': 'mancano {count} giorni',
  'filter.topic': 'Argomento',
  'filter.remove': 'Togli il filtro: {topic}',
  'filter.ignored': 'Nell’indirizzo non si capisce «{names}»: al suo posto vale la scelta abituale.',

  'error.start': 'Periodo «{phase}»: manca la data iniziale, o non esiste.',
  'error.end': 'Periodo «{phase}»: manca la data finale, o non esiste.',
  'error.order': 'Periodo «{phase}»: la data finale viene prima di quella iniziale.',
  'error.overlap': 'Periodo «{phase}»: comincia prima che finisca il precedente.',
  'error.channels': 'Scegli almeno un canale.',
} as const;
