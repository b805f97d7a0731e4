// SPDX-License-Identifier: AGPL-3.0-or-later
// The meaning of every column on one page, docs/data-dictionary.md, for a person who reads all of it at once.
// WRITE_EXPECTED=1 npm test -- api/export/dictionary  writes the page anew; read it before you commit it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../sql/engine/engine.ts';
import { FORMATS } from './formats.ts';
import { FORMAT_NAMES, PARAMETERS, TABLE_NAMES } from './names.ts';
import { dictionary, STATES } from './notes.ts';
import type { Column } from './table.ts';
import { seriesColumns } from './tables/series.ts';
import { TABLES } from './tables.ts';

const INTRODUCTION = `# Dizionario dei dati

Che cosa vuol dire ogni colonna delle tabelle ([exports.md](exports.md)). La pagina è scritta da
\`api/export/dictionary.test.ts\`: un test fallisce quando non è quello che dice il programma. I nomi nella prima colonna
sono quelli dei file CSV e JSON e non cambiano; nei file per Excel, ODS e CSV italiano sta l'intestazione.
`;

const described = (columns: readonly Column[]) =>
  [
    '| nome | intestazione | tipo | significato |',
    '|---|---|---|---|',
    ...dictionary(columns).map(
      ([label, name, kind, said]) => `| \`${name}\` | ${label} | ${kind} | ${said} |`,
    ),
    '',
  ].join('\n');

function page(): string {
  const states = Object.entries(STATES).map(([state, said]) => `| ${state} | ${said} |`);
  return [
    INTRODUCTION,
    `## Gli stati\n\n| stato | significato |\n|---|---|\n${states.join('\n')}\n`,
    ...TABLES.map(({ name, title, columns }) => `## \`${name}\`: ${title}\n\n${described(columns)}`),
    `## \`series\`, per settimana o mese\n\n${described(seriesColumns('week'))}`,
  ].join('\n');
}

test('docs/data-dictionary.md says of every column what the files say', () => {
  const file = join(projectRoot(), 'docs', 'data-dictionary.md');
  if (process.env.WRITE_EXPECTED) writeFileSync(file, page());
  expect(readFileSync(file, 'utf8')).toBe(page());
});

test('names are lower case and underscores, once a table, and say what is not a count', () => {
  for (const { name, columns } of TABLES) {
    const names = columns.map((column) => column.name);
    expect(
      names.filter((each) => !/^[a-z][a-z0-9_]*$/.test(each)),
      name,
    ).toEqual([]);
    expect(new Set(names).size, name).toBe(names.length);
    const shares = columns.filter(({ kind }) => kind === 'share');
    expect(
      shares.filter((column) => !column.name.endsWith('_percento')),
      name,
    ).toEqual([]);
  }
});

test('the closed lists name what there is, and every parameter that a table takes', () => {
  expect(TABLES.map(({ name }) => name)).toEqual(TABLE_NAMES);
  expect(FORMATS.map(({ name }) => name)).toEqual(FORMAT_NAMES);
  const taken = new Set(TABLES.flatMap(({ parameters }) => parameters));
  expect([...taken].sort()).toEqual(Object.keys(PARAMETERS).sort());
});
