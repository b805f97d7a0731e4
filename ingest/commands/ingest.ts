// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza ingest: files, folders and patterns of names are taken in, one after the other.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { glob } from 'tinyglobby';
import { commandUser, record } from '../../sql/audit.ts';
import type { Database } from '../../sql/client.ts';
import { refresh } from '../../sql/rollups.ts';
import { loadDemonstration, removeDemonstration } from '../demonstration.ts';
import { type Job, listLoads } from '../journal.ts';
import { said } from '../language.ts';
import { type LoadOptions, loadPrepared, MAX_REJECTED, type Outcome, prepareLoad } from '../load.ts';
import { readMapping } from '../mapping.ts';
import { showProgress } from '../progress.ts';
import { startThreads } from '../reading.ts';
import { outcomeLines, saidFile } from '../say.ts';
import { BadFile } from '../source.ts';
import { SOURCES } from '../sources.ts';
import { fromHere, installation, withTables } from './session.ts';

const ALL_TAKEN = 0;
export const NOTHING_TAKEN = 1;
const SOME_REJECTED = 2;

/** What a person may say about how files are read. */
export interface Flags {
  source?: string;
  mapping?: string;
  dateOrder?: 'day' | 'month';
  maxRejected: number;
  dryRun?: boolean;
  demonstration?: boolean;
  removeDemonstration?: boolean;
}

/** Adds the command. */
export function addIngest(program: Command): void {
  const command = program
    .command('ingest')
    .description('Carica file: la fonte si riconosce da sola, o si indica con --source.')
    .argument('[file...]', 'i file da caricare, una cartella o un modello come "log/access*.gz"')
    .option('--dry-run', 'dice che cosa succederebbe, senza salvare nulla')
    .option('--demonstration', 'carica i dati dimostrativi, inventati')
    .option('--remove-demonstration', 'toglie i dati dimostrativi');
  addReading(command).action(ingest);
}

/** The flags that say how a file is to be read. */
export function addReading(command: Command): Command {
  const order = new Option('--date-order <ordine>', 'se 01/02 è il 1º febbraio (day) o il 2 gennaio (month)');
  const rejected = 'quante righe scartate si accettano, in percento';
  return command
    .option('--source <nome>', `la fonte: ${SOURCES.map(({ name }) => name).join(', ')}`)
    .option('--mapping <file>', 'la mappatura che spiega le colonne (si prepara con: affluenza map FILE)')
    .addOption(order.choices(['day', 'month']))
    .option('--max-rejected <percento>', rejected, percent, MAX_REJECTED);
}

/** What the flags say, as a load takes it. @throws BadFile when the mapping cannot be used. */
export function loadOptions({ source, mapping, dateOrder, maxRejected, dryRun }: Flags): LoadOptions {
  const wanted = mapping ? readMapping(fromHere(mapping)) : source;
  return {
    ...installation(),
    maxRejected,
    ...(wanted && { source: wanted }),
    ...(dateOrder && { dateOrder }),
    ...(dryRun && { dryRun }),
  };
}

async function ingest(names: string[], flags: Flags): Promise<void> {
  if (names.length === 0 && !flags.demonstration && !flags.removeDemonstration) {
    throw new BadFile('Quale file? Per esempio: npm run ingest -- chat-aprile.csv');
  }
  const options = loadOptions(flags);
  const [first, ...others] = await filesNamed(names);
  const job = first ? prepared(first, options) : undefined;
  await withTables(async (database) => {
    await handleDemonstration(database, options, flags);
    const outcomes = first ? [await takeInAndSay(database, first, options, job)] : [];
    for (const file of others) outcomes.push(await takeInAndSay(database, file, options));
    if (first) process.exitCode = exitCode(outcomes);
    // Where a file was taken in, all months have been built.
    const isBuilt = !options.dryRun && outcomes.some((outcome) => outcome?.state === 'committed');
    if (!isBuilt) await refresh(database);
    if (first) await warnOfDemonstration(database);
  });
}

