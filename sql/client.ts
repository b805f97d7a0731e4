// SPDX-License-Identifier: AGPL-3.0-or-later
// The one client of ClickHouse: nothing else in the project knows it is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client';
import { dataDirectoryOf, type Engine, holdEngine, projectRoot, type User } from './engine/engine.ts';
import { EngineError, EngineLost, explainFailedRequest, isLost } from './engine/failures.ts';

/** What may be bound to a typed parameter such as `{from:Date}`. Never a JavaScript Date: it would lose its zone. */
export type Parameters = Record<
  string,
  string | number | boolean | null | readonly string[] | readonly number[]
>;

export interface DatabaseOptions {
  /** Where the embedded engine keeps its files. */
  dataDirectory: string;
  /** The name of the database; default `affluenza`. */
  database?: string;
  /** Address, user and password of a served engine; without it the embedded one is used. */
  served?: { url: string; write: User; read?: User };
}

/** Where the data are, from the environment: `AFFLUENZA_DATA`, `CLICKHOUSE_URL` and their like. */
export function databaseOptions(env: NodeJS.ProcessEnv = process.env): DatabaseOptions {
  const dataDirectory = dataDirectoryOf(env);
  const database = env.CLICKHOUSE_DATABASE || 'affluenza';
  if (!env.CLICKHOUSE_URL) return { dataDirectory, database };
  const write = { name: env.CLICKHOUSE_USER || 'default', password: env.CLICKHOUSE_PASSWORD ?? '' };
  const read = env.CLICKHOUSE_READ_USER
    ? { name: env.CLICKHOUSE_READ_USER, password: env.CLICKHOUSE_READ_PASSWORD ?? '' }
    : undefined;
  return { dataDirectory, database, served: { url: env.CLICKHOUSE_URL, write, ...(read && { read }) } };
}

/** Where a served engine has no user that may only read, every question is sent with these limits. */
const READ_LIMITS: ClickHouseSettings = {
  readonly: '2',
  max_execution_time: 20,
  max_memory_usage: '2000000000',
};
/**
 * What pays with large data takes longer here than the answer itself: to compile a question when it is asked for the
 * fourth time, and to share the work of a join (whose smaller side is small) out to threads.
 */
const SMALL_DATA: ClickHouseSettings = {
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
  join_algorithm: 'hash',
};
const WRITE_SETTINGS: ClickHouseSettings = {
  async_insert: 0,
  // A build writes many months at once, and an insert of equal rows must never be taken for a repetition.
  max_partitions_per_insert_block: '0',
  insert_deduplicate: 0,
};

/** Written as they come: otherwise a million rows would wait for the end of the stream. */
const STREAM_SETTINGS: ClickHouseSettings = {
  min_insert_block_size_rows: '131072',
  min_insert_block_size_bytes: '0',
  // A file may have no contact for a long while, or come from a slow disk.
  http_receive_timeout: 3600,
};

interface Connection {
  url: string;
  write: ClickHouseClient;
  read: ClickHouseClient;
  /** As `write`, but in a database that always exists. */
  bare: ClickHouseClient;
  close(): Promise<void>;
}

