// SPDX-License-Identifier: AGPL-3.0-or-later
// Brings the tables to the state of sql/migrations: one statement a file, in order, each applied once.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './client.ts';
import { projectRoot } from './engine/engine.ts';
import { EngineError } from './engine/failures.ts';

/**
 * Creates or updates the tables, and reads back what it has written to see that the engine does its work.
 * Two processes may do so at the same moment: every statement can be repeated.
 *
 * @throws EngineError when the engine cannot write and read, or the data are of a newer version of Affluenza.
 */
export async function migrate(database: Database): Promise<void> {
  await database.create();
  await database.run('migrations.sql');
  const applied = new Set(
    (await database.ask<{ name: string }>('migrations-applied.sql')).map(({ name }) => name),
  );
  const files = migrationFiles();
  refuseNewerData(applied, files);
  const missing = files.filter((file) => !applied.has(file));
  for (const name of missing) {
    await database.run(`migrations/${name}`);
    await database.insertRows('migrations', [{ name }]);
  }
  if (missing.length > 0) await selfTest(database, files);
}

function migrationFiles(): string[] {
  return readdirSync(join(projectRoot(), 'sql', 'migrations'))
    .filter((file) => file.endsWith('.sql'))
    .sort();
}

function refuseNewerData(applied: Set<string>, files: string[]): void {
  const unknown = [...applied].filter((name) => !files.includes(name));
  if (unknown.length === 0) return;
  throw new EngineError(
    `I dati sono di una versione più recente di Affluenza (${unknown.join(', ')}): aggiorna il programma.`,
  );
}

/** Reading back what was just written proves the whole way there and back. */
async function selfTest(database: Database, expected: string[]): Promise<void> {
  const found = new Set(
    (await database.ask<{ name: string }>('migrations-applied.sql')).map(({ name }) => name),
  );
  if (expected.every((name) => found.has(name))) return;
  throw new EngineError(
    'La prova di scrittura e lettura del motore ClickHouse non è riuscita: le righe scritte mancano.',
  );
}
