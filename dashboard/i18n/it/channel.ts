// SPDX-License-Identifier: AGPL-3.0-or-later
// Canale.

export const channel = {
  'channel.switch': 'Canali',

  'calculation.open': 'Come è calcolato',
  'calculation.title': 'Come è calcolato: {label}',
} as const;
