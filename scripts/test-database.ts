// SPDX-License-Identifier: AGPL-3.0-or-later
// A database of its own for each test file, on the engine that all of them share.
import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { Database, type DatabaseOptions } from '../sql/client.ts';
import { migrate } from '../sql/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    served: NonNullable<DatabaseOptions['served']>;
  }
}

/** An empty database with all its tables; it is removed when the tests of the file are done. */
export async function testDatabase(): Promise<Database> {
  const name = `affluenza_test_${randomBytes(6).toString('hex')}`;
  const database = new Database({ dataDirectory: '/nonexistent', database: name, served: inject('served') });
  await migrate(database);
  afterAll(async () => {
    await database.drop();
    await database.close();
  });
  return database;
}

/** The answer to any SQL, as text: for looking at what is stored, past the questions that the project asks. */
export async function rawQuery(database: Database, sql: string): Promise<string> {
  const { url, write } = inject('served');
  const headers = { 'X-ClickHouse-User': write.name, 'X-ClickHouse-Key': write.password };
  const answer = await fetch(`${url}/?database=${database.name}`, { method: 'POST', body: sql, headers });
  return answer.text();
}

/** The environment that makes a command use `database`. */
export function environmentOf(database: Database, dataDirectory: string): NodeJS.ProcessEnv {
  const { url, write } = inject('served');
  return {
    ...process.env,
    AFFLUENZA_DATA: dataDirectory,
    CLICKHOUSE_URL: url,
    CLICKHOUSE_USER: write.name,
    CLICKHOUSE_PASSWORD: write.password,
    CLICKHOUSE_DATABASE: database.name,
  };
}
