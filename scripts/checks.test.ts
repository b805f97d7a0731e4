// SPDX-License-Identifier: AGPL-3.0-or-later
// What the tools say of the whole project: types, lint and form, unused code, a lock file for every platform.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../sql/engine/engine.ts';

const root = projectRoot();

function run(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? 'all right' : `${stdout}\n${stderr}`;
}

const SLOW = 120_000;

test('types of the server', { timeout: SLOW }, () => {
  expect(run('node_modules/typescript/bin/tsc', '-p', '.')).toBe('all right');
});

test('types of the dashboard', { timeout: SLOW }, () => {
  expect(run('node_modules/typescript/bin/tsc', '-p', 'dashboard')).toBe('all right');
});

test('lint and form', { timeout: SLOW }, () => {
  expect(run('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.')).toBe('all right');
});

test('no file, export or dependency that nothing uses', { timeout: SLOW }, () => {
  expect(run('node_modules/knip/bin/knip.js')).toBe('all right');
});

test('the lock file names the packages of every platform', () => {
  expect(run('scripts/fix-lock.mjs', '--check')).toBe('all right');
});
