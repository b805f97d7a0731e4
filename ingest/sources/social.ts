// SPDX-License-Identifier: AGPL-3.0-or-later
import { contactTable } from '../contact-table.ts';

/** Contacts on the social networks: messages and comments that people sent to the town hall. */
export const social = contactTable('social', {
  name: 'social',
  title: 'contatti sui social',
  metric: 'contacts',
  counts: ['contacts', 'contatti'],
  platforms: ['platform', 'piattaforma', 'social', 'rete'],
});
