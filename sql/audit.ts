// SPDX-License-Identifier: AGPL-3.0-or-later
// The audit log: who did what, and when. Nothing here changes or removes a row.
import { userInfo } from 'node:os';
import type { Database } from './client.ts';
import type { AuditAction } from './vocabulary.ts';

/** Somebody who does something, and by what way. */
export interface Actor {
  who: string;
  via: 'page' | 'key' | 'command' | 'server';
}

/** Writes down that somebody did something; `what` names the load, account or address, never a person's words. */
export async function record(
  database: Database,
  { who, via }: Actor,
  action: AuditAction,
  what: string,
): Promise<void> {
  await database.insertRows('audit', [{ who, via, action, what: what.slice(0, MOST_CHARACTERS) }]);
}

/** Far more than any address that is answered. */
const MOST_CHARACTERS = 500;

/** Who runs the command: the user of the machine. */
export function commandUser(): Actor {
  try {
    return { who: userInfo().username, via: 'command' };
  } catch {
    // In a container the user may have a number and no name.
    return { who: String(process.getuid?.() ?? ''), via: 'command' };
  }
}
