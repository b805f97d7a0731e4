// SPDX-License-Identifier: AGPL-3.0-or-later
// The words of the project: closed lists, and the types derived from them. Safe in the browser.

/** What a click on the website was. */
export const ACTIONS = ['view', 'download', 'outbound'] as const;
export type Action = (typeof ACTIONS)[number];

/** The class of device a click came from. */
export const DEVICES = ['desktop', 'mobile', 'tablet', 'other'] as const;
export type Device = (typeof DEVICES)[number];

/** How a load, that is one file taken in, stands. Only committed loads are visible. */
export const LOAD_STATES = ['started', 'committed', 'revoked', 'refused'] as const;
export type LoadState = (typeof LOAD_STATES)[number];

/** What somebody may do: each may also do what stands before it. */
export const ROLES = ['public', 'reader', 'analyst', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What is written down about people's doings. */
export const AUDIT_ACTIONS = [
  'load',
  'revoke',
  'restore',
  'export',
  'note',
  'note-deleted',
  'decision',
  'decision-undone',
  'comment',
  'report-version',
  'settings',
  'login',
  'login-failed',
  'logout',
  'password',
  'account-added',
  'account-invited',
  'account-role',
  'account-disabled',
  'account-enabled',
  'key-added',
  'key-revoked',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The three states of a day of a channel: a count (zero included), no data, or not open. */
export const DAY_STATES = ['count', 'missing', 'closed'] as const;
export const GRANULARITIES = ['day', 'week', 'month'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** The phases a comparison is made of; `after` may be open-ended. */
export const PHASES = ['before', 'during', 'after'] as const;
export type Phase = (typeof PHASES)[number];

/** The channels of the default settings, with the names that files may use for them. A town may declare others. */
export const CHANNEL_ALIASES: Readonly<Record<string, readonly string[]>> = {
  web: ['sito', 'sito web', 'website'],
  social: ['social network'],
  chat: [],
  email: ['e-mail', 'mail', 'posta elettronica'],
  phone: ['telefono', 'telefonate'],
  desk: ['sportello', 'sportelli'],
  practice: ['pratiche', 'pratica', 'practices'],
};

/** A civil day in Europe/Rome, written `2020-03-29`. */
export type Day = string;

/** The last day that the engine can write: for a question without an end. */
export const LAST_DAY: Day = '2149-06-06';

/** Days from `from` to `to`, both included. */
export interface Period {
  from: Day;
  to: Day;
}

const MS_A_DAY = 86_400_000;

/**
 * The number of days from 1970-01-01 to a civil day, or null when the text is no day that exists.
 *
 * @example dayNumber('2020-03-29') // 18350
 * @example dayNumber('2026-02-31') // null
 */
export function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // V8 takes 2026-02-31 for 3 March: only a day that reads back the same exists.
  return Number.isNaN(ms) || dayText(ms / MS_A_DAY) !== text ? null : ms / MS_A_DAY;
}

/** The civil day with that number of days since 1970-01-01, as `YYYY-MM-DD`. */
export function dayText(number: number): Day {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}

/**
 * Reads `2020-01-01..2020-03-08`; an end left out (`2020-05-18..`) is returned as null.
 * Returns null when a day does not exist or the end comes before the start.
 */
export function parsePeriod(text: string): { from: Day; to: Day | null } | null {
  const [from, to, more] = text.split('..');
  if (!from || to === undefined || more !== undefined || dayNumber(from) === null) return null;
  if (to === '') return { from, to: null };
  return dayNumber(to) === null || to < from ? null : { from, to };
}
