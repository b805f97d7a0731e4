// SPDX-License-Identifier: AGPL-3.0-or-later
// Exported chats: nothing of what people wrote, of names and of numbers comes out, and two exports join without doubles.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { officeTest, plainName } from './conversations.ts';
import { findLayout } from './read.ts';
import { readJson } from './read-json.ts';
import { hashes } from './secret.ts';
import { BadFile, type Contact, type Context } from './source.ts';
import { plan, type Rejected, translate } from './translate.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-chats-'));
const plain: Context = { settings: checkSettings({}), ...hashes('a secret for tests') };
const known: Context = { ...plain, settings: checkSettings({ officeNames: ['ufficio  INCOMUNE '] }) };
let files = 0;

interface Said {
  contacts: Contact[];
  classes: string[];
  rejected: Rejected[];
}

/** What a file with this content says. */
async function read(content: string, source: string, context = plain): Promise<Said> {
  files += 1;
  const file = join(folder, `${files}.txt`);
  writeFileSync(file, content);
  const { layout, sample } = await findLayout(file);
  const said: Said = { contacts: [], classes: [], rejected: [] };
  await translate(file, plan(layout, sample, source), context, async (batch) => {
    for (const each of batch.translations)
      if (each.table === 'contacts') said.contacts.push(each);
      else if (each.table === null) said.classes.push(each.class);
    said.rejected.push(...batch.rejected);
  });
  return said;
}

const refusal = (content: string, source: string, context = plain) =>
  read(content, source, context).then(
    () => 'taken',
    (error) => (error instanceof BadFile ? error.message : Promise.reject(error)),
  );

/** `2020-03-10 conversations 2`, and so on; rows with one key count once. */
function totals(contacts: readonly Contact[]): string[] {
  const rows = new Map(contacts.map((row) => [`${row.metric} ${row.key}`, row]));
  const sums = new Map<string, number>();
  for (const { day, metric, count } of rows.values())
    sums.set(`${day} ${metric}`, (sums.get(`${day} ${metric}`) ?? 0) + count);
  return [...sums].map(([what, sum]) => `${what} ${sum}`).sort();
}

function fixture(name: string): string {
  return readFileSync(join(projectRoot(), 'fixtures', 'sources', name), 'utf8');
}

const chats = (source: string) =>
  readdirSync(join(projectRoot(), 'fixtures', 'sources', source))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => [source, fixture(`${source}/${name}`)] as const);

describe('nothing personal comes out', () => {
  /** Words of names, texts and titles, and numbers of people, that stand in the fixtures. */
  const PLANTED =
    /Carla|Bianchi|Dario|Verdi|Elena|Neri|fornaio|Incomune|Mercato|Avvisi|marzo"|Buon|Ciao|Grazie|carta|identit|segreto|cartello|sorella|modulo|Libretto|5550\d|777000|testo di|senza data|domani/;

  test('the words are in the fixtures', () => {
    for (const [, content] of [...chats('telegram'), ...chats('whatsapp')]) expect(content).toMatch(PLANTED);
  });

  test.each([plain, known])('of whole files, be they taken in or refused (%#)', async (context) => {
    for (const [source, content] of [...chats('telegram'), ...chats('whatsapp')]) {
      const said = await read(content, source, context).catch(({ message }) => message);
      expect(text(said)).not.toMatch(PLANTED);
    }
  });

  test('of files that are cut off or damaged anywhere', async () => {
    const content = fixture('telegram/personal-chat.json');
    for (let at = 1; at < content.length; at += 37) {
      const cut = await read(content.slice(0, at), 'telegram').catch(({ message }) => message);
      const hit = await read(`${content.slice(0, at)}"${content.slice(at)}`, 'telegram').catch(
        ({ message }) => message,
      );
      expect(text([cut, hit])).not.toMatch(PLANTED);
    }
  });

  const text = (value: unknown) =>
    JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each));
});

describe('the office', () => {
  test('is known in chats by the names in the settings', async () => {
    const alone = await read(fixture('whatsapp/android-italian.txt'), 'whatsapp');
    expect(totals(alone.contacts)).toEqual([
      '2020-02-18 conversations 1',
      '2020-02-18 messages 4',
      '2020-02-20 conversations 1',
      '2020-02-20 messages 1',
    ]);
    const named = await read(fixture('whatsapp/android-italian.txt'), 'whatsapp', known);
    expect(totals(named.contacts)).toEqual(['2020-02-18 conversations 1', '2020-02-18 messages 3']);
    expect(named.classes.filter((name) => name === "messaggi dell'ufficio")).toHaveLength(2);
  });

  test('that has named itself must be in a chat of two', async () => {
    const other = '13/03/2020, 09:00 - Carla Bianchi: uno\n13/03/2020, 10:00 - Dario Verdi: due\n';
    expect(await refusal(other, 'whatsapp', known)).toContain('officeNames');
    expect(totals((await read(other, 'whatsapp')).contacts)).toEqual([
      '2020-03-13 conversations 1',
      '2020-03-13 messages 2',
    ]);
    const group = await read(fixture('whatsapp/group-of-two.txt'), 'whatsapp', known);
    expect(totals(group.contacts)).toEqual(['2020-03-13 conversations 2', '2020-03-13 messages 2']);
  });

  test('is known in Telegram where ids are missing', async () => {
    const { contacts } = await read(fixture('telegram/without-ids.json'), 'telegram', known);
    expect(totals(contacts)).toEqual(['2020-03-10 conversations 5', '2020-03-10 messages 10']);
  });

  test('has a name that phones decorate', () => {
    expect(plainName('\u200e~\u00a0Ufficio  Incomune')).toBe('ufficio incomune');
    expect(officeTest(['Ufficio Incomune'])('~ ufficio incomune\u200f')).toBe(true);
    expect(officeTest(['Ufficio Incomune'])('ufficio')).toBe(false);
  });
});

