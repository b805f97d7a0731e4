// SPDX-License-Identifier: AGPL-3.0-or-later
// What the events of a channel are called in a sentence; always a plural, so that one verb form fits.
import type { Language } from './numbers.ts';

export interface ChannelWords {
  /** The subject at the start of a sentence: "Le chat". */
  subject: string;
  /** Ending of an Italian participle: passat-i, passat-e. */
  ending: 'i' | 'e';
}

const WORDS: Readonly<Record<string, Record<Language, ChannelWords>>> = {
  web: words('Gli accessi al sito', 'i', 'Visits to the website'),
  social: words('I contatti sui social', 'i', 'Contacts on social media'),
  chat: words('Le chat', 'e', 'Chats'),
  email: words('Le e-mail', 'e', 'E-mails'),
  phone: words('Le telefonate', 'e', 'Phone calls'),
  desk: words('Gli accessi allo sportello', 'i', 'Visits to the desk'),
  practice: words('Le pratiche digitali', 'e', 'Online applications'),
};

/** The words for a channel; one the town has added is called by its label. */
export function channelWords(code: string, label: string, language: Language): ChannelWords {
  const added = words(`I contatti del canale ${label}`, 'i', `Contacts on the channel ${label}`);
  return (Object.hasOwn(WORDS, code) ? WORDS[code]! : added)[language];
}

function words(italian: string, ending: 'i' | 'e', english: string): Record<Language, ChannelWords> {
  return { it: { subject: italian, ending }, en: { subject: english, ending } };
}
