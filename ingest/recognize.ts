// SPDX-License-Identifier: AGPL-3.0-or-later
// Finds out which source a file is of.
import { said } from './language.ts';
import { shownList } from './mask.ts';
import { BadFile, type Source, type Start } from './source.ts';
import { SOURCES } from './sources.ts';

/** The source with that name. @throws BadFile with the names there are. */
export function namedSource(name: string): Source {
  const source = SOURCES.find((each) => each.name === name);
  if (source) return source;
  throw new BadFile(
    `la fonte "${name}" non esiste; le fonti sono: ${SOURCES.map((each) => each.name).join(', ')}`,
  );
}

/** The source that finds most marks of its own in the beginning of a file. @throws BadFile when none finds any. */
export function recognize(start: Start): Source {
  const found = SOURCES.map((source) => ({ source, marks: source.recognizes(start) })).sort(
    (a, b) => b.marks - a.marks,
  );
  if (found[0] && found[0].marks > 0) return found[0].source;
  if (JSON_BEGINS.test(start.lines.join('\n'))) throw new BadFile(OTHER_JSON);
  const first = shownList((start.rows[0] ?? []).slice(0, 12), ' | ');
  throw new BadFile(
    said(
      `non si capisce che file sia: comincia con "${first}". Controlla i nomi delle colonne, indica la fonte con --source ` +
        '(i nomi: npm run ingest -- --help), o prepara una mappatura: npm run affluenza -- map FILE',
      `it is not clear what file this is: it begins with "${first}". Check the names of its columns, name the source with ` +
        '--source (the names: npm run ingest -- --help), or prepare a mapping: npm run affluenza -- map FILE',
    ),
  );
}

/** Whether that is the beginning of a JSON file. */
export const JSON_BEGINS = /^\s*(?:\{|\[\s*(?:[{[]|$))/;

const OTHER_JSON = said(
  'è un file JSON, ma non è la chat di Telegram né un registro degli accessi: altri JSON non si leggono. Cerca la stessa esportazione in CSV.',
  'it is a JSON file, but neither the chat of Telegram nor an access log: other JSON is not read. Look for the same export as CSV.',
);
