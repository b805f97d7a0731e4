// SPDX-License-Identifier: AGPL-3.0-or-later
import { channelCode } from '../../sql/channels.ts';
import type { Settings } from '../../sql/settings.ts';
import { isBlank, label } from '../cells.ts';
import { type CivilTime, civilTime } from '../civil.ts';
import { BadRow, type Context, type RowSource, type Translation } from '../source.ts';
import { columnName, type NamedRow, namedTable } from '../table.ts';

/** How an entry came in, by the words that registers use, and the channel on which it is a contact. */
const MEANS: readonly { means: string; channel: string; metric?: string; words: RegExp }[] = [
  {
    means: 'pec',
    channel: 'email',
    words: /\b(?:pec|posta (?:elettronica )?cert\w*|interoperabilit\S*|domicilio digitale)/,
  },
  { means: 'e-mail', channel: 'email', words: /\b(?:e-?mail|mail|peo|posta elettronica)\b/ },
  {
    means: 'portale',
    channel: 'practice',
    metric: 'applications',
    words: /\b(?:web|portale|on-?line|telematic\w*|suap|app io|servizi digitali)\b/,
  },
  {
    means: 'sportello',
    channel: 'desk',
    words: /\b(?:sportello|a mano|brevi manu|diretta|di persona|urp)\b/,
  },
  { means: 'fax', channel: 'fax', words: /\bfax\b/ },
  {
    means: 'posta',
    channel: 'posta',
    words: /\b(?:post[ae]|raccomandata|racc|lettera|cartace[oa]|corriere|piego|prioritaria|ordinaria)\b/,
  },
];

const INCOMING = /^(?:e|a|in|entrata|in entrata|arrivo|in arrivo|ingresso|in ingresso|entrante|ricevuto)$/;
const OTHERS =
  /^(?:u|p|i|out|int|uscita|in uscita|partenza|in partenza|uscente|spedito|interno|interna|tra uffici)$/;
const NOT_ANNULLED = /^(?:|n|no|false|falso|0|-|attivo|attiva|valido|valida|registrato|registrata)$/;
const LINES_ABOVE = 20;

const table = namedTable({
  name: 'protocol',
  title: 'registro di protocollo',
  identity: 'complete',
  metrics: ['documents', 'applications'],
  // What comes through a portal stands, as a rule, in a list of practices too: counted here as well, it counts twice.
  counted: ['documents'],
  vouches: () => 'span',
  columns: {
    number: {
      names: [
        'numero',
        'numero protocollo',
        'n. protocollo',
        'n.protocollo',
        'num. protocollo',
        'protocollo',
        'n. prot.',
        'n.prot.',
        'nr. protocollo',
        'numero di protocollo',
        'numero registrazione',
      ],
      required: true,
    },
    day: {
      names: [
        'data registrazione',
        'data di registrazione',
        'data e ora registrazione',
        'data e ora di registrazione',
        'data protocollo',
        'data di protocollo',
        'data protocollazione',
        'data prot.',
        'data',
      ],
      required: true,
    },
    direction: {
      names: [
        'verso',
        'e/u',
        'e/u/i',
        'a/p',
        'tipo protocollo',
        'tipo registrazione',
        'tipo di protocollo',
        'direzione',
        'flusso',
        'entrata/uscita',
        'arrivo/partenza',
        'tipo',
      ],
      required: true,
    },
    means: {
      names: [
        'mezzo',
        'tipo spedizione',
        'tipo di spedizione',
        'mezzo di spedizione',
        'mezzo spedizione',
        'mezzo di trasmissione',
        'mezzo trasmissione',
        'modalità di ricezione',
        'modalità ricezione',
        'modalità di invio',
        'canale',
        'vettore',
      ],
      required: true,
    },
    year: { names: ['anno', 'anno protocollo', 'anno prot.'] },
    register: { names: ['registro', 'codice registro', 'aoo', 'cod. registro'] },
    topic: {
      names: [
        'classificazione',
        'classifica',
        'titolario',
        'titolo/classe',
        'voce di titolario',
        'cod. classificazione',
      ],
    },
    annulled: { names: ['annullato', 'annullata', 'annullamento', 'data annullamento', 'annull.', 'stato'] },
  },
  distinctive: [
    'verso',
    'e/u',
    'e/u/i',
    'a/p',
    'data registrazione',
    'data di registrazione',
    'data protocollo',
    'numero protocollo',
    'n. protocollo',
    'tipo protocollo',
    'registro',
    'arrivo/partenza',
    'entrata/uscita',
  ],
  open: ({ settings, hash }) => {
    const seen = new Map<string, string>();
    return { take: (row) => takeEntry(settings, hash, seen, row) };
  },
});

/** The register of what came in and went out. Whom it came from and what it is about are not read. */
export const protocol: RowSource = belowTitles(table);

