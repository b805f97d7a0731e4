// SPDX-License-Identifier: AGPL-3.0-or-later
// What people decided about suspicious zeros. Only zeros are decided upon: a count that comes in later stands.
import { randomUUID } from 'node:crypto';
import { dayNumber } from '../sql/vocabulary.ts';
import type { Decision, NewDecision } from './schemas/decisions.ts';
import type { Office } from './town.ts';

/** The decisions that stand, the latest first. */
export function readDecisions({ database }: Pick<Office, 'database'>): Promise<Decision[]> {
  return database.ask<Decision>('decisions/list.sql');
}

/** What a zero of a channel on a day was decided to be; the latest decision counts. */
export function decidedOn(
  decisions: readonly Decision[],
  channel: string,
  day: number,
): Decision['is'] | undefined {
  const isAbout = ({ channel: code, from, to }: Decision) =>
    code === channel && dayNumber(from)! <= day && day <= dayNumber(to)!;
  return decisions.find(isAbout)?.is;
}

/** Writes a decision down and returns it as it stands. */
export async function decide(office: Office, { from, to, ...rest }: NewDecision): Promise<Decision> {
  const id = randomUUID();
  await office.database.insertRows('decisions', [
    { id, first_day: from, last_day: to, ...rest, undone: false },
  ]);
  return (await readDecisions(office)).find((decision) => decision.id === id)!;
}

/** Undoes a decision; false when none with this id stands. */
export async function undo(office: Office, id: string): Promise<boolean> {
  const stands = (await readDecisions(office)).some((decision) => decision.id === id);
  if (stands) await office.database.run('decisions/undo.sql', { id });
  return stands;
}
