// SPDX-License-Identifier: AGPL-3.0-or-later
// How the contacts of one channel divide up in each phase.
import type { ChannelSettings } from '../../sql/settings.ts';
import { thresholdOf } from '../disclosure/threshold.ts';
import type { Breakdown, Dimension } from '../schemas/breakdown.ts';
import type { Office } from '../town.ts';
import { type AskedValues, readValues } from './dimensions.ts';
import {
  type AskedPhases,
  type ByPhase,
  type ChannelPhase,
  counted,
  describeDays,
  mapPhases,
  readEach,
  readPhases,
  totalOf,
} from './phases.ts';
import { hiddenAmongOthers } from './published.ts';
import { type Column, tableOf } from './table.ts';

export interface BreakdownQuestion {
  channel: ChannelSettings;
  by: Dimension;
  topic: string | null;
  phases: AskedPhases;
  /** How many values have a row of their own. */
  limit: number;
}

/** The contacts of the channel by one dimension, in each phase on its days with data. */
export async function breakdown(
  office: Office,
  { channel, by, topic, phases: asked, limit }: BreakdownQuestion,
): Promise<Omit<Breakdown, 'dataVersion'>> {
  const threshold = thresholdOf(office.settings, channel);
  const phases = await readPhases(office, channel, asked, topic);
  const values = { by, topic, until: asked.until };
  return {
    channel: channel.code,
    by,
    topic,
    suppression: threshold === null ? null : { threshold },
    ...mapPhases(phases, describeDays),
    rows: tableOf(await readColumns(office, channel, phases, values), threshold, limit),
  };
}

/** The counts of each value in each phase. */
export function readColumns(
  office: Office,
  channel: ChannelSettings,
  phases: ByPhase<ChannelPhase>,
  asked: AskedValues,
): Promise<ByPhase<Column>> {
  return readEach(phases, async (phase) => {
    const days = counted(phase.rows);
    const values = await readValues(office, channel, asked, days);
    const hidden = phase.isHidden ? null : await hiddenAmongOthers(office, channel, asked.by, phase, days);
    return { values, total: totalOf(phase), days: days.length, isHidden: phase.isHidden, hidden };
  });
}
