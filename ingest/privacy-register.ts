// SPDX-License-Identifier: AGPL-3.0-or-later
// What each table keeps, why and of whom: the draft for the register of processing (GDPR, art. 30). A test fails when a
// table or a column exists that is not named here.
import type { Settings } from '../sql/settings.ts';

export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type Words = Record<Language, string>;

export interface Kept {
  /** `people`: rows behind each of which stands one person, under a pseudonym or none; `staff`: who works here. */
  about: 'people' | 'staff' | 'nobody';
  columns: string;
  what: Words;
  why: Words;
  /** The setting that says for how many months; otherwise for ever, or as `span` says. */
  months?: keyof Settings['retention'];
  span?: Words;
}

const figures = { it: 'contare i contatti di ogni canale', en: 'counting the contacts of each channel' };
const proof = {
  it: 'sapere da quali file vengono le cifre',
  en: 'knowing which files the figures come from',
};
const access = {
  it: 'far entrare solo chi può',
  en: 'letting in only those who may',
};
const day = { it: 'un giorno', en: 'a day' };

export const TABLES: Readonly<Record<string, Kept>> = {
  clicks: {
    about: 'people',
    columns: 'load taken scope time day action path referrer device visitor key',
    what: {
      it: 'le pagine chieste al sito: ora, indirizzo della pagina senza parametri né dati di persone, dominio di provenienza, tipo di apparecchio; il visitatore solo come numero che cambia ogni giorno. Mai indirizzo IP né user agent',
      en: 'pages asked of the site: time, address of the page without parameters or data of persons, domain it was reached from, class of device; the visitor only as a number that changes every day. Never an IP address or a user agent',
    },
    why: figures,
    months: 'clicks',
  },
  contacts: {
    about: 'people',
    columns: 'load taken scope channel day days time metric platform topic count key',
    what: {
      it: 'contatti e conteggi degli altri canali: giorno, ora, piattaforma, argomento, numero. Mai chi ha scritto né che cosa',
      en: 'contacts and counts of the other channels: day, time, platform, topic, number. Never who wrote nor what',
    },
    why: figures,
    months: 'contacts',
  },
  practices: {
    about: 'people',
    columns: 'load taken scope day time kind topic means outcome closed_on key',
    what: {
      it: 'pratiche: giorno, tipo, argomento, mezzo, esito, giorno di chiusura; il numero solo come impronta cifrata. Mai chi le ha presentate né l’oggetto',
      en: 'practices: day, kind, topic, means, outcome, day of closing; the number only as a keyed hash. Never who sent them nor their subject',
    },
    why: figures,
    months: 'practices',
  },
  rejected_rows: {
    about: 'people',
    columns: 'load taken line column value reason',
    what: {
      it: 'righe scartate: numero della riga, colonna, motivo, e del valore solo la forma (Xxxxx 999)',
      en: 'rejected rows: number of the row, column, reason, and of the value only its shape (Xxxxx 999)',
    },
    why: { it: 'correggere i file', en: 'mending the files' },
    months: 'rejected_rows',
  },
  activity: {
    about: 'nobody',
    columns:
      'day days hour channel source scope precedence metric platform action topic count visitors version loads build',
    what: {
      it: 'totali per giorno e ora; dei visitatori solo una stima di quanti furono, dalla quale nessuno si ritrova',
      en: 'totals by day and hour; of visitors only a sketch of how many there were, from which nobody is found',
    },
    why: { it: 'le pagine, i confronti, le relazioni', en: 'pages, comparisons, reports' },
  },
  loads: {
    about: 'nobody',
    columns:
      'id source identity file sha256 options demonstration state rows rejected first_day last_day months started_at committed_at changed_at',
    what: {
      it: 'il giornale dei file caricati, con il nome mascherato',
      en: 'the journal of the files taken in, their names masked',
    },
    why: proof,
  },
  load_days: {
    about: 'nobody',
    columns: 'load source scope channel metric precedence day days',
    what: { it: 'di quali giorni ogni file dà conto', en: 'the days each file vouches for' },
    why: { it: 'distinguere uno zero da un dato che manca', en: 'telling a zero from a missing figure' },
  },
  snapshots: {
    about: 'nobody',
    columns: 'build month load identity committed_at version at',
    what: { it: 'appunti di lavoro del calcolo', en: 'working notes of the computation' },
    why: proof,
    span: day,
  },
  covered_days: {
    about: 'nobody',
    columns: 'build source scope channel metric precedence day days loads counts at',
    what: { it: 'appunti di lavoro del calcolo', en: 'working notes of the computation' },
    why: proof,
    span: day,
  },
  sealed_months: {
    about: 'nobody',
    columns: 'month sealed at',
    what: {
      it: 'i mesi chiusi, le cui righe sono state cancellate',
      en: 'the sealed months, whose rows were deleted',
    },
    why: { it: 'non rifare totali senza le righe', en: 'never counting again without the rows' },
  },
  notes: {
    about: 'staff',
    columns: 'id first_day last_day channel text author deleted at',
    what: {
      it: 'note sui giorni, con il nome di chi le ha scritte; una nota tolta resta, segnata come tale',
      en: 'notes about days, with the name of who wrote them; a note that was removed stays, marked so',
    },
    why: { it: 'spiegare le cifre', en: 'explaining the figures' },
  },
  decisions: {
    about: 'nobody',
    columns: 'id channel first_day last_day is undone at',
    what: { it: 'decisioni sugli zeri sospetti', en: 'decisions about doubtful zeros' },
    why: figures,
  },
  report_comments: {
    about: 'staff',
    columns: 'month id text author at',
    what: {
      it: 'commenti alle relazioni, con il nome di chi li ha scritti',
      en: 'comments on reports, with the name of who wrote them',
    },
    why: { it: 'spiegare le cifre', en: 'explaining the figures' },
  },
  report_versions: {
    about: 'staff',
    columns: 'month id frozen json html pdf json_sha256 html_sha256 pdf_sha256 at',
    what: {
      it: 'le relazioni come sono state pubblicate, commenti compresi',
      en: 'reports as they were given away, with their comments',
    },
    why: { it: 'dare sempre la stessa relazione', en: 'always giving the same report' },
  },
  report_mails: {
    about: 'nobody',
    columns: 'month claim step reason at',
    what: {
      it: 'gli invii delle relazioni, senza indirizzi',
      en: 'the mailings of reports, without addresses',
    },
    why: { it: 'non spedire due volte', en: 'never sending twice' },
  },
  accounts: {
    about: 'staff',
    columns: 'name role password must_change invitation valid_until epoch disabled changed_at',
    what: {
      it: 'chi può accedere: il nome con cui entra, il ruolo, e della password solo ciò che serve a verificarla',
      en: 'who may sign in: the name they sign in with, the role, and of the password only what can check it',
    },
    why: access,
  },
  sessions: {
    about: 'staff',
    columns: 'id account provider role epoch closed at',
    what: {
      it: 'chi è entrato e quando; del cookie solo l’impronta. Mai indirizzo IP né browser',
      en: 'who signed in and when; of the cookie only the hash. Never an IP address or a browser',
    },
    why: access,
    span: { it: 'una settimana dall’ultimo uso', en: 'a week from the last use' },
  },
  api_keys: {
    about: 'nobody',
    columns: 'id hash label role expires_at revoked at',
    what: {
      it: 'le chiavi dei programmi: a che cosa servono, il ruolo, e della chiave solo l’impronta',
      en: 'keys of programs: what they are for, the role, and of the key only the hash',
    },
    why: access,
  },
  audit: {
    about: 'staff',
    columns: 'at who via action what',
    what: {
      it: 'chi ha caricato, annullato, scaricato, scritto o deciso che cosa, e quando',
      en: 'who loaded, revoked, took away, wrote or decided what, and when',
    },
    why: { it: 'rispondere di ciò che è stato fatto', en: 'answering for what was done' },
  },
  migrations: {
    about: 'nobody',
    columns: 'name applied_at',
    what: { it: 'la versione delle tabelle', en: 'the version of the tables' },
    why: { it: 'aggiornare il programma', en: 'updating the program' },
  },
};

