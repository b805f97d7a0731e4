// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza export: a table into a file, with its notes beside it where the file has no room for them. Loaded when it is
// asked for.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dataDirectory, fromHere, withDatabase } from '../../ingest/commands/session.ts';
import { commandUser, record } from '../../sql/audit.ts';
import { readSettings } from '../../sql/settings.ts';
import { orRefuse } from '../refusal.ts';
import type { Office } from '../town.ts';
import { fileName } from './door.ts';
import { FORMATS, type Format } from './formats.ts';
import type { FormatName, PARAMETERS, TableName } from './names.ts';
import type { Table } from './table.ts';
import { offerNamed } from './tables.ts';

/** What a person may say after `export` and a table. */
export type ExportFlags = Partial<Record<keyof typeof PARAMETERS, string>> & {
  format: FormatName;
  out?: string;
};

/** Writes the table and says where. */
export function exportTable(name: TableName, { format, out, ...asked }: ExportFlags): Promise<void> {
  const offer = offerNamed(name);
  const [chosen, beside] = [formatNamed(format), formatNamed('txt')];
  return orRefuse(async () => {
    const files = await withDatabase(async (database) => {
      const office: Office = { database, settings: readSettings(dataDirectory) };
      const table = await offer.make(office, asked);
      await record(database, commandUser(), 'export', `${name} ${new URLSearchParams(asked)}`.trim());
      const file = fromHere(out ?? fileName(table, chosen));
      await write(table, chosen, file);
      if (!chosen.type.startsWith('text/csv')) return [file];
      const notes = file.replace(/(\.csv)?$/, '_note.txt');
      await write(await offer.make(office, asked), beside, notes);
      return [file, notes];
    });
    console.log(files.join('\n'));
  });
}

function formatNamed(name: FormatName): Format {
  return FORMATS.find((format) => format.name === name)!;
}

async function write(table: Table, format: Format, file: string): Promise<void> {
  const written = format.write(table);
  const pieces = written instanceof Promise ? Readable.from([await written]) : Readable.from(written);
  await pipeline(pieces, createWriteStream(file));
}
