// SPDX-License-Identifier: AGPL-3.0-or-later
// The same strings in English; a key that is missing or left over does not compile.
import { figures } from './en/figures.ts';
import { frame } from './en/frame.ts';

export const en = { ...frame, ...figures };
