// SPDX-License-Identifier: AGPL-3.0-or-later
// Finds the heading of an office's table, below its titles, and what each column of it holds.
import { type NamedChannels, usualChannels } from '../../sql/channels.ts';
import { isNoValue, italianCount } from '../cells.ts';
import type { Start } from '../source.ts';
import {
  headingPlace,
  isCountHeading,
  isLeftOut,
  type LabelKind,
  labelKind,
  type Place,
  titlePlace,
} from './office-table-labels.ts';

/** One column: labels of the rows, numbers, what is known to be neither, or a heading nobody knows. */
export type Column =
  | { role: 'label'; heading: string; kind: LabelKind }
  | { role: 'count'; heading: string; place: Place }
  | { role: 'left out' | 'unknown'; heading: string };

export type Header = readonly Column[];

export const MOST_TITLES = 30;

const SMALL_NUMBER = /^\d{1,3}(?:[.\s]?\d{3})?(?:[.,]\d+)?$/;

/** The columns, when a row is the heading of a table; a second heading has to name the labels below it. */
export function readHeader(
  settings: NamedChannels,
  row: readonly string[],
  again: boolean,
): Header | undefined {
  const columns = demotePlain(row.map((cell, at) => columnOf(settings, cell.trim(), at)));
  const places = columns.flatMap((column) => (column.role === 'count' ? [column.place] : []));
  const kinds = columns.flatMap((column) => (column.role === 'label' ? [column.kind] : []));
  const named = kinds.filter((kind) => kind !== 'any');
  if (kinds.length === 0 || places.length === 0) return undefined;
  if (named.length === 0 && (again || places.length < 2)) return undefined;
  const keys = new Set(places.map((place) => Object.keys(place).sort().join()));
  // A title may look like a heading: «Anno | 2020», «Telefono | Marzo».
  const [only = ''] = keys;
  return keys.size === 1 && !kinds.some((kind) => only.split(',').includes(kind)) ? columns : undefined;
}

/** The numbers of a row, each with the place of its column. @throws BadRow for one that is no count. */
export function* countsOf(header: Header, row: readonly string[]): Generator<[number, number]> {
  for (const [at, column] of header.entries()) {
    const cell = row[at] ?? '';
    if (column.role === 'count' && !isNoValue(cell)) yield [at, italianCount(column.heading, cell)];
  }
}

const anyTown: NamedChannels = { channels: usualChannels() };

/** How much of the beginning of a file is an office's table, by the usual names of channels. */
export function officeTableMarks({ rows }: Start): number {
  const at = rows.slice(0, MOST_TITLES).findIndex((row) => readHeader(anyTown, row, false));
  const header = readHeader(anyTown, rows[at] ?? [], false);
  if (!header || !saysChannel(header, titlePlace(anyTown, rows.slice(0, at).flat()))) return 0;
  const counts = header.flatMap(({ role }, place) => (role === 'count' ? [place] : []));
  const cells = rows.slice(at + 1).flatMap((row) => counts.map((place) => (row[place] ?? '').trim()));
  // The same heading may stand over the telephone numbers of a list of people.
  const counted = cells.filter((cell) => SMALL_NUMBER.test(cell) || isNoValue(cell));
  const labels = header.filter(({ role }) => role === 'label');
  return counted.length < cells.length * 0.8 ? 0 : 2 * counts.length + labels.length;
}

/** Tables with a topic or a platform, and those with a day, a channel and a count a row, are other sources'. */
function saysChannel(header: Header, title: Place): boolean {
  if (
    header.some(({ heading }) => /^(?:topic|argomento|tema|piattaforma|platform|strumento)$/i.test(heading))
  )
    return false;
  const kinds = header.flatMap((column) => (column.role === 'label' ? [column.kind] : []));
  const places = header.flatMap((column) => (column.role === 'count' ? [column.place] : []));
  if (title.channel || places.some(({ channel }) => channel)) return true;
  return kinds.includes('channel') && (kinds.includes('month') || places.every(({ month }) => month));
}

function columnOf(settings: NamedChannels, heading: string, at: number): Column {
  const kind = labelKind(heading) ?? (heading === '' && at === 0 ? 'any' : undefined);
  if (kind) return { role: 'label', heading, kind };
  const place = headingPlace(settings, heading) ?? (isCountHeading(heading) ? {} : undefined);
  if (place) return { role: 'count', heading, place };
  return { role: isLeftOut(heading) ? 'left out' : 'unknown', heading };
}

/** Beside columns that name a channel or a month, a plain «numero» is nobody's number. */
function demotePlain(columns: Column[]): Column[] {
  const isPlain = (column: Column) => column.role === 'count' && Object.keys(column.place).length === 0;
  if (columns.every((column) => column.role !== 'count' || isPlain(column))) return columns;
  return columns.map((column) => (isPlain(column) ? { role: 'unknown', heading: column.heading } : column));
}
