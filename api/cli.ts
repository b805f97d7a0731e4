// SPDX-License-Identifier: AGPL-3.0-or-later
// The command `affluenza`: what it does with files, and the comparison in a terminal.
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { addCommands, run } from '../ingest/cli.ts';
import { parsePeriod } from '../sql/vocabulary.ts';
import { addAccess } from './access/commands/access.ts';
import type { CompareFlags } from './compare-command.ts';
import type { ExportFlags } from './export/command.ts';
import { FORMAT_NAMES, PARAMETERS, TABLE_NAMES, type TableName } from './export/names.ts';
import type { ReportFlags } from './report/command.ts';

/** Runs the command with the arguments that a person typed. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('affluenza').description(
    'Come i cittadini raggiungono il Comune, e che cosa è cambiato.',
  );
  addCommands(program);
  addCompare(program);
  addExport(program);
  addReport(program);
  addAccess(program);
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
    .action(async (flags: CompareFlags) => (await import('./compare-command.ts')).compare(flags));
}

/** Takes the parameters that the addresses of the tables take. */
function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('Scrive una tabella in un file, nei formati e con i filtri delle pagine.')
    .addArgument(new Argument('<tabella>', 'quale').choices(TABLE_NAMES))
    .addOption(new Option('--format <formato>', 'il formato').choices(FORMAT_NAMES).default('it.csv'))
    .option('--out <file>', 'dove; se manca, un nome che dice che cosa, dove e quando');
  for (const [name, said] of Object.entries(PARAMETERS)) command.option(`--${name} <valore>`, said);
  command.action(async (name: TableName, flags: ExportFlags) =>
    (await import('./export/command.ts')).exportTable(name, flags),
  );
}

function addReport(program: Command): void {
  program
    .command('report')
    .description('La relazione di un mese, in un file o per posta; senza mese, come stanno le relazioni.')
    .argument('[mese]', 'come 2020-04; con --mail, se manca, il mese scorso')
    .option('--pdf', 'in PDF')
    .option('--html', 'come pagina che sta da sola')
    .option('--json', "come la risposta dell'API")
    .option('--out <file>', 'dove; se manca, relazione-2020-04.pdf e simili')
    .option('--mail', 'la spedisce ai destinatari delle impostazioni, una volta sola')
    .action(async (month: string | undefined, flags: ReportFlags) =>
      (await import('./report/command.ts')).report(month, flags),
    );
}

function period(text: string): string {
  if (parsePeriod(text)) return text;
  throw new InvalidArgumentError('serve un periodo come 2020-01-01..2020-03-08.');
}
