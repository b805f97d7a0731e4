// SPDX-License-Identifier: AGPL-3.0-or-later
// Rows of loads that never counted and never will take up room: they are removed, beside whoever is at work.
import type { Database } from '../sql/client.ts';
import { listUnderWay, unmark } from './under-way.ts';

type Table = 'clicks' | 'contacts' | 'practices' | 'load_days' | 'rejected_rows';

/** Gives up loads whose process has died, and removes what they wrote. A load that is under way is left alone. */
export async function sweep(database: Database, dataDirectory: string): Promise<void> {
  const { alive, dead } = listUnderWay(dataDirectory);
  await database.run('loads/give-up.sql', { alive, dead });
  await removeLeftovers(database);
  unmark(dataDirectory, dead);
}

/** Removes the rows of loads that were refused or given up. */
export async function removeLeftovers(database: Database): Promise<void> {
  // The journal is quickly looked at, and hardly ever says that there is something to look for.
  const [uncounted] = await database.ask<{ count: number }>('loads/uncounted.sql');
  if (!uncounted?.count) return;
  const found = await database.ask<{ table: Table; loads: string[] }>('loads/leftovers.sql');
  for (const { table, loads } of found) {
    // No parameter may stand for a table; the names are those of the question above.
    await database.command(
      `alter table ${table} delete where load in {loads:Array(UUID)} settings mutations_sync = 1`,
      { loads },
    );
  }
}
