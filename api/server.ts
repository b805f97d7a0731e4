// SPDX-License-Identifier: AGPL-3.0-or-later
// The server: the API and the built dashboard on one port, from the first load to a clean end.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import { loadDemonstration, wantsDemonstration } from '../ingest/demonstration.ts';
import { listLoads } from '../ingest/journal.ts';
import { forgetExpired, forgetHourly } from '../ingest/retention.ts';
import { installationSecret } from '../ingest/secret.ts';
import { Database, databaseOptions } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';
import { EngineError } from '../sql/engine/failures.ts';
import { migrate } from '../sql/migrate.ts';
import { refresh } from '../sql/rollups.ts';
import { BadSettings, readSettings } from '../sql/settings.ts';
import { listAccounts } from './access/accounts.ts';
import { cookieSecret } from './access/cookies.ts';
import { INSIDE } from './access/identity.ts';
import { isLoopback } from './access/same-site.ts';
import { noteSettings } from './access/settings-change.ts';
import { createApp } from './app.ts';
import { startSchedule } from './report/schedule.ts';
import { addDashboard } from './routes/dashboard.ts';
import type { Office } from './town.ts';

/** Starts everything and prints the address; ends with a sentence when something is in the way. */
export async function serve(): Promise<void> {
  const { dataDirectory, ...rest } = databaseOptions();
  const database = new Database({ dataDirectory, ...rest });
  try {
    const settings = readSettings(dataDirectory);
    const place = askedPlace();
    await tryPlace(place);
    await migrate(database);
    const isOpen = await checkAccess({ database, settings }, place);
    await prepare({ database, settings }, dataDirectory);
    const secret = cookieSecret(dataDirectory);
    const office = { database, settings, writable: isLoopback(place.hostname), access: { secret } };
    const server = await openServer(office, place);
    endCleanly(server, database);
    startSchedule(office);
    forgetHourly(database, settings, dataDirectory);
    if (isOpen) console.log(OPEN);
  } catch (error) {
    await database.close();
    if (!(error instanceof EngineError || error instanceof BadSettings)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function prepare({ database, settings }: Office, dataDirectory: string): Promise<void> {
  await noteSettings(database, settings);
  await forgetExpired(database, settings, dataDirectory);
  await refresh(database);
  if (process.env.AFFLUENZA_DEMO === '0' || !wantsDemonstration(await listLoads(database))) return;
  console.log(
    'La banca dati è vuota: carico i dati dimostrativi, inventati (AFFLUENZA_DEMO=0 per non farlo) …',
  );
  const options = { settings, secret: installationSecret(dataDirectory), dataDirectory };
  await loadDemonstration(database, options, (file) => console.log(`  ${file}`));
}

const OPEN =
  'Tutto è aperto a chi usa questo computer, senza accesso. Per chiedere l’accesso: npm run affluenza -- user add NOME --role admin';

/** Whether all is open to this machine. @throws EngineError when it would be open to others. */
async function checkAccess({ database, settings }: Office, { hostname }: Place): Promise<boolean> {
  const isClosed =
    settings.oidc !== undefined || (await listAccounts(database)).some(({ disabled }) => !disabled);
  if (isClosed || isLoopback(hostname)) return !isClosed;
  throw new EngineError(
    `HOST=${hostname}: chiunque in rete vedrebbe e cambierebbe tutto, perché nessuno può ancora accedere. Crea prima un utente:\n` +
      '  npm run affluenza -- user add NOME --role admin',
  );
}

/** How long a request may take to arrive, whole: who sends it byte by byte keeps no connection. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

interface Place {
  hostname: string;
  port: number;
}

function askedPlace(): Place {
  return { hostname: process.env.HOST || '127.0.0.1', port: portNumber(process.env.PORT || '3000') };
}

/** Looks whether the place is free before anything is loaded, so that a start that cannot succeed changes nothing. */
function tryPlace(place: Place): Promise<void> {
  return new Promise((free, taken) => {
    const trial = createServer().once('error', (error) => taken(explainPort(error, place)));
    trial.listen(place.port, place.hostname, () => trial.close(() => free()));
  });
}

/** Answers at this place from now on: the API, and the pages as built. */
export function openServer(
  office: Office,
  { hostname, port }: Place,
  patience: Partial<typeof PATIENCE> = {},
): Promise<ServerType> {
  const app = createApp(office);
  const root = join(projectRoot(), 'dist', 'dashboard');
  addDashboard(app, readFileSync(join(root, 'index.html'), 'utf8'), root);
  return new Promise((resolve, reject) => {
    const serverOptions = { ...PATIENCE, ...patience };
    const server = listen({ fetch: app.fetch, hostname, port, serverOptions }, (address) => {
      const shown =
        hostname === '127.0.0.1' ? 'localhost' : hostname.includes(':') ? `[${hostname}]` : hostname;
      void warmUp(app);
      console.log(`Affluenza è pronta: http://${shown}:${address.port}  (Ctrl-C per fermarla)`);
      resolve(server);
    });
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainPort(error, { hostname, port })));
  });
}

/**
 * The first visitor shall not wait for what everybody asks, nor for code that has never run; and the placebo dates begin
 * to be computed.
 */
async function warmUp(app: ReturnType<typeof createApp>): Promise<void> {
  for (const query of [
    '',
    '?seasonal=off',
    '?seasonal=off&channels=web',
    '?seasonal=off&channels=chat,desk,practice',
  ]) {
    await app.request(`/api/v1/compare${query}`, {}, INSIDE);
  }
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new EngineError(`PORT=${text} non è una porta: serve un numero da 0 a 65535.`);
}

function explainPort(error: NodeJS.ErrnoException, { hostname, port }: Place): Error {
  if (error.code === 'EADDRINUSE') {
    return new EngineError(
      `La porta ${port} è già in uso: chiudi l'altro programma, o scegline un'altra con PORT=3001 npm start.`,
    );
  }
  if (error.code === 'EACCES')
    return new EngineError(`La porta ${port} è riservata: scegline una da 1024 in su con PORT.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new EngineError(`HOST=${hostname} non è un indirizzo di questa macchina.`);
  }
  return error;
}

/** Ctrl-C and SIGTERM: no new requests, those under way are answered, the engine is let go. */
function endCleanly(server: ServerType, database: Database): void {
  let ending = false;
  const end = async () => {
    if (ending) return process.exit(1);
    ending = true;
    await new Promise((closed) => {
      server.close(closed);
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      setTimeout(closed, 5_000).unref();
    });
    await database.close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
