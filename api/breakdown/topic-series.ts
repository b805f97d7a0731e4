// SPDX-License-Identifier: AGPL-3.0-or-later
// One topic of a channel over time. A small count is hidden as it would be in a breakdown of that day, week or month.
import type { ChannelSettings } from '../../sql/settings.ts';
import type { Granularity, Period } from '../../sql/vocabulary.ts';
import { type Counts, number, rowsOf } from '../days.ts';
import { suppress } from '../disclosure/suppress.ts';
import { thresholdOf } from '../disclosure/threshold.ts';
import type { Point } from '../schemas.ts';
import { points } from '../series.ts';
import type { Office } from '../town.ts';
import { countsOf, isHiddenTopic, readTopicDays } from './topics.ts';

/** The points of the topic; a day on which contacts came and nobody wrote a topic down is missing. */
export async function topicPoints(
  office: Office,
  channel: ChannelSettings,
  counts: Counts,
  { topic, period, granularity }: { topic: string; period: Period; granularity: Granularity },
): Promise<Point[]> {
  const topics = await readTopicDays(office, channel, [...counts.contacts.keys()]);
  const rows = rowsOf(office.settings, channel, countsOf(topic, counts, topics), period);
  const drawn = points(rows, granularity);
  const threshold = thresholdOf(office.settings, channel);
  if (threshold === null) return drawn;
  const hide = (point: Point): Point =>
    point.count === null ? point : { ...point, state: 'suppressed', count: null, meanPerDay: null };
  // Days, weeks and months are other cuts than those that are published.
  if (office.published) return drawn.map(hide);
  // The sum over time is known from the breakdown of the whole period.
  const overTime = suppress(
    drawn.map(({ count }) => count ?? 0),
    threshold,
  );
  return drawn.map((point, i) => {
    const isHidden = overTime[i] !== null || isHiddenTopic(topic, topics, daysOf(point), threshold);
    return isHidden ? hide(point) : point;
  });
}

function daysOf({ from, to }: Period): number[] {
  const first = number(from);
  return Array.from({ length: number(to) - first + 1 }, (_, i) => first + i);
}