/** Looks at a file while the database is still being opened; what is wrong with it is said when its turn comes. */
function prepared(file: string, options: LoadOptions): Promise<Job> {
  const job = prepareLoad(fromHere(file), options);
  job.then(startThreads).catch(() => {});
  return job;
}

/** Takes in one file and tells about it; undefined when it was refused in a sentence. */
export async function takeInAndSay(
  database: Database,
  file: string,
  options: LoadOptions,
  job: Promise<Job> = prepareLoad(fromHere(file), options),
): Promise<Outcome | undefined> {
  const progress = showProgress(saidFile(file, process.stderr.isTTY));
  try {
    const outcome = await loadPrepared(database, await job, { ...options, onProgress: progress.update });
    progress.end();
    if (!options.dryRun && outcome.state !== 'unchanged')
      await record(database, commandUser(), 'load', `${outcome.load} ${outcome.state}`);
    console.log(outcomeLines(file, outcome, options.dryRun).join('\n'));
    return outcome;
  } catch (error) {
    progress.end();
    if (!(error instanceof BadFile)) throw error;
    console.error(`${saidFile(file, process.stderr.isTTY)}: ${error.message}`);
    return undefined;
  }
}

/** The files that names, folders and patterns stand for, in the order of their names: rotated logs are then in order. */
async function filesNamed(names: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    names.map(async (name) => {
      const path = fromHere(name);
      if (existsSync(path) && statSync(path).isDirectory()) return filesBelow('*', path, name);
      return existsSync(path) || !/[*?{[]/.test(name) ? [name] : filesBelow(name, fromHere('.'), '');
    }),
  );
  return lists.flat();
}

async function filesBelow(pattern: string, folder: string, prefix: string): Promise<string[]> {
  const found = await glob(pattern, { cwd: folder, onlyFiles: true, dot: false });
  if (found.length === 0)
    throw new BadFile(`${saidFile(prefix || pattern, process.stderr.isTTY)}: ${NO_FILES}`);
  return found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((file) => join(prefix, file));
}

const NO_FILES = said(
  "non c'è nessun file: controlla il nome della cartella o il modello",
  'there is no file: check the name of the folder or the pattern',
);

async function handleDemonstration(database: Database, options: LoadOptions, flags: Flags): Promise<void> {
  if (flags.removeDemonstration) {
    const removed = await removeDemonstration(database);
    await record(database, commandUser(), 'revoke', 'demonstration');
    console.log(removed === 0 ? 'Non ci sono dati dimostrativi.' : 'I dati dimostrativi sono stati tolti.');
  }
  if (flags.demonstration) {
    await loadDemonstration(database, options, (file) => console.log(`dati dimostrativi: ${file}`));
    await record(database, commandUser(), 'load', 'demonstration');
  }
}

/** 0 when all was taken in, 2 when rows or files were rejected, 1 when nothing was. */
export function exitCode(outcomes: readonly (Outcome | undefined)[]): number {
  const taken = outcomes.filter((outcome) => outcome && outcome.state !== 'refused');
  if (taken.length === 0) return NOTHING_TAKEN;
  const isWhole = taken.length === outcomes.length && !taken.some((outcome) => outcome?.rejected);
  return isWhole ? ALL_TAKEN : SOME_REJECTED;
}

/** Invented figures beside real ones would be read as real. */
async function warnOfDemonstration(database: Database): Promise<void> {
  const loads = await listLoads(database);
  if (!loads.some(({ demonstration, state }) => demonstration && state === 'committed')) return;
  console.log('\nAttenzione: le cifre comprendono ancora i dati dimostrativi, inventati. Per toglierli:');
  console.log('  npm run ingest -- --remove-demonstration');
}

function percent(text: string): number {
  const number = Number(text.replace(',', '.').replace('%', ''));
  if (!(number >= 0 && number <= 100)) throw new InvalidArgumentError('serve un numero da 0 a 100.');
  return number / 100;
}
