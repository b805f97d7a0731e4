// SPDX-License-Identifier: AGPL-3.0-or-later
// `affluenza export`: a table into a file, with its notes beside it where the file has no room for them.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, type Command, Option } from 'commander';
import { dataDirectory, fromHere, withDatabase } from '../../ingest/commands/session.ts';
import { readSettings } from '../../sql/settings.ts';
import { orRefuse } from '../refusal.ts';
import type { Office } from '../town.ts';
import { fileName } from './door.ts';
import { FORMATS, type Format } from './formats.ts';
import type { Table } from './table.ts';
import { type Offer, offerNamed, TABLES } from './tables.ts';

interface Flags extends Record<string, string | undefined> {
  format: string;
  out?: string;
}

const PARAMETERS = [...new Set(TABLES.flatMap(({ parameters }) => parameters))];

/** Adds the command; it takes the parameters that the addresses of the tables take. */
export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('Scrive una tabella in un file, nei formati e con i filtri delle pagine.')
    .addArgument(new Argument('<tabella>', 'quale').choices(TABLES.map(({ name }) => name)))
    .addOption(
      new Option('--format <formato>', 'il formato del file')
        .choices(FORMATS.map(({ name }) => name))
        .default('it.csv'),
    )
    .option('--out <file>', 'dove; se manca, un nome che dice che cosa, dove e quando')
    .action((name: string, flags: Flags) => orRefuse(() => exportTable(offerNamed(name), flags)));
  for (const parameter of PARAMETERS) command.option(`--${parameter} <valore>`);
}

async function exportTable(offer: Offer, { format, out, ...query }: Flags): Promise<void> {
  const chosen = FORMATS.find(({ name }) => name === format)!;
  const asked = query as Record<string, string>;
  const files = await withDatabase(async (database) => {
    const office: Office = { database, settings: readSettings(dataDirectory) };
    const table = await offer.make(office, asked);
    const file = fromHere(out ?? fileName(table, chosen));
    await write(table, chosen, file);
    if (!chosen.name.endsWith('csv')) return [file];
    const notes = file.replace(/(\.csv)?$/, '_note.txt');
    await write(await offer.make(office, asked), FORMATS.find(({ name }) => name === 'txt')!, notes);
    return [file, notes];
  });
  console.log(files.join('\n'));
}

async function write(table: Table, format: Format, file: string): Promise<void> {
  const written = format.write(table);
  const pieces = written instanceof Promise ? Readable.from([await written]) : Readable.from(written);
  await pipeline(pieces, createWriteStream(file));
}
