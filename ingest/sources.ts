// SPDX-License-Identifier: AGPL-3.0-or-later
// The sources there are, in the order in which they are tried on a file of unknown kind.
import type { Source } from './source.ts';
import { chat } from './sources/chat.ts';
import { counts } from './sources/counts.ts';
import { practices } from './sources/practices.ts';
import { social } from './sources/social.ts';
import { weblog } from './sources/weblog.ts';

export const SOURCES: readonly Source[] = [weblog, practices, counts, chat, social];
