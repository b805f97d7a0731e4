// SPDX-License-Identifier: AGPL-3.0-or-later
// Metodo, in English.
import type { method as italian } from '../it/method.ts';

export const method: Readonly<Record<keyof typeof italian, string>> = {
  'method.title': 'Method',
};