function takeEntry(
  settings: Settings,
  hash: Context['hash'],
  seen: Map<string, string>,
  row: NamedRow,
): Translation {
  const time = readTime(row.day ?? '');
  const { day } = time;
  const register = label(row.register ?? '');
  const key = `${register} ${readNumber(row, day)}`;
  const direction = columnName(row.direction ?? '').replace(/\.$/, '');
  if (!INCOMING.test(direction) && !OTHERS.test(direction))
    throw unread('verso', 'verso non riconosciuto: si scrive E, U o I (entrata, uscita, interno)');
  if (!NOT_ANNULLED.test(columnName(row.annulled ?? ''))) return { table: null, class: 'annullati', day };
  if (OTHERS.test(direction)) return { table: null, class: 'in uscita o interni', day };
  const before = seen.get(key);
  if (before !== undefined && before !== day)
    throw new BadRow(
      'numero',
      row.number?.trim() ?? '',
      `numero già presente in questo file, con la data ${before}`,
    );
  if (before !== undefined) return { table: null, class: 'righe ripetute (stesso numero, più uffici)', day };
  seen.set(key, day);
  return received(settings, register, time, row, hash(key));
}

/** An incoming entry is a contact on the channel that its means belongs to, if the town has that channel. */
function received(
  settings: Settings,
  register: string,
  time: CivilTime,
  row: NamedRow,
  key: bigint,
): Translation {
  const written = columnName(row.means ?? '');
  const found = MEANS.find(({ words }) => words.test(written));
  const channel = found?.channel && channelCode(settings, found.channel);
  if (!found || !channel) {
    const other = written === '' ? 'arrivati, mezzo non indicato' : 'arrivati con altro mezzo';
    return { table: null, class: found ? `arrivati per ${found.means}` : other, day: time.day };
  }
  return {
    table: 'contacts',
    scope: register,
    channel,
    ...time,
    metric: found.metric ?? 'documents',
    platform: found.means,
    topic: label(row.topic ?? ''),
    count: 1,
    key,
  };
}

/** Year and number; the year may stand in a column, before the number, behind it, or only in the date. */
function readNumber(row: NamedRow, day: string): string {
  const text = (row.number ?? '').trim();
  const parts = text.replace(/\.(?=\d{3}\b)/g, '').split(/\s*[/\\-]\s*/);
  if (text === '') throw unread('numero', 'manca il numero di protocollo');
  const year = day.slice(0, 4);
  const named = parts.length === 1 ? undefined : (parts.find((part) => part === year) ?? parts.find(isYear));
  const number = parts.length === 1 ? text.replace(/\./g, '') : parts[parts[0] === named ? 1 : 0];
  if (parts.length > 2 || (parts.length === 2 && !named) || !/^\d{1,10}$/.test(number ?? ''))
    throw unread(
      'numero',
      'numero di protocollo non riconosciuto: si scrive 1234, 2020/0001234 o 0001234/2020',
    );
  const wrong = [named, row.year?.trim()].find((said) => said && said !== year);
  if (wrong) throw unread('numero', `l'anno del numero non è quello della data, ${year}`);
  return `${year}/${Number(number)}`;
}

function isYear(part: string): boolean {
  return /^(?:19|20)\d\d$/.test(part);
}

/** A cell that was shifted by a stray separator may hold anybody's name: only dates and numbers are ever shown. */
function readTime(text: string): CivilTime {
  try {
    return civilTime('data', text);
  } catch (error) {
    if (error instanceof BadRow && /\p{L}/u.test(text)) throw unread('data', error.message);
    throw error;
  }
}

function unread(column: string, reason: string): BadRow {
  return new BadRow(column, '', reason);
}

/** Registers are printed with a title above their columns. */
function belowTitles(source: RowSource): RowSource {
  const marks = (row: readonly string[]) => source.recognizes({ lines: [], rows: [row] });
  return {
    ...source,
    recognizes: ({ rows }) => Math.max(0, ...rows.slice(0, LINES_ABOVE).map(marks)),
    open: (context) => {
      const translator = source.open(context);
      let above: (readonly string[])[] | undefined = [];
      return {
        vouches: translator.vouches,
        end: () => {
          // Nothing like a heading was found: the first row says which columns are missing.
          if (above?.[0]) translator.take(above[0], 1);
          return translator.end?.() ?? [];
        },
        take: (row, line) => {
          if (isBlank(row)) return undefined;
          if (above === undefined) return translator.take(row, line);
          above.push(row);
          if (marks(row) === 0 && above.length < LINES_ABOVE) return undefined;
          const header = marks(row) > 0 ? row : (above[0] ?? row);
          above = undefined;
          return translator.take(header, line);
        },
      };
    },
  };
}
