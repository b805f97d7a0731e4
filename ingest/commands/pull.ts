// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza pull matomo: fetches the daily figures of a site from its Matomo and takes them in.
import { join } from 'node:path';
import type { Command } from 'commander';
import { pullMatomo } from '../pull/matomo.ts';
import { BadFile } from '../source.ts';
import { loadOptions, NOTHING_TAKEN, takeInAndSay } from './ingest.ts';
import { dataDirectory, withDatabase } from './session.ts';

interface Flags {
  url: string;
  site: string;
  from: string;
  to: string;
}

/** Adds the command. */
export function addPull(program: Command): void {
  program
    .command('pull')
    .description('Prende le cifre direttamente da un altro programma.')
    .command('matomo')
    .description('Da Matomo o Web Analytics Italia; il token sta in AFFLUENZA_MATOMO_TOKEN.')
    .requiredOption('--url <indirizzo>', "l'indirizzo di Matomo")
    .requiredOption('--site <numero>', 'il numero del sito in Matomo')
    .requiredOption('--from <giorno>', 'dal giorno, come 2020-01-01')
    .requiredOption('--to <giorno>', 'al giorno')
    .action(pull);
}

async function pull({ url, site, from, to }: Flags): Promise<void> {
  const token = process.env.AFFLUENZA_MATOMO_TOKEN;
  if (!token)
    throw new BadFile('Manca il token: AFFLUENZA_MATOMO_TOKEN=… npm run affluenza -- pull matomo …');
  const directory = join(dataDirectory, 'pull', hostOf(url));
  const onProgress = ({ file, done, total }: { file: string; done: number; total: number }) =>
    console.error(`${done} di ${total}: ${file}`);
  const files = await pullMatomo({ url, site, from, to, token, directory, onProgress });
  if (files.length === 0) throw new BadFile('Matomo non ha cifre per questi giorni.');
  await withDatabase(async (database) => {
    const options = loadOptions({ source: 'matomo', maxRejected: 0 });
    for (const file of files)
      if (!(await takeInAndSay(database, file, options))) process.exitCode = NOTHING_TAKEN;
  });
}

function hostOf(url: string): string {
  try {
    return new URL(url).host.replaceAll(':', '_');
  } catch {
    throw new BadFile(`--url ${url}: non è un indirizzo; si scrive https://matomo.comune.it`);
  }
}
