// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Granularity, Period } from '../../sql/vocabulary.ts';
import { officeFor } from '../access/office-for.ts';
import { askedTopic, topicParameter } from '../breakdown/questions.ts';
import { topicPoints } from '../breakdown/topic-series.ts';
import { readTopics } from '../breakdown/topics.ts';
import { readCounts, rowsOf } from '../days.ts';
import { askedChannels, seriesQuery } from '../questions.ts';
import { type Series, seriesSchema } from '../schemas.ts';
import { points } from '../series.ts';
import { fromOneState, type Office, periodOf } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';

interface AskedSeries {
  period: Period;
  granularity: Granularity;
  topic: string | null;
}

/** Channels over time, or a topic of each. */
export function addSeries(app: OpenAPIHono, office: Office): void {
  const series = createRoute({
    ...getRoute('reader', '/api/v1/series', 'Channels over time', seriesSchema),
    request: { query: seriesQuery.extend({ topic: topicParameter }) },
  });
  app.openapi(series, async (c) => {
    const { granularity, ...query } = c.req.valid('query');
    const { answer, dataVersion } = await fromOneState(office, async (office) => {
      const period = await periodOf(office, query);
      const all = askedChannels(office.settings, query.channels);
      const topic = await askedTopic(office, all, query.topic);
      const channels = topic === null ? all : await channelsWith(office, all, topic);
      const lines = await readLines(officeFor(c, office), channels, { period, granularity, topic });
      return { ...period, granularity, topic, channels: lines };
    });
    return c.json({ ...answer, dataVersion }, 200);
  });
}

async function channelsWith(office: Office, channels: readonly string[], topic: string): Promise<string[]> {
  const topics = await readTopics(office);
  return channels.filter((code) => topics.get(code)?.includes(topic));
}

async function readLines(
  office: Office,
  channels: readonly string[],
  { period, granularity, topic }: AskedSeries,
): Promise<Series['channels']> {
  const { settings } = office;
  const counts = await readCounts(office, period, channels);
  const drawn = settings.channels.filter(({ code }) => counts.has(code));
  const lines = drawn.map(async (channel) => {
    const known = counts.get(channel.code)!;
    const line =
      topic === null
        ? points(rowsOf(settings, channel, known, period), granularity)
        : await topicPoints(office, channel, known, { topic, period, granularity });
    return { channel: channel.code, points: line };
  });
  return Promise.all(lines);
}
