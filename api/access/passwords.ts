// SPDX-License-Identifier: AGPL-3.0-or-later
// Passwords: scrypt with the parameters of OWASP's Password Storage Cheat Sheet (N = 2^17, r = 8, p = 1: 128 MiB each).
import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

const BLOCK = 8;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** log2 of N. */
const COST = 17;
const AT_ONCE = 2;
/** About as many as are computed in the time a person waits. */
const MOST_WAITING = 40;

/** More people are signing in than can be seen to: it passes within seconds. */
export class TooBusy extends Error {}

/** Makes and checks passwords, never more than a few at once: a hundred log-ins must not take 13 GB. */
export class Passwords {
  /** How many were computed so far. */
  computed = 0;
  readonly #cost: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  readonly #nobody: string;

  constructor(cost = COST) {
    this.#cost = cost;
    const random = (bytes: number) => randomBytes(bytes).toString('base64url');
    this.#nobody = ['scrypt', cost, BLOCK, 1, random(SALT_BYTES), random(KEY_BYTES)].join('$');
  }

  /** What can check this password later: `scrypt$17$8$1$salt$key`. @throws TooBusy */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await this.#derive(password, salt, this.#cost);
    return ['scrypt', this.#cost, BLOCK, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
  }

  /**
   * Whether this is the password. Without one to compare with, the same work is done for nothing: the time taken does not
   * tell whether there is such an account.
   *
   * @throws TooBusy
   */
  async check(password: string, stored: string | undefined): Promise<boolean> {
    const [, cost, , , salt = '', key = ''] = (stored || this.#nobody).split('$');
    const found = await this.#derive(password, Buffer.from(salt, 'base64url'), Number(cost));
    return timingSafeEqual(found, Buffer.from(key, 'base64url'));
  }

  async #derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
    await this.#turn();
    try {
      this.computed += 1;
      return await derive(password.normalize('NFKC'), salt, cost);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) throw new TooBusy();
      await new Promise<void>((next) => this.#waiting.push(next));
    }
    this.#running += 1;
  }
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const N = 2 ** cost;
  const options: ScryptOptions = { N, r: BLOCK, p: 1, maxmem: 2 * 128 * N * BLOCK };
  return new Promise((done, failed) =>
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? failed(error) : done(key))),
  );
}

const LEAST = 12;
const MOST = 200;
const LEAST_DIFFERENT = 5;

/** Why this cannot be a password; null when it can. Long counts, odd characters do not (NIST SP 800-63B). */
export function weakness(password: string, account: string): 'short' | 'long' | 'plain' | null {
  const characters = [...password];
  if (characters.length < LEAST) return 'short';
  if (characters.length > MOST) return 'long';
  const isPlain = new Set(characters).size < LEAST_DIFFERENT || password.toLowerCase().includes(account);
  return isPlain ? 'plain' : null;
}

/** A password for the first time, easy to read out: four groups without letters that look alike. */
export function temporaryPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  );
  return groups.join('-');
}
