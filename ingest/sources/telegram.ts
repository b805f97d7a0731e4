// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Day } from '../../sql/vocabulary.ts';
import { civilDay, civilTime, romeOffset } from '../civil.ts';
import { CHAT_CONTACTS, CHAT_METRICS, ConversationCounter, officeTest, plainName } from '../conversations.ts';
import {
  BadRow,
  type Context,
  type Found,
  type JsonSource,
  type Start,
  type Translation,
} from '../source.ts';

/** Where chats stand: the only one of a file, those of a full export, and those that were left. */
const CHATS = ['$', '$.chats.list.*', '$.left_chats.list.*'];

/**
 * The `result.json` of Telegram Desktop, of one chat or of all. Incoming is what the other one of a personal chat
 * wrote. In a group operators and citizens cannot be told apart, save by `officeNames` in the settings and, in a full
 * export, by the account that made it: all other members count. Nothing of text, names and numbers goes further.
 */
export const telegram: JsonSource = {
  name: 'telegram',
  title: 'chat di Telegram',
  identity: 'part',
  channel: 'chat',
  metrics: CHAT_METRICS,
  counted: CHAT_CONTACTS,
  records: 'json',
  paths: [
    ...CHATS.flatMap((chat) => [`${chat}.id`, `${chat}.type`, `${chat}.messages.*`]),
    '$.personal_information.user_id',
  ],
  recognizes,
  open: (context) => {
    const reader = new ChatReader(context);
    return { take: (found) => reader.take(found), end: () => reader.closeChat(), vouches: () => 'span' };
  },
};

