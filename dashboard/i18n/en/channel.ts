// SPDX-License-Identifier: AGPL-3.0-or-later
// Canale, in English.
import type { channel as italian } from '../it/channel.ts';

export const channel: Readonly<Record<keyof typeof italian, string>> = {
  'channel.switch': 'Channels',

  'calculation.open': 'How it is computed',
  'calculation.title': 'How it is computed: {label}',
};
