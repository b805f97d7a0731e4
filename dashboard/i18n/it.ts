// SPDX-License-Identifier: AGPL-3.0-or-later
// What every page needs, in Italian. `{name}` is filled in by t(); U+00A0 keeps figures and units together.
import { figures } from './it/figures.ts';
import { frame } from './it/frame.ts';

export const it = { ...frame, ...figures } as const;
