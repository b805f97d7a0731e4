// SPDX-License-Identifier: AGPL-3.0-or-later
// npm start: installs and builds what is missing, then serves.
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
await build();
const { serve } = await import('../dist/server/server.js');
await serve();
