// SPDX-License-Identifier: AGPL-3.0-or-later
// Confronto, in English.
import type { compare as italian } from '../it/compare.ts';

export const compare: Readonly<Record<keyof typeof italian, string>> = {
  'compare.title': 'Comparing periods',
};