const MARKS = [
  /"type"\s*:\s*"(?:personal_chat|bot_chat|(?:private|public)_(?:group|supergroup|channel)|saved_messages)"/,
  /"type"\s*:\s*"(?:message|service)"/,
  /"date_unixtime"\s*:/,
  /"from_id"\s*:/,
  /"text_entities"\s*:/,
  /"personal_information"\s*:/,
  /"(?:left_)?chats"\s*:\s*\{/,
];

function recognizes({ lines }: Start): number {
  const text = lines.join('\n').replace(/^\uFEFF/, '');
  return text.trimStart().startsWith('{') ? MARKS.filter((mark) => mark.test(text)).length : 0;
}

type Kind = 'personal' | 'group' | 'channel' | 'bot' | 'own';

const KINDS: Readonly<Record<string, Kind>> = {
  personal_chat: 'personal',
  private_chat: 'personal',
  bot_chat: 'bot',
  private_group: 'group',
  private_supergroup: 'group',
  public_supergroup: 'group',
  group_chat: 'group',
  private_channel: 'channel',
  public_channel: 'channel',
  saved_messages: 'own',
  replies: 'own',
  verify_codes: 'own',
};

interface Chat {
  place: string;
  type?: string;
  id?: number;
  /** Messages met before it was known what chat they are of. */
  waiting: Message[];
  /** Where it is not known who the other one is: who began each day. */
  begun: Map<Day, string>;
  /** How many messages without an id there were of somebody in a second. */
  unnumbered: Map<string, number>;
}

interface Message {
  day: Day;
  time: string;
  id: string;
  sender: string;
  name: string;
  /** Whose message a bot passed on. */
  forwardedFrom: string;
}

/** Chats come one after the other; type and id come first in Telegram's own files, and are waited for in others. */
class ChatReader {
  readonly #isOffice: (name: string) => boolean;
  readonly #counter: ConversationCounter;
  #chat: Chat = newChat('');
  #owner = '';
  #lastDay: Day | undefined;

  constructor({ settings, hash }: Context) {
    this.#isOffice = officeTest(settings.officeNames);
    this.#counter = new ConversationCounter('telegram', hash);
  }

  take({ path, value }: Found): Translation[] {
    if (path[0] === 'personal_information') {
      this.#owner = `user${value}`;
      return [];
    }
    const isMessage = typeof path.at(-1) === 'number';
    const place = path.slice(0, isMessage ? -2 : -1).join('.');
    const before = place === this.#chat.place ? [] : this.closeChat(place);
    return [...before, ...(isMessage ? this.#message(value) : this.#describe(path.at(-1), value))];
  }

  /** Counts what waited for the chat's type and id in vain. */
  closeChat(nextPlace = ''): Translation[] {
    const said = this.#release();
    this.#counter.nextChat();
    this.#chat = newChat(nextPlace);
    return said;
  }

  #describe(key: unknown, value: unknown): Translation[] {
    if (key === 'type' && typeof value === 'string') this.#chat.type = value;
    if (key === 'id' && typeof value === 'number') this.#chat.id = value;
    return isKnown(this.#chat) ? this.#release() : [];
  }

  #release(): Translation[] {
    const { waiting } = this.#chat;
    this.#chat.waiting = [];
    const kind = KINDS[this.#chat.type ?? ''] ?? kindBySenders(waiting);
    return waiting.flatMap((message) => this.#translate(message, kind));
  }

  #message(value: unknown): Translation[] {
    const fields = fieldsOf(value);
    if (fields.type !== 'message') return this.#leaveOut(fields);
    const { day, time } = whenOf(fields);
    this.#lastDay = day;
    const sender = senderOf(fields);
    const name = typeof fields.from === 'string' ? fields.from : '';
    const forwardedFrom = typeof fields.forwarded_from === 'string' ? fields.forwarded_from : '';
    const message = { day, time, id: this.#idOf(fields, `${sender} ${time}`), sender, name, forwardedFrom };
    const kind = KINDS[this.#chat.type ?? ''];
    if (isKnown(this.#chat) && kind) return this.#translate(message, kind);
    this.#chat.waiting.push(message);
    return [];
  }

  /** Accounts number their messages each for itself, so sender and time are part of it. */
  #idOf({ id }: Fields, senderAndTime: string): string {
    if (typeof id === 'number') return `${id} ${senderAndTime}`;
    const before = this.#chat.unnumbered.get(senderAndTime) ?? 0;
    this.#chat.unnumbered.set(senderAndTime, before + 1);
    return `after ${before} ${senderAndTime}`;
  }

  #leaveOut(fields: Fields): Translation[] {
    const isDated = fields.date !== undefined || fields.date_unixtime !== undefined;
    const day = isDated ? whenOf(fields).day : this.#lastDay;
    if (day === undefined) return [];
    this.#lastDay = day;
    return [skipped(fields.type === 'service' ? 'messaggi di servizio' : 'messaggi di altro tipo', day)];
  }

  #translate(message: Message, kind: Kind): Translation[] {
    const reason = this.#noContact(message, kind);
    if (reason) return [skipped(reason, message.day)];
    const { day, time, id } = message;
    return this.#counter.take({ day, time, person: this.#personOf(message, kind), id });
  }

  /** Why a message is none that a citizen wrote; undefined for one that counts. */
  #noContact({ sender, name, forwardedFrom }: Message, kind: Kind): string | undefined {
    if (kind === 'own') return 'messaggi salvati e avvisi';
    if (kind === 'channel') return 'pubblicati su un canale';
    if (sender === this.#owner || this.#isOffice(name)) return "messaggi dell'ufficio";
    if (kind === 'bot') return forwardedFrom ? undefined : 'messaggi di un bot';
    // A group's own id, or that of the channel it belongs to: administrators and passed-on posts.
    if (kind === 'group') return /^(?:channel|chat)/.test(sender) ? 'scritti a nome del canale' : undefined;
    if (this.#chat.id === TELEGRAM_ITSELF) return 'messaggi salvati e avvisi';
    return this.#partnerIsKnown(sender) && !this.#isPartner(sender) ? "messaggi dell'ufficio" : undefined;
  }

  #personOf({ day, time, sender, forwardedFrom }: Message, kind: Kind): string {
    if (kind === 'bot') return `${this.#chat.id} ${plainName(forwardedFrom)}`;
    if (kind === 'group') return `${this.#chat.id} ${sender}`;
    if (this.#partnerIsKnown(sender)) return sender;
    const first = this.#chat.begun.get(day) ?? `${sender} ${time}`;
    this.#chat.begun.set(day, first);
    return first;
  }

  #partnerIsKnown(sender: string): boolean {
    return this.#chat.id !== undefined && sender.startsWith('user');
  }

  /** Old exports write the id of a chat with its kind above the 32nd bit. */
  #isPartner(sender: string): boolean {
    const id = this.#chat.id ?? 0;
    return sender === `user${id}` || sender === `user${id % OLD_KIND}`;
  }
}

/** The account that sends log-in codes and news to everybody. */
const TELEGRAM_ITSELF = 777_000;
const OLD_KIND = 2 ** 32;
const OLD_CHATS = 2 ** 33;

function newChat(place: string): Chat {
  return { place, waiting: [], begun: new Map(), unnumbered: new Map() };
}

function isKnown({ type, id }: Chat): boolean {
  return type !== undefined && id !== undefined;
}

function kindBySenders(messages: readonly Message[]): Kind {
  return new Set(messages.map(({ sender }) => sender)).size > 2 ? 'group' : 'personal';
}

function skipped(name: string, day: Day): Translation {
  return { table: null, class: name, day };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new BadRow('', '', 'non è un messaggio');
}

/** `user123`, `channel456`; a bare number in exports before 2021; the name where there is no id. */
function senderOf({ from_id: id, from }: Fields): string {
  if (typeof id === 'string') return id;
  if (typeof id === 'number') return `${id >= OLD_CHATS ? 'channel' : 'user'}${id % OLD_KIND}`;
  return typeof from === 'string' ? `name ${plainName(from)}` : '';
}

/** The moment in Rome: from the epoch, or in older exports from the local text, taken for Rome's. */
function whenOf({ date_unixtime: epoch, date }: Fields): { day: Day; time: string } {
  const seconds = typeof epoch === 'string' || typeof epoch === 'number' ? Number(epoch) : Number.NaN;
  if (Number.isSafeInteger(seconds) && seconds > FIRST_SECOND && seconds < LAST_SECOND) {
    const local = new Date((seconds + romeOffset(seconds)) * 1000).toISOString();
    return { day: civilDay(seconds), time: local.slice(0, 19).replace('T', ' ') };
  }
  // What stands there is shown only when it is a date, not what somebody wrote.
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(date))
    throw new BadRow('date', '', 'manca la data, o non è scritta come 2020-03-10T09:41:00');
  const { day, time } = civilTime('date', date);
  return { day, time: time ?? day };
}

/** Telegram did not exist before 2013. */
const FIRST_SECOND = Date.UTC(2013) / 1000;
const LAST_SECOND = Date.UTC(2100) / 1000;
