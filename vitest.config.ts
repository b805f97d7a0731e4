// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{sql,ingest,api,dashboard,scripts}/**/*.test.{ts,tsx}', '*.test.ts'],
    globalSetup: './scripts/test-engine.ts',
    reporters: ['default', './scripts/count-reporter.ts'],
    maxWorkers: 2,
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
