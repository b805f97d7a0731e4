// SPDX-License-Identifier: AGPL-3.0-or-later
// The words of which names of columns, sheets and files are made: they may be repeated to a person and kept.
// None of them tells of anybody; a word that is missing here is shown as `xxxxx`, so add it when a table needs it.

const DATES = `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gen feb mar apr mag giu lug ago set sett ott nov dic january february march april may june july august september
october november december jan jun jul aug sep oct dec lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi
venerdì venerdi sabato domenica lun mer gio ven sab dom anno mese giorno giorni settimana data date day days week
month year hour ora ore time orario am pm inizio fine periodo from to al alle dal`;

const COLUMNS = `canale channel conteggio count conteggi contatti contacts numero num nr no number totale totali total subtotale
argomento topic tipo kind type mezzo means esito outcome stato state status classificazione verso direzione registro anno
oggetto subject mittente destinatario corrispondente nome cognome name richiedente email telefono cellulare indirizzo
codice fiscale iva partita note id key column presentata presentazione submitted chiusa closed chiusura piattaforma
platform strumento conversazioni conversations messaggi messages commenti comments condivisioni shares scope source
pagina pagine page pages path post titolo title visite visits visitatori visitors utenti users azioni actions sessioni
sessions visualizzazioni views pageviews clic click clicks index nth primary new active daily likes spesa spent
permalink url caption descrizione description pubblicazione lettura contatore media medio di del della dello dei delle
degli da in il la lo le gli i un una e o a per con su non chiuso chiusa festa festivo ferie nd na null uffici ufficio
invio inviata ricevuti ricevute ricevuta arrivo partenza protocollo pec mano consegna web app urp anagrafe`;

const FILES = `csv tsv txt log gz bz zst zip xlsx xls ods odt json xml pdf access error accesslog other vhost vhosts sites site www
http https ssl export esportazione dati data report rapporto riepilogo elenco lista tabella foglio sheet chat whatsapp
telegram facebook instagram meta matomo google analytics chatwoot nginx apache iis caddy weblog seed counts open opendata calls
fax pec posta centralino pratiche practices protocol register registro sito comune montevarchi copia copy old nuovo new part parte
backup mensile giornaliero list traffic insights content results group list conversation combined common social
agente iban ip day format log`;

const PROGRAMS = `account aktionen annullato annullata attivi average avg benutzer besuche besuchszeit besucher bezeichnung bounce bounces
business chiamante classe classifica cod coinvolti contact contenuti created datum desktop distribution download downloads durata
eindeutige engaged entrata esimo etichetta event eventi events exports feedback flusso formats frequency fuso giornalieri
hits idsite immagini impressions impression inbox indice interactions interni interno intervallo iscritti label lifetime like link
links mobile nb nel nuove nuovi operatore organic organica on outbound outlinks people permanente piace presente prima primo prot
protocollazione publish published range rate reach reactions reazioni registrazione rete ricerche ricezione richieste righe
riga rimbalzi risultati rows salvataggi saves searches segment segmento spedizione spid stories story tablet
tasso risposta tema time timezone tipologia titolario traffico trasmissione unfollows uniche unici uniq unique uscita user utente
valore value vettore viewers voce website weekly verificare gender age legenda bassa alta ai ad altro altri altra`;

export const KNOWN_WORDS: readonly string[] = `${DATES} ${COLUMNS} ${PROGRAMS} ${FILES}`.split(/\s+/);
