// SPDX-License-Identifier: AGPL-3.0-or-later
// Proposes a mapping from what stands in a file's own columns; a person reads it before it is used.
import { basename } from 'node:path';
import { channelCode } from '../sql/channels.ts';
import type { Settings } from '../sql/settings.ts';
import { dayNumber } from '../sql/vocabulary.ts';
import { isBlank, italianCount } from './cells.ts';
import { staleDays } from './mapping-counters.ts';
import { dateReader } from './mapping-dates.ts';
import { LINES_ABOVE, type MappingFile } from './mapping-file.ts';
import { findLayout, type Layout } from './read.ts';
import { findDelimiter, readRows } from './read-rows.ts';
import { JSON_BEGINS } from './recognize.ts';
import { BadFile, BadRow } from './source.ts';
import { columnName } from './table.ts';

/** A mapping, and what a person has to look at before it is used. */
export interface Proposal {
  mapping: MappingFile;
  notes: string[];
}

const MOST_ROWS = 20_000;
const DAYS = [
  'yyyy-MM-dd',
  'dd/MM/yyyy',
  'dd-MM-yyyy',
  'dd.MM.yyyy',
  'dd/MM/yy',
  'yyyyMMdd',
  'd MMMM yyyy',
  'MM/dd/yyyy',
  'MM/dd/yy',
];
const TIMES = ['', ' HH:mm', ' HH:mm:ss', ' HH.mm', "'T'HH:mm:ss", "'T'HH:mm:ssXXX", "'T'HH:mm:ss.SSSXXX"];
const MONTHS = ['yyyy-MM', 'MM/yyyy', 'MMMM yyyy', 'yyyyMM', 'yyyy M', 'yyyy MMMM'];
const READERS = new Map(
  [...DAYS.flatMap((day) => TIMES.map((time) => day + time)), ...MONTHS].map((format) => [
    format,
    dateReader(format),
  ]),
);

const PERSONAL =
  /nome|cognome|mittente|destinatario|richiedente|utente|oggetto|fiscale|indirizzo|e-?mail|cellulare|telefono|iban/;
const NO_COUNT = /%|percent|^id\b|codice|^anno$|^mese$|\bcap\b|^numero (?:pratica|protocollo)|settimana/;
const PLATFORM = /^(?:piattaforma|platform|strumento|social|rete|mezzo)$/;
const TOPIC = /^(?:argomento|tema|topic|categoria|tipologia|motivo|servizio)$/;
const KEY = /^(?:id|numero|n\.?|ticket|codice|chiave|numero pratica|numero protocollo)$/;

/** A column of the file; its cells stand in the order of the rows. */
interface Column {
  name: string;
  cells: readonly string[];
}

/** What was found out about a file. */
interface Found {
  columns: Column[];
  /** One column, or several whose cells are read together. */
  day: Pick<Column, 'cells'> & { name: string | string[] };
  format: string;
  /** The other formats in which every date exists too. */
  alternatives: string[];
}

/** Proposes a mapping for a file. @throws BadFile when no column of it holds dates. */
export async function proposeMapping(file: string, settings: Settings): Promise<Proposal> {
  const found = findTable(await firstRows(file));
  const others = found.columns.filter(({ name }) => name !== found.day.name && name !== '');
  const counts = others.filter(isCount);
  const counters = counts.flatMap((count) => counterOf(found, count) ?? []);
  const cumulative = counters.length > 0 && counters.length === counts.length;
  const channel = channelOf(settings, others, counts);
  const mapping: MappingFile = {
    name: sourceName(file),
    day: { column: found.day.name, format: found.format },
    ...channel,
    ...wordsOf(others),
    ...(counts.length > 0
      ? { counts: counts.map(({ name }) => countOf(settings, name, counts.length)) }
      : keyOf(others)),
    ...(cumulative && cumulativeOf(counters)),
  };
  return {
    mapping,
    notes: [...notesOfChannel(settings, channel), ...notesOf(found, others, counts, cumulative)],
  };
}

async function firstRows(file: string): Promise<string[][]> {
  const { layout, sample } = await findLayout(file);
  const { workbook } = layout;
  if (JSON_BEGINS.test(sample))
    throw new BadFile('è un file JSON: una mappatura spiega tabelle (.csv, .xlsx, .ods)');
  const chosen: Layout = workbook
    ? { ...layout, workbook: workbook.only(workbook.sheets.slice(0, 1)) }
    : layout;
  const rows: string[][] = [];
  for await (const batch of readRows(file, chosen, findDelimiter(sample), () => {})) {
    rows.push(...batch.map(({ record }) => record).filter((row) => !isBlank(row)));
    if (rows.length >= MOST_ROWS) break;
  }
  return rows;
}

