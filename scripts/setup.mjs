// SPDX-License-Identifier: AGPL-3.0-or-later
// Installs the dependencies when they are absent or older than the lock file. Only Node's own modules here:
// this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.affluenza-setup');

/** Installs what is missing, or does nothing in a few milliseconds. Exits with 1 and a sentence when it cannot. */
export function setup() {
  refuseOldNode();
  const stamp = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log(
    'Installazione dei componenti (una volta sola; circa 900 MB, quasi tutti del motore ClickHouse) …',
  );
  if (!npm('ci') && !npm('install', '--no-save')) {
    console.error(
      'I componenti non si sono potuti installare: vedi le righe qui sopra. Il registro di npm è raggiungibile?',
    );
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Serve Node 20.19 o più recente (meglio 24 LTS); questo è ${process.version}.`);
  process.exit(1);
}

function wantedStamp() {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}`;
}

function npm(...args) {
  // npm names its own program in npm_execpath; without it (node scripts/start.mjs) the one in PATH is used.
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const flags = ['--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const command = own ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const all = [...(own ? [own] : []), ...args, ...flags];
  return (
    spawnSync(command, all, { cwd: root, stdio: 'inherit', shell: command.endsWith('.cmd') }).status === 0
  );
}
