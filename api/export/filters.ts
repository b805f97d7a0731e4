// SPDX-License-Identifier: AGPL-3.0-or-later
// What was chosen, in words, for the notes of a table.
import type { Settings } from '../../sql/settings.ts';

/** The channels, unless all of them were asked for. */
export function channelFilter({ channels }: Settings, codes: readonly string[]): string[] {
  const asked = channels.filter(({ code }) => codes.includes(code));
  return asked.length === channels.length ? [] : [`canali: ${asked.map(({ label }) => label).join(', ')}`];
}

/** Which days were left out: some, or all after a day. */
export function dayFilters({
  exclude,
  until,
}: {
  exclude?: string | undefined;
  until?: string | undefined;
}): string[] {
  return [
    ...(exclude ? [`giorni tralasciati: ${exclude}`] : []),
    ...(until ? [`come si sapeva il giorno ${until}`] : []),
  ];
}
