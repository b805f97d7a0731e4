// SPDX-License-Identifier: AGPL-3.0-or-later
// What callers may ask: each parameter is read once, at the door, and trusted from there on.
import { z } from '@hono/zod-openapi';
import type { ChannelSettings, Settings } from '../sql/settings.ts';
import {
  type Day,
  dayNumber,
  dayText,
  GRANULARITIES,
  type Period,
  type Phase,
  parsePeriod,
} from '../sql/vocabulary.ts';
import type { Asked } from './comparison.ts';
import { BadQuestion } from './problem.ts';

const dayParameter = z.string().optional().openapi({ example: '2020-03-10' });
const periodParameter = z.string().optional().openapi({ example: '2020-01-01..2020-03-08' });
const channelsParameter = z.string().optional().openapi({ example: 'chat,web', description: 'default: all' });

export const seriesQuery = z.object({
  from: dayParameter,
  to: dayParameter,
  granularity: z.enum(GRANULARITIES).default('day'),
  channels: channelsParameter,
});

export const compareQuery = z.object({
  before: periodParameter,
  during: periodParameter,
  after: periodParameter.openapi({ description: '`none`: two periods only' }),
  channels: channelsParameter,
  seasonal: z
    .enum(['auto', 'off'])
    .default('auto')
    .openapi({ description: 'off: never against previous years' }),
  exclude: z
    .string()
    .optional()
    .openapi({ example: '2020-04-21..2020-04-24', description: 'days left out, comma between periods' }),
  until: dayParameter.openapi({
    description: 'as it was known on that day: nothing later enters any figure',
  }),
});

/** Longer than any history of a town hall's website, and short enough to be answered at once. */
const MOST_DAYS = 366 * 20;

/** The channels asked for, all of them by default. @throws BadQuestion naming those there are. */
export function askedChannels(settings: Settings, text: string | undefined): string[] {
  const known = settings.channels.map(({ code }) => code);
  if (text === undefined || text === '') return known;
  const asked = [...new Set(text.split(',').map((code) => code.trim()))];
  const unknown = asked.find((code) => !known.includes(code));
  if (unknown !== undefined)
    throw new BadQuestion('channels', `unknown channel "${unknown.slice(0, 40)}"`, known);
  return asked;
}

/** The one channel asked for. @throws BadQuestion naming those there are. */
export function askedChannel({ channels }: Settings, code: string): ChannelSettings {
  const found = channels.find((channel) => channel.code === code);
  if (found) return found;
  const known = channels.map((channel) => channel.code);
  throw new BadQuestion('channel', `unknown channel "${code.slice(0, 40)}"`, known);
}

/** The period from `from` to `to`, with defaults for what is left out. @throws BadQuestion when there is none. */
export function askedPeriod(from: string | undefined, to: string | undefined, fallback: Period): Period {
  const period = { from: askedDay('from', from) ?? fallback.from, to: askedDay('to', to) ?? fallback.to };
  if (period.to < period.from)
    throw new BadQuestion('to', `the period ends (${period.to}) before it begins (${period.from})`);
  return checkLength('to', period);
}

/** A phase such as `2020-01-01..2020-03-08`; an open end is filled with `lastDay`. @throws BadQuestion otherwise. */
export function askedPhase(name: string, text: string, lastDay: Day): Period {
  const period = parsePeriod(text);
  if (!period)
    throw new BadQuestion(name, `no period: "${text.slice(0, 40)}"`, [
      '2020-01-01..2020-03-08',
      '2020-05-18..',
    ]);
  return checkLength(name, {
    from: period.from,
    to: period.to ?? (lastDay > period.from ? lastDay : period.from),
  });
}

/** What a comparison is asked for; phases left out are those of the settings, an open end is the last known day. */
export function askedComparison(
  { phases }: Settings,
  query: z.infer<typeof compareQuery>,
  lastDay: Day | null,
): Asked {
  const until = askedDay('until', query.until) ?? null;
  const phase = (name: Phase) => {
    const planned = askedPhase(name, query[name] ?? phases[name], lastDay ?? dayText(0));
    return { ...planned, to: until !== null && until < planned.to ? until : planned.to };
  };
  const [before, during] = [phase('before'), phase('during')];
  if (until !== null && (isOver(before) || isOver(during)))
    throw new BadQuestion('until', `on ${until} the phases compared had not both begun`);
  const planned = query.after === 'none' ? null : phase('after');
  checkOrder(before, during, planned);
  const after = planned === null || isOver(planned) ? null : planned;
  return {
    before,
    during,
    after,
    until,
    seasonal: query.seasonal,
    exclude: askedExclusions(query.exclude),
  };
}

/** The periods to leave out, such as `2020-04-21..2020-04-24,2020-05-01..2020-05-01`. @throws BadQuestion otherwise. */
export function askedExclusions(text: string | undefined): Period[] {
  return (text ? text.split(',') : []).map((period) => {
    const { from, to } = parsePeriod(period) ?? {};
    if (from && to) return { from, to };
    throw new BadQuestion('exclude', `no period: "${period.slice(0, 40)}"`, ['2020-04-21..2020-04-24']);
  });
}

/** A phase that is not wholly after the one before it cannot be compared with it. @throws BadQuestion naming it. */
function checkOrder(before: Period, during: Period, after: Period | null): void {
  if (during.from <= before.to) throw notInOrder('during', during, before);
  if (after && after.from <= during.to) throw notInOrder('after', after, during);
}

function notInOrder(name: Phase, { from }: Period, { to }: Period): BadQuestion {
  const allowed = [
    `a period from ${dayText((dayNumber(to) ?? 0) + 1)}`,
    ...(name === 'after' ? ['none'] : []),
  ];
  return new BadQuestion(
    name,
    `the phase begins (${from}) before the one before it has ended (${to})`,
    allowed,
  );
}

/** Whether a period was cut before its first day. */
const isOver = ({ from, to }: Period): boolean => to < from;

/** The day asked for, if one is. @throws BadQuestion when there is no such day. */
export function askedDay(name: string, text: string | undefined): Day | undefined {
  if (text === undefined || dayNumber(text) !== null) return text;
  throw new BadQuestion(name, `no such day: "${text.slice(0, 40)}"`, ['a day such as 2020-03-10']);
}

function checkLength(name: string, period: Period): Period {
  const days = (dayNumber(period.to) ?? 0) - (dayNumber(period.from) ?? 0) + 1;
  if (days <= MOST_DAYS) return period;
  throw new BadQuestion(name, `a period of ${days} days is too long`, [`at most ${MOST_DAYS} days`]);
}