/** The heading is the first row below which a column holds dates. */
function findTable(rows: readonly string[][]): Found {
  for (const [at, header] of rows.slice(0, LINES_ABOVE).entries()) {
    const below = rows.slice(at + 1).filter((row) => row.length === header.length);
    const columns = header.map((name, place) => ({
      name: name.replace(/^\uFEFF/, '').trim(),
      cells: below.map((row) => (row[place] ?? '').trim()),
    }));
    for (const day of columns.filter(({ name }) => /\p{L}/u.test(name))) {
      const [format, ...alternatives] = formatsOf(day);
      if (format) return { columns, day, format, alternatives };
    }
    const months = yearAndMonth(columns);
    if (months) return months;
  }
  throw new BadFile('nessuna colonna contiene date: senza data i contatti non si possono contare');
}

/** Totals of months, with the year and the month in a column each. */
function yearAndMonth(columns: readonly Column[]): Found | undefined {
  const [year, month] = ['anno', 'mese'].map((wanted) =>
    columns.find(({ name }) => columnName(name) === wanted),
  );
  if (!year || !month) return undefined;
  const cells = year.cells.map((cell, row) => `${cell} ${month.cells[row]}`);
  const day = { name: [year.name, month.name], cells };
  const [format] = formatsOf(day);
  const others = columns.filter((column) => column !== year && column !== month);
  return format ? { columns: others, day, format, alternatives: [] } : undefined;
}

/** The formats that nearly every date fits: a few may be mistyped, or the row be one of totals. */
function formatsOf(column: Pick<Column, 'cells'>): string[] {
  const cells = filled(column);
  if (cells.length < column.cells.length * 0.8) return [];
  const likely = [...READERS.keys()].filter((format) => share(cells.slice(0, 50), fits(format)) > 0.8);
  const shares = likely.map((format) => ({ format, share: share(cells, fits(format)) }));
  const best = Math.max(0.9, ...shares.map((each) => each.share));
  return shares.filter((each) => each.share === best).map(({ format }) => format);
}

function fits(format: string): (cell: string) => boolean {
  // A year of two digits is no year of four, though date-fns would take it for one.
  const year = /yyyy/.test(format) ? /\d{4}/ : /^\d{1,2}\D\d{1,2}\D\d{2}(?!\d)/;
  return (cell) => year.test(cell) && succeeds(() => READERS.get(format)?.read('', cell));
}

function dayOf({ format }: Found, cell: string): number | undefined {
  if (!fits(format)(cell)) return undefined;
  return dayNumber(READERS.get(format)?.read('', cell).day ?? '') ?? undefined;
}

function isCount(column: Column): boolean {
  return !NO_COUNT.test(columnName(column.name)) && share(filled(column), isWhole) > 0.9;
}

function isWhole(cell: string): boolean {
  return succeeds(() => italianCount('', cell));
}

/** The readings of a column by day, if it only goes up, day after day: nobody's daily counts do that. */
function counterOf(found: Found, count: Column): Map<number, { count: number }> | undefined {
  const readings = new Map<number, { count: number }>();
  for (const [at, cell] of found.day.cells.entries()) {
    const day = dayOf(found, cell);
    const text = count.cells[at] ?? '';
    if (day !== undefined && isWhole(text)) readings.set(day, { count: italianCount('', text) });
  }
  const inOrder = [...readings].sort(([a], [b]) => a - b).map(([, reading]) => reading.count);
  const drops = inOrder.filter((value, at) => at > 0 && value < (inOrder[at - 1] ?? 0)).length;
  const grows = drops <= inOrder.length * 0.02 && Math.max(...inOrder) > (inOrder[0] ?? 0);
  return grows && readings.size >= 10 && readings.size > filled(count).length * 0.9 ? readings : undefined;
}

/** Where days on which nothing moves are rare, they are days on which nobody read the counters. */
function cumulativeOf(counters: readonly Map<number, { count: number }>[]): Partial<MappingFile> {
  const stale = staleDays(counters).size;
  const rare = stale > 0 && stale < (counters[0]?.size ?? 0) * 0.05;
  return { cumulative: true, ...(rare && { repeated: 'missing' as const }) };
}

