// SPDX-License-Identifier: AGPL-3.0-or-later
// What was chosen, in words, for the notes of a table.
import type { Settings } from '../../sql/settings.ts';

/** The channels, unless all of them were asked for. */
export function channelFilter({ channels }: Settings, codes: readonly string[]): string[] {
  const asked = channels.filter(({ code }) => codes.includes(code));
  return asked.length === channels.length ? [] : [`canali: ${asked.map(({ label }) => label).join(', ')}`];
}
