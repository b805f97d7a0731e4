// SPDX-License-Identifier: AGPL-3.0-or-later
// Metodo.

export const method = {
  'method.title': 'Metodo',
} as const;
