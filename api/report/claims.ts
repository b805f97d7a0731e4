// SPDX-License-Identifier: AGPL-3.0-or-later
// At most one mail a month, however many machines want to send it: docs/decisions, "one mail a month".
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../sql/client.ts';
import type { Month } from './month.ts';

/** One try to send the report of a month. */
export interface Claim {
  month: Month;
  claim: string;
  step: 'claimed' | 'withdrawn' | 'failed' | 'sent';
  reason: string;
  /** Without an end, and younger than ten minutes: somebody may be sending right now. */
  live: boolean;
  at: string;
}

const PAUSE_MS = 100;
const MOST_TURNS = 50;

/** All tries, of one month or of every (''), the first one first. */
export function readClaims(database: Database, month: Month): Promise<Claim[]> {
  return database.ask<Claim>('reports/claims.sql', { month });
}

/** Claims the report of a month for sending; null when it was sent, or somebody else is at it. */
export async function claim(database: Database, month: Month): Promise<string | null> {
  if ((await readClaims(database, month)).some(({ step }) => step === 'sent')) return null;
  const mine = randomUUID();
  await record(database, month, mine, 'claimed');
  // Whoever reads after writing, and sees no other, was first: any later one will see this claim.
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const claims = await readClaims(database, month);
    const rivals = claims.filter((each) => each.live && each.claim !== mine);
    const isSent = claims.some(({ step }) => step === 'sent');
    if (!isSent && rivals.length === 0) return mine;
    // Of those who see each other the smallest waits for the others to give up.
    if (isSent || rivals.some((each) => each.claim < mine)) break;
    await pause(PAUSE_MS);
  }
  await record(database, month, mine, 'withdrawn');
  return null;
}

/** Writes down what came of a claim. */
export async function record(
  database: Database,
  month: Month,
  id: string,
  step: Claim['step'],
  reason = '',
): Promise<void> {
  await database.insertRows('report_mails', [{ month, claim: id, step, reason }]);
}
