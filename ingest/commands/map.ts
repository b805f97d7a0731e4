// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza map: proposes, from a file's own columns, the mapping that lets it be taken in.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { proposeMapping } from '../mapping-proposal.ts';
import { BadFile } from '../source.ts';
import { fromHere, installation } from './session.ts';

/** Adds the command. */
export function addMap(program: Command): void {
  program
    .command('map <file>')
    .description('Propone la mappatura di una tabella che non si riconosce.')
    .option('--out <file>', 'dove scriverla; senza, la mostra')
    .action(propose);
}

async function propose(file: string, { out }: { out?: string }): Promise<void> {
  const { mapping, notes } = await proposeMapping(fromHere(file), installation().settings);
  const text = `${JSON.stringify(mapping, null, 2)}\n`;
  if (out) writeNew(fromHere(out), text);
  else process.stdout.write(text);
  for (const note of notes) console.error(`da controllare: ${note}`);
  const name = out ?? 'mappatura.json';
  console.error(`Poi: npm run ingest -- --mapping ${name} ${basename(file)}`);
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new BadFile(`${file} esiste già: scegli un altro nome con --out`);
  }
}
