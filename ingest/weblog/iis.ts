// SPDX-License-Identifier: AGPL-3.0-or-later
// The W3C extended format of Microsoft's IIS: `#Fields:` says what the columns are, and may say so again at any line.
// Moments are in UTC, and a blank inside a value is written as `+`.
import { BadRow } from '../source.ts';
import { type Format, type Reader, type Request, siteName } from './format.ts';
import { readIso } from './moment.ts';

const NEEDED = ['time', 'c-ip', 'cs-method', 'cs-uri-stem', 'sc-status'];

export const iis: Format = {
  title: 'formato W3C di IIS',
  hasHeader: true,
  open: () => {
    let fields = new Map<string, number>();
    let day = '';
    return (line) => {
      if (line.startsWith('#Fields:')) fields = columnsOf(line.slice('#Fields:'.length));
      if (line.startsWith('#Date:')) day = line.slice('#Date:'.length).trim().slice(0, 10);
      if (line.startsWith('#')) return null;
      return readRow(line.trimEnd().split(' '), fields, day);
    };
  },
};

function columnsOf(names: string): Map<string, number> {
  return new Map(
    names
      .trim()
      .split(/\s+/)
      .map((name, at) => [name, at]),
  );
}

function readRow(cells: readonly string[], fields: Map<string, number>, day: string): ReturnType<Reader> {
  if (fields.size === 0 || cells.length !== fields.size) return undefined;
  const cell = (name: string) => cells[fields.get(name) ?? -1] ?? '-';
  const missing = NEEDED.find((name) => !fields.has(name));
  if (missing)
    throw new BadRow(missing, '', 'manca questo campo: aggiungilo al registro nelle opzioni di IIS');
  if (!/^\d{3}$/.test(cell('sc-status'))) return undefined;
  const query = cell('cs-uri-query');
  return {
    scope: siteName(cell('cs-host')) || siteName(cell('s-sitename')),
    time: readIso(`${fields.has('date') ? cell('date') : day}T${cell('time')}Z`),
    address: cell('c-ip'),
    method: cell('cs-method'),
    target: cell('cs-uri-stem') + (query === '-' ? '' : `?${query}`),
    status: Number(cell('sc-status')),
    referrer: cell('cs(Referer)'),
    agent: cell('cs(User-Agent)').replaceAll('+', ' '),
  } satisfies Request;
}
