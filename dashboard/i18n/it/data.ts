// SPDX-License-Identifier: AGPL-3.0-or-later
// Dati.

export const data = {
  'data.title': 'Dati: che cosa c’è e che cosa manca',
} as const;
