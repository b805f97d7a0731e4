#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// The command: installs and builds what is missing, then does what was asked.
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { setup } from './setup.mjs';

const engine = new URL('../dist/server/engine.js', import.meta.url);
const args = process.argv.slice(2);

setup();
// The engine takes half a second to start: the rest of the program is looked at, and read, meanwhile.
if (args[0] === 'ingest' && existsSync(engine)) (await import(engine.href)).startEarly();
await build();
const { main } = await import('../dist/server/cli.js');
await main(args);
