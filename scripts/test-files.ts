// SPDX-License-Identifier: AGPL-3.0-or-later
// Files of every source, made for tests from the same events: what their rows say is known, and they can be cut.
import fc from 'fast-check';
import type { LoadOptions } from '../ingest/load.ts';
import { type Day, dayNumber, dayText } from '../sql/vocabulary.ts';

/** Something that a file tells of: on a day, at an hour, of one of three kinds. */
interface Event {
  day: Day;
  hour: number;
  kind: number;
  count: number;
  /** Its number in the file, which no other has. */
  number: number;
}

interface Lines {
  head: string[];
  rows: string[];
  tail?: string[];
}

export interface Made {
  /** Where a file may be cut: between any two events, or only between days, which its source reads as one. */
  cut: 'event' | 'day';
  /** A part that says nothing of a channel or platform does not vouch for it either: its zeros are then unknown. */
  knowsLess?: true;
  options?: Partial<LoadOptions>;
  /** Each of its columns is a day: one more is refused with the file. */
  columnsAreDays?: true;
  encoding?: 'utf16le';
  /** Between the cells of its rows, where it has cells. */
  delimiter?: string;
  lines(events: readonly Event[]): Lines;
}

const two = (number: number) => String(number).padStart(2, '0');
const [year, month, date] = [0, 1, 2].map((place) => (day: Day) => day.split('-')[place] ?? '') as [
  (day: Day) => string,
  (day: Day) => string,
  (day: Day) => string,
];
const italian = (day: Day) => `${date(day)}/${month(day)}/${year(day)}`;
const american = (day: Day) => `${month(day)}/${date(day)}/${year(day)}`;
const compact = (day: Day) => day.replaceAll('-', '');
const minute = ({ hour, number }: Event) => `${two(hour)}:${two(number % 60)}`;
const of = <T>(list: readonly T[], { kind }: Event) => list[kind] as T;

/** A row for each event. */
const each = (head: string[], row: (event: Event) => string | string[]) => ({
  lines: (events: readonly Event[]): Lines => ({ head, rows: events.flatMap(row) }),
});

/** A row for each day, with the sums of its kinds; undefined for a kind that did not occur. */
function daily(
  events: readonly Event[],
  row: (day: Day, sums: (number | undefined)[], first: Day) => string,
): string[] {
  const days = [...new Set(events.map(({ day }) => day))];
  return days.map((day) => {
    const sums = [0, 1, 2].map((kind) => {
      const found = events.filter((event) => event.day === day && event.kind === kind);
      return found.length === 0 ? undefined : found.reduce((sum, { count }) => sum + count, 0);
    });
    return row(day, sums, days[0] ?? '');
  });
}

const total = (sums: readonly (number | undefined)[]) => sums.reduce<number>((sum, n) => sum + (n ?? 0), 0);

const AGENTS = ['Mozilla/5.0 (X11; Linux)', 'Mozilla/5.0 (iPhone)', 'Googlebot/2.1'];

