// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelSettings } from '../../../sql/settings.ts';
import type { Field } from '../table.ts';

/** Which channel a row is about: its code for programs, its name for people. */
export const CHANNEL_FIELDS: Field<{ channel: ChannelSettings }>[] = [
  {
    name: 'canale',
    label: 'Canale (codice)',
    kind: 'text',
    description: 'Il codice del canale, che non cambia.',
    of: ({ channel }) => channel.code,
  },
  {
    name: 'nome_canale',
    label: 'Canale',
    kind: 'text',
    description: 'Il nome del canale, come lo scrive il Comune.',
    of: ({ channel }) => channel.label,
  },
];
