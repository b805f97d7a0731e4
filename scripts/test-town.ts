// SPDX-License-Identifier: AGPL-3.0-or-later
// A town for tests: a database with these files in it, and the API that answers from it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { expect } from 'vitest';
import { createApp } from '../api/app.ts';
import type { Office } from '../api/town.ts';
import { loadFile } from '../ingest/load.ts';
import { checkSettings } from '../sql/settings.ts';
import { testDatabase } from './test-database.ts';

export interface TestTown {
  office: Office;
  app: OpenAPIHono;
  /** The answer as JSON; the test fails unless it has this status. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer is compared whole, not used
  ask(path: string, status?: number): Promise<any>;
  /** Takes one more file in. */
  load(name: string, content: string): Promise<void>;
}

/** A town with these settings, and these files by name, taken in one after the other. */
export async function testTown(settings: object, files: Record<string, string>): Promise<TestTown> {
  const office = { database: await testDatabase(), settings: checkSettings(settings), writable: true };
  const app = createApp(office);
  const folder = mkdtempSync(join(tmpdir(), 'affluenza-town-'));
  const load = async (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    const { state } = await loadFile(office.database, join(folder, name), { ...office, secret: 'test' });
    expect(state).toBe('committed');
  };
  for (const [name, content] of Object.entries(files)) await load(name, content);
  const ask = async (path: string, status = 200) => {
    const answer = await app.request(`/api/v1/${path}`);
    expect(answer.status).toBe(status);
    return answer.json();
  };
  return { office, app, ask, load };
}
