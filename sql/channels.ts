// SPDX-License-Identifier: AGPL-3.0-or-later
// What the town's channels are called, in its settings and in files.
import { CHANNEL_ALIASES } from './vocabulary.ts';

/** What of a town's settings tells how its channels are called. */
export interface NamedChannels {
  channels: readonly { code: string; label: string; labelEn?: string | undefined }[];
}

const workingDays = { openDays: [1, 2, 3, 4, 5, 6], closedOnHolidays: true };

/** The channels of a town that declares none, as its settings file would. */
export const usualChannels = () => [
  { code: 'web', label: 'Sito', labelEn: 'Website' },
  { code: 'social', label: 'Social', labelEn: 'Social media' },
  { code: 'chat', label: 'Chat', ...workingDays },
  { code: 'email', label: 'E-mail' },
  { code: 'phone', label: 'Telefono', labelEn: 'Phone', digital: false, ...workingDays },
  {
    code: 'desk',
    label: 'Sportello',
    labelEn: 'Desk',
    digital: false,
    ...workingDays,
    closedByLaw: ['2020-03-09..2020-05-17'],
  },
  { code: 'practice', label: 'Pratiche digitali', labelEn: 'Online applications' },
];

/**
 * The code of the channel that a file calls `name`: a declared code or label, one of the Italian names, or its English one.
 *
 * @example channelCode(settings, 'Telefono') // 'phone'
 */
export function channelCode(town: NamedChannels, name: string): string | undefined {
  let known = channelNames.get(town);
  if (!known) {
    known = namesOf(town);
    channelNames.set(town, known);
  }
  return known.get(name) ?? known.get(name.trim().toLowerCase());
}

/** A table of counts names a channel in every row: the names are put together once. */
const channelNames = new WeakMap<NamedChannels, ReadonlyMap<string, string>>();

function namesOf({ channels }: NamedChannels): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, code: string) => names.has(name) || names.set(name, code);
  for (const { code } of channels) add(code, code);
  for (const { code, label } of channels) {
    for (const name of [label.toLowerCase(), ...(CHANNEL_ALIASES[code] ?? [])]) add(name, code);
  }
  for (const { code, labelEn } of channels) if (labelEn) add(labelEn.toLowerCase(), code);
  return names;
}
