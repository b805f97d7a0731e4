// SPDX-License-Identifier: AGPL-3.0-or-later
// The sources there are, in the order in which they are tried on a file of unknown kind.
import type { Source } from './source.ts';
import { chat } from './sources/chat.ts';
import { chatwoot } from './sources/chatwoot.ts';
import { counts } from './sources/counts.ts';
import { googleAnalytics } from './sources/google-analytics.ts';
import { googleAnalytics4 } from './sources/google-analytics-4.ts';
import { matomo } from './sources/matomo.ts';
import { metaContent } from './sources/meta-content.ts';
import { metaInsights } from './sources/meta-insights.ts';
import { metaResults } from './sources/meta-results.ts';
import { officeTable } from './sources/office-table.ts';
import { practices } from './sources/practices.ts';
import { protocol } from './sources/protocol.ts';
import { social } from './sources/social.ts';
import { telegram } from './sources/telegram.ts';
import { weblog } from './sources/weblog.ts';
import { whatsapp } from './sources/whatsapp.ts';

export const SOURCES: readonly Source[] = [
  weblog,
  practices,
  protocol,
  counts,
  officeTable,
  chat,
  social,
  matomo,
  googleAnalytics,
  googleAnalytics4,
  metaResults,
  metaInsights,
  metaContent,
  telegram,
  whatsapp,
  chatwoot,
];
