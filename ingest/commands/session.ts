// SPDX-License-Identifier: AGPL-3.0-or-later
// What every command shares: the database, the town's settings, the folder the person is in.

import { resolve } from 'node:path';
import { Database, databaseOptions } from '../../sql/client.ts';
import { migrate } from '../../sql/migrate.ts';
import { refresh } from '../../sql/rollups.ts';
import { readSettings, type Settings } from '../../sql/settings.ts';
import { forgetExpired } from '../retention.ts';
import { installationSecret } from '../secret.ts';
import { sweep } from '../sweep.ts';

const options = databaseOptions();

/** Where the engine, the settings and the secret of this installation are. */
export const dataDirectory = options.dataDirectory;

/** The town's settings and the secret, as every load needs them. */
export function installation(): { settings: Settings; secret: string; dataDirectory: string } {
  return { settings: readSettings(dataDirectory), secret: installationSecret(dataDirectory), dataDirectory };
}

/** npm runs us in the project's folder; names of files are meant from where the person is. */
export function fromHere(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** Works on the database, up to date, and lets go of it whatever happens. */
export function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  return withTables(async (database) => {
    await refresh(database);
    return work(database);
  });
}

/** As `withDatabase`, for work that looks itself whether all months are built, at its end. */
export async function withTables<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = new Database(options);
  try {
    await migrate(database);
    // One looks after rows that have expired, the other after those of loads that never counted.
    await Promise.all([
      forgetExpired(database, readSettings(dataDirectory), dataDirectory),
      sweep(database, dataDirectory),
    ]);
    return await work(database);
  } finally {
    await database.close();
  }
}
