// SPDX-License-Identifier: AGPL-3.0-or-later
// What is counted of a chat: messages that came in, and conversations, that is people who wrote on a day.
import type { Day } from '../sql/vocabulary.ts';
import type { Contact, Context } from './source.ts';

/** Both are counted; a conversation is a contact, whether somebody asks in one message or in ten. */
export const CHAT_METRICS = ['conversations', 'messages'] as const;
export const CHAT_CONTACTS = ['conversations'] as const;

/** A message that came in. Who wrote it and which it is are only hashed, under the key of the installation. */
export interface Incoming {
  day: Day;
  /** Civil time as `2020-03-10 09:41:00`; the hour is kept. */
  time: string;
  /** Tells a person of this chat from the others. */
  person: string;
  /** Tells a message from all others, in this file and in the next export. */
  id: string;
}

/** Counts the messages of one chat platform, so that what two exports have in common counts once. */
export class ConversationCounter {
  readonly #platform: string;
  readonly #hash: Context['hash'];
  readonly #counted = new Set<string>();

  constructor(platform: string, hash: Context['hash']) {
    this.#platform = platform;
    this.#hash = hash;
  }

  /** The message, and the conversation when it is the person's first of that day. */
  take({ day, time, person, id }: Incoming): Contact[] {
    const message = this.#contact('messages', day, time, id);
    const conversation = `${day} ${person}`;
    if (this.#counted.has(conversation)) return [message];
    this.#counted.add(conversation);
    return [this.#contact('conversations', day, time, conversation), message];
  }

  /** From here on it is another chat, whose people are others: those before need not be remembered. */
  nextChat(): void {
    this.#counted.clear();
  }

  #contact(metric: (typeof CHAT_METRICS)[number], day: Day, time: string, id: string): Contact {
    return {
      table: 'contacts',
      scope: '',
      channel: 'chat',
      day,
      time: `${time.slice(0, 13)}:00:00`,
      metric,
      platform: this.#platform,
      topic: '',
      count: 1,
      key: this.#hash(`${this.#platform} ${metric} ${id}`),
    };
  }
}

/** Whether a name is one of those by which the office writes in chats. */
export function officeTest(names: readonly string[]): (name: string) => boolean {
  const known = new Set(names.map(plainName));
  return (name) => known.has(plainName(name));
}

/** A name as exports may write it: `‎~ Ufficio  Incomune` is `ufficio incomune`. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/^\s*~/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
