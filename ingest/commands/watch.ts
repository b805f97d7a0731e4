// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza watch: what is dropped into a folder is taken in, then moved to done/ or rejected/.
import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Database } from '../../sql/client.ts';
import type { LoadOptions } from '../load.ts';
import { BadFile } from '../source.ts';
import { addReading, loadOptions, takeInAndSay } from './ingest.ts';
import { fromHere, withDatabase } from './session.ts';

/** Folders on a network tell of no change; so the folder is looked at, and a file is taken once it stops growing. */
const LOOK_MS = 1000;

/** Adds the command. */
export function addWatch(program: Command): void {
  const command = program
    .command('watch')
    .description(
      'Carica ciò che arriva in una cartella e lo sposta in done/ o rejected/ (Ctrl-C per finire).',
    )
    .argument('<cartella>', 'la cartella da tenere d’occhio')
    .option('--once', 'carica ciò che c’è e finisce');
  addReading(command).action(watch);
}

async function watch(
  name: string,
  flags: Parameters<typeof loadOptions>[0] & { once?: boolean },
): Promise<void> {
  const folder = fromHere(name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new BadFile(`${name}: non è una cartella`);
  for (const below of ['done', 'rejected']) mkdirSync(join(folder, below), { recursive: true });
  const options = loadOptions(flags);
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  await withDatabase((database) =>
    lookAgainAndAgain(database, folder, options, flags.once ?? false, ending.signal),
  );
}

async function lookAgainAndAgain(
  database: Database,
  folder: string,
  options: LoadOptions,
  once: boolean,
  ending: AbortSignal,
): Promise<void> {
  if (!once) console.log(`In attesa di file in ${folder} (Ctrl-C per finire) …`);
  let before = new Map<string, number>();
  while (!ending.aborted) {
    const now = sizes(folder);
    const ready = [...now].filter(([file, size]) => once || before.get(file) === size).map(([file]) => file);
    for (const file of ready.sort())
      if (!ending.aborted) await takeInAndMove(database, folder, file, options);
    if (once) return;
    before = now;
    await wait(LOOK_MS, undefined, { signal: ending }).catch(() => {});
  }
}

async function takeInAndMove(
  database: Database,
  folder: string,
  file: string,
  options: LoadOptions,
): Promise<void> {
  const outcome = await takeInAndSay(database, join(folder, file), options);
  const isIn = outcome !== undefined && outcome.state !== 'refused';
  renameSync(join(folder, file), freeName(join(folder, isIn ? 'done' : 'rejected'), file));
}

function sizes(folder: string): Map<string, number> {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  );
  return new Map(
    files.map(({ name }) => [name, statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? -1]),
  );
}

/** Nothing is written over: a second chat.csv becomes chat-2.csv. */
function freeName(folder: string, file: string): string {
  const ending = extname(file);
  const taken = new Set(readdirSync(folder));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? file : `${file.slice(0, file.length - ending.length)}-${number}${ending}`;
    if (!taken.has(name)) return join(folder, name);
  }
}
