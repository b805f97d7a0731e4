// SPDX-License-Identifier: AGPL-3.0-or-later
// The commands of this floor. Each ends with 0 when all was done, 2 when rows were rejected, 1 when nothing was.
import type { Command } from 'commander';
import { EngineError } from '../sql/engine/failures.ts';
import { BadSettings } from '../sql/settings.ts';
import { addIngest, NOTHING_TAKEN } from './commands/ingest.ts';
import { addLoads } from './commands/loads.ts';
import { addMap } from './commands/map.ts';
import { addPrivacy } from './commands/privacy.ts';
import { addPull } from './commands/pull.ts';
import { addWatch } from './commands/watch.ts';
import { PullFailed } from './pull/matomo.ts';
import { BadFile } from './source.ts';

/** Adds the commands that take files in. */
export function addCommands(program: Command): void {
  for (const add of [addIngest, addLoads, addWatch, addMap, addPull, addPrivacy]) add(program);
}

/** Runs what a person typed; what they can mend is said in a sentence. */
export async function run(program: Command, args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const isSaid = [EngineError, BadSettings, BadFile, PullFailed].some((kind) => error instanceof kind);
    if (!isSaid) throw error;
    console.error((error as Error).message);
    process.exitCode = NOTHING_TAKEN;
  }
}
