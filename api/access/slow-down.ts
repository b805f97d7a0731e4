// SPDX-License-Identifier: AGPL-3.0-or-later
// Wrong passwords make the next tries wait, longer and longer, never longer than half a minute. Kept in memory only.
import { createHmac, randomBytes } from 'node:crypto';

const FREE = 5;
const FREE_PER_ADDRESS = 30;
const LONGEST_MS = 30_000;
const FORGOTTEN_MS = 15 * 60_000;
const MOST_KEPT = 10_000;

interface Tries {
  failures: number;
  last: number;
}

/** Counts what failed, by account and address, and by address alone. */
export class SlowDown {
  readonly #tries = new Map<string, Tries>();
  // Addresses of people are kept by nobody, not even in memory.
  readonly #key = randomBytes(32);

  /** How many milliseconds to wait before the next try; 0: none. A try that has to wait is not counted. */
  wait(account: string, from: string, now: number): number {
    return Math.max(
      this.#waitOf(this.#pair(account, from), FREE, now),
      this.#waitOf(this.#address(from), FREE_PER_ADDRESS, now),
    );
  }

  /** Counts a try before it is known how it ends: a hundred at once must not all be free. */
  begin(account: string, from: string, now: number): void {
    for (const key of [this.#pair(account, from), this.#address(from)]) {
      const { failures } = this.#kept(key, now);
      this.#tries.delete(key);
      this.#tries.set(key, { failures: failures + 1, last: now });
    }
    for (const key of this.#tries.keys()) {
      if (this.#tries.size <= MOST_KEPT) break;
      this.#tries.delete(key);
    }
  }

  /** Forgets the tries of who came in; those of other accounts from the same address stay. */
  succeed(account: string, from: string): void {
    this.#tries.delete(this.#pair(account, from));
    const key = this.#address(from);
    const known = this.#tries.get(key);
    if (known) this.#tries.set(key, { ...known, failures: known.failures - 1 });
  }

  #waitOf(key: string, free: number, now: number): number {
    const { failures, last } = this.#kept(key, now);
    if (failures < free) return 0;
    return Math.max(0, last + Math.min(LONGEST_MS, 1000 * 2 ** (failures - free)) - now);
  }

  #kept(key: string, now: number): Tries {
    const known = this.#tries.get(key);
    return known && now - known.last < FORGOTTEN_MS ? known : { failures: 0, last: 0 };
  }

  #pair = (account: string, from: string) => this.#hashed(`${account}\n${from}`);
  #address = (from: string) => this.#hashed(from);

  #hashed(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}
