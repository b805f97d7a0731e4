// SPDX-License-Identifier: AGPL-3.0-or-later
// Dati, in English.
import type { data as italian } from '../it/data.ts';

export const data: Readonly<Record<keyof typeof italian, string>> = {
  'data.title': 'Data: what there is and what is missing',
};
