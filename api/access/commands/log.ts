// SPDX-License-Identifier: AGPL-3.0-or-later
// `affluenza audit`: who did what, and when.
import { withDatabase } from '../../../ingest/commands/session.ts';
import type { AuditAction, Day } from '../../../sql/vocabulary.ts';
import { type AuditEntry, readAudit } from '../audit.ts';

/** Prints the latest entries of a period. */
export async function showAudit(asked: { from?: Day; to?: Day; limit: number }): Promise<void> {
  const entries = await withDatabase((database) => readAudit(database, asked));
  console.log(entries.length === 0 ? 'In questi giorni nulla.' : entries.map(line).join('\n'));
}

function line({ at, who, via, action, what }: AuditEntry): string {
  return [at, who || '(nessuno)', VIA[via], ACTIONS[action], what].join('  ').trimEnd();
}

const VIA: Record<AuditEntry['via'], string> = {
  page: 'pagine',
  key: 'chiave',
  command: 'comandi',
  server: 'server',
};

const ACTIONS: Record<AuditAction, string> = {
  load: 'carico',
  revoke: 'carico annullato',
  restore: 'carico rimesso',
  export: 'tabella presa',
  note: 'nota scritta',
  'note-deleted': 'nota tolta',
  decision: 'decisione',
  'decision-undone': 'decisione ritirata',
  comment: 'commento alla relazione',
  'report-version': 'relazione congelata o sbloccata',
  settings: 'impostazioni cambiate',
  login: 'accesso',
  'login-failed': 'accesso non riuscito',
  logout: 'uscita',
  password: 'password scelta',
  'account-added': 'utente aggiunto',
  'account-invited': 'utente invitato',
  'account-role': 'ruolo cambiato',
  'account-disabled': 'utente disattivato',
  'account-enabled': 'utente riattivato',
  'key-added': 'chiave aggiunta',
  'key-revoked': 'chiave annullata',
};
