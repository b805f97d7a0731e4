// SPDX-License-Identifier: AGPL-3.0-or-later
// Confronto.

export const compare = {
  'compare.title': 'Confronto fra periodi',
} as const;
