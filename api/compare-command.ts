// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza compare: the comparison in a terminal. Loaded when it is asked for; taking files in does not wait for it.
import { dataDirectory, withDatabase } from '../ingest/commands/session.ts';
import type { Database } from '../sql/client.ts';
import { readSettings } from '../sql/settings.ts';
import { comparisonText } from './comparison-text.ts';
import { Comparisons, compareOnce } from './comparisons.ts';
import { askedChannels, askedComparison } from './questions.ts';
import { orRefuse } from './refusal.ts';
import { readTown } from './town.ts';

/** What a person may say after `compare`. */
export interface CompareFlags {
  before?: string;
  during?: string;
  after?: string;
  channels?: string;
  seasonal: 'auto' | 'off';
  exclude?: string;
  until?: string;
  json?: boolean;
}

/** Prints the comparison. */
export function compare(flags: CompareFlags): Promise<void> {
  return orRefuse(async () => console.log(await withDatabase((database) => answerText(database, flags))));
}

async function answerText(database: Database, { json, ...query }: CompareFlags): Promise<string> {
  const office = { database, settings: readSettings(dataDirectory) };
  const { lastDay, demonstration } = await readTown(office);
  const asked = askedComparison(office.settings, query, lastDay);
  const channels = askedChannels(office.settings, query.channels);
  if (json) return new Comparisons(office).wholeAnswer({ asked, channels });
  const { answer } = await compareOnce(office, { asked, channels });
  return comparisonText(answer, office.settings.channels, demonstration);
}
