// SPDX-License-Identifier: AGPL-3.0-or-later
// The one door through which every table leaves: written down in a format, named, and with the address of its notes.
import type { Format } from './formats.ts';
import { LICENCE } from './notes.ts';
import type { Table } from './table.ts';

/** What an answer is made of. */
export interface Parcel {
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** A table in a format; `notesAddress` is where its notes stand alone, for a format that has no room for them. */
export async function leave(table: Table, format: Format, notesAddress: string): Promise<Parcel> {
  const written = format.write(table);
  const body =
    written instanceof Promise
      ? new Uint8Array(await written)
      : ReadableStream.from(written).pipeThrough(new TextEncoderStream());
  const links = [`<${LICENCE.url}>; rel="license"`];
  if (format.type.startsWith('text/csv'))
    links.push(`<${notesAddress}>; rel="describedby"; type="text/plain"`);
  return {
    body,
    headers: {
      'Content-Type': format.type,
      'Content-Disposition': disposition(fileName(table, format)),
      Link: links.join(', '),
    },
  };
}

/**
 * What, where and when: the town, the table and its days.
 *
 * @example fileName(series, csv) // 'affluenza_montevarchi_serie_2020-01-01_2020-06-30.csv'
 */
export function fileName({ fileWords, notes }: Table, { ending }: Format): string {
  const days = notes.periods.flatMap(({ period }) => [period.from, period.to]).sort();
  const place = notes.source.replace(/^comune di\s+/i, '');
  const parts = ['affluenza', place, fileWords, ...(days.length > 0 ? [days[0]!, days.at(-1)!] : [])];
  return parts.map(fileWord).join('_') + ending;
}

/** Letters, figures and hyphens; whatever else becomes one underscore. */
function fileWord(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/** RFC 6266: the name in ASCII for old programs, and as it is. */
function disposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
