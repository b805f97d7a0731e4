// SPDX-License-Identifier: AGPL-3.0-or-later
// The charts that can leave: each drawn from the answer to a question, with the table of its numbers inside.
import { z } from 'zod';
import { forestChart } from '../chart/forest.ts';
import { shareChart } from '../chart/share.ts';
import { timelineChart } from '../chart/timeline.ts';
import { BadQuestion } from '../problem.ts';
import { askedChannels, askedPhase, compareQuery, seriesQuery } from '../questions.ts';
import type { Point } from '../schemas.ts';
import { type Office, periodOf, readTown } from '../town.ts';
import { readActivity } from './activity.ts';
import { strictQuery } from './strict-query.ts';
import { surroundings } from './surroundings.ts';
import { comparisonAnswer, comparisonTable } from './tables/comparison.ts';
import { seriesTable } from './tables/series.ts';
import { shareTable } from './tables/share.ts';

export interface Drawing {
  name: string;
  title: string;
  parameters: readonly string[];
  /** The picture as SVG. @throws BadQuestion on a parameter that is wrong or that it does not have. */
  draw: (office: Office, asked: Readonly<Record<string, string>>) => Promise<string>;
}

/** A picture over time shows one channel by weeks. */
const courseQuery = seriesQuery
  .omit({ granularity: true, channels: true })
  .extend({ channel: z.string().default('') });

export const CHARTS: readonly Drawing[] = [
  drawing('comparison', 'Di quanto è cambiato ogni canale', compareQuery, async (office, query, title) => {
    const answer = await comparisonAnswer(office, query);
    const around = await surroundings(title, await comparisonTable(office, query));
    const causes = answer.channels.flatMap(({ sentences }) => sentences.it.confounder.slice(0, 1));
    const notes = [...new Set(causes), ...around.notes];
    return forestChart(answer, office.settings.channels, { ...around, notes });
  }),
  drawing('share', 'Pratiche: quota digitale e totale', compareQuery, async (office, query, title) => {
    const { mix } = await comparisonAnswer(office, query);
    if (!mix)
      throw new BadQuestion('channels', 'the share wants both of these channels', ['practice', 'desk']);
    return shareChart(mix, await surroundings(title, await shareTable(office, query)));
  }),
  drawing('series', 'Contatti al giorno', courseQuery, drawCourse),
];

function drawing<Shape extends z.ZodRawShape>(
  name: string,
  title: string,
  query: z.ZodObject<Shape>,
  draw: (office: Office, query: z.infer<z.ZodObject<Shape>>, title: string) => Promise<string>,
): Drawing {
  const read = strictQuery(query);
  return {
    name,
    title,
    parameters: Object.keys(query.shape),
    draw: async (office, asked) => draw(office, read(asked), title),
  };
}

async function drawCourse(
  office: Office,
  { channel, from, to }: z.infer<typeof courseQuery>,
  title: string,
): Promise<string> {
  const codes = askedChannels(office.settings, channel);
  const [code, ...others] = codes;
  if (code === undefined || others.length > 0)
    throw new BadQuestion('channel', 'one channel at a time', codes);
  const query = { from, to, channels: code, granularity: 'week' as const };
  const { label } = office.settings.channels.find((each) => each.code === code)!;
  const course = {
    channel: code,
    points: await weeksOf(office, query),
    phases: await phasesOf(office),
    markers: office.settings.markers,
  };
  // Its title and its axis say what the filters would.
  const table = await seriesTable(office, query);
  const notes = { ...table.notes, filters: [] };
  return timelineChart(course, await surroundings(`${label}: ${title.toLowerCase()}`, { ...table, notes }));
}

async function weeksOf(office: Office, query: z.infer<typeof seriesQuery>): Promise<Point[]> {
  const period = await periodOf(office, query);
  const asked = { period, codes: [query.channels!], granularity: 'week' as const, topic: null };
  const { lines } = await readActivity(office, asked);
  const weeks: Point[] = [];
  for await (const { points } of lines) weeks.push(...points);
  return weeks;
}

async function phasesOf(office: Office) {
  const { phases } = office.settings;
  const lastDay = (await readTown(office)).lastDay ?? '1970-01-01';
  return [
    { name: 'Prima', period: askedPhase('before', phases.before, lastDay) },
    { name: 'Durante', period: askedPhase('during', phases.during, lastDay), shaded: true },
    { name: 'Dopo', period: askedPhase('after', phases.after, lastDay) },
  ];
}
