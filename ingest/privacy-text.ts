// SPDX-License-Identifier: AGPL-3.0-or-later
// The draft for the register of processing, from the tables and settings as they really are.
import { existsSync, readdirSync } from 'node:fs';
import type { Database } from '../sql/client.ts';
import type { Settings } from '../sql/settings.ts';
import { FILES, type Kept, type Language, TABLES, VIEWS } from './privacy-register.ts';
import { sealedMonths } from './retention.ts';

const SAID = {
  it: {
    title: (name: string) => `Registro dei trattamenti (GDPR, art. 30): bozza per ${name}`,
    purpose:
      'Scopo: sapere quanti contatti arrivano al Comune, per quali canali e quando. Base: compito di interesse pubblico (art. 6.1.e), da confermare dal titolare.',
    never:
      'Non si conservano mai nomi, indirizzi, e-mail, numeri di telefono, codici fiscali, IBAN, indirizzi IP, user agent né testi di messaggi dei cittadini. Un nome scritto in una colonna di argomenti, o nell’indirizzo di una pagina pubblica, non si distingue da un’altra parola.',
    groups: {
      people: 'Righe sulle persone, senza identità',
      staff: 'Nomi di chi lavora in Comune',
      nobody: 'Nessun dato di persone',
    },
    why: 'perché',
    long: 'per quanto',
    months: (n: number) => `${n} mesi da quando il file è stato caricato, poi cancellate`,
    ever: 'senza scadenza',
    columns: 'colonne',
    sealed: (n: number) => `Mesi chiusi, le cui righe sono già state cancellate: ${n}`,
    files: 'Nella cartella dei dati',
    who: 'Chi vede: le righe solo chi ha accesso al computer e alla cartella; i totali chi apre le pagine, con i numeri piccoli di pratiche e contatti nascosti (meno di',
    open: (isOpen: boolean) =>
      `Dati aperti: ${isOpen ? 'i totali sono pubblicati in /opendata/' : 'non sono pubblicati'}`,
    outside: 'Destinatari esterni, trasferimenti fuori dall’Unione europea: nessuno da parte del programma.',
    unknown: 'NON DESCRITTO: aggiorna il programma',
  },
  en: {
    title: (name: string) => `Record of processing activities (GDPR, art. 30): draft for ${name}`,
    purpose:
      'Purpose: knowing how many contacts reach the town hall, through which channels and when. Basis: task in the public interest (art. 6.1.e), to be confirmed by the controller.',
    never:
      'Never kept are citizens’ names, addresses, e-mail addresses, telephone numbers, fiscal codes, IBANs, IP addresses, user agents or texts of messages. A name written in a column of topics, or in the address of a public page, cannot be told from another word.',
    groups: {
      people: 'Rows about people, without identity',
      staff: 'Names of people who work here',
      nobody: 'No data of persons',
    },
    why: 'why',
    long: 'how long',
    months: (n: number) => `${n} months from when the file was taken in, then deleted`,
    ever: 'without end',
    columns: 'columns',
    sealed: (n: number) => `Sealed months, whose rows are already deleted: ${n}`,
    files: 'In the data folder',
    who: 'Who sees it: rows, only who has access to the computer and the folder; totals, who opens the pages, with small numbers of practices and contacts hidden (fewer than',
    open: (isOpen: boolean) =>
      `Open data: ${isOpen ? 'totals are published at /opendata/' : 'not published'}`,
    outside: 'Recipients outside, transfers outside the European Union: none by the program.',
    unknown: 'NOT DESCRIBED: update the program',
  },
} as const;

/** What is kept, why, for how long, where and for whom. */
export async function privacyText(
  database: Database,
  settings: Settings,
  dataDirectory: string,
  language: Language,
): Promise<string> {
  const said = SAID[language];
  const found = await database.ask<{ table: string; columns: string[] }>('retention/columns.sql', {
    database: database.name,
  });
  const tables = found.filter(({ table }) => !VIEWS.includes(table));
  const groups = (['people', 'staff', 'nobody'] as const).flatMap((about) => [
    '',
    said.groups[about],
    ...tables
      .filter(({ table }) => TABLES[table]?.about === about)
      .flatMap(({ table, columns }) => tableLines(table, columns, TABLES[table]!, settings, language)),
  ]);
  const others = tables
    .filter(({ table }) => !TABLES[table])
    .map(({ table }) => `  ${table}: ${said.unknown}`);
  return [
    said.title(settings.name),
    '',
    said.purpose,
    said.never,
    ...groups,
    ...others,
    '',
    said.sealed((await sealedMonths(database)).length),
    `${said.who} ${settings.suppressionThreshold}).`,
    `${said.open(settings.openData)}.`,
    said.outside,
    '',
    `${said.files} (${dataDirectory})`,
    ...fileLines(dataDirectory, language),
  ].join('\n');
}

function tableLines(
  table: string,
  columns: readonly string[],
  kept: Kept,
  { retention }: Settings,
  language: Language,
): string[] {
  const said = SAID[language];
  const months = kept.months && retention[kept.months];
  const known = kept.columns.split(' ');
  const named = columns.map((column) => (known.includes(column) ? column : `${column} (${said.unknown})`));
  return [
    `  ${table}: ${kept.what[language]}`,
    `    ${said.why}: ${kept.why[language]}`,
    `    ${said.long}: ${kept.span?.[language] ?? (months ? said.months(months) : said.ever)}`,
    `    ${said.columns}: ${named.join(', ')}`,
  ];
}

function fileLines(dataDirectory: string, language: Language): string[] {
  const there = existsSync(dataDirectory) ? readdirSync(dataDirectory) : [];
  return there.sort().map((file) => `  ${file}: ${FILES[file]?.[language] ?? SAID[language].unknown}`);
}
