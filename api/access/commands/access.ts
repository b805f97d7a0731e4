// SPDX-License-Identifier: AGPL-3.0-or-later
// The commands about who may see and do what. What they do is fetched when somebody runs one.
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { dayNumber, ROLES } from '../../../sql/vocabulary.ts';

const GIVEN = ROLES.filter((role) => role !== 'public');
const users = () => import('./users.ts');
const keys = () => import('./keys.ts');

/** Adds `user`, `key` and `audit`. */
export function addAccess(program: Command): void {
  addUser(program.command('user').description('Chi può entrare, e con quale ruolo.'));
  addKey(program.command('key').description('Le chiavi per i programmi che usano le API.'));
  program
    .command('audit')
    .description('Chi ha fatto che cosa, dal più recente.')
    .option('--from <giorno>', 'dal giorno, come 2020-03-10', day)
    .option('--to <giorno>', 'al giorno', day)
    .option('--limit <numero>', 'quante righe al massimo', wholeNumber(10_000), 100)
    .action(async (asked) => (await import('./log.ts')).showAudit(asked));
}

const role = () => new Option('--role <ruolo>', 'il ruolo').choices(GIVEN);
const TEMPORARY = ['--temporary', 'invece di un invito, una password da cambiare al primo accesso'] as const;

function addUser(user: Command): void {
  user
    .command('add <nome>')
    .description('Aggiunge un utente e stampa il suo invito.')
    .addOption(role().default('reader'))
    .option(...TEMPORARY)
    .action(async (name, flags) => (await users()).addUser(name, flags));
  user
    .command('list', { isDefault: true })
    .description('Tutti gli utenti.')
    .action(async () => (await users()).listUsers());
  user
    .command('role <nome>')
    .description('Cambia il ruolo di un utente.')
    .addArgument(new Argument('<ruolo>', 'il ruolo').choices(GIVEN))
    .action(async (name, to) => (await users()).changeRole(name, to));
  user
    .command('password <nome>')
    .description('Un nuovo invito per chi ha dimenticato la password.')
    .option(...TEMPORARY)
    .action(async (name, flags) => (await users()).newPassword(name, flags));
  for (const [name, said, isOut] of [
    ['disable', 'Non fa più entrare un utente, da subito.', true],
    ['enable', 'Fa entrare di nuovo un utente.', false],
  ] as const)
    user
      .command(`${name} <nome>`)
      .description(said)
      .action(async (who) => (await users()).disableUser(who, isOut));
}

function addKey(key: Command): void {
  key
    .command('add')
    .description('Fa una chiave e la stampa, una volta sola.')
    .requiredOption('--label <testo>', 'a che cosa serve')
    .addOption(role().default('reader'))
    .option('--days <giorni>', 'per quanti giorni vale, al massimo 366', wholeNumber(366), 90)
    .action(async (flags) => (await keys()).newKey(flags));
  key
    .command('list', { isDefault: true })
    .description('Tutte le chiavi.')
    .action(async () => (await keys()).showKeys());
  key
    .command('revoke <id>')
    .description('Annulla una chiave, da subito.')
    .action(async (id) => (await keys()).dropKey(id));
}

function day(text: string): string {
  if (dayNumber(text) !== null) return text;
  throw new InvalidArgumentError('serve un giorno come 2020-03-10.');
}

function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`serve un numero da 1 a ${most}.`);
  };
}
