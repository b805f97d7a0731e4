// SPDX-License-Identifier: AGPL-3.0-or-later
// What must be known to read figures of one channel between phases.
import type { ChannelSettings } from '../../../sql/settings.ts';
import { type AskedPhases, mapPhases, readPhases } from '../../breakdown/phases.ts';
import { askedPhases } from '../../breakdown/questions.ts';
import { type Office, readTown } from '../../town.ts';
import { dayFilters } from '../filters.ts';
import type { Coverage, Notes } from '../table.ts';
import { PHASE_WORDS, phasePeriods } from './phase-words.ts';

interface Asked {
  channel: ChannelSettings;
  query: Parameters<typeof askedPhases>[1];
  filters: readonly string[];
  dataVersion: string;
  suppressed: number;
}

/** The notes; the periods are those asked for, the coverage that of the days known by now. */
export async function phaseNotes(
  office: Office,
  { channel, query, filters, dataVersion, suppressed }: Asked,
): Promise<Notes> {
  const phases = await askedPhases(office, query);
  const coverage = await coverageOf(office, channel, phases);
  const { lastDay, demonstration } = await readTown(office);
  return {
    source: office.settings.name,
    periods: phasePeriods(phases),
    filters: [...filters, ...dayFilters(query)],
    coverage: () => coverage,
    suppressedCells: () => suppressed,
    dataUntil: lastDay,
    dataVersion,
    demonstration,
  };
}

async function coverageOf(office: Office, channel: ChannelSettings, asked: AskedPhases): Promise<Coverage[]> {
  const phases = mapPhases(await readPhases(office, channel, asked, null), ({ rows }, name) => {
    const open = rows.filter((row) => row.open);
    const daysWithData = open.filter(({ count }) => count !== null).length;
    return { label: `${channel.label}, ${PHASE_WORDS[name]}`, daysWithData, openDays: open.length };
  });
  return [phases.before, phases.during, ...(phases.after ? [phases.after] : [])];
}
