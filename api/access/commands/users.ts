// SPDX-License-Identifier: AGPL-3.0-or-later
// `affluenza user`: who may sign in. Who can run it can read all data anyway: it asks for no password.
import { dataDirectory, withDatabase } from '../../../ingest/commands/session.ts';
import { BadFile } from '../../../ingest/source.ts';
import { commandUser, record } from '../../../sql/audit.ts';
import type { Database } from '../../../sql/client.ts';
import { readSettings } from '../../../sql/settings.ts';
import type { AuditAction, Role } from '../../../sql/vocabulary.ts';
import {
  type Account,
  accountName,
  endSessions,
  findAccount,
  giveTemporary,
  invite,
  listAccounts,
  newAccount,
  saveAccount,
} from '../accounts.ts';
import { ROLE_WORDS } from '../page/words.ts';
import { Passwords, temporaryPassword } from '../passwords.ts';
import { INVITATION } from '../return-address.ts';
import { untilText } from './say.ts';

/** Makes an account and prints how its person comes in the first time. */
export async function addUser(
  typed: string,
  { role, temporary }: { role: Role; temporary?: boolean },
): Promise<void> {
  const name = accountName(typed);
  if (!name)
    throw new BadFile(
      `${typed}: non può essere un nome utente. Da 3 a 64 tra lettere senza accenti, cifre e . _ - + @`,
    );
  await withDatabase(async (database) => {
    if (await findAccount(database, name))
      throw new BadFile(`L'utente ${name} c'è già. Un nuovo invito: user password ${name}`);
    const account = newAccount(name, role);
    await saveAccount(database, account);
    await note(database, 'account-added', `${name} ${role}`);
    console.log(`Utente ${name}, ruolo: ${ROLE_WORDS[role]}.`);
    await letIn(database, account, temporary ?? false);
  });
}

/** Prints all accounts and how they stand. */
export async function listUsers(): Promise<void> {
  const accounts = await withDatabase(listAccounts);
  console.log(accounts.length === 0 ? 'Non c’è ancora nessun utente.' : accounts.map(line).join('\n'));
}

/** Gives an account another role, from the next request on. */
export async function changeRole(name: string, role: Role): Promise<void> {
  await withAccount(name, async (database, account) => {
    await saveAccount(database, { ...account, role });
    await note(database, 'account-role', `${account.name} ${role}`);
    console.log(`Utente ${account.name}, ruolo: ${ROLE_WORDS[role]}.`);
  });
}

/** Lets an account in no more, at once, or again. */
export async function disableUser(name: string, disabled: boolean): Promise<void> {
  await withAccount(name, async (database, account) => {
    await saveAccount(database, { ...endSessions(account), disabled });
    await note(database, disabled ? 'account-disabled' : 'account-enabled', account.name);
    console.log(disabled ? `${account.name} non entra più.` : `${account.name} può entrare di nuovo.`);
  });
}

/** Prints a new way in for who has forgotten the password. */
export async function newPassword(name: string, { temporary }: { temporary?: boolean }): Promise<void> {
  await withAccount(name, async (database, account) => {
    if (account.disabled)
      throw new BadFile(`${account.name} è disattivato. Prima: user enable ${account.name}`);
    await letIn(database, account, temporary ?? false);
  });
}

async function letIn(database: Database, account: Account, isTemporary: boolean): Promise<void> {
  const now = Date.now();
  await note(database, 'account-invited', account.name);
  if (!isTemporary) {
    const code = await invite(database, account, now);
    console.log(`Invito, vale una volta sola ${untilText(now)}:\n  ${address()}${INVITATION}/${code}`);
    return;
  }
  const password = temporaryPassword();
  await giveTemporary(database, account, await new Passwords().hash(password), now);
  console.log(`Password per il primo accesso, vale ${untilText(now)}:\n  ${password}`);
}

/** Where people find the pages. */
function address(): string {
  const local = `http://localhost:${process.env.PORT || '3000'}`;
  return (readSettings(dataDirectory).address ?? local).replace(/\/$/, '');
}

async function withAccount(
  typed: string,
  work: (database: Database, account: Account) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database) => {
    const account = await findAccount(database, accountName(typed) ?? '');
    if (!account) throw new BadFile(`L'utente ${typed} non c'è. Tutti: user list`);
    await work(database, account);
  });
}

function note(database: Database, action: AuditAction, what: string): Promise<void> {
  return record(database, commandUser(), action, what);
}

function line({ name, role, disabled, password, mustChange }: Account): string {
  const waits = password === '' ? 'invitato' : mustChange ? 'deve cambiare password' : 'attivo';
  return [name, ROLE_WORDS[role], disabled ? 'disattivato' : waits].join('  ');
}