function channelOf(
  settings: Settings,
  others: readonly Column[],
  counts: readonly Column[],
): Pick<MappingFile, 'channel'> {
  const column = others.find(
    (each) => share(filled(each), (cell) => channelCode(settings, cell) !== undefined) > 0.9,
  );
  if (column) return { channel: { column: column.name } };
  if (counts.length > 0 && counts.every(({ name }) => channelCode(settings, name))) return {};
  return { channel: '?' };
}

function countOf(
  settings: Settings,
  name: string,
  howMany: number,
): NonNullable<MappingFile['counts']>[number] {
  const channel = channelCode(settings, name);
  if (channel) return { column: name, channel };
  return howMany === 1 ? { column: name } : { column: name, platform: name.toLowerCase() };
}

function wordsOf(others: readonly Column[]): Pick<MappingFile, 'platform' | 'topic'> {
  const platform = others.find(({ name }) => PLATFORM.test(columnName(name)));
  const topic = others.find(({ name }) => TOPIC.test(columnName(name)));
  return {
    ...(platform && { platform: { column: platform.name } }),
    ...(topic && { topic: { column: topic.name } }),
  };
}

function keyOf(others: readonly Column[]): Pick<MappingFile, 'key'> {
  const isKey = (column: Column) =>
    KEY.test(columnName(column.name)) && new Set(filled(column)).size > column.cells.length * 0.95;
  const key = others.find(isKey);
  return key ? { key: key.name } : {};
}

function notesOfChannel(settings: Settings, { channel }: Pick<MappingFile, 'channel'>): string[] {
  const codes = settings.channels.map(({ code }) => code).join(', ');
  return channel === '?' ? [`il canale non si capisce: al posto di "?" scrivi uno di ${codes}`] : [];
}

function notesOf(
  found: Found,
  others: readonly Column[],
  counts: readonly Column[],
  cumulative: boolean,
): string[] {
  const cells = filled(found.day);
  const days = new Set(cells.flatMap((cell) => dayOf(found, cell) ?? []));
  const isMonthly = READERS.get(found.format)?.unit === 'month';
  const unread = others.filter((column) => !counts.includes(column));
  const personal = unread.filter(({ name }) => PERSONAL.test(columnName(name)));
  const fractions = unread.filter(
    (column) => share(filled(column), (cell) => /^\d+[.,]\d+$/.test(cell)) > 0.5,
  );
  const notes: [boolean, string][] = [
    [
      found.alternatives.length > 0,
      `le date si leggono anche come ${found.alternatives.join(', ')}: controlla "format"`,
    ],
    [
      isMonthly,
      'le date sono mesi: ogni numero è preso come totale del mese, che si vede per mese e non entra nei confronti',
    ],
    [
      !isMonthly && isSpaced([...days]),
      'le date non sono una per giorno: se i numeri sono di una settimana o di un mese, questa tabella non va caricata',
    ],
    [counts.length === 0, 'nessuna colonna di conteggi: ogni riga vale un contatto'],
    [fractions.length > 0, `colonne con numeri non interi, che non sono contatti: ${namesOf(fractions)}`],
    [
      cumulative,
      'le colonne crescono sempre: sono prese per contatori ("cumulative"). Se sono conteggi del giorno, toglilo; "read" dice se si leggono la sera ("evening") o la mattina ("morning")',
    ],
    [
      counts.length > 0 && !isMonthly && days.size < cells.length * 0.9,
      'più righe per giorno: se vanno sommate, scrivi in "key" le colonne che le distinguono; le righe di totale si tolgono con "except"',
    ],
    [
      personal.length > 0,
      `colonne con possibili dati personali, che non vengono lette: ${namesOf(personal)}`,
    ],
  ];
  return notes.filter(([applies]) => applies).map(([, note]) => note);
}

function namesOf(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(', ');
}

/** Whether days lie a week or a month apart, as the ends of periods do. */
function isSpaced(days: readonly number[]): boolean {
  const inOrder = days.toSorted((a, b) => a - b);
  const gaps = inOrder.slice(1).map((day, at) => day - (inOrder[at] ?? 0));
  return gaps.length >= 2 && gaps.every((gap) => gap >= 6);
}

function sourceName(file: string): string {
  const name = basename(file)
    .toLowerCase()
    .replace(/\.[a-z0-9]+$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  return name.length < 2 ? 'tabella' : name;
}

function filled({ cells }: Pick<Column, 'cells'>): string[] {
  return cells.filter((cell) => cell !== '');
}

function share(cells: readonly string[], holds: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

function succeeds(act: () => unknown): boolean {
  try {
    return act() !== undefined;
  } catch (error) {
    if (error instanceof BadRow) return false;
    throw error;
  }
}
