// SPDX-License-Identifier: AGPL-3.0-or-later
// What the office adds to a report in its own words: kept with the month, every version of it.
import { randomUUID } from 'node:crypto';
import type { Office } from '../town.ts';
import type { Month } from './month.ts';
import type { Comment, NewComment } from './schema.ts';

/** The words that stand in the report of a month; null without any. */
export async function readComment(
  { database }: Pick<Office, 'database'>,
  month: Month,
): Promise<Comment | null> {
  const [found] = await database.ask<Comment & { month: Month }>('reports/comments.sql', { month });
  return found ? { text: found.text, author: found.author, at: found.at } : null;
}

/** Writes words down in the place of those that stand; without text these are taken back. */
export async function writeComment(
  { database }: Pick<Office, 'database'>,
  month: Month,
  { text, author }: NewComment,
): Promise<void> {
  await database.insertRows('report_comments', [{ month, id: randomUUID(), text, author }]);
}
