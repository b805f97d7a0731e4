#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// The command: installs and builds what is missing, then does what was asked.
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
await build();
const args = process.argv.slice(2);
// The engine takes half a second to start: the rest of the program is read meanwhile.
if (args[0] === 'ingest') (await import('../dist/server/engine.js')).startEarly();
const { main } = await import('../dist/server/cli.js');
await main(args);
