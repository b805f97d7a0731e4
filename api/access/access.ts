// SPDX-License-Identifier: AGPL-3.0-or-later
// What the access to one installation needs, all in one place: the clock, the passwords, the tries, the secret.
import { randomBytes } from 'node:crypto';
import type { Database } from '../../sql/client.ts';
import type { Settings } from '../../sql/settings.ts';
import { isAnyAccount } from './accounts.ts';
import { Passwords } from './passwords.ts';
import { SlowDown } from './slow-down.ts';

/** What a server or a test may say of the access; the rest is as it should be. */
export interface AccessOptions {
  /** In milliseconds. */
  now?: () => number;
  passwords?: Passwords;
  /** Signs the cookies; without it they end with the process. */
  secret?: string;
}

/** The access to an installation. */
export class Access {
  readonly database: Database;
  readonly settings: Settings;
  readonly now: () => number;
  readonly passwords: Passwords;
  readonly secret: string;
  readonly slowDown = new SlowDown();
  #isClosed = false;
  #changes: Promise<unknown> = Promise.resolve();

  constructor(database: Database, settings: Settings, options: AccessOptions = {}) {
    this.database = database;
    this.settings = settings;
    this.now = options.now ?? Date.now;
    this.passwords = options.passwords ?? new Passwords();
    this.secret = options.secret ?? randomBytes(32).toString('hex');
  }

  /** Does one change of an account after the other, so that each sees what the one before it did. */
  inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#changes.then(change);
    this.#changes = done.catch(() => {});
    return done;
  }

  /** Whether nobody comes in without signing in: once there is an account, or a provider that vouches for people. */
  async isClosed(): Promise<boolean> {
    this.#isClosed ||= this.settings.oidc !== undefined || (await isAnyAccount(this.database));
    return this.#isClosed;
  }
}