/** How a file of each source is made. */
export const MADE: Readonly<Record<string, Made>> = {
  weblog: {
    cut: 'event',
    ...each([], (event) => {
      const name = month(event.day) === '03' ? 'Mar' : 'Apr';
      const at = `${date(event.day)}/${name}/2020:${two(event.hour)}:00:${two(event.number % 60)} +0000`;
      const request = `"GET /p/${event.count} HTTP/1.1" 200 9 "-" "${of(AGENTS, event)}"`;
      const line = `192.0.2.${event.kind} - - [${at}] ${request}`;
      return event.count % 2 === 0 ? line : [line, line];
    }),
  },
  practices: {
    cut: 'day',
    delimiter: ';',
    ...each(
      ['numero;presentata il;argomento;canale;esito'],
      (event) => `${event.number};${italian(event.day)} ${minute(event)};tema ${event.kind};email;accolta`,
    ),
  },
  protocol: {
    cut: 'day',
    knowsLess: true,
    delimiter: ';',
    ...each(['anno;numero;data;verso;mezzo;classificazione'], (event) => {
      const means = of(['E;PEC', 'E;consegna a mano', 'U;PEC'], event);
      return `2020;${event.number};${italian(event.day)};${means};VII.12`;
    }),
  },
  counts: {
    cut: 'event',
    delimiter: ',',
    ...each(
      ['giorno,canale,conteggio'],
      (event) => `${event.day},${of(['chat', 'phone', 'desk'], event)},${event.count}`,
    ),
  },
  'office-table': {
    cut: 'day',
    delimiter: ';',
    lines: (events) => ({
      head: ['Contatti ricevuti;;', 'Data;Telefono;Sportello'],
      rows: daily(events, (day, sums) => `${italian(day)};${sums[0] ?? 'chiuso'};${total(sums)}`),
    }),
  },
  chat: {
    cut: 'day',
    knowsLess: true,
    delimiter: ',',
    ...each(
      ['giorno,strumento,argomento,conversazioni'],
      (event) => `${event.day},${of(['sito', 'app', 'sito'], event)},tema ${event.kind},${event.count}`,
    ),
  },
  social: {
    cut: 'day',
    knowsLess: true,
    delimiter: ';',
    ...each(['data;piattaforma;contatti'], (event) => {
      const platform = of(['facebook', 'instagram', 'x'], event);
      return `${italian(event.day)} ${minute(event)};${platform};${event.count}`;
    }),
  },
  matomo: {
    cut: 'day',
    delimiter: ',',
    encoding: 'utf16le',
    lines: (events) => ({
      head: ['date,nb_visits,nb_actions'],
      rows: daily(events, (day, sums) => `${day},${total(sums)},${3 * total(sums)}`),
    }),
  },
  'google-analytics': {
    cut: 'day',
    delimiter: ',',
    lines: (events) => ({
      head: [
        '# ----',
        '# Sito del Comune',
        `# ${compact(first(events).day)}-${compact(last(events).day)}`,
        '# ----',
        '',
        'Day Index,Sessions,Pageviews',
      ],
      rows: daily(events, (day, sums) => `${american(day)},${total(sums)},${2 * total(sums)}`),
      tail: [`,${events.length},1`],
    }),
  },
  'google-analytics-4': {
    cut: 'day',
    delimiter: ',',
    lines: (events) => ({
      head: ['# Property: Sito', `# Start date: ${compact(first(events).day)}`, 'Nth day,Active users,Views'],
      rows: daily(events, (day, sums, from) => {
        const nth = (dayNumber(day) ?? 0) - (dayNumber(from) ?? 0);
        return `${String(nth).padStart(4, '0')},${total(sums)},${2 * total(sums)}`;
      }),
    }),
  },
  'meta-results': {
    cut: 'day',
    delimiter: ',',
    encoding: 'utf16le',
    lines: (events) => ({
      head: ['sep=,', '"Facebook conversations",', '"Date","Primary"'],
      rows: daily(events, (day, sums) => `"${day}T00:00:00","${total(sums)}"`),
    }),
  },
  'meta-insights': {
    cut: 'day',
    delimiter: ',',
    options: { dateOrder: 'month' },
    lines: (events) => ({
      head: ['Date,Daily New Likes,Daily New Conversations'],
      rows: daily(events, (day, sums) => `${american(day)},${total(sums)},${total(sums) % 3}`),
    }),
  },
  'meta-content': {
    cut: 'day',
    delimiter: ',',
    options: { dateOrder: 'month' },
    ...each(
      ['ID del post,Nome della Pagina,Orario di pubblicazione,Commenti,Condivisioni'],
      (event) =>
        `${event.number},Comune,${american(event.day)} ${minute(event)},${event.count},${event.kind}`,
    ),
  },
  telegram: {
    cut: 'event',
    lines: (events) => ({
      head: ['{"type": "private_group", "id": 77, "messages": ['],
      rows: events.map((event) => `${JSON.stringify(messageOf(event))},`),
      tail: [`${JSON.stringify({ ...messageOf(last(events)), type: 'service' })}]}`],
    }),
  },
  whatsapp: {
    cut: 'day',
    options: { dateOrder: 'day' },
    ...each([], (event) => {
      const sender = of(['Anna Rosi', 'Anna Rosi', 'Ufficio'], event);
      return `${italian(event.day)}, ${minute(event)} - ${sender}: buongiorno\ne grazie`;
    }),
  },
  chatwoot: {
    cut: 'day',
    columnsAreDays: true,
    delimiter: ',',
    lines: (events) => {
      const days = [...new Set(events.map(({ day }) => day))];
      const sum = (day: Day, hour: number) =>
        events
          .filter((event) => event.day === day && event.hour === hour)
          .reduce((all, { count }) => all + count, 0);
      return {
        head: ['Fuso orario,(GMT+01:00) Rome', `Start of the hour,${days.join(',')}`],
        rows: Array.from(
          { length: 24 },
          (_, hour) => `${two(hour)}:00,${days.map((day) => sum(day, hour)).join(',')}`,
        ),
      };
    },
  },
};

