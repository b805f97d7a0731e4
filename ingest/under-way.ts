// SPDX-License-Identifier: AGPL-3.0-or-later
// Which loads are under way, and which were cut off: a small file for each tells the process that takes it in.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const folderIn = (dataDirectory: string) => join(dataDirectory, 'loading');

/** Says that this process takes in a load; without a folder for the data nobody is told. */
export function markUnderWay(dataDirectory: string | undefined, load: string): void {
  if (dataDirectory === undefined) return;
  mkdirSync(folderIn(dataDirectory), { recursive: true, mode: 0o700 });
  writeFileSync(join(folderIn(dataDirectory), load), `${process.pid} ${hostname()}`);
}

/** Says that it is done with, however it ended. */
export function unmark(dataDirectory: string | undefined, loads: readonly string[]): void {
  if (dataDirectory === undefined) return;
  for (const load of loads) rmSync(join(folderIn(dataDirectory), load), { force: true });
}

/** The loads that are said to be under way, by whether their process is still there; one of another machine may be. */
export function listUnderWay(dataDirectory: string): { alive: string[]; dead: string[] } {
  const found = { alive: [] as string[], dead: [] as string[] };
  for (const load of namesIn(folderIn(dataDirectory)))
    found[isAlive(join(folderIn(dataDirectory), load)) ? 'alive' : 'dead'].push(load);
  return found;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => UUID.test(name));
  } catch {
    return [];
  }
}

function isAlive(file: string): boolean {
  try {
    const [pid, host] = readFileSync(file, 'utf8').split(' ');
    // What is half written, too, is of a process that has just begun.
    return host !== hostname() || process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
