// SPDX-License-Identifier: AGPL-3.0-or-later
// Builds the server, the command and the dashboard when a source file has changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const stampFile = join(root, 'dist', '.stamp');
const SOURCES = [
  'package-lock.json',
  'vite.config.ts',
  'vite.server.config.ts',
  'api',
  'dashboard',
  'ingest',
  'sql',
];

/** Builds what is needed; does nothing in a few milliseconds when nothing has changed. */
export async function build() {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error('Preparazione del programma (alcuni secondi) …');
  const vite = await import('vite');
  for (const configFile of ['vite.server.config.ts', 'vite.config.ts']) {
    await vite.build({ configFile: join(root, configFile), logLevel: 'warn' });
  }
  writeFileSync(stampFile, stamp);
}

function sourceStamp() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((name) => filesOf(join(root, name))).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(path)) return path.includes('.test.') ? [] : [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}