/** Questions that are kept as tables would be; they hold nothing of their own. */
export const VIEWS = ['channel_days', 'channel_months', 'sealed'];

/** What stands in the data folder beside the tables. */
export const FILES: Readonly<Record<string, Words>> = {
  'comune.json': {
    it: 'le impostazioni: tra esse i nomi con cui l’ufficio scrive nelle chat e gli indirizzi di chi riceve la relazione, finché il Comune li tiene',
    en: 'the settings: among them the names the office writes under in chats and the addresses that get the report, as long as the town keeps them',
  },
  secret: {
    it: 'il segreto delle impronte di righe e numeri di pratica',
    en: 'the secret behind the hashes of rows and numbers of practices',
  },
  'visitor-keys': {
    it: 'un segreto per ogni mese di visite, distrutto quando il mese viene chiuso: da allora nessuno può rifare le impronte dei visitatori',
    en: 'a secret for each month of visits, destroyed when the month is sealed: from then on nobody can make the visitors’ hashes again',
  },
  engine: {
    it: 'le tabelle di questo elenco e il registro del motore',
    en: 'the tables of this list and the log of the engine',
  },
  loading: {
    it: 'quale processo sta caricando che cosa, finché carica',
    en: 'which process is taking in what, for as long as it does',
  },
  pull: {
    it: 'le cifre giornaliere prese da Matomo, senza persone',
    en: 'the daily figures fetched from Matomo, without persons',
  },
};
