// SPDX-License-Identifier: AGPL-3.0-or-later
// When two answers to the same question are the same: same data, same settings, same program, same day.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { dayInRome } from '../compare/calendar.ts';
import { fromOneState, type Office } from '../town.ts';
import { METHOD_VERSION, VERSION } from '../version.ts';

/** The entity tag of everything that is computed from the data as they are now; weak, as answers may be compressed. */
export async function etagOf(office: Office): Promise<string> {
  const { dataVersion } = await fromOneState(office, async () => null);
  // What is the last whole day, and so the end of a phase, changes at midnight.
  const program = [VERSION, METHOD_VERSION, JSON.stringify(office.settings)];
  const made = [dataVersion, dayInRome(Date.now()), ...program];
  return `W/"${createHash('sha256').update(made.join('\n')).digest('hex').slice(0, 20)}"`;
}

/** Whether the caller already has what that tag stands for. */
export function isKnown(c: Context, tag: string): boolean {
  const asked = c.req.header('If-None-Match') ?? '';
  return asked.split(',').some((each) => each.trim() === tag);
}
