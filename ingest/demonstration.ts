// SPDX-License-Identifier: AGPL-3.0-or-later
// The invented data that a first visitor sees, and how they are taken away.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { type Load, listLoads } from './journal.ts';
import { type LoadOptions, loadFile, revokeLoads } from './load.ts';

const directory = join(projectRoot(), 'fixtures', 'demonstration');
const files = () => readdirSync(directory).sort();

/** Loads the invented files; the options are those of any load. */
export async function loadDemonstration(
  database: Database,
  options: LoadOptions,
  onFile: (file: string) => void = () => {},
): Promise<void> {
  for (const file of files()) {
    onFile(file);
    await loadFile(database, join(directory, file), { ...options, demonstration: true });
  }
}

/** Whether nothing was ever loaded, or the demonstration was cut off before its last file. */
export function wantsDemonstration(loads: readonly Load[]): boolean {
  if (loads.some(({ demonstration, state }) => !demonstration || state === 'revoked')) return false;
  const loaded = loads.filter(({ state }) => state === 'committed').map(({ file }) => file);
  return files().some((file) => !loaded.includes(file));
}

/** Takes the invented data away and returns how many files they were. */
export async function removeDemonstration(database: Database): Promise<number> {
  const loads = (await listLoads(database)).filter(
    ({ demonstration, state }) => demonstration && state === 'committed',
  );
  await revokeLoads(
    database,
    loads.map(({ id }) => id),
  );
  return loads.length;
}
