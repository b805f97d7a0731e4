// SPDX-License-Identifier: AGPL-3.0-or-later
// npm start where it cannot succeed: it says why, and has changed nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listLoads } from '../ingest/journal.ts';
import { environmentOf, testDatabase } from '../scripts/test-database.ts';
import { projectRoot } from '../sql/engine/engine.ts';

function start(env: NodeJS.ProcessEnv) {
  const script = join(projectRoot(), 'scripts', 'start.mjs');
  return spawnSync(process.execPath, [script], { env, encoding: 'utf8', timeout: 20_000 });
}

test('a port that is taken, one that is none, an address of another machine', async () => {
  const database = await testDatabase();
  const env = environmentOf(database, mkdtempSync(join(tmpdir(), 'affluenza-server-')));
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => other.once('listening', listening));
  const { port } = other.address() as AddressInfo;
  const said = [
    start({ ...env, PORT: String(port) }),
    start({ ...env, PORT: 'abc' }),
    start({ ...env, PORT: '0', HOST: '192.0.2.1' }),
  ];
  other.close();
  expect(said.map(({ status }) => status)).toEqual([1, 1, 1]);
  expect(said[0]?.stderr).toContain(`La porta ${port} è già in uso`);
  expect(said[1]?.stderr).toContain('PORT=abc non è una porta');
  expect(said[2]?.stderr).toContain('HOST=192.0.2.1 non è un indirizzo di questa macchina');
  expect(await listLoads(database)).toEqual([]);
});
