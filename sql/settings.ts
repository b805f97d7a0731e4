// SPDX-License-Identifier: AGPL-3.0-or-later
// The town's own file, comune.json: which channels it has, when they are open, which phases are compared.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { usualChannels } from './channels.ts';
import { dayNumber, parsePeriod, ROLES } from './vocabulary.ts';

const day = z.string().refine((text) => dayNumber(text) !== null, 'giorno inesistente; si scrive 2020-03-10');
const openPeriod = z
  .string()
  .refine((text) => parsePeriod(text) !== null, 'periodo non valido; si scrive 2020-01-01..2020-03-08');
const period = openPeriod.refine((text) => parsePeriod(text)?.to !== null, 'il periodo deve avere una fine');
const monthDay = z
  .string()
  .refine((text) => dayNumber(`2000-${text}`) !== null, 'giorno inesistente; si scrive 08-10 (mese-giorno)');

/** What something of the town is called; the page in English has the Italian name where there is no other. */
const named = { label: z.string().min(1), labelEn: z.string().min(1).optional() };

const channel = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/, 'solo minuscole, cifre, - e _, al massimo 32 caratteri'),
  ...named,
  digital: z.boolean().default(true),
  openDays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5, 6, 7]),
  closedOnHolidays: z.boolean().default(false),
  closures: z.array(period).default([]),
  /** When the law, not the citizens, kept people away: the figures say so. */
  closedByLaw: z.array(period).default([]),
  /** The day on which a channel that did not exist before was opened. */
  since: day.optional(),
  /** Days from which contacts are counted another way (a new counter): no ratio is formed across them. */
  countingChanged: z.array(day).default([]),
});

const months = z.int().min(1).max(240).nullable().default(24);

/** Whether the second period begins after the end of the first. */
function isFollowed(first: string, second: string): boolean {
  const [end, begin] = [parsePeriod(first)?.to, parsePeriod(second)?.from];
  return !end || begin === undefined || begin > end;
}

