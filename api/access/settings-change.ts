// SPDX-License-Identifier: AGPL-3.0-or-later
// The settings are a file: that they changed is seen when the server starts with other ones.
import { hash } from 'node:crypto';
import { record } from '../../sql/audit.ts';
import type { Database } from '../../sql/client.ts';
import type { Settings } from '../../sql/settings.ts';

/** Writes down that the settings are others than at the last start: not what they say, only which they are. */
export async function noteSettings(database: Database, settings: Settings): Promise<void> {
  const now = `sha256 ${hash('sha256', JSON.stringify(settings))}`;
  const [last] = await database.ask<{ what: string }>('access/last-settings.sql');
  if (last?.what !== now) await record(database, { who: '', via: 'server' }, 'settings', now);
}
