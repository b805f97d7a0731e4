// SPDX-License-Identifier: AGPL-3.0-or-later
// The sources of the days in words: their names, and what is known of one day from which files.
import type { ChannelCoverage, SourceCoverage } from '../api/schemas/coverage.ts';
import type { Load } from '../api/schemas.ts';
import type { Day } from '../sql/vocabulary.ts';
import { capital, conjunction, fullDay, number } from './format.ts';
import { plural, t } from './i18n/words.ts';
import { unit } from './sentence.ts';

/** Where a source of files has its name; one that has none is called by its code. */
export function sourceName(source: string): string {
  const key = `source.${source}`;
  const name = t(key as 'source.weblog');
  return name === key ? source : name;
}

/** A source within a channel: its account or platform, where it has one. */
const scopeName = ({ source, scope }: Pick<SourceCoverage, 'source' | 'scope'>): string =>
  scope === '' ? sourceName(source) : scope;

const LONGEST = 22;

/** The sources of a channel on one short line. */
export function sourcesLine({ channel, sources }: ChannelCoverage): string {
  const names = sourceNames({ channel, sources });
  const line = names.map(capital).join(', ');
  return line.length <= LONGEST ? line : plural('data.sources', sources.length, number(sources.length));
}

/** The names of the sources of a channel; counts have no account that would tell more than the channel does. */
export function sourceNames({ channel, sources }: Pick<ChannelCoverage, 'channel' | 'sources'>): string[] {
  const names = sources.map((source) =>
    source.scope === channel ? sourceName(source.source) : scopeName(source),
  );
  return [...new Set(names)];
}

/** One day of a channel: what is known, and from which files. */
export function dayInWords(
  channel: ChannelCoverage,
  index: number,
  label: string,
  loads: readonly Load[],
): string {
  const day = channel.days[index];
  if (!day) return '';
  const value = valueOn(channel, day);
  const files = filesOf(channel, day.day, loads);
  const from =
    files.length > 0 && day.state !== 'missing' ? ` · ${t('data.from', { files: conjunction(files) })}` : '';
  return `${label}, ${fullDay(day.day)}: ${value}${from}`;
}

function valueOn(channel: ChannelCoverage, { day, state, count }: ChannelCoverage['days'][number]): string {
  if (state === 'closed') return t('read.closed');
  if (state === 'fault') return t('data.readFault');
  if (state === 'suspicious') return t('data.readSuspicious');
  if (state === 'zero') return t('read.zero', { unit: unit(channel.channel, 0) });
  if (state === 'present' && count !== null)
    return t('read.count', { count: number(count), unit: unit(channel.channel, count) });
  const sources = channel.sources.filter((source) => loadsOn(source, day).length > 0);
  const there = sourceNames({ ...channel, sources });
  const known = there.length > 0 ? ` ${t('data.thereIs', { sources: conjunction(there) })}` : '';
  return t('read.missing') + known;
}

function loadsOn({ runs }: SourceCoverage, day: Day): readonly string[] {
  return runs.find(({ from, to }) => from <= day && day <= to)?.loads ?? [];
}

function filesOf({ sources }: ChannelCoverage, day: Day, loads: readonly Load[]): string[] {
  const ids = new Set(sources.flatMap((source) => loadsOn(source, day)));
  return loads.filter(({ id }) => ids.has(id)).map(({ file }) => file);
}
