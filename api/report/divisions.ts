// SPDX-License-Identifier: AGPL-3.0-or-later
// How the contacts of the month divide up: by the way they came, and by what they were about.
import type { Period } from '../../sql/vocabulary.ts';
import { breakdown } from '../breakdown/breakdown.ts';
import { dimensionsOf } from '../breakdown/dimensions.ts';
import type { AskedPhases } from '../breakdown/phases.ts';
import type { Dimension } from '../schemas/breakdown.ts';
import type { Office } from '../town.ts';
import type { Division } from './schema.ts';

const WAYS: readonly Dimension[] = ['platform', 'device', 'means'];
const SUBJECTS: readonly Dimension[] = ['topic'];
/** Practices are told by kind: beside their kinds their topics would give hidden counts back. */
const BY_KIND = 'practice';
/** Values with a row of their own; the others are added up. */
const MOST_ROWS = 10;

/** Both kinds of division, of the channels whose sources tell more than one way, or any topic. */
export async function readDivisions(
  office: Office,
  phases: AskedPhases,
): Promise<{ ways: Division[]; subjects: Division[] }> {
  const told = await readTold(office, phases.during);
  const [ways, subjects] = await Promise.all([
    divide(office, phases, WAYS, (code) => told.get(code)?.has_ways ?? false),
    divide(office, phases, SUBJECTS, (code) => code !== BY_KIND && (told.get(code)?.has_subjects ?? false)),
  ]);
  return { ways, subjects };
}

interface Told {
  channel: string;
  has_ways: boolean;
  has_subjects: boolean;
}

async function readTold({ database }: Office, { from, to }: Period): Promise<Map<string, Told>> {
  const rows = await database.ask<Told>('breakdowns/told.sql', { from, to });
  return new Map(rows.map((row) => [row.channel, row]));
}

function divide(
  office: Office,
  phases: AskedPhases,
  dimensions: readonly Dimension[],
  isTold: (code: string) => boolean,
): Promise<Division[]> {
  const channels = office.settings.channels.filter(({ code }) => isTold(code));
  const asked = channels.flatMap((channel) =>
    dimensionsOf(channel)
      .filter((by) => dimensions.includes(by))
      .map((by) => ({ channel, by, topic: null, phases, limit: MOST_ROWS })),
  );
  return Promise.all(
    asked.map(async (question) => {
      const { topic: _, ...found } = await breakdown(office, question);
      return { ...found, label: question.channel.label };
    }),
  );
}
