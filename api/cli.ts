// SPDX-License-Identifier: AGPL-3.0-or-later
// The command `affluenza`: what it does with files, and the comparison in a terminal.
import { Command, InvalidArgumentError, Option } from 'commander';
import { addCommands, run } from '../ingest/cli.ts';
import { dataDirectory, withDatabase } from '../ingest/commands/session.ts';
import type { Database } from '../sql/client.ts';
import { readSettings } from '../sql/settings.ts';
import { parsePeriod } from '../sql/vocabulary.ts';
import { comparisonText } from './comparison-text.ts';
import { Comparisons, compareOnce } from './comparisons.ts';
import { addExport } from './export/command.ts';
import { askedChannels, askedComparison } from './questions.ts';
import { orRefuse } from './refusal.ts';
import { addReport } from './report/command.ts';
import { readTown } from './town.ts';

interface CompareFlags {
  before?: string;
  during?: string;
  after?: string;
  channels?: string;
  seasonal: 'auto' | 'off';
  exclude?: string;
  until?: string;
  json?: boolean;
}

/** Runs the command with the arguments that a person typed. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('affluenza').description(
    'Come i cittadini raggiungono il Comune, e che cosa è cambiato.',
  );
  addCommands(program);
  addCompare(program);
  addExport(program);
  addReport(program);
  await run(program, args);
}

function addCompare(program: Command): void {
  program
    .command('compare')
    .description('Confronta prima, durante e dopo: la tabella e le frasi, dallo stesso calcolo della pagina.')
    .option('--before <periodo>', 'come 2020-01-01..2020-03-08; se manca, dalle impostazioni', period)
    .option('--during <periodo>', 'come 2020-03-09..2020-05-17', period)
    .option('--after <periodo>', 'come 2020-05-18.. (senza fine: fino agli ultimi dati)', period)
    .option('--channels <canali>', 'per esempio chat,web; se manca, tutti')
    .addOption(
      new Option('--seasonal <modo>', 'off: senza il confronto con gli anni precedenti')
        .choices(['auto', 'off'])
        .default('auto'),
    )
    .option(
      '--exclude <periodi>',
      'giorni da tralasciare, come 2020-04-21..2020-04-24,2020-05-01..2020-05-01',
    )
    .option('--until <giorno>', 'come si sapeva quel giorno: nulla di più recente entra nelle cifre')
    .option('--json', "la risposta dell'API, con le date di controllo (può richiedere alcuni secondi)")
    .action(compare);
}

function compare(flags: CompareFlags): Promise<void> {
  return orRefuse(async () => console.log(await withDatabase((database) => answerText(database, flags))));
}

async function answerText(database: Database, { json, ...query }: CompareFlags): Promise<string> {
  const office = { database, settings: readSettings(dataDirectory) };
  const { lastDay, demonstration } = await readTown(office);
  const asked = askedComparison(office.settings, query, lastDay);
  const channels = askedChannels(office.settings, query.channels);
  if (json) return new Comparisons(office).wholeAnswer({ asked, channels });
  const { answer } = await compareOnce(office, { asked, channels });
  return comparisonText(answer, office.settings.channels, demonstration);
}

function period(text: string): string {
  if (parsePeriod(text)) return text;
  throw new InvalidArgumentError('serve un periodo come 2020-01-01..2020-03-08.');
}
