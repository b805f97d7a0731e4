// SPDX-License-Identifier: AGPL-3.0-or-later
// Builds the dashboard for the browser. Preact's JSX needs no plug-in: it is read from dashboard/tsconfig.json.
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { wordsAsData } from './scripts/words-plugin.ts';

export default defineConfig(({ command }) => {
  // Tests build too, and hand their NODE_ENV on: what is built is always the page that people get.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: join(import.meta.dirname, 'dashboard'),
    publicDir: false,
    plugins: [wordsAsData()],
    build: {
      outDir: '../dist/dashboard',
      emptyOutDir: true,
      // Browsers of 2024 on; light-dark() stays as it is written.
      target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      // Nothing becomes a data: address, so that a strict content security policy holds.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: {
        // What the first page and others share is one file: many small ones are packed less tightly.
        output: { codeSplitting: { groups: [{ name: 'shared', test: /\/dashboard\//, minShareCount: 3 }] } },
      },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  };
});
