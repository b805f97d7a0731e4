// SPDX-License-Identifier: AGPL-3.0-or-later
// A question that cannot be answered, in a terminal.
import { BadQuestion } from './problem.ts';

const FAILED = 1;

/** Does the work; when its question cannot be answered, says which option is wrong and what it may be. */
export async function orRefuse(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BadQuestion)) throw error;
    console.error(`--${error.parameter}: valore non ammesso; sono ammessi: ${error.allowed.join(', ')}`);
    process.exitCode = FAILED;
  }
}
