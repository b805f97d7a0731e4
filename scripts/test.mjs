// SPDX-License-Identifier: AGPL-3.0-or-later
// npm test: installs what is missing, then runs every test; types and lint are tests too (scripts/checks.test.ts).
// Arguments are handed on: npm test -- ingest
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
