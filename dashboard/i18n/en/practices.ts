// SPDX-License-Identifier: AGPL-3.0-or-later
// Pratiche, in English.
import type { practices as italian } from '../it/practices.ts';

export const practices: Readonly<Record<keyof typeof italian, string>> = {
  'practices.title': 'Practices',
};
