// SPDX-License-Identifier: AGPL-3.0-or-later
// `affluenza key`: keys for programs that ask the API.
import { withDatabase } from '../../../ingest/commands/session.ts';
import { BadFile } from '../../../ingest/source.ts';
import { commandUser, record } from '../../../sql/audit.ts';
import type { Role } from '../../../sql/vocabulary.ts';
import { addKey, type Key, listKeys, revokeKey } from '../keys.ts';
import { ROLE_WORDS } from '../page/words.ts';
import { dayOf } from './say.ts';

const DAY_MS = 86_400_000;

/** What is said of a new key. */
export interface KeyFlags {
  role: Role;
  days: number;
  label: string;
}

/** Makes a key and prints it, the only time. */
export async function newKey({ role, days, label }: KeyFlags): Promise<void> {
  const expiresAt = Date.now() + days * DAY_MS;
  const key = await withDatabase(async (database) => {
    await record(database, commandUser(), 'key-added', `${label} ${role}`);
    return addKey(database, { label, role, expiresAt });
  });
  console.log(
    `Chiave «${label}», ruolo: ${ROLE_WORDS[role]}, vale fino al ${dayOf(expiresAt)}. Non si vedrà più:`,
  );
  console.log(`  ${key}`);
  console.log(`Si usa così: curl -H 'Authorization: Bearer ${key}' …/api/v1/series`);
}

/** Prints all keys and how they stand. */
export async function showKeys(): Promise<void> {
  const keys = await withDatabase(listKeys);
  console.log(keys.length === 0 ? 'Non c’è nessuna chiave.' : keys.map(line).join('\n'));
}

/** Takes a key back, at once. */
export async function dropKey(id: string): Promise<void> {
  await withDatabase(async (database) => {
    const key = (await listKeys(database)).find((each) => each.id === id);
    if (!key) throw new BadFile(`La chiave ${id} non c'è. Tutte: key list`);
    await revokeKey(database, key);
    await record(database, commandUser(), 'key-revoked', key.label);
    console.log(`La chiave «${key.label}» non vale più.`);
  });
}

function line({ id, label, role, expiresAt, revoked }: Key): string {
  const until = revoked ? 'annullata' : expiresAt <= Date.now() ? 'scaduta' : `fino al ${dayOf(expiresAt)}`;
  return [id, ROLE_WORDS[role], until, label].join('  ');
}
