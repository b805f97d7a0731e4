// SPDX-License-Identifier: AGPL-3.0-or-later
// Reads a whole file: short ones here, long logs in parts, each in a thread of its own.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../sql/engine/engine.ts';
import { cutFile, type Range } from './cut.ts';
import { FactBlocks, type Stamp, type Table } from './fact-blocks.ts';
import { type Findings, joinFindings, readPart } from './part.ts';
import { WHOLE_FILE } from './read.ts';
import { hashes } from './secret.ts';
import { BadFile, type Context } from './source.ts';
import type { Plan } from './translate.ts';

/** What reading depends on besides the file. */
export type Circumstances = Omit<Context, 'hash' | 'visitor'> & { secret: string; dataDirectory?: string };

/** The first thing that a thread is told. */
export interface Errand extends Pick<Plan, 'layout' | 'delimiter' | 'start'> {
  file: string;
  source: string;
  range: Range;
  stamp: Stamp;
  circumstances: Circumstances;
}

/** What a thread says. */
export type Message =
  | { table: Table; block: Uint8Array }
  | { bytes: number; rows: number }
  | { findings: Findings }
  | { badFile: string };

/** Where blocks of facts go; without it a file is only looked at. */
export type Give = (table: Table, block: Uint8Array) => Promise<void>;

export const contextOf = ({ secret, dataDirectory, ...known }: Circumstances): Context => ({
  ...known,
  ...hashes(secret, dataDirectory),
});

/** A thread begins in some hundredths of a second; shorter files are read in that time. */
const WORTH_CUTTING = 16 * 1_048_576;
const MOST_THREADS = 4;
/** Hardly anything outlives its line: a heap of this size for what is new is filled, and cleared, in the processor's cache. */
const YOUNG_MEGABYTES = 12;
/** The thread's code is plain JavaScript, as it is built; where the sources run as they are there are no threads. */
const THREAD = import.meta.url.endsWith('.ts')
  ? undefined
  : join(projectRoot(), 'dist', 'server', 'thread.js');

/** Reads a file; its facts are given as blocks, each with its `stamp`. @throws BadFile when it cannot be right. */
export async function readWhole(
  file: string,
  plan: Plan,
  circumstances: Circumstances,
  stamp: Stamp,
  give: Give | undefined,
  onProgress: (bytes: number, rows: number) => void,
): Promise<ReturnType<typeof joinFindings>> {
  const ranges = await partsOf(file, plan);
  const { source, layout, delimiter, start } = plan;
  const errand = { file, source: source.name, layout, delimiter, start, stamp, circumstances };
  const progress = ranges.map(() => ({ bytes: 0, rows: 0 }));
  const tell = (part: number) => (bytes: number, rows: number) => {
    progress[part] = { bytes, rows };
    const sum = (name: 'bytes' | 'rows') => progress.reduce((total, each) => total + each[name], 0);
    onProgress(sum('bytes'), sum('rows'));
  };
  const [here = WHOLE_FILE, ...apart] = ranges;
  const others = apart.map((range, i) => readApart({ ...errand, range }, give, tell(i + 1)));
  const first = readHere(file, plan, circumstances, here, stamp, give, tell(0));
  return joinFindings(source, await Promise.all([first, ...others]));
}

async function partsOf(file: string, { source, layout, start }: Plan): Promise<Range[]> {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const mayCut = source.records === 'lines' ? source.mayCut?.(start) : undefined;
  const isPlain = !layout.compression && ['utf-8', 'windows-1252'].includes(layout.encoding);
  const isLong = statSync(file).size >= WORTH_CUTTING;
  return mayCut && isPlain && isLong && THREAD ? cutFile(file, threads, mayCut) : [WHOLE_FILE];
}

async function readHere(
  file: string,
  plan: Plan,
  circumstances: Circumstances,
  range: Range,
  stamp: Stamp,
  give: Give | undefined,
  onProgress: (bytes: number, rows: number) => void,
): Promise<Findings> {
  const blocks = give && new FactBlocks(stamp, give);
  const write = (facts: Parameters<FactBlocks['add']>[0]) => blocks?.add(facts);
  const findings = await readPart(file, plan, contextOf(circumstances), range, write, onProgress);
  await blocks?.end();
  return findings;
}

/** Started, and waiting for something to read. */
const idle: Worker[] = [];

/** Starts the threads that will read the file: they load their code while its turn has not come. */
export async function startThreads({ file, plan }: { file: string; plan: Plan }): Promise<void> {
  const parts = await partsOf(file, plan);
  while (idle.length < parts.length - 1) idle.push(startThread());
}

function startThread(): Worker {
  const thread = new Worker(THREAD as string, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  // It may turn out that there is nothing to read.
  thread.unref();
  const forget = () => {
    const place = idle.indexOf(thread);
    if (place >= 0) idle.splice(place, 1);
  };
  // One that cannot be had is no fault while nothing is to be read: who needs one starts another, and is told.
  thread.once('error', forget);
  thread.once('exit', forget);
  return thread;
}

/** The thread waits when too many of its blocks have not been taken. */
function readApart(
  errand: Errand,
  give: Give | undefined,
  onProgress: (bytes: number, rows: number) => void,
): Promise<Findings> {
  return new Promise((found, failed) => {
    const thread = idle.pop() ?? startThread();
    thread.ref();
    const fail = (error: unknown) => {
      failed(error);
      void thread.terminate();
    };
    thread.once('error', fail);
    thread.once('exit', (code) => failed(new Error(`a reading thread ended with ${code}`)));
    thread.on('message', (message: Message) => {
      if ('findings' in message) found(message.findings);
      else if ('badFile' in message) fail(new BadFile(message.badFile));
      else if ('bytes' in message) onProgress(message.bytes, message.rows);
      else
        Promise.resolve(give?.(message.table, message.block)).then(() => thread.postMessage('taken'), fail);
    });
    thread.postMessage(errand);
  });
}
