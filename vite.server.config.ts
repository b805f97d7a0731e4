// SPDX-License-Identifier: AGPL-3.0-or-later
// Builds the server and the command into plain JavaScript that Node 20 runs as it is.
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // One file is read several times as fast as a few hundred; what is native stays outside.
  ssr: { noExternal: true, external: ['ffi-rs', '@myriaddreamin/typst-ts-node-compiler'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: {
        server: 'api/server.ts',
        cli: 'api/cli.ts',
        thread: 'ingest/thread.ts',
        engine: 'sql/engine/engine.ts',
      },
    },
  },
});
