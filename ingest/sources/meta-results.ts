// SPDX-License-Identifier: AGPL-3.0-or-later

import { isBlank, localCount } from '../cells.ts';
import { civilDate } from '../civil.ts';
import { shown } from '../mask.ts';
import { BadFile, BadRow, type RowSource, type Start, type Translation } from '../source.ts';
import { columnName } from '../table.ts';

/** What a title is about, by its words in English or Italian; the first that fits counts. */
const METRICS: readonly [string, RegExp][] = [
  ['conversations', /conversation|conversazion/],
  ['messaging_contacts', /messag.*conta[ct]t|conta[ct]t.*messag/],
  ['messages', /messag/],
  ['comments', /comment/],
  ['interactions', /intera[cz]/],
  ['unfollows', /unfollow|non segu/],
  ['follows', /follow|segu/],
  ['link_clicks', /clic/],
  ['visits', /visit/],
  ['viewers', /viewer|spettator/],
  ['reach', /reach|copertura/],
  ['views', /view|visualizzazion/],
];
/** Balances, shares, times, and what the office itself did are no counts of people. */
const NO_COUNT = /\b(?:net|rate|time|sent|closed|resolved)\b|\bnett|tasso|tempo|inviat|chius|risolt/;

const DATE = ['date', 'data'];
const DAY = /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
const VALUE = /^(?:primary|principale|primari[oa])$/;

/**
 * A CSV of the "Results" of Meta Business Suite: `sep=,`, then blocks, each with a title that names the measure, the
 * header `Date,Primary` and a row a day; days on which there was nothing may be left out.
 *
 * People wrote or asked in conversations, messages and comments; seeing, following and liking are no contacts.
 */
export const metaResults: RowSource = {
  name: 'meta-results',
  title: 'Meta Business Suite, risultati',
  identity: 'complete',
  metrics: METRICS.map(([metric]) => metric),
  counted: ['conversations', 'messages', 'comments'],
  records: 'rows',
  recognizes: ({ lines, rows }: Start) => {
    const separator = /^\uFEFF?"?sep=/i.test(lines[0] ?? '') ? 1 : 0;
    if (rows.some(isHeader)) return 2 + separator;
    return separator && lines.some((line) => /facebook|instagram|follower/i.test(line)) ? 1 : 0;
  },
  open: () => {
    const blocks = new Map<string, Set<string>>();
    let title = '';
    /** A title is that of the next table; until its header comes, days are still of the one before. */
    let nextTitle = '';
    let inTable = false;
    const take = (row: readonly string[]): Translation | undefined => {
      if (isBlank(row)) return undefined;
      if (isHeader(row)) {
        title = nextTitle;
        inTable = true;
      } else if (isTitle(row)) nextTitle = (row[0] ?? '').trim();
      else if (inTable && (nextTitle === title || DAY.test(row[0] ?? ''))) return countOf(row, title, blocks);
      return undefined;
    };
    return {
      take,
      end: () => refuseUnknown(blocks, nextTitle),
      vouches: () => vouched([...blocks.values()]),
    };
  },
};

function isHeader(row: readonly string[]): boolean {
  return DATE.includes(columnName(row[0] ?? '')) && VALUE.test(columnName(row[1] ?? ''));
}

function isTitle(row: readonly string[]): boolean {
  return row.slice(1).every((cell) => cell.trim() === '');
}

function countOf(row: readonly string[], title: string, blocks: Map<string, Set<string>>): Translation {
  const text = row[0] ?? '';
  const day = civilDate('Date', text);
  const metric = metricOf(title);
  if (!metric) return { table: null, class: `misura che non si conta: ${shown(title)}`, day };
  const platform = /facebook|instagram/i.exec(title)?.[0].toLowerCase() ?? '';
  const scope = `${platform} ${metric}`.trim();
  const count = localCount('Primary', row[1] ?? '');
  const days = blocks.get(scope) ?? new Set();
  if (days.has(day)) throw new BadRow('Date', text, `giorno già presente per "${shown(title)}"`);
  blocks.set(scope, days.add(day));
  return { table: 'contacts', scope, channel: 'social', day, time: null, metric, platform, topic: '', count };
}

function metricOf(title: string): string | undefined {
  const words = title.toLowerCase();
  return NO_COUNT.test(words) ? undefined : METRICS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** A block vouches for the days between its first and its last; blocks of different days vouch for their own rows only. */
function vouched(blocks: readonly Set<string>[]): 'span' | 'rows' {
  const spans = new Set(blocks.map((days) => `${[...days].sort()[0]}..${[...days].sort().at(-1)}`));
  return spans.size === 1 ? 'span' : 'rows';
}

function refuseUnknown(blocks: ReadonlyMap<string, unknown>, title: string): [] {
  if (blocks.size > 0) return [];
  throw new BadFile(
    `non c'è nessuna misura giornaliera conosciuta (l'ultimo titolo è "${shown(title)}"). ` +
      'In Meta Business Suite esporta i risultati (visite, interazioni, messaggi), non il pubblico.',
  );
}
