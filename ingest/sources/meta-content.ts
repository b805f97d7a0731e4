// SPDX-License-Identifier: AGPL-3.0-or-later
import { localCount } from '../cells.ts';
import { DateOrderSurvey, orderedDay } from '../civil.ts';
import { BadRow, type Contact, type RowSource } from '../source.ts';
import { type NamedRow, namedTable } from '../table.ts';

/** Columns of totals, which become metrics of the same name. */
const TOTALS = {
  post_comments: { names: ['commenti', 'comments'] },
  post_reactions: { names: ['reazioni', 'reactions'] },
  post_likes: { names: ['mi piace', 'likes'] },
  post_shares: { names: ['condivisioni', 'shares'] },
  post_saves: { names: ['salvataggi', 'saves'] },
  post_reach: { names: ['copertura', 'reach'] },
  post_views: { names: ['visualizzazioni', 'views', 'impression', 'impressions'] },
};
const METRICS = Object.keys(TOTALS);
const LONGEST_ID = 100;

/**
 * The contents that Meta Business Suite exports: a row a post of a Facebook page or an Instagram profile, with its time
 * of publication and its totals until the export. Titles and descriptions are not read.
 *
 * A comment counted here may have been written on any later day, so none is a contact of the day of publication, unless
 * the settings say so.
 */
export const metaContent: RowSource = namedTable({
  name: 'meta-content',
  title: 'Meta Business Suite, contenuti',
  identity: 'complete',
  metrics: METRICS,
  counted: [],
  vouches: () => 'rows',
  columns: {
    published: {
      names: ['orario di pubblicazione', 'ora di pubblicazione', 'data di pubblicazione', 'publish time'],
      required: true,
    },
    id: { names: ["id dell'elemento del post", 'id del post', 'id post', 'post id'] },
    link: { names: ['permalink', 'link permanente'] },
    page: { names: ['nome della pagina', 'page name', 'id della pagina', 'page id'] },
    account: { names: ["nome utente dell'account", 'account username'] },
    ...TOTALS,
  },
  distinctive: ['orario di pubblicazione', 'ora di pubblicazione', 'publish time'],
  open: ({ dateOrder }) => {
    const survey = new DateOrderSurvey();
    const seen = new Set<string>();
    // The order of day and month is known at the end only: an export of at most some thousand posts is kept until then.
    const kept: Post[] = [];
    return {
      take: (row) => {
        kept.push(readPost(row, survey, seen));
        return [];
      },
      end: () => {
        const order = survey.decide({ daily: false, said: dateOrder });
        return kept.flatMap((post) => totalsOf(post, orderedDay(post.published, order) ?? ''));
      },
    };
  },
});

interface Post {
  published: string;
  platform: string;
  totals: { metric: string; count: number }[];
}

function readPost(row: NamedRow, survey: DateOrderSurvey, seen: Set<string>): Post {
  const id = (row.id ?? row.link ?? '').trim().slice(0, LONGEST_ID);
  if (id && seen.has(id)) throw new BadRow('id', id, 'post già presente in questo file');
  const published = row.published ?? '';
  const given = METRICS.filter((metric) => (row[metric] ?? '').trim() !== '');
  const totals = given.map((metric) => ({ metric, count: localCount(metric, row[metric] ?? '') }));
  survey.add('published', published);
  if (id) seen.add(id);
  return { published, platform: platformOf(row), totals };
}

/** The link says it; else the columns do, which differ between the two. */
function platformOf(row: NamedRow): string {
  const named = /facebook|instagram/.exec(row.link ?? '')?.[0];
  if (named) return named;
  if (row.account !== undefined || row.post_likes !== undefined) return 'instagram';
  return row.page !== undefined || row.post_reactions !== undefined ? 'facebook' : '';
}

function totalsOf({ platform, totals }: Post, day: string): Contact[] {
  return totals.map(({ metric, count }) => ({
    table: 'contacts',
    scope: `${platform} ${metric}`.trim(),
    channel: 'social',
    day,
    time: null,
    metric,
    platform,
    topic: '',
    count,
  }));
}