const first = (events: readonly Event[]) => events[0] as Event;
const last = (events: readonly Event[]) => events.at(-1) as Event;

function messageOf({ day, hour, kind, number }: Event): object {
  const at = `${day}T${two(hour)}:00:${two(number % 60)}`;
  return { id: number, type: 'message', date: at, from: 'Anna', from_id: `user${kind}`, text: 'buongiorno' };
}

/** Some days from 20 March 2020 on, across the change of the clocks, on each of which something happened. */
export const someEvents: fc.Arbitrary<Event[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 3 }),
      events: fc.uniqueArray(
        fc.record({ kind: fc.nat(2), hour: fc.integer({ min: 3, max: 22 }), count: fc.nat(9) }),
        { selector: ({ kind }) => kind, minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 4, maxLength: 12 },
  )
  .map((days) => {
    let day = dayNumber('2020-03-20') ?? 0;
    let number = 0;
    return days.flatMap(({ gap, events }) => {
      day += gap;
      return events
        .toSorted((a, b) => a.hour - b.hour)
        .map((event) => ({ ...event, day: dayText(day), number: ++number }));
    });
  });

/** The bytes of a file with these lines. */
export function bytesOf({ encoding }: Made, { head, rows, tail = [] }: Lines): Buffer {
  const text = `${[...head, ...rows, ...tail].join('\n')}\n`;
  return encoding ? Buffer.from(`\uFEFF${text}`, encoding) : Buffer.from(text);
}

/** Parts of a file, in any order: each has some of the next, and together they have all. */
export function overlappingParts({ cut }: Made, events: readonly Event[]): fc.Arbitrary<Event[][]> {
  const pieces = cut === 'day' ? byDay(events) : events.map((event) => [event]);
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: pieces.length - 1 }), { minLength: 2, maxLength: 2 });
  const overlaps = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3));
  return fc.tuple(cuts, overlaps).chain(([ends, more]) => {
    const inOrder = [...ends.toSorted((a, b) => a - b), pieces.length];
    const parts = inOrder.map((end, i) => {
      const from = i === 0 ? 0 : (inOrder[i - 1] as number) - 1 - (more[i] as number);
      return pieces.slice(Math.max(0, from), end).flat();
    });
    return fc.shuffledSubarray(parts, { minLength: parts.length });
  });
}

function byDay(events: readonly Event[]): Event[][] {
  const days = new Map<Day, Event[]>();
  for (const event of events) days.set(event.day, [...(days.get(event.day) ?? []), event]);
  return [...days.values()];
}
