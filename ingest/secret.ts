// SPDX-License-Identifier: AGPL-3.0-or-later
// The secret of the installation, and the hashes made with it.
import { createHmac, hash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../sql/vocabulary.ts';
import type { Context } from './source.ts';

/** The secret in the data directory; made at the first call. */
export function installationSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'secret');
  mkdirSync(dataDirectory, { recursive: true });
  try {
    // Two processes may start at once: only one of them creates the file, both read it.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Hashes of 64 bits that only this installation can make again. */
export function hashes(secret: string): Pick<Context, 'hash' | 'visitor'> {
  const keyOf = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('hex');
  const lineKey = keyOf('line');
  let day: Day = '';
  let dayKey = '';
  return {
    hash: (text) => shortHash(lineKey + text),
    visitor: (ofDay, address, agent) => {
      if (ofDay !== day) {
        day = ofDay;
        dayKey = keyOf(`visitor ${ofDay}`);
      }
      return shortHash(`${dayKey}${address}\n${agent}`);
    },
  };
}

/** The secret key stands in front, and 128 of 256 bits and more are dropped: nothing can be appended or undone. */
function shortHash(text: string): bigint {
  return hash('sha256', text, 'buffer').readBigUInt64LE();
}
