// SPDX-License-Identifier: AGPL-3.0-or-later
// Finds the embedded engine of a data directory, or starts it. Nothing outside this folder knows how.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EngineError, explainFailedStart } from './failures.ts';

/** A running engine that this process holds: it stays up until the last holder releases it or ends. */
export interface Engine {
  url: string;
  users: { write: User; read: User };
  /** Lets go of the engine; when this was the last holder, resolves after the engine has stopped. */
  release(): Promise<void>;
}

export interface User {
  name: string;
  password: string;
}

interface State {
  pid: number;
  url: string;
  controlPort: number;
  token: string;
  users: { write: string; read: string };
}

const START_MS = 60_000;
const POLL_MS = 5;
/** To be given memory page by page takes the engine a quarter of its start; this asks for 2 MB at a time. */
const MEMORY_IN_LARGE_PAGES = 'thp:always';

let early: { dataDirectory: string; engine: Promise<Engine> } | undefined;

/** Where the data are, from the environment. */
export function dataDirectoryOf(env: NodeJS.ProcessEnv): string {
  return env.AFFLUENZA_DATA || join(projectRoot(), 'data');
}

/** Starts the engine while the code that will ask for it is still being read; who asks first is given it. */
export function startEarly(env: NodeJS.ProcessEnv = process.env): Promise<Engine> | undefined {
  if (env.CLICKHOUSE_URL) return undefined;
  const dataDirectory = dataDirectoryOf(env);
  early = { dataDirectory, engine: holdEngine(dataDirectory) };
  // Why it cannot be had is said to who asks.
  early.engine.catch(() => {});
  return early.engine;
}

/**
 * Holds the engine of `dataDirectory`, starting it if none runs there. Any number of processes may hold one engine.
 *
 * @throws EngineError with a sentence on what to do when the engine cannot be had.
 */
export async function holdEngine(dataDirectory: string): Promise<Engine> {
  const begun = early?.dataDirectory === dataDirectory ? early.engine : undefined;
  if (begun) {
    early = undefined;
    return begun;
  }
  const directory = join(dataDirectory, 'engine');
  makeDirectory(directory);
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const engine = (await holdRunning(directory)) ?? (await startAndHold(directory, deadline));
    if (engine) return engine;
    await wait(20 * POLL_MS);
  }
  throw new EngineError(
    `Il motore ClickHouse di ${dataDirectory} non risponde entro ${START_MS / 1000} secondi. ` +
      `Se un altro processo lo tiene occupato, chiudilo; il registro è ${join(directory, 'engine.log')}.`,
  );
}

async function holdRunning(directory: string): Promise<Engine | undefined> {
  const state = readState(directory);
  const socket = state && (await openHold(state));
  return socket && toEngine(state, socket);
}

/** Starts a child; undefined when another process was faster, or the previous engine is still closing. */
async function startAndHold(directory: string, deadline: number): Promise<Engine | undefined> {
  const log = join(directory, 'engine.log');
  const logged = shortenLog(log);
  const child = startChild(directory, log);
  while (Date.now() < deadline) {
    if (readState(directory)?.pid === child.pid) return holdRunning(directory);
    if (child.exitCode !== null || child.signalCode !== null) {
      const said = readFileSync(log).subarray(logged).toString('utf8');
      // It also ends when nobody holds it: this process was busy with something else for too long.
      if (/Cannot lock file|QUERY_WAS_CANCELLED/.test(said)) return undefined;
      throw explainFailedStart(said, dirname(directory));
    }
    await wait(POLL_MS);
  }
  child.kill('SIGKILL');
  return undefined;
}

/** In a session of its own, so that a Ctrl-C meant for the server does not end the engine of another process. */
function startChild(directory: string, log: string): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  const script = join(projectRoot(), 'sql', 'engine', 'child.mjs');
  const stdio = ['ignore', output, output] as const;
  const child = spawn(process.execPath, [script, findLibrary(), directory], {
    detached: true,
    stdio: [...stdio],
    env: { JE_MALLOC_CONF: MEMORY_IN_LARGE_PAGES, ...process.env },
  });
  closeSync(output);
  child.unref();
  return child;
}

function toEngine({ url, users }: State, socket: Socket): Engine {
  return {
    url,
    users: {
      write: { name: 'affluenza', password: users.write },
      read: { name: 'affluenza_reader', password: users.read },
    },
    release: () =>
      new Promise((released) => {
        if (socket.closed) return released();
        socket.ref();
        socket.once('close', () => released());
        socket.end();
      }),
  };
}

/** Shows the token on the control port; undefined when nobody answers there, or somebody else does. */
function openHold({ controlPort, token }: State): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(controlPort, '127.0.0.1');
    socket.setEncoding('utf8');
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => resolve(undefined));
    socket.once('data', (said) => {
      if (String(said) !== 'held\n') return socket.destroy();
      // The hold must not keep a process alive that has nothing else to do.
      socket.unref();
      socket.on('error', () => {});
      resolve(socket);
    });
    socket.write(`${token}\n`);
  });
}

function readState(directory: string): State | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, 'engine.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new EngineError(
      `Non si può scrivere in ${directory} (${(error as Error).message}). Scegli un'altra cartella con AFFLUENZA_DATA.`,
    );
  }
}

/** Returns the length of the log, so that only what comes after it is read as the story of this start. */
function shortenLog(log: string): number {
  const size = existsSync(log) ? statSync(log).size : 0;
  if (size < 1_000_000) return size;
  rmSync(log);
  return 0;
}

/**
 * The engine's library for this platform.
 *
 * @throws EngineError where no library exists, naming `CLICKHOUSE_URL` as the way out.
 */
export function findLibrary(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@chdb/lib-${platform}-${arch}${platform === 'linux' ? '-gnu' : ''}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'libchdb.so');
  } catch {
    throw new EngineError(
      `Il motore ClickHouse incorporato non c'è per questa piattaforma (${platform} ${arch}; pacchetto ${name}). ` +
        'Due vie: un server ClickHouse indicato con CLICKHOUSE_URL, oppure, su Windows, WSL.',
    );
  }
}

/** The folder of package.json: from the sources and from the built files alike. */
export function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory);
  return directory;
}
