// SPDX-License-Identifier: AGPL-3.0-or-later
// The command `affluenza`: what it does with files, and the comparison in a terminal.
import { Command, InvalidArgumentError, Option } from 'commander';
import { addCommands, run } from '../ingest/cli.ts';
import { parsePeriod } from '../sql/vocabulary.ts';
import type { CompareFlags } from './compare-command.ts';

/** Runs the command with the arguments that a person typed. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('affluenza').description(
    'Come i cittadini raggiungono il Comune, e che cosa è cambiato.',
  );
  addCommands(program);
  addCompare(program);
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
    .option('--json', "la risposta dell'API, con le date di controllo (può richiedere alcuni secondi)")
    .action(async (flags: CompareFlags) => (await import('./compare-command.ts')).compare(flags));
}

function period(text: string): string {
  if (parsePeriod(text)) return text;
  throw new InvalidArgumentError('serve un periodo come 2020-01-01..2020-03-08.');
}
