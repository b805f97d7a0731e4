#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// The command: installs and builds what is missing, then does what was asked.
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
await build();
const { main } = await import('../dist/server/cli.js');
await main(process.argv.slice(2));
