// SPDX-License-Identifier: AGPL-3.0-or-later
// A town with accounts for tests, and visitors with cookies of their own, as browsers have them.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Account, newAccount, saveAccount } from '../api/access/accounts.ts';
import { Passwords } from '../api/access/passwords.ts';
import { createApp } from '../api/app.ts';
import type { Office } from '../api/town.ts';
import type { Database } from '../sql/client.ts';
import { checkSettings } from '../sql/settings.ts';
import type { Role } from '../sql/vocabulary.ts';
import { testDatabase } from './test-database.ts';

/** Right for every account that is made here. */
export const PASSWORD = 'quattro parole a caso';
/** Cheap ones, where their strength is not what is tested. */
const CHEAP = 10;

export interface ClosedTown {
  app: OpenAPIHono;
  office: Office;
  database: Database;
  passwords: Passwords;
  /** Goes on only when a test says so, in milliseconds. */
  clock: { now: number };
  /** An account with the password above, or with what else is said of it. */
  account(name: string, role: Role, more?: Partial<Account>): Promise<Account>;
  visitor(address?: string): Visitor;
  /** A visitor who has signed in already. */
  signedIn(account: Account): Promise<Visitor>;
}

/** A town whose access is closed as soon as it has an account. */
export async function closedTown(settings: object = {}): Promise<ClosedTown> {
  const own = await testDatabase();
  const clock = { now: Date.now() };
  const passwords = new Passwords(CHEAP);
  const access = { now: () => clock.now, passwords, secret: 'test' };
  const office = { database: own, settings: checkSettings(settings), writable: true, access };
  const app = createApp(office);
  const visitor = (address?: string) => new Visitor(app, address);
  const account = async (name: string, role: Role, more: Partial<Account> = {}) => {
    const made = { ...newAccount(name, role), password: await passwords.hash(PASSWORD), ...more };
    await saveAccount(own, made);
    return made;
  };
  const signedIn = async (who: Account) => {
    const found = visitor();
    await found.logIn(who.name);
    return found;
  };
  return { app, office, database: own, passwords, clock, account, visitor, signedIn };
}

/** Keeps cookies, says where its requests come from, follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: OpenAPIHono;
  readonly #address: string;

  constructor(app: OpenAPIHono, address = '192.0.2.1') {
    this.#app = app;
    this.#address = address;
  }

  /** Asks as a page of ours would, or as other headers say. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers({ Origin: 'http://localhost', ...(cookie && { Cookie: cookie }) });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const incoming = { socket: { remoteAddress: this.#address } };
    const answer = await this.#app.request(path, { ...init, headers }, { incoming });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  /** Opens a page as somebody who follows a link. */
  open(path: string): Promise<Response> {
    return this.ask(path, { headers: { Accept: 'text/html' } });
  }

  /** Sends a form. */
  send(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  logIn(nome: string, password = PASSWORD, more: Record<string, string> = {}): Promise<Response> {
    return this.send('/accesso', { nome, password, ...more });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const cut = pair.indexOf('=');
    const name = pair.slice(0, cut);
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(cut + 1));
  }
}