/** The town's data. Every value that comes from outside is a typed parameter; nothing is pasted into SQL. */
export class Database {
  readonly name: string;
  readonly #options: DatabaseOptions;
  /** Shared with the databases that `remembering` makes. */
  #link: { connection: Promise<Connection> | undefined } = { connection: undefined };
  #answers: Map<string, Promise<unknown[]>> | undefined;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.name = options.database ?? 'affluenza';
  }

  /** Asks the question in `sql/<file>` as the user that may only read; one object a row. */
  async ask<Row>(file: string, parameters: Parameters = {}): Promise<Row[]> {
    if (!this.#answers) return this.#ask(file, parameters);
    const question = JSON.stringify([file, parameters]);
    const answer = this.#answers.get(question) ?? this.#ask(file, parameters);
    this.#answers.set(question, answer);
    // Who sorts its rows does not sort those of the others.
    return [...((await answer) as Row[])];
  }

  /**
   * The same database, for as long as one answer takes that is made from one state of the data: what it has been asked
   * before it does not ask the engine again.
   */
  remembering(): Database {
    const same = new Database(this.#options);
    same.#link = this.#link;
    same.#answers = new Map();
    return same;
  }

  #ask<Row>(file: string, parameters: Parameters): Promise<Row[]> {
    return this.#use(async ({ read }) => {
      const query = { query: sqlFile(file), query_params: parameters, format: 'JSONEachRow' as const };
      return (await read.query(query)).json<Row>();
    });
  }

  /** Runs one statement as the user that writes. */
  async command(sql: string, parameters: Parameters = {}): Promise<void> {
    await this.#use(({ write }) => write.command({ query: sql, query_params: parameters }));
  }

  /** Runs the statement in `sql/<file>` as the user that writes. */
  async run(file: string, parameters: Parameters = {}): Promise<void> {
    await this.command(sqlFile(file), parameters);
  }

  /** Inserts a few rows, given as objects. */
  async insertRows(table: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#use(({ write }) => write.insert({ table, values: rows, format: 'JSONEachRow' }));
  }

  /**
   * Inserts a stream of blocks (see `native.ts`); a column that they lack has its default. Not repeated here when the engine
   * is lost on the way: what was written then belongs to a load that never was committed.
   *
   * @throws EngineLost when the embedded engine is lost on the way; the next call finds or starts another.
   */
  async insertStream(table: 'clicks' | 'contacts' | 'practices', blocks: Readable): Promise<void> {
    const connection = await this.#connect();
    const query = `insert into ${table} format Native`;
    const insert = connection.write.exec({ query, values: blocks, clickhouse_settings: STREAM_SETTINGS });
    const done = insert.then(({ stream }) => finished(stream.resume()));
    await done.catch(async (error) => {
      if (!isLost(error) || this.#options.served) return this.#fail(error, connection.url);
      await this.#forget(connection);
      throw new EngineLost(
        'Il motore ClickHouse si è fermato mentre si caricava il file: ripeti il comando.',
      );
    });
  }

  /** Creates the database if it is not there, and looks whether a server is new enough. */
  async create(): Promise<void> {
    await this.#use(async ({ url, bare }) => {
      if (this.#options.served) await refuseOldServer(bare, url);
      await bare.command({
        query: 'create database if not exists {name:Identifier}',
        query_params: { name: this.name },
      });
    });
  }

  /** Removes the database with all it holds. */
  async drop(): Promise<void> {
    await this.#use(({ bare }) =>
      bare.command({ query: 'drop database if exists {name:Identifier}', query_params: { name: this.name } }),
    );
  }

  /** Lets go of the engine; the embedded one stops when nobody else holds it. */
  async close(): Promise<void> {
    const connection = this.#link.connection;
    this.#link.connection = undefined;
    await (await connection)?.close();
  }

  #connect(): Promise<Connection> {
    this.#link.connection ??= openConnection(this.#options, this.name).catch((error) => {
      this.#link.connection = undefined;
      throw error;
    });
    return this.#link.connection;
  }

  /** An embedded engine that was lost is found or started again, once; the work goes on. */
  async #use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = await this.#connect();
    try {
      return await work(connection);
    } catch (error) {
      if (!isLost(error) || this.#options.served) return this.#fail(error, connection.url);
      await this.#forget(connection);
    }
    const again = await this.#connect();
    return work(again).catch((error) => this.#fail(error, again.url));
  }

  async #forget(lost: Connection): Promise<void> {
    if ((await this.#link.connection) === lost) this.#link.connection = undefined;
    await lost.close().catch(() => {});
  }

  async #fail(error: unknown, url: string): Promise<never> {
    if (isLost(error) && !this.#options.served) await this.close().catch(() => {});
    throw explainFailedRequest(error, url) ?? error;
  }
}

async function openConnection(options: DatabaseOptions, database: string): Promise<Connection> {
  if (options.served) return connectTo(options.served, database, async () => {});
  const engine: Engine = await holdEngine(options.dataDirectory);
  return connectTo({ url: engine.url, ...engine.users }, database, () => engine.release());
}

function connectTo(
  { url, write, read }: NonNullable<DatabaseOptions['served']>,
  database: string,
  release: () => Promise<void>,
): Connection {
  const open = ({ name, password }: User, settings: ClickHouseSettings, within = database) =>
    createClient({
      url,
      username: name,
      password,
      database: within,
      application: 'affluenza',
      // A question about many days does not fit into an address.
      use_multipart_params_auto: true,
      request_timeout: 600_000,
      // Errors reach the person through us, once.
      log: { level: ClickHouseLogLevel.OFF },
      clickhouse_settings: {
        ...settings,
        date_time_input_format: 'basic',
        output_format_json_quote_64bit_integers: 0,
        ...SMALL_DATA,
      },
    });
  const writer = open(write, WRITE_SETTINGS);
  const reader = open(read ?? write, read ? {} : READ_LIMITS);
  const bare = open(write, {}, 'system');
  const close = async () => {
    await Promise.all([writer.close(), reader.close(), bare.close()]);
    await release();
  };
  return { url, write: writer, read: reader, bare, close };
}

/** Mann-Whitney was wrong for samples of different size before 24.9 (ClickHouse issue 68519). */
async function refuseOldServer(client: ClickHouseClient, url: string): Promise<void> {
  const answer = await client.query({ query: 'select version() as version', format: 'JSONEachRow' });
  const [{ version } = { version: '0.0' }] = await answer.json<{ version: string }>();
  const [year = 0, month = 0] = version.split('.').map(Number);
  if (year > 24 || (year === 24 && month >= 9)) return;
  throw new EngineError(
    `ClickHouse ${version} (${url}) è troppo vecchio: serve la versione 24.9 o una più recente.`,
  );
}

const files = new Map<string, string>();

/** The text of a file below `sql/`, read once. */
export function sqlFile(file: string): string {
  const text = files.get(file) ?? readFileSync(join(projectRoot(), 'sql', file), 'utf8');
  files.set(file, text);
  return text;
}
