// SPDX-License-Identifier: AGPL-3.0-or-later
// Personal data of nobody, and files of every source in which they stand wherever they might.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { projectRoot } from '../sql/engine/engine.ts';

/** Names and words cannot be told from other words: where a topic belongs, a topic is what they are. */
export const WORDS = [
  'Giustina Brambilla',
  'Buongiorno, le mie ortensie sono secche e il vicino zaccaria ride',
];
export const IDENTIFIERS = [
  'g.brambilla@posta.example.org',
  'BRMGTN80A41F656X',
  'IT60X0542811101000000123456',
  '3331234567',
  '+39 055 910 4477',
  '01234567897',
  '198.51.100.23',
  '2001:db8::beef',
  'Mozilla/5.0 (Zaccariabot; Linux) Gecko/20100101',
  'via dei Tigli 47',
];
/** What is looked for afterwards, in any case. */
export const TRACES =
  'brambilla giustina ortensie zaccaria tigli brmgtn80a41f656x x0542811101000000123456 3331234567 9104477 01234567897 1234567897 198.51.100.23 db8::beef'
    .split(' ')
    .concat('910 4477');

const NAME = `${WORDS[0]} ${IDENTIFIERS[1]} ${IDENTIFIERS[3]}`;
const fixtures = join(projectRoot(), 'fixtures', 'sources');
const ENCODINGS: Readonly<Record<string, BufferEncoding>> = { fffe: 'utf16le' };

/** The fixtures of a source, by name, each with rows in which something is planted. */
export function plantedFiles(source: string): Map<string, Buffer> {
  const folder = join(fixtures, source);
  const texts = readdirSync(folder).filter((name) =>
    ['.csv', '.log', '.txt', '.json'].includes(extname(name)),
  );
  return new Map(
    texts.map((name) => {
      const bytes = readFileSync(join(folder, name));
      const encoding = ENCODINGS[bytes.subarray(0, 2).toString('hex')] ?? 'utf8';
      const text = bytes.toString(encoding);
      const planted = extname(name) === '.json' ? inJson(text) : inLines(text);
      return [`${source} ${NAME} ${name}`, Buffer.from(planted, encoding)];
    }),
  );
}

/** A spreadsheet whose sheets, headings and cells are planted. */
export function plantedWorkbook(): Buffer {
  const rows = [
    ['numero', 'presentata il', 'tipo', 'argomento', 'canale', 'esito', 'richiedente', NAME],
    ...IDENTIFIERS.map((plant, at) => [`${at}`, '10/03/2020', plant, plant, plant, plant, WORDS[0], plant]),
    ...[...WORDS, ...IDENTIFIERS].map((plant) => [plant, plant, plant, plant, plant, plant, plant, plant]),
  ];
  const sheet = () => utils.aoa_to_sheet(rows);
  const book = {
    SheetNames: ['Giustina Brambilla', '3331234567'],
    Sheets: { 'Giustina Brambilla': sheet(), 3331234567: sheet() },
  };
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

function inJson(text: string): string {
  const more = [...WORDS, ...IDENTIFIERS].flatMap((plant, at) => [
    {
      id: 9000 + at,
      type: 'message',
      date: '2020-03-12T09:41:00',
      from: plant,
      from_id: `user${plant}`,
      text: plant,
    },
    { id: plant, type: plant, date: plant, from: plant, from_id: plant, text: plant },
  ]);
  // Some fixtures are cut off or broken on purpose: only text can be put into them.
  return text.replace(
    /"messages"\s*:\s*\[/g,
    (found) => `${found}${more.map((each) => JSON.stringify(each)).join(',')},`,
  );
}

/** Behind each line of a table, a log or a chat, the same with something planted in each of its fields. */
function inLines(text: string): string {
  const lines = text.split(/\r?\n/);
  const delimiter = [';', '\t', ','].find(
    (each) => lines.filter((line) => line.includes(each)).length > lines.length / 3,
  );
  const planted = lines.slice(-4).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const more = planted.flatMap((line) => [
    ...IDENTIFIERS.flatMap((plant) => withPlant(line, delimiter, plant)),
    ...WORDS.flatMap((plant) => withPlant(broken(line, delimiter, plant), delimiter, plant)),
    ...[...WORDS, ...IDENTIFIERS].map((plant) => `${line}${delimiter ?? ' '}${plant}`),
    ...[...WORDS, ...IDENTIFIERS],
  ]);
  const title = lines[0]?.startsWith('#') ? [`# ${IDENTIFIERS[0]}`] : [];
  return [lines[0], ...title, ...lines.slice(1), ...more, ''].join('\n');
}

function withPlant(line: string, delimiter: string | undefined, plant: string): string[] {
  if (!delimiter)
    return [
      line.replace(/"-?"|" "/, `"${plant}"`),
      line.replace(/ - - /, ` - ${plant.replaceAll(' ', '.')} `),
      line.replace(
        /GET \/[^ "]*/,
        `GET /utenti/${encodeURIComponent(plant)}?da=${encodeURIComponent(plant)}`,
      ),
      line.replace(/https?:\/\/[^/"]*/, `https://${encodeURIComponent(plant)}@example.org`),
      line.replace(/: .*$/, `: ${plant}`),
      line.replace(/- [^:]*:/, `- ${plant}:`),
      ...(IDENTIFIERS.includes(plant)
        ? [
            line.replace(/GET \/[^ "]*/, `GET /modulo/${encodeURIComponent(plant)}`),
            line.replace(/^\S+/, plant.split(' ')[0] ?? ''),
          ]
        : []),
    ];
  const cells = line.split(delimiter);
  return cells.map((_, at) => cells.toSpliced(at, 1, `"${plant}"`).join(delimiter));
}

/** A row that cannot be right: words stand where its dates do, and in its first field. */
function broken(line: string, delimiter: string | undefined, plant: string): string {
  if (!delimiter) return line;
  const isDate = (cell: string) => /\d{1,2}[/.]\d{1,2}[/.]\d|\d{4}-\d{2}/.test(cell);
  return line
    .split(delimiter)
    .map((cell, at) => (at === 0 || isDate(cell) ? `"${plant}"` : cell))
    .join(delimiter);
}
