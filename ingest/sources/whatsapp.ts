// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Day } from '../../sql/vocabulary.ts';
import { CHAT_CONTACTS, CHAT_METRICS, ConversationCounter, officeTest, plainName } from '../conversations.ts';
import { BadFile, BadRow, type Context, type LineSource, type Translation } from '../source.ts';
import {
  dayIn,
  type Entry,
  isOfSignal,
  ORDERS,
  type Order,
  readEntry,
  type WrittenDate,
} from './whatsapp-layouts.ts';

/**
 * The `_chat.txt` of one WhatsApp chat, with a person or of a group. The file does not say who exported it: the office
 * names itself in the settings (`officeNames`), and what it wrote is left out. Until it has done so all messages count,
 * and a chat of two is one conversation a day. Nothing of text, names and numbers goes further.
 */
export const whatsapp: LineSource = {
  name: 'whatsapp',
  title: 'chat di WhatsApp',
  identity: 'part',
  channel: 'chat',
  metrics: CHAT_METRICS,
  counted: CHAT_CONTACTS,
  namesPeople: true,
  records: 'lines',
  recognizes: ({ lines }) => lines.filter((line) => readEntry(line)?.sender !== undefined).length,
  open: (context) => {
    const entries: Placed[] = [];
    const take = (text: string, line: number): undefined => {
      if (isOfSignal(text)) throw new BadFile(OF_SIGNAL);
      const entry = readEntry(text);
      if (entry === undefined && entries.length === 0)
        throw new BadRow(
          '',
          '',
          'il testo viene prima del primo messaggio, o la data è scritta in modo sconosciuto',
        );
      if (entry === undefined) return;
      if (ORDERS.every((order) => dayIn(order, entry.date) === undefined))
        throw new BadRow('date', written(entry.date), 'data inesistente');
      entries.push({ ...entry, line });
    };
    return { take, end: () => translateChat(entries, context), vouches: () => 'span' };
  },
};

const OF_SIGNAL =
  'è una chat di Signal, che non si legge: scrivi le conversazioni di ogni giorno in una tabella con le colonne ' +
  '"giorno" e "conversazioni".';

interface Placed extends Entry {
  line: number;
}

interface Message {
  day: Day;
  minute: string;
  sender: string;
}

/** Which number is the day, and who belongs to the office, is known when all has been read. */
function translateChat(entries: readonly Placed[], context: Context): Translation[] {
  const days = daysOf(entries, context.dateOrder);
  const isOffice = officeTest(context.settings.officeNames);
  const counter = new ConversationCounter('whatsapp', context.hash);
  const personOf = personReader(entries, context);
  const idOf = numberWithinMinute();
  return entries.flatMap(({ sender, minute }, at): Translation[] => {
    const day = days[at] ?? '';
    if (sender === undefined) return [{ table: null, class: 'righe di sistema', day }];
    if (isOffice(sender)) return [{ table: null, class: "messaggi dell'ufficio", day }];
    const message = { day, minute, sender: plainName(sender) };
    const time = `${day} ${minute}:00`;
    return counter.take({ day, time, person: personOf(message), id: idOf(message) });
  });
}

/** How the person behind a message is told. @throws BadFile when the office has named itself and is not in a chat of two. */
function personReader(entries: readonly Placed[], { settings }: Context): (message: Message) => string {
  const senders = new Set(entries.flatMap(({ sender }) => (sender === undefined ? [] : [plainName(sender)])));
  const isGroup = senders.size > 2 || entries.some(({ ofGroup }) => ofGroup);
  if (!isGroup && settings.officeNames.length === 0) return firstOfDay();
  if (!isGroup && senders.size === 2 && ![...senders].some(officeTest(settings.officeNames)))
    throw new BadFile(NO_OFFICE);
  return ({ sender }) => sender;
}

const NO_OFFICE =
  "nessuno dei due che scrivono è l'ufficio: in comune.json, " +
  '"officeNames", aggiungi il nome con cui l\'ufficio compare in questa chat.';

/** In a chat of two, of whom one is the office: the day's first message, the same in every export of the chat. */
function firstOfDay(): (message: Message) => string {
  const firsts = new Map<Day, string>();
  return ({ day, minute, sender }) => {
    const first = firsts.get(day) ?? `${minute} ${sender}`;
    firsts.set(day, first);
    return first;
  };
}

/**
 * Tells a message by its sender, its minute and how many came before in that minute: not by its text, which is another
 * when it was exported without pictures, changed or deleted; nor by its second, which only some phones write.
 */
function numberWithinMinute(): (message: Message) => string {
  const counts = new Map<string, number>();
  return ({ day, minute, sender }) => {
    const place = `${day} ${minute} ${sender}`;
    const before = counts.get(place) ?? 0;
    counts.set(place, before + 1);
    return `${before} ${place}`;
  };
}

/** The days of all entries, in the one order that fits the whole file. @throws BadFile when none does, or two do. */
function daysOf(entries: readonly Placed[], said: Context['dateOrder']): Day[] {
  const readings = ORDERS.map((order) => ({ order, days: entries.map(({ date }) => dayIn(order, date)) }));
  const whole = readings.filter((reading): reading is Reading => !reading.days.includes(undefined));
  // A year of two digits stands first only where nothing else is possible.
  const likely = whole.some(({ order }) => order !== 'year')
    ? whole.filter(({ order }) => order !== 'year')
    : whole;
  const [one, other] = likely.filter(({ order }) => said === undefined || order === 'year' || order === said);
  if (!one) throw new BadFile(whole.length > 0 ? wrongOrder(said) : mixed(entries));
  if (!other || one.days.every((day, at) => day === other.days[at])) return one.days;
  const backward = returns(one.days) - returns(other.days);
  if (backward === 0) throw new BadFile(undecided(entries, one.days, other.days));
  return backward < 0 ? one.days : other.days;
}

interface Reading {
  order: Order;
  days: Day[];
}

/** Chats are written as time goes by: how often a reading of the dates would go back. */
function returns(days: readonly Day[]): number {
  return days.filter((day, at) => day < (days[at - 1] ?? '')).length;
}

function written({ numbers, separator }: WrittenDate): string {
  return numbers.join(separator);
}

function wrongOrder(said: Context['dateOrder']): string {
  return `le date non sono scritte con il ${said === 'day' ? 'giorno' : 'mese'} per primo, come dice --date-order: toglilo o correggilo.`;
}

function mixed(entries: readonly Placed[]): string {
  const [noDay, noMonth] = (['day', 'month'] as const).map((order) =>
    entries.find(({ date }) => dayIn(order, date) === undefined),
  );
  if (!noDay || !noMonth) return 'non c’è nessun messaggio';
  return (
    `le date non sono scritte tutte allo stesso modo: "${written(noMonth.date)}" (riga ${noMonth.line}) ha il giorno ` +
    `per primo, "${written(noDay.date)}" (riga ${noDay.line}) no. Il file è stato modificato o unito? Esporta di nuovo la chat.`
  );
}

function undecided(entries: readonly Placed[], one: readonly Day[], other: readonly Day[]): string {
  const at = one.findIndex((day, row) => day !== other[row]);
  const entry = entries[at];
  return (
    `non si capisce se "${entry ? written(entry.date) : ''}" (riga ${entry?.line}) è il ${one[at]} o il ${other[at]} ` +
    '(anno-mese-giorno): nessuna data del file lo dice. Aggiungi --date-order day se il primo numero è il giorno ' +
    '(come scrivono i telefoni italiani), --date-order month se è il mese.'
  );
}