describe('the order of the dates', () => {
  const unknown = fixture('whatsapp/order-unknown.txt');
  const days = async (dateOrder: 'day' | 'month', content = unknown) =>
    (await read(content, 'whatsapp', { ...plain, dateOrder })).contacts
      .filter(({ metric }) => metric === 'messages')
      .map(({ day }) => day);

  test('can be said where the file does not say it', async () => {
    expect(await days('day')).toEqual(['2020-02-01', '2020-02-02', '2020-02-03']);
    expect(await days('month')).toEqual(['2020-01-02', '2020-02-02', '2020-03-02']);
  });

  test('cannot be said against the file', async () => {
    const american = fixture('whatsapp/american-12-hours.txt');
    const refused = await refusal(american, 'whatsapp', { ...plain, dateOrder: 'day' });
    expect(refused).toContain('--date-order');
    expect(await days('day', fixture('whatsapp/year-first.txt'))).toEqual(['2020-03-10', '2020-03-11']);
  });
});

describe('two exports of a chat', () => {
  test('of one chat and of all of them have the same keys', async () => {
    const one = await read(fixture('telegram/personal-chat.json'), 'telegram');
    const all = await read(fixture('telegram/full-export.json'), 'telegram');
    expect(totals([...all.contacts, ...one.contacts])).toEqual(
      totals([...one.contacts, ...all.contacts.filter(({ day }) => day > '2020-03-29')]),
    );
  });

  test('with pictures and without, and after an answer came, are the same', async () => {
    const first =
      '10/03/2020, 09:41 - Carla Bianchi: <Media omessi>\n15/03/2020, 09:00 - Carla Bianchi: Novità?\n';
    const again = first.replace('<Media omessi>', 'IMG-20200310-WA0001.jpg (file allegato)');
    const answered = `${again}15/03/2020, 10:00 - Ufficio Incomune: No\n`;
    for (const context of [plain, known]) {
      const before = await read(first, 'whatsapp', context);
      const after = await read(answered, 'whatsapp', context);
      expect(totals([...before.contacts, ...after.contacts])).toEqual(totals(after.contacts));
    }
  });

  test('that begin or end on other days join, in any order', async () => {
    const sender = fc.constantFrom('Carla Bianchi', 'Ufficio Incomune');
    const message = fc.record({
      day: fc.integer({ min: 13, max: 28 }),
      minute: fc.nat({ max: 1439 }),
      sender,
    });
    const cases = fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 13, max: 28 }),
      fc.integer({ min: 0, max: 8 }),
      async (messages, from, days) => {
        const sorted = messages.toSorted((a, b) => a.day - b.day || a.minute - b.minute);
        const chat = (list: typeof messages) => list.map(line).join('');
        const whole = await read(chat(sorted), 'whatsapp', known);
        const early = sorted.filter(({ day }) => day <= from + days);
        const late = sorted.filter(({ day }) => day >= from);
        const parts = await Promise.all(
          [late, early].filter((part) => part.length > 0).map((part) => read(chat(part), 'whatsapp', known)),
        );
        expect(totals(parts.flatMap(({ contacts }) => contacts))).toEqual(totals(whole.contacts));
      },
    );
    await fc.assert(cases, { numRuns: 50 });
  });

  const line = ({ day, minute, sender }: { day: number; minute: number; sender: string }) => {
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `${day}/03/20, ${clock} - ${sender}: testo\n`;
  };
});

describe('a JSON file', () => {
  const message = '{"id":1,"type":"message","date_unixtime":"1583829660","from_id":"user1","text":""}';

  test('is read piece by piece, wherever a piece ends', async () => {
    const written = '\\\\x41\\x1b€\\\\';
    for (let shift = 0; shift < 16; shift += 1) {
      const padding = 'p'.repeat(PIECE - 100 + shift);
      const text = `{\n"id": "${padding}${written.repeat(30)}"}`;
      expect(await values(text, '$.id')).toEqual([[2, `${padding}${'\\x41\u001b€\\'.repeat(30)}`]]);
    }
  });

  test('tells the line on which a record begins', async () => {
    const text = '{\n"a": "€\\u20ac\\n",\n"list": [\n1,\n{\n"x": [\n]\n},\n{}\n]\n}\n';
    expect(await values(text, '$.list.*')).toEqual([
      [4, 1],
      [5, { x: [] }],
      [9, {}],
    ]);
  });

  test('is refused with its line when it is none', async () => {
    const garbage = `{"type":"personal_chat","id":1,"messages":[${message}]}\n\n}`;
    expect(await refusal(garbage, 'telegram')).toMatch('non è JSON valido, alla riga 3:');
    expect(await refusal('[1,\n\n\n@', 'telegram')).toMatch('non è JSON valido, alla riga 4:');
    expect(await refusal('[1,\n2,\n"x', 'telegram')).toMatch('si è interrotta, alla riga 3');
    const endless = `{"messages":[{"text":"${'a'.repeat(17 << 20)}`;
    expect(await refusal(endless, 'telegram')).toMatch('per 16 milioni di caratteri');
    expect(await refusal(`[\n${'['.repeat(300)}`, 'telegram')).toMatch(
      'ci sono più di 200 livelli, alla riga 2:',
    );
  });

  /** Files are read in pieces of 256 KiB. */
  const PIECE = 1 << 18;

  async function values(text: string, path: string): Promise<unknown[]> {
    const file = join(folder, 'values.json');
    writeFileSync(file, text);
    const found: unknown[] = [];
    for await (const batch of readJson(file, (await findLayout(file)).layout, [path], () => {}))
      found.push(...batch.map(({ line, record }) => [line, record.value]));
    return found;
  }
});
