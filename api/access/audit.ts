// SPDX-License-Identifier: AGPL-3.0-or-later
// Reading the audit log.
import type { Database } from '../../sql/client.ts';
import { type AuditAction, type Day, LAST_DAY } from '../../sql/vocabulary.ts';

/** One thing that somebody did. */
export interface AuditEntry {
  at: string;
  who: string;
  via: 'page' | 'key' | 'command' | 'server';
  action: AuditAction;
  what: string;
}

/** What was done from one day to another (UTC), the latest first, at most `limit` entries. */
export function readAudit(
  database: Database,
  {
    from = '1970-01-01',
    to = LAST_DAY,
    limit,
  }: { from?: Day | undefined; to?: Day | undefined; limit: number },
): Promise<AuditEntry[]> {
  return database.ask<AuditEntry>('access/audit.sql', { from, to, limit });
}
