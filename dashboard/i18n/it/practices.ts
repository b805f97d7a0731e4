// SPDX-License-Identifier: AGPL-3.0-or-later
// Pratiche.

export const practices = {
  'practices.title': 'Pratiche',
} as const;
