// SPDX-License-Identifier: AGPL-3.0-or-later
// The thread that reads one part of a long log.
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { FactBlocks } from './fact-blocks.ts';
import { readPart } from './part.ts';
import { contextOf, type Errand, type Message } from './reading.ts';
import { namedSource } from './recognize.ts';
import { BadFile } from './source.ts';

const UNDER_WAY = 4;
const PROGRESS_MS = 100;

const port = parentPort as NonNullable<typeof parentPort>;
const [errand] = await once(port, 'message');
const { file, source, range, stamp, circumstances, ...read } = errand as Errand;
const say = (message: Message, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

let underWay = 0;
port.on('message', () => {
  underWay -= 1;
});
const blocks = new FactBlocks(stamp, async (table, block) => {
  say({ table, block }, [block.buffer]);
  underWay += 1;
  while (underWay >= UNDER_WAY) await once(port, 'message');
});

let told = 0;
const tell = (bytes: number, rows: number) => {
  if (Date.now() - told < PROGRESS_MS) return;
  told = Date.now();
  say({ bytes, rows });
};

try {
  const plan = { ...read, source: namedSource(source) };
  const findings = await readPart(
    file,
    plan,
    contextOf(circumstances),
    range,
    (facts) => blocks.add(facts),
    tell,
  );
  await blocks.end();
  say({ findings });
} catch (error) {
  if (!(error instanceof BadFile)) throw error;
  say({ badFile: error.message });
} finally {
  port.close();
}
