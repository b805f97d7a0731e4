// SPDX-License-Identifier: AGPL-3.0-or-later
// What every question needs: the town's data and settings, and when its data were last rebuilt.

import { SOURCES } from '../ingest/sources.ts';
import type { Database, Parameters } from '../sql/client.ts';
import { dataState, journalStamp, refresh } from '../sql/rollups.ts';
import type { Settings } from '../sql/settings.ts';
import { type Day, dayText, type Period } from '../sql/vocabulary.ts';
import type { AccessOptions } from './access/access.ts';
import type { Published } from './breakdown/published.ts';
import { askedPeriod } from './questions.ts';

export interface Office {
  database: Database;
  settings: Settings;
  /** Whether changes are taken from this machine; by default not. */
  writable?: boolean;
  access?: AccessOptions;
  /** The state of the data that an answer is being made from: set by `fromOneState` only, for as long as that takes. */
  dataVersion?: string;
  /** Only what is published is told of how contacts divide up; else each answer is protected by itself. */
  published?: Published;
}

const MOST_TRIES = 5;

/**
 * Asks from one state of the data: first brings the activity up to date if a load was cut off before it could, then
 * asks again when another load, or two builds that met, changed the data in the middle. The office that `ask` is given
 * asks the engine each question once; within it there is one state already.
 */
export async function fromOneState<Answer>(
  office: Office,
  ask: (office: Office) => Promise<Answer>,
): Promise<{ answer: Answer; dataVersion: string }> {
  const { database } = office;
  if (office.dataVersion) return { answer: await ask(office), dataVersion: office.dataVersion };
  for (let attempt = 0; ; attempt += 1) {
    const before = await journalStamp(database);
    const { dataVersion } = await refresh(database);
    const answer = await ask({ ...office, dataVersion, database: database.remembering() });
    const [stamp, after] = await Promise.all([journalStamp(database), dataState(database)]);
    const isSame = stamp === before && after.dataVersion === dataVersion;
    if (isSame || attempt === MOST_TRIES) return { answer, dataVersion };
  }
}

/** Which days are known, and whether any of the data are the invented ones. */
export async function readTown({
  database,
}: Office): Promise<{ firstDay: Day | null; lastDay: Day | null; demonstration: boolean }> {
  const [town] = await database.ask<{ firstDay: Day | null; lastDay: Day | null; demonstration: boolean }>(
    'town.sql',
  );
  return town ?? { firstDay: null, lastDay: null, demonstration: false };
}

/** The period asked for; by default all the days there are. */
export async function periodOf(
  office: Office,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<Period> {
  const { firstDay, lastDay } = await readTown(office);
  const today = dayText(Math.floor(Date.now() / 86_400_000));
  return askedPeriod(from, to, { from: firstDay ?? today, to: lastDay ?? today });
}

/** The parameters that every question about days and channels takes. */
export function dayParameters(
  { settings }: Office,
  { from, to }: Period,
  channels: readonly string[],
): Parameters {
  return {
    from,
    to,
    channels,
    uncounted: uncounted(settings),
    ended_sources: settings.ended.map(({ source }) => source),
    ended_scopes: settings.ended.map(({ scope }) => scope),
    ended_days: settings.ended.map(({ lastDay }) => lastDay),
  };
}

/** The metrics that are kept but are no contacts, as `source:metric`. */
export function uncounted({ contacts }: Settings): string[] {
  return SOURCES.flatMap(({ name, metrics, counted = metrics }) => {
    const wanted = contacts[name] ?? counted;
    return metrics.filter((metric) => !wanted.includes(metric)).map((metric) => `${name}:${metric}`);
  });
}
