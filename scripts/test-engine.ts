// SPDX-License-Identifier: AGPL-3.0-or-later
// One engine for all test files: the embedded one, or the served one that CLICKHOUSE_URL names.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { databaseOptions } from '../sql/client.ts';
import { holdEngine } from '../sql/engine/engine.ts';
import { build } from './build.mjs';

/** Builds what people run, starts the engine, and tells every test file where it is. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build();
  const { served } = databaseOptions();
  if (served) {
    project.provide('served', served);
    return async () => {};
  }
  const directory = mkdtempSync(join(tmpdir(), 'affluenza-test-'));
  const engine = await holdEngine(directory);
  project.provide('served', { url: engine.url, ...engine.users });
  return async () => {
    await engine.release();
    rmSync(directory, { recursive: true, force: true });
  };
}
