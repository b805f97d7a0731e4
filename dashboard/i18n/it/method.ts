// SPDX-License-Identifier: AGPL-3.0-or-later
// Metodo. A line feed begins a paragraph; {town} and {count} are filled in by the page.

export const method = {
  'method.title': 'Come si calcola ogni cifra',
  'method.lead': 'Prima la cosa in parole semplici; la formula, per chi vuole controllare, è a un clic.',
  'method.index': 'In questa pagina',
  'method.formula': 'La formula',

  'method.contact.title': 'Che cosa è un contatto',
  'method.contact.text':
    'Un contatto è un atto di una persona su un canale: un clic sul sito (una pagina vista, un documento scaricato, un’uscita verso un altro sito), un messaggio o un commento sui social, una conversazione in chat in un giorno, un’e-mail, una telefonata, un accesso allo sportello, una pratica presentata.\nUn contatto non è una persona: la stessa persona può farne dieci. I robot che visitano il sito sono lasciati fuori, per quanto si riconoscono; immagini e altri pezzi di pagina non sono clic.',

  'method.days.title': 'Giorni, copertura, e lo zero che non è «manca»',
  'method.days.text':
    'Per ogni canale e giorno c’è un solo stato. Zero: il canale è stato contato e non è venuto nessuno. Manca: il canale era aperto e il file non è arrivato; non conta mai come zero, resta fuori dal calcolo. Chiuso: domenica, festa o chiusura dichiarata. Nascosto: il numero c’è, ma è troppo piccolo per mostrarlo. Non letto: il programma non è riuscito a leggere i dati, e lo dice.\nLa copertura è la parte dei giorni di apertura che ha dati, arrotondata per difetto. Sotto l’80\u00a0% c’è un avviso; sotto il 50\u00a0% non si forma alcun rapporto. I totali sono dei soli giorni con dati, mai stimati per gli altri.\nUna serie di zeri che un canale non farebbe quasi mai è segnalata come probabile guasto del contatore. Il programma chiede e non cancella nulla.',
  'method.days.formula':
    'Copertura = giorni di apertura con dati / giorni di apertura. I giorni sono quelli civili di Roma.\nZeri sospetti: si rifà il modello senza la serie di zeri; α = max(0, Σ[(y − μ)² − μ] / Σ μ²); P = Π (1 + α μ)^(−1/α) sui giorni della serie; si segnala se P < 0,0001.',

  'method.ratio.title': 'Il rapporto tra un periodo e l’altro',
  'method.ratio.text':
    'Il lunedì si confronta con il lunedì, la festa con la festa: così due periodi di lunghezza diversa, o con giorni mancanti, restano confrontabili. Il risultato è un rapporto: 3 vuol dire il triplo, 1 nessuna variazione, 0,5 la metà. Tra la metà e il doppio si scrive in percentuale, oltre si scrive in volte.\nLe medie accanto al rapporto sono quelle dei giorni di apertura con dati: il loro quoziente può essere un po’ diverso dal rapporto, che tiene conto dei giorni della settimana e, se si può, della stagione. Nelle frasi che dicono «per giorno lavorativo» le medie sono invece quelle dal lunedì al venerdì (o dei giorni in cui il canale apre), senza le feste: perciò dello stesso canale si possono leggere due medie diverse.',
  'method.ratio.formula':
    'Regressione di Poisson log-lineare sui giorni con dati: log μ = a[tipo di giorno] + b·D, con D = 1 nel secondo periodo. Rapporto = exp(b).',

  'method.interval.title': 'L’intervallo',
  'method.interval.text':
    'Ogni confronto tra periodi ha il suo intervallo al 95\u00a0%; le variazioni da un mese all’altro, nelle relazioni, non ce l’hanno, e lì si legge. In parole semplici: rifacciamo il conto togliendo una settimana alla volta, e poi due alla volta; se il risultato cambia molto, l’intervallo è largo.\nIl metodo è costruito perché, in casi come questo, il valore vero stia nell’intervallo circa 95 volte su 100. Se i contatti salgono e scendono a ondate di settimane intere la promessa non basta: per questo ci sono anche i controlli più sotto. La prova è stata fatta sul rapporto semplice, non su quello corretto per la stagione. Servono almeno quattro settimane di dati per periodo.',
  'method.interval.formula':
    'Errore standard = il maggiore fra quasi-Poisson e jackknife che toglie un blocco di 7 o di 14 giorni; v = (G − 1)/G · Σ (b senza il blocco − b)².\nGradi di libertà di Satterthwaite; limiti = exp(b ± t(0,975) · errore standard).',

  'method.season.title': 'La stagione',
  'method.season.text':
    'I mesi non sono tutti uguali: anche senza lockdown tra gennaio e maggio i contatti cambiano. Dove ci sono i dati dell’anno prima (o di più anni), la cifra che conta è la variazione rispetto alle stesse settimane di allora, giorno della settimana per giorno della settimana. Dove non ci sono, accanto alla cifra si legge «non corretto per la stagione»: una parte della variazione può venire dal periodo dell’anno. La correzione suppone che l’anno prima sia stato un anno come gli altri.',
  'method.season.formula':
    'Rapporto di rapporti: log μ = a[tipo di giorno] + g[anno] + s[secondo periodo, in ogni anno] + d[secondo periodo, anno in esame]; exp(d) è la cifra. Gli anni si fanno combaciare con 364 giorni. Serve il 70\u00a0% dei giorni in ciascuna delle quattro parti.',

  'method.outcome.title': 'Che cosa vogliono dire gli esiti',
  'method.outcome.text':
    'Aumento o diminuzione dimostrati: l’intervallo sta tutto da una parte di «come prima», anche guardando tutti i canali insieme. Indicazione debole: sta da una parte per quel canale da solo, ma con più canali può essere un caso. Nessuna variazione dimostrabile: l’intervallo comprende «come prima»; non vuol dire che non sia cambiato nulla.\nChiuso per legge: il rapporto c’è, ma non è una scelta dei cittadini. Dati insufficienti, numeri troppo piccoli, periodo troppo breve: nessun rapporto, e si dice perché. Se prima non c’era nessun contatto non si scrive mai «+100\u00a0%».',
  'method.outcome.formula':
    'Dimostrato: p < 0,05 dopo la correzione di Holm per i canali della stessa tabella. Gli intervalli restano al 95\u00a0% per ciascun canale.',

  'method.causes.title': 'Quanto, non perché',
  'method.causes.text':
    'Nel marzo 2020 tre cose sono successe in nove giorni: l’Urban Center ha rafforzato la presenza online, il 5 marzo hanno chiuso le scuole, il 10 marzo è entrato in vigore il decreto. Con pochi contatti al giorno nessun calcolo può separarle. Per questo nessuna frase dice «grazie a» o «a causa di».',

  'method.checks.title': 'I controlli',
  'method.checks.text':
    'Date qualsiasi: lo stesso calcolo si rifà in date precedenti, prima degli eventi di cui si parla. Se trova spesso variazioni così grandi, la cifra vale poco, e si legge quanto spesso.\nScelte di calcolo: il rapporto si ricalcola senza la settimana 2–8 marzo, con un periodo «prima» più corto, con e senza il confronto con l’anno prima, con e senza gli zeri sospetti, senza la parte oltre un lungo vuoto dei dati. Se con una di queste scelte l’intervallo comprende «come prima», si dice che il risultato dipende dalle scelte.\nQuando è cominciato: si cerca in quali giorni può essere iniziato il salto. Vale se il salto è uno solo e netto.\nLa linea tratteggiata dei grafici è il livello di prima che continua: è un’ipotesi, non una misura.',
  'method.checks.formula':
    'Date qualsiasi: ogni lunedì con due periodi lunghi come quelli veri, finiti prima del primo evento segnato; serve almeno un anno di dati prima del secondo periodo.\nInizio del salto: devianza profilo, con soglia 7,352 (95\u00a0%), a partire da 28 giorni per lato.',

  'method.share.title': 'La quota digitale',
  'method.share.text':
    'È la parte delle pratiche digitali sul totale di pratiche digitali e accessi allo sportello, nei giorni in cui si conoscono entrambi; lo sportello chiuso conta zero. Si mostra sempre con il totale: con gli sportelli chiusi la quota cresce da sola, anche se nessuno ha cambiato abitudine.',
  'method.share.formula':
    'Quota = digitali / (digitali + sportello). La differenza in punti ha un intervallo da jackknife a blocchi di una settimana.',

  'method.suppression.title': 'I numeri piccoli',
  'method.suppression.text':
    'Nelle suddivisioni di pratiche e contatti (per argomento, tipo, mezzo, esito) non si mostrano i numeri minori di {count}, salvo lo zero: potrebbero far riconoscere una persona. Se dal totale si potesse ricavare il numero nascosto, se ne nascondono anche altri: lì si legge «oscurato». I totali dei canali e i clic sul sito si mostrano sempre.',

  'method.limits.title': 'Che cosa queste cifre non possono dire',
  'method.limits.text':
    'Non dicono quante persone ci sono dietro. Non dicono perché qualcosa è cambiato. Non dicono nulla dei giorni senza dati. Non confrontano totali di periodi diversi: solo medie al giorno. I visitatori del sito di giorni diversi non si sommano, perché non si possono riconoscere da un giorno all’altro. Se un contatore è stato cambiato, attraverso quella data non si forma alcun rapporto.',

  'method.privacy.title': 'I dati personali',
  'method.privacy.text':
    'Dei cittadini si conservano solo conteggi e righe senza nomi. Nomi, indirizzi, numeri di telefono, testi dei messaggi, oggetti e mittenti del protocollo non vengono conservati: sono letti una volta, contati e dimenticati. Un nome scritto tra gli argomenti, però, non si distingue da un’altra parola. Gli indirizzi IP servono a distinguere i visitatori di un giorno e diventano subito un codice, fatto con una chiave diversa ogni giorno: chi torna un altro giorno ha un altro codice. La pagina Dati dice per quanto tempo si conservano le righe.\nQueste pagine non usano cookie di profilazione e non caricano nulla da altri siti. Chi accede con un nome utente riceve due cookie tecnici: uno finisce con la sessione, l’altro, di un anno, riconosce il browser. Di chi accede si conservano il nome utente, il ruolo e che cosa ha caricato, scaricato, scritto o deciso, e quando. La lingua e il tema scelti restano nel tuo browser.\nTitolare del trattamento: {town}. [L’ufficio completi qui: recapiti del titolare e del responsabile della protezione dei dati, base giuridica, tempi di conservazione.]',

  'method.access.title': 'Dichiarazione di accessibilità',
  'method.access.text':
    'Queste pagine sono fatte per essere usate con la tastiera, con un lettore di schermo, con caratteri ingranditi e con colori forzati; ogni grafico ha un testo e una tabella con gli stessi numeri, e il colore non è mai l’unico segno. Sono controllate a ogni modifica con strumenti automatici rispetto alle WCAG 2.2, livelli A e AA: gli strumenti non trovano tutto.\n[L’ufficio completi qui: il collegamento alla dichiarazione pubblicata sul sito dell’AgID dal responsabile per la transizione al digitale, lo stato di conformità, e il recapito a cui segnalare un problema.]',

  'method.data.title': 'Fonti e licenza dei dati',
  'method.data.text':
    'Le fonti sono i file che gli uffici già hanno: registri del sito, esportazioni di social e chat, registro di protocollo, elenchi delle pratiche, fogli dei conteggi. La pagina Dati dice quali giorni arrivano da quale file.\nI dati aggregati si possono riusare con licenza CC BY 4.0, citando {town}. Chi riusa una cifra riporti anche l’intervallo e i giorni su cui si fonda.',

  'method.code.title': 'Il programma',
  'method.code.text':
    'Affluenza è software libero con licenza AGPL-3.0-or-later: chiunque può leggerlo, usarlo e migliorarlo. La documentazione ha licenza CC BY 4.0. Il carattere è Titillium Web (OFL 1.1).',
} as const;
