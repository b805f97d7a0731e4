// SPDX-License-Identifier: AGPL-3.0-or-later
// Raw rows are forgotten when their time is over, counted from the day on which they were taken in; the months they
// belonged to are sealed first, since they can never be counted again (docs/decisions/0012).
import type { Database } from '../sql/client.ts';
import type { Settings } from '../sql/settings.ts';
import type { Day } from '../sql/vocabulary.ts';
import { civilDay } from './civil.ts';
import { type CoveredDay, monthsOf } from './coverage.ts';
import { destroyVisitorKeys } from './secret.ts';
import { BadFile } from './source.ts';

/** Invented rows are about nobody. */
export const NEVER_EXPIRES: Day = '2100-01-01';
const FOR_EVER_MONTHS = 1200;
const AN_HOUR = 3_600_000;
export const RAW_TABLES = ['clicks', 'contacts', 'practices', 'rejected_rows'] as const;
type RawTable = (typeof RAW_TABLES)[number];

/** Today, in Italy. */
export const dayInRome = (): Day => civilDay(Date.now() / 1000);

/** Seals the months of which raw rows have expired, then deletes the rows and the keys that made their visitors. */
export async function forgetExpired(
  database: Database,
  { retention }: Pick<Settings, 'retention'>,
  dataDirectory: string,
  today: Day = dayInRome(),
): Promise<void> {
  const kept = { ...retention };
  for (const table of RAW_TABLES) kept[table] ??= FOR_EVER_MONTHS;
  const [told, expired] = await Promise.all([
    database.ask<Told>('retention/ttl.sql', { database: database.name }),
    database.ask<{ name: RawTable }>('retention/expired.sql', kept),
    database.run('retention/seal.sql', { ...kept, today }),
  ]);
  for (const table of RAW_TABLES) {
    await tellTable(database, table, retention[table], told);
    const isExpired = retention[table] !== null && expired.some(({ name }) => name === table);
    if (isExpired) await database.command(`alter table ${table} materialize ttl settings mutations_sync = 2`);
  }
  const sealed = await sealedMonths(database);
  destroyVisitorKeys(
    dataDirectory,
    sealed.map(({ month }) => month),
  );
}

/** A server looks every hour: it is to be done before the engine forgets, which it does a day later. */
export function forgetHourly(database: Database, settings: Settings, dataDirectory: string): void {
  const forget = () =>
    forgetExpired(database, settings, dataDirectory).catch((error) => console.error('retention:', error));
  setInterval(forget, AN_HOUR).unref();
}

interface Told {
  name: string;
  engine: string;
}

/** The engine deletes rows a day after their month was sealed: never before. */
async function tellTable(
  database: Database,
  table: RawTable,
  months: number | null,
  tables: readonly Told[],
): Promise<void> {
  const now = tables.find(({ name }) => name === table)?.engine ?? '';
  const told = Number(/toIntervalMonth\((\d+)\)/.exec(now)?.[1] ?? 0);
  if (told !== (months ?? 0)) {
    const lazily = 'settings materialize_ttl_after_modify = 0';
    // No parameter may stand here: the name is one of ours, the number a whole one from the settings.
    await database.command(
      months === null
        ? `alter table ${table} remove ttl`
        : `alter table ${table} modify ttl taken + toIntervalMonth(${months}) + toIntervalDay(1) ${lazily}`,
    );
  }
}

export interface SealedMonth {
  month: number;
  since: Day;
}

/** The months that stay as they are. */
export function sealedMonths(database: Database): Promise<SealedMonth[]> {
  return database.ask<SealedMonth>('retention/sealed.sql');
}

/** @throws BadFile when a file tells of days of a sealed month. */
export async function refuseSealed(database: Database, days: readonly CoveredDay[]): Promise<void> {
  const asked = monthsOf(days);
  const found = (await sealedMonths(database)).filter(({ month }) => asked.includes(month));
  if (found.length === 0) return;
  throw new BadFile(
    `contiene giorni di mesi già chiusi (${monthsText(found)}): le righe da cui erano stati contati sono state cancellate ` +
      'alla fine del periodo di conservazione, e i totali non si possono più rifare. Togli dal file quei giorni.',
  );
}

/** @throws BadFile when a sealed month would be left with only a part of what it was counted from. */
export async function refuseHeld(database: Database, loads: readonly string[]): Promise<void> {
  const found = await database.ask<{ month: number }>('retention/held.sql', { loads });
  if (found.length === 0) return;
  throw new BadFile(
    `non si può annullare: riguarda mesi già chiusi (${monthsText(found)}), le cui righe sono state cancellate alla fine del ` +
      'periodo di conservazione. I totali di quei mesi restano come sono.',
  );
}

/** @throws BadFile when the rows of a load are no longer there. */
export async function refuseExpired(
  database: Database,
  load: string,
  { retention }: Settings,
): Promise<void> {
  const months = Math.min(...RAW_TABLES.map((table) => retention[table] ?? FOR_EVER_MONTHS));
  const found = await database.ask('retention/expired-load.sql', { load, months, today: dayInRome() });
  if (found.length === 0) return;
  throw new BadFile(
    `le righe del carico ${load} sono state cancellate alla fine del periodo di conservazione: per rimetterlo carica di nuovo il file.`,
  );
}

function monthsText(months: readonly { month: number }[]): string {
  return months.map(({ month }) => `${String(month).slice(0, 4)}-${String(month).slice(4)}`).join(', ');
}
