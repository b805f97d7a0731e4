// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { readCounts, rowsOf } from '../days.ts';
import { askedChannels, seriesQuery } from '../questions.ts';
import { seriesSchema } from '../schemas.ts';
import { points } from '../series.ts';
import { fromOneState, type Office, periodOf } from '../town.ts';
import { getRoute } from './get-route.ts';

/** Channels over time. */
export function addSeries(app: OpenAPIHono, office: Office): void {
  const { settings } = office;
  const series = createRoute({
    ...getRoute('/api/v1/series', 'Channels over time', seriesSchema),
    request: { query: seriesQuery },
  });
  app.openapi(series, async (c) => {
    const query = c.req.valid('query');
    const { answer, dataVersion } = await fromOneState(office, async () => {
      const period = await periodOf(office, query);
      const channels = askedChannels(settings, query.channels);
      const counts = await readCounts(office, period, channels);
      const drawn = settings.channels.filter(({ code }) => counts.has(code));
      const rows = drawn.map((channel) => rowsOf(settings, channel, counts.get(channel.code)!, period));
      const lines = rows.map((days, i) => ({
        channel: drawn[i]!.code,
        points: points(days, query.granularity),
      }));
      return { ...period, granularity: query.granularity, channels: lines };
    });
    return c.json({ ...answer, dataVersion }, 200);
  });
}
