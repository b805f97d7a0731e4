// SPDX-License-Identifier: AGPL-3.0-or-later
import { isBlank, localCount } from '../cells.ts';
import { DateOrderSurvey, orderedDay } from '../civil.ts';
import { BadFile, BadRow, type Contact, type RowSource, type Start, type Translation } from '../source.ts';
import { columnName } from '../table.ts';

/** Our metrics by the names of their daily columns, without the word "Daily". */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  comments: ['positive feedback from users - comment'],
  user_posts: ['page stories by story type - user post'],
  conversations: ['new messaging conversations', 'new conversations', 'nuove conversazioni'],
  shares: ['positive feedback from users - link'],
  reactions: ['positive feedback from users - like'],
  likes: ['new likes', 'nuovi mi piace', 'nuovi "mi piace"'],
  unlikes: ['unlikes', 'non mi piace più'],
  engaged_users: ['page engaged users', 'utenti coinvolti dalla pagina'],
  reach: ['total reach', 'copertura totale'],
  organic_reach: ['organic reach', 'copertura organica'],
  impressions: ['total impressions', 'impression totali'],
  consumptions: ['page consumptions'],
};
const DATE = ['date', 'data'];
const DAILY = /^(?:daily|giornalier[oaie]|giornalmente)\b[\s:]*/;
const NOT_DAILY = /^(?:lifetime|weekly|28 days|settimanal[ei]|28 giorni|totale nel tempo)\b/;

/**
 * The classic export of Facebook Page Insights (until 2023): a header, a second row that describes the columns, a row a
 * day. Columns of a lifetime, a week or 28 days say the same again every day: they are no counts of a day.
 *
 * Comments, posts of users on the page and new conversations are what people wrote; the rest is no contact.
 */
export const metaInsights: RowSource = {
  name: 'meta-insights',
  title: 'Facebook, dati della Pagina (Insights)',
  identity: 'complete',
  metrics: Object.keys(METRICS),
  counted: ['conversations', 'comments', 'user_posts'],
  records: 'rows',
  recognizes: ({ rows }: Start) => {
    const names = (rows[0] ?? []).map(columnName);
    const periods = names.filter((name) => DAILY.test(name) || NOT_DAILY.test(name)).length;
    return names.some((name) => DATE.includes(name)) ? periods : 0;
  },
  open: ({ dateOrder }) => {
    const survey = new DateOrderSurvey();
    const seen = new Set<string>();
    // The order of day and month is known at the end only: an export of at most some thousand rows is kept until then.
    const kept: DayRow[] = [];
    let header: Header | undefined;
    return {
      take: (row) => {
        if (isBlank(row)) return undefined;
        if (!header) header = readHeader(row);
        else if (!isDescription(row)) kept.push(readRow(row, header, survey, seen));
        return undefined;
      },
      end: () => {
        const order = survey.decide({ daily: true, said: dateOrder });
        return kept.flatMap(({ text, counts, other }) =>
          translate(orderedDay(text, order) ?? '', counts, other),
        );
      },
      vouches: () => 'rows',
    };
  },
};

interface Header {
  names: readonly string[];
  date: number;
  columns: { metric: string; place: number }[];
  notDaily: readonly number[];
}

interface DayRow {
  text: string;
  counts: { metric: string; count: number }[];
  /** Whether it also had figures of more than a day. */
  other: boolean;
}

function readHeader(row: readonly string[]): Header {
  const names = row.map(columnName);
  const columns = Object.entries(METRICS).flatMap(([metric, known]) => {
    const place = names.findIndex((name) => DAILY.test(name) && known.includes(name.replace(DAILY, '')));
    return place < 0 ? [] : [{ metric, place }];
  });
  if (columns.length === 0)
    throw new BadFile(
      'non c\'è nessuna colonna giornaliera conosciuta ("Daily ..."): i totali di settimane o di sempre non sono conteggi di un giorno.',
    );
  const notDaily = [...names.keys()].filter((place) => NOT_DAILY.test(names[place] ?? ''));
  return { names: row, date: names.findIndex((name) => DATE.includes(name)), columns, notDaily };
}

/** The row under the header says what the columns mean: "Daily: The number of people who ...". */
function isDescription(row: readonly string[]): boolean {
  return row.some((cell) => /^[^:]{3,20}: ./.test(cell));
}

function readRow(
  row: readonly string[],
  { names, date, columns, notDaily }: Header,
  survey: DateOrderSurvey,
  seen: Set<string>,
): DayRow {
  if (row.length !== names.length)
    throw new BadRow('', '', `la riga ha ${row.length} colonne, l'intestazione ne ha ${names.length}`);
  const name = names[date] ?? '';
  const text = row[date] ?? '';
  if (seen.has(text.trim())) throw new BadRow(name, text, 'giorno già presente in questo file');
  // Facebook leaves a cell blank for none; in its last days, which it has not counted yet, it leaves them all blank.
  const known = columns.some(({ place }) => (row[place] ?? '').trim() !== '') ? columns : [];
  const counts = known.map(({ metric, place }) => ({
    metric,
    count: localCount(names[place] ?? '', (row[place] ?? '').trim() || '0'),
  }));
  survey.add(name, text);
  seen.add(text.trim());
  return { text, counts, other: notDaily.some((place) => (row[place] ?? '').trim() !== '') };
}

function translate(day: string, counts: DayRow['counts'], other: boolean): Translation[] {
  const contacts = counts.map(
    ({ metric, count }): Contact => ({
      table: 'contacts',
      // Exports differ in their columns: one without comments must not replace the comments of another.
      scope: `facebook ${metric}`,
      channel: 'social',
      day,
      time: null,
      metric,
      platform: 'facebook',
      topic: '',
      count,
    }),
  );
  return other ? [...contacts, { table: null, class: 'cifre di più giorni o di sempre', day }] : contacts;
}
