// SPDX-License-Identifier: AGPL-3.0-or-later
// The digital share of practices over the days on which both the digital channel and the desk are known.
import type { DayRow } from './opening.ts';
import { cutPhases, type Phases } from './phases.ts';
import { type Mix, type MixDay, mix } from './statistics/mix.ts';

/**
 * Share and total per phase from the rows of the two channels, cut at the last complete day; a channel closed by
 * its calendar gives 0, a missing day of either leaves the day out.
 */
export function digitalShare(
  digital: readonly DayRow[],
  desk: readonly DayRow[],
  phases: Phases,
  lastDay: number,
): Mix {
  const { before, during } = cutPhases(phases, lastDay);
  const desks = new Map(desk.map((row) => [row.day, known(row)]));
  const days = digital.flatMap((row): MixDay[] => {
    const [online, atDesk] = [known(row), desks.get(row.day) ?? null];
    return online === null || atDesk === null ? [] : [{ day: row.day, digital: online, desk: atDesk }];
  });
  return mix(days, before, during);
}

/** The events of a day, 0 when closed, null when missing. */
function known({ state, count }: DayRow): number | null {
  return state === 'closed' ? 0 : count;
}