const settingsSchema = z.strictObject({
  name: z.string().min(1).default('Comune di Montevarchi'),
  codes: z
    .strictObject({ ipa: z.string(), istat: z.string(), belfiore: z.string() })
    .default({ ipa: 'c_f656', istat: '051026', belfiore: 'F656' }),
  timeZone: z.literal('Europe/Rome', "per ora è possibile solo 'Europe/Rome'").default('Europe/Rome'),
  patronDay: monthDay.default('08-10'),
  channels: z
    .array(channel)
    .min(1)
    .refine(
      (list) => new Set(list.map((c) => c.code)).size === list.length,
      'due canali con lo stesso codice',
    )
    .prefault(usualChannels),
  phases: z
    .strictObject({ before: period, during: period, after: openPeriod })
    .refine(({ before, during }) => isFollowed(before, during), {
      path: ['during'],
      error: 'la fase comincia prima che finisca la precedente',
    })
    .refine(({ during, after }) => isFollowed(during, after), {
      path: ['after'],
      error: 'la fase comincia prima che finisca la precedente',
    })
    .default({ before: '2020-01-01..2020-03-08', during: '2020-03-09..2020-05-17', after: '2020-05-18..' }),
  markers: z.array(z.strictObject({ day, ...named })).default([
    { day: '2020-03-02', label: 'Rafforzamento Urban Center', labelEn: 'Urban Center strengthened' },
    { day: '2020-03-05', label: 'Scuole chiuse', labelEn: 'Schools closed' },
    { day: '2020-03-10', label: 'Decreto in vigore', labelEn: 'Decree in force' },
    { day: '2020-05-04', label: 'Fase 2', labelEn: 'Phase 2' },
    { day: '2020-05-18', label: 'Riapertura', labelEn: 'Reopening' },
  ]),
  /** Other periods worth a comparison, offered by name; the order of time is that of the periods. */
  comparisons: z
    .array(z.strictObject({ ...named, before: period, during: period, after: period.optional() }))
    .default([
      {
        label: 'Zone arancione e rossa dell’autunno 2020 in Toscana',
        labelEn: 'Orange and red zones of autumn 2020 in Tuscany',
        before: '2020-09-14..2020-11-08',
        during: '2020-11-11..2020-12-05',
        after: '2020-12-06..2020-12-23',
      },
    ]),
  /** Whether /opendata/ publishes the aggregated sets. */
  openData: z.boolean().default(false),
  /** Where the public finds this installation; without it, the address a request came to. */
  address: z
    .url({ protocol: /^https?$/, error: 'indirizzo non valido; si scrive https://affluenza.comune.example' })
    .optional(),
  /** Whom to write to about the open data: an office, not a person. */
  email: z.email('indirizzo e-mail non valido').optional(),
  /** Addresses of proxies that may say for whom they ask, and whether by TLS. */
  trustedProxies: z
    .array(
      z.union(
        [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
        'indirizzo non valido; si scrive 10.0.0.5 o 10.0.0.0/24',
      ),
    )
    .default([]),
  /** Who vouches for people, so that they need no account here; the secret comes from the environment. */
  oidc: z
    .strictObject({
      issuer: z
        .url({
          protocol: /^https?$/,
          error: 'indirizzo non valido; si scrive https://accesso.comune.example',
        })
        .refine(
          (text) => /^(https:|http:\/\/(localhost|127\.0\.0\.1)([:/]|$))/.test(text),
          'serve https; http solo su questo computer',
        ),
      clientId: z.string().min(1),
      label: z.string().min(1).default('l’accesso del Comune'),
      scope: z.string().default('openid profile'),
      nameClaim: z.string().default('preferred_username'),
      roleClaim: z.string().default('groups'),
      /** What the claim may say, and the role it gives; of several the highest counts, without any nobody comes in. */
      roles: z.record(z.string(), z.enum(ROLES).exclude(['public'])),
    })
    .optional(),
  /** How many months raw rows are kept from the day they are taken in; null: for ever. Daily totals are kept for ever. */
  retention: z
    .strictObject({ clicks: months, contacts: months, practices: months, rejected_rows: months })
    .prefault({}),
  suppressionThreshold: z.int().min(3).max(10).default(3),
  /** The names by which the office itself writes in chats: what they write is no contact. Never stored with the data. */
  officeNames: z.array(z.string().trim().min(1)).default([]),
  /** For a source, the metrics that count as contacts; without an entry, those that the source itself proposes. */
  contacts: z.record(z.string(), z.array(z.string())).default({}),
  /** Accounts or platforms the town has given up: from the day after, the channel is complete without them. */
  ended: z.array(z.strictObject({ source: z.string(), scope: z.string(), lastDay: day })).default([]),
  /** The monthly report by mail; the password of the mail server comes from the environment. */
  report: z
    .strictObject({
      /** The day from which the report of the month before is sent; without it only by hand. */
      dayOfMonth: z.int().min(1).max(28).optional(),
      recipients: z.array(z.email('indirizzo di posta non valido')).default([]),
      smtp: z
        .strictObject({
          host: z.string().min(1),
          port: z.int().min(1).max(65_535).default(587),
          /** Encrypted from the first byte (port 465); otherwise by STARTTLS. */
          secure: z.boolean().default(false),
          user: z.string().min(1).optional(),
          from: z.email('indirizzo di posta non valido'),
        })
        .optional(),
    })
    .refine(
      ({ dayOfMonth, recipients, smtp }) => dayOfMonth === undefined || (recipients.length > 0 && smtp),
      'per spedire ogni mese servono recipients e smtp',
    )
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ChannelSettings = Settings['channels'][number];

/** A settings file that cannot be used: the message names the file, the key and the reason. */
export class BadSettings extends Error {}

/**
 * Reads the town's settings from `AFFLUENZA_SETTINGS`, or from `comune.json` in the data directory; without a
 * file, those of Montevarchi.
 *
 * @throws BadSettings when the file is missing, is no JSON, or has a key that is wrong or unknown.
 */
export function readSettings(dataDirectory: string, env: NodeJS.ProcessEnv = process.env): Settings {
  const file = env.AFFLUENZA_SETTINGS || join(dataDirectory, 'comune.json');
  if (!existsSync(file)) {
    if (env.AFFLUENZA_SETTINGS) throw new BadSettings(`AFFLUENZA_SETTINGS: il file ${file} non esiste.`);
    return settingsSchema.parse({});
  }
  return checkSettings(readJson(file), file);
}

/** Validates the content of a settings file; `file` is named in the error. */
export function checkSettings(content: unknown, file = 'comune.json'): Settings {
  const result = settingsSchema.safeParse(content, { error: italianReason });
  if (result.success) return result.data;
  const reasons = result.error.issues.map(
    (issue) => `${issue.path.join('.') || '(tutto il file)'}: ${issue.message}`,
  );
  throw new BadSettings(`Il file ${file} non va bene.\n  ${reasons.join('\n  ')}`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadSettings(`Il file ${file} non si legge come JSON: ${(error as Error).message}`);
  }
}

function italianReason(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.message) return issue.message;
  if (issue.code === 'unrecognized_keys') return `chiave sconosciuta: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'manca' : `tipo sbagliato, serve ${issue.expected}`;
  if (issue.code === 'too_small') return `valore troppo piccolo, almeno ${issue.minimum}`;
  if (issue.code === 'too_big') return `valore troppo grande, al massimo ${issue.maximum}`;
  return undefined;
}
