// SPDX-License-Identifier: AGPL-3.0-or-later
// The secret of the installation, and the hashes made with it.
import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../sql/vocabulary.ts';
import type { Context } from './source.ts';

/** The secret in the data directory; made at the first call. */
export function installationSecret(dataDirectory: string): string {
  mkdirSync(dataDirectory, { recursive: true });
  return secretIn(join(dataDirectory, 'secret'));
}

/** Two processes may start at once: the file appears with all that is in it, for one of them; both read that one. */
function secretIn(file: string): string {
  if (!existsSync(file)) {
    const own = `${file}.${randomUUID()}`;
    writeFileSync(own, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(own);
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** Where the secrets behind the visitors' daily keys are: one for each month of visits, made at the first of them. */
const keysIn = (dataDirectory: string): string => join(dataDirectory, 'visitor-keys');

/** The secret of a month such as `2020-03`. Once it is destroyed nobody can make its visitors' hashes again. */
function secretOfMonth(dataDirectory: string, month: string): string {
  mkdirSync(keysIn(dataDirectory), { recursive: true, mode: 0o700 });
  return secretIn(join(keysIn(dataDirectory), month));
}

/** Destroys the secrets of these months, given as 202003. */
export function destroyVisitorKeys(dataDirectory: string, months: readonly number[]): void {
  for (const month of months) {
    const file = join(keysIn(dataDirectory), `${String(month).slice(0, 4)}-${String(month).slice(4)}`);
    if (!existsSync(file)) continue;
    // Written over first: a file that is only unlinked can be found again.
    writeFileSync(file, randomBytes(64).toString('hex'), { flush: true });
    rmSync(file);
  }
}

/** Visitors of one day; each asks for many pages. */
const MOST_REMEMBERED = 20_000;

/** Hashes of 64 bits that only this installation can make again; those of visitors, only while their month's secret exists. */
export function hashes(secret: string, dataDirectory?: string): Pick<Context, 'hash' | 'visitor'> {
  const keyOf = (purpose: string, of = secret) => createHmac('sha256', of).update(purpose).digest('hex');
  let month = '';
  let monthSecret = secret;
  const visitorKey = (day: Day) => {
    if (dataDirectory && day.slice(0, 7) !== month) {
      month = day.slice(0, 7);
      monthSecret = secretOfMonth(dataDirectory, month);
    }
    return keyOf(`visitor ${day}`, monthSecret);
  };
  const lineKey = keyOf('line');
  let day: Day = '';
  let dayKey = '';
  const known = new Map<string, Map<string, bigint>>();
  let remembered = 0;
  return {
    hash: (text) => shortHash(lineKey + text),
    visitor: (ofDay, address, agent) => {
      if (ofDay !== day || remembered >= MOST_REMEMBERED) {
        if (ofDay !== day) dayKey = visitorKey(ofDay);
        day = ofDay;
        known.clear();
        remembered = 0;
      }
      const addresses = known.get(agent) ?? new Map<string, bigint>();
      const before = addresses.get(address);
      if (before !== undefined) return before;
      const found = shortHash(`${dayKey}${address}\n${agent}`);
      // A copy: a piece of a line would keep the text that it stands in.
      addresses.set(Buffer.from(address).toString(), found);
      known.set(agent, addresses);
      remembered += 1;
      return found;
    },
  };
}

const firstBytes = new DataView(new ArrayBuffer(8));

/**
 * The secret key stands in front, and 128 of 256 bits and more are dropped: nothing can be appended or undone. As text
 * of one character a byte the hash comes four times as fast as in a buffer of its own.
 */
function shortHash(text: string): bigint {
  const bytes = hash('sha256', text, 'binary');
  for (let i = 0; i < 8; i += 1) firstBytes.setUint8(i, bytes.charCodeAt(i));
  return firstBytes.getBigUint64(0, true);
}
