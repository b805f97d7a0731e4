// SPDX-License-Identifier: AGPL-3.0-or-later
import { contactTable } from '../contact-table.ts';

/** Conversations by chat that people began with the town hall. */
export const chat = contactTable('chat', {
  name: 'chat',
  title: 'conversazioni in chat',
  metric: 'conversations',
  counts: ['chats', 'chat', 'conversations', 'conversazioni'],
  platforms: ['tool', 'strumento'],
});
