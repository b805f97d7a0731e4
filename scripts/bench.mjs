#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run bench -- NAME …`: runs scripts/bench/NAME.ts (or .mjs), which exports `main(args)`. What is written in
// TypeScript is built first, as the server is: Node 20 runs plain JavaScript only.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setup } from './setup.mjs';

const folder = join(root, 'scripts', 'bench');
const names = readdirSync(folder)
  .filter((file) => /^[\w-]+\.(ts|mjs)$/.test(file))
  .map((file) => file.replace(/\.\w+$/, ''));
const [name = '', ...args] = process.argv.slice(2);

if (names.includes(name)) {
  setup();
  const { main } = await import(pathToFileURL(await runnable(name)).href);
  await main(args);
} else {
  console.error(`Which one? npm run bench -- ${names.join(' | ')}`);
  process.exitCode = 1;
}

/** The file that Node can run. */
async function runnable(wanted) {
  const plain = join(folder, `${wanted}.mjs`);
  if (existsSync(plain)) return plain;
  const { build } = await import('vite');
  const outDir = join(root, 'dist', 'bench');
  const rollupOptions = { input: { [wanted]: join(folder, `${wanted}.ts`) } };
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: true, outDir, emptyOutDir: false, target: 'node20', rollupOptions },
  });
  return join(outDir, `${wanted}.js`);
}
