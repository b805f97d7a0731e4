// SPDX-License-Identifier: AGPL-3.0-or-later
// What Matomo calls its columns, and which of its exports are no daily visits summary. Column names are raw (nb_visits)
// or translated; what Italian lacks stays English, so one header may speak both. German: the province of Bolzano.
import { shown, shownList } from '../mask.ts';
import type { Start } from '../source.ts';
import { columnName } from '../table.ts';

/** Our metrics by the names their columns have in exports. */
export const METRICS: Readonly<Record<string, readonly string[]>> = {
  actions: ['nb actions', 'actions', 'azioni', 'azioni nel sito', 'aktionen'],
  visits: ['nb visits', 'visits', 'visite', 'besuche'],
  unique_visitors: ['nb uniq visitors', 'unique visitors', 'visitatori unici', 'eindeutige besucher'],
  users: ['nb users', 'users', 'utenti', 'benutzer'],
  page_views: ['nb pageviews', 'pageviews', 'visualizzazioni pagina', 'seitenansichten'],
  downloads: ['nb downloads', 'downloads', 'download'],
  outlinks: ['nb outlinks', 'outlinks', 'link in uscita', 'ausgehende verweise'],
  searches: ['nb searches', 'searches', 'ricerche', 'suchen'],
};

export const DATE = ['date', 'data', 'datum'];
export const SITE = ['idsite', 'id sito'];
const LABEL = ['label', 'etichetta', 'bezeichnung'];
const ADDRESS = 'visitip';
const OTHERS = [
  'nb visits converted',
  'bounce count',
  'bounces',
  'rimbalzi',
  'sum visit length',
  'max actions',
  'bounce rate',
  '% rimbalzi',
  'nb actions per visit',
  'actions per visit',
  'azioni per visita',
  'avg time on site',
  'nb hits',
  ADDRESS,
];
const KNOWN = new Set([...Object.values(METRICS).flat(), ...SITE, ...OTHERS]);

/** How many marks of Matomo a file has, whatever export it is: those we cannot use are refused with the reason. */
export function marksOfMatomo({ lines, rows }: Start): number {
  if (EMPTY.test(lines[0] ?? '') || FAILED.test(lines[0] ?? '')) return 1;
  const [first = 0, ...later] = rows.map(
    (row) => row.map(columnName).filter((name) => KNOWN.has(name)).length,
  );
  if (first >= 2) return first;
  const names = (rows[0] ?? []).map(columnName);
  const list = names.some((name, place) => LABEL.includes(name) && (place === 0 || first > 0));
  // A report sent by e-mail holds many tables, each under a title.
  const mailed = later.some((marks) => marks >= 2) && lines.some((line) => line.includes('nb_visits'));
  return list || mailed ? 1 : 0;
}

const EMPTY = /^\uFEFF?"?(?:No data available|Nessun dato disponibile)/i;
const FAILED = /^\uFEFF?"?Error: /;
const HOW =
  'In Matomo scegli il periodo «Giorno» e un intervallo di date ed esporta «Riepilogo delle visite» in CSV, ' +
  'oppure usa il comando: affluenza pull matomo.';

/** Why an export is not taken in, from its first row; nothing for a daily visits summary. */
export function refusal(header: readonly string[]): string | undefined {
  const text = header.join(',').trim();
  if (EMPTY.test(text))
    return 'Matomo dice che per quel periodo non ha dati ("No data available"): non è uno zero, e non si carica nulla.';
  if (FAILED.test(text))
    return "Matomo ha risposto con un errore, scritto nella prima riga del file. Correggi l'esportazione e ripetila.";
  const names = header.map(columnName);
  if (names.includes(ADDRESS))
    return `è il registro delle singole visite, con indirizzi e altri dati personali: non si carica. ${HOW}`;
  if (names.some((name) => LABEL.includes(name)))
    return `è un elenco (pagine, contenuti, provenienze): gli elenchi di Matomo per ora non si contano. ${HOW}`;
  if (!names.some((name) => KNOWN.has(name)))
    return `è un rapporto con più tabelle, senza giorni, come quelli che Matomo manda per e-mail. ${HOW}`;
  if (!names.some((name) => DATE.includes(name)))
    return `manca la colonna della data: è il riepilogo di un solo periodo. ${HOW}`;
  if (!Object.values(METRICS).some((known) => known.some((name) => names.includes(name))))
    return `non c'è nessuna colonna da contare (visite, azioni). Le colonne del file sono: ${shownList(header)}. ${HOW}`;
  return undefined;
}

const PERIODS: readonly [RegExp, string][] = [
  [/\d{4}-\d{2}-\d{2}.+\d{4}-\d{2}-\d{2}/, 'una settimana o un altro intervallo'],
  [/^\d{4}-\d{2}$/, 'un mese'],
  [/^\d{4}$/, 'un anno'],
];

/** Why a date of an export is of no use: it is a week, a month, a year. Nothing for anything else. */
export function notDaily(date: string): string | undefined {
  const period = PERIODS.find(([pattern]) => pattern.test(date))?.[1];
  return period && `una riga è ${period} ("${shown(date)}"), ma servono i giorni. ${HOW}`;
}
