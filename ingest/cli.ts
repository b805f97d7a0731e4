// SPDX-License-Identifier: AGPL-3.0-or-later
// The command `affluenza`. It ends with 0 when all was taken in, 2 when rows were rejected, 1 when nothing was.
import { basename, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Database, databaseOptions } from '../sql/client.ts';
import { EngineError } from '../sql/engine/failures.ts';
import { migrate } from '../sql/migrate.ts';
import { refresh } from '../sql/rollups.ts';
import { BadSettings, readSettings } from '../sql/settings.ts';
import { loadDemonstration, removeDemonstration } from './demonstration.ts';
import { findLoad, listLoads, listRejected } from './journal.ts';
import { type LoadOptions, loadFile, MAX_REJECTED, type Outcome, revokeLoads } from './load.ts';
import { showProgress } from './progress.ts';
import { counted, loadLine, outcomeLines } from './say.ts';
import { installationSecret } from './secret.ts';
import { BadFile } from './source.ts';
import { SOURCES } from './sources.ts';

const ALL_TAKEN = 0;
const NOTHING_TAKEN = 1;
const SOME_REJECTED = 2;

interface IngestFlags {
  source?: string;
  dateOrder?: 'day' | 'month';
  maxRejected: number;
  demonstration?: boolean;
  removeDemonstration?: boolean;
}

const options = databaseOptions();
// npm runs us in the project's folder; names of files are meant from where the person is.
const here = process.env.INIT_CWD ?? process.cwd();

/** Runs the command with the arguments that a person typed. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('affluenza').description(
    'Come i cittadini raggiungono il Comune, e che cosa è cambiato.',
  );
  addIngest(program);
  addLoads(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof EngineError || error instanceof BadSettings || error instanceof BadFile))
      throw error;
    console.error(error.message);
    process.exitCode = NOTHING_TAKEN;
  }
}

function addIngest(program: Command): void {
  program
    .command('ingest')
    .description('Carica file: la fonte si riconosce da sola, o si indica con --source.')
    .argument('[file...]', 'i file da caricare')
    .option('--source <nome>', `la fonte: ${SOURCES.map(({ name }) => name).join(', ')}`)
    .addOption(
      new Option('--date-order <ordine>', 'se 01/02 è il 1º febbraio (day) o il 2 gennaio (month)').choices([
        'day',
        'month',
      ]),
    )
    .option(
      '--max-rejected <percento>',
      'quante righe scartate si accettano, in percento',
      percent,
      MAX_REJECTED,
    )
    .option('--demonstration', 'carica i dati dimostrativi, inventati')
    .option('--remove-demonstration', 'toglie i dati dimostrativi')
    .action(ingest);
}

function addLoads(program: Command): void {
  const loads = program.command('loads').description('I file caricati.');
  loads.command('list', { isDefault: true }).description("L'elenco, dal più recente.").action(showLoads);
  loads.command('show <id>').description('Tutto di uno.').action(showLoad);
  loads.command('rejected <id>').description('Le righe scartate di uno, con il motivo.').action(showRejected);
  loads
    .command('revoke <id>')
    .description('Annulla un carico: torna ciò che aveva sostituito.')
    .action(revoke);
}

async function ingest(files: string[], flags: IngestFlags): Promise<void> {
  if (files.length === 0 && !flags.demonstration && !flags.removeDemonstration) {
    throw new BadFile('Quale file? Per esempio: npm run ingest -- chat-aprile.csv');
  }
  await withDatabase(async (database) => {
    const settings = readSettings(options.dataDirectory);
    const shared = {
      settings,
      secret: installationSecret(options.dataDirectory),
      maxRejected: flags.maxRejected,
    };
    if (flags.removeDemonstration) {
      const removed = await removeDemonstration(database);
      console.log(removed === 0 ? 'Non ci sono dati dimostrativi.' : 'I dati dimostrativi sono stati tolti.');
    }
    if (flags.demonstration)
      await loadDemonstration(database, shared, (file) => console.log(`dati dimostrativi: ${file}`));
    const outcomes: (Outcome | undefined)[] = [];
    for (const file of files)
      outcomes.push(
        await ingestOne(database, file, {
          ...shared,
          ...(flags.source && { source: flags.source }),
          ...(flags.dateOrder && { dateOrder: flags.dateOrder }),
        }),
      );
    if (files.length > 0) {
      process.exitCode = exitCode(outcomes);
      await warnOfDemonstration(database);
    }
  });
}

async function ingestOne(
  database: Database,
  file: string,
  shared: LoadOptions,
): Promise<Outcome | undefined> {
  const progress = showProgress(basename(file));
  try {
    const outcome = await loadFile(database, resolve(here, file), { ...shared, onProgress: progress.update });
    progress.end();
    console.log(outcomeLines(file, outcome).join('\n'));
    return outcome;
  } catch (error) {
    progress.end();
    if (!(error instanceof BadFile)) throw error;
    console.error(`${file}: ${error.message}`);
    return undefined;
  }
}

function exitCode(outcomes: readonly (Outcome | undefined)[]): number {
  const taken = outcomes.filter((outcome) => outcome && outcome.state !== 'refused');
  if (taken.length === 0) return NOTHING_TAKEN;
  return taken.length < outcomes.length || taken.some((outcome) => outcome?.rejected)
    ? SOME_REJECTED
    : ALL_TAKEN;
}

/** Invented figures beside real ones would be read as real. */
async function warnOfDemonstration(database: Database): Promise<void> {
  const loads = await listLoads(database);
  if (!loads.some(({ demonstration, state }) => demonstration && state === 'committed')) return;
  console.log('\nAttenzione: le cifre comprendono ancora i dati dimostrativi, inventati. Per toglierli:');
  console.log('  npm run ingest -- --remove-demonstration');
}

async function showLoads(): Promise<void> {
  await withDatabase(async (database) => {
    const loads = await listLoads(database);
    console.log(loads.length === 0 ? 'Nessun file è stato ancora caricato.' : loads.map(loadLine).join('\n'));
  });
}

async function showLoad(start: string): Promise<void> {
  await withDatabase(async (database) =>
    console.log(JSON.stringify(await findLoad(database, start), null, 2)),
  );
}

async function showRejected(start: string): Promise<void> {
  await withDatabase(async (database) => {
    const rows = await listRejected(database, (await findLoad(database, start)).id);
    console.log(['riga;colonna;valore;motivo', ...rows.map((row) => csvLine(Object.values(row)))].join('\n'));
  });
}

async function revoke(start: string): Promise<void> {
  await withDatabase(async (database) => {
    const load = await findLoad(database, start);
    if (load.state !== 'committed')
      throw new BadFile(`Il carico ${load.id} non è tra quelli che contano: nulla da annullare.`);
    await revokeLoads(database, [load.id]);
    console.log(
      `Annullato: ${load.file} (${counted(load.rows, 'riga', 'righe')}). Torna visibile ciò che aveva sostituito.`,
    );
  });
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = new Database(options);
  try {
    await migrate(database);
    await refresh(database);
    await work(database);
  } finally {
    await database.close();
  }
}

function csvLine(cells: unknown[]): string {
  return cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';');
}

function percent(text: string): number {
  const number = Number(text.replace(',', '.').replace('%', ''));
  if (!(number >= 0 && number <= 100)) throw new InvalidArgumentError('serve un numero da 0 a 100.');
  return number / 100;
}
