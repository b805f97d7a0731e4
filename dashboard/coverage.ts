// SPDX-License-Identifier: AGPL-3.0-or-later
// Which days are known, in words: the sentence of the page, the notes beside a row, one day with its files, the table.
import type { ChannelCoverage, Coverage, CoverageState, SourceCoverage } from '../api/schemas/coverage.ts';
import type { Load } from '../api/schemas.ts';
import type { Day, Period } from '../sql/vocabulary.ts';
import type { CoverageNote } from './charts/coverage.tsx';
import { capital, conjunction, fullDay, longDay, number, runs, shortRun } from './format.ts';
import { plural, t } from './i18n/words.ts';
import { nothing, shown, type Table } from './panels/data-table.tsx';
import { unit } from './sentence.ts';

/** The states of a day, in the order in which they are explained. */
export const COVERAGE_STATES = [
  'present',
  'zero',
  'missing',
  'closed',
  'suspicious',
  'fault',
] as const satisfies CoverageState[];

type Channels = readonly { code: string; label: string }[];

/** The town's name for a channel. */
export const labelIn = (channels: Channels, code: string): string =>
  channels.find((channel) => channel.code === code)?.label ?? code;

/** What is missing of all channels together; with it, what asks for a decision. */
export function sentence({ channels }: Coverage): { missing: string; rest: string } {
  const days = (state: CoverageState) => channels.reduce((sum, { totals }) => sum + totals[state], 0);
  const missing = days('missing') + days('fault');
  const gaps = channels.filter(({ totals }) => totals.missing + totals.fault > 0).length;
  const zeros = days('suspicious');
  const late = channels.filter((channel) => channel.late).length;
  const rest = [
    missing > 0 ? plural('data.gaps', gaps, number(gaps)) : '',
    days('fault') > 0 ? plural('data.faults', days('fault'), number(days('fault'))) : '',
    zeros > 0 ? plural('data.zeros', zeros, number(zeros)) : '',
    late > 0 ? plural('data.late', late, number(late)) : '',
  ].filter(Boolean);
  const first = missing > 0 ? plural('data.missing', missing, number(missing)) : t('data.complete');
  const joint = missing > 0 ? ' ' : '; ';
  return { missing: first, rest: `${rest.length > 0 ? joint + rest.join('; ') : ''}. ${t('data.notZero')}` };
}

/** Where a source of files has its name; one that has none is called by its code. */
export function sourceName(source: string): string {
  const key = `source.${source}`;
  const name = t(key as 'source.weblog');
  return name === key ? source : name;
}

/** A source within a channel: its account or platform, where it has one. */
export const scopeName = ({ source, scope }: Pick<SourceCoverage, 'source' | 'scope'>): string =>
  scope === '' ? sourceName(source) : scope;

const LONGEST = 22;

/** The sources of a channel on one short line. */
export function sourcesLine({ channel, sources }: ChannelCoverage): string {
  const names = sources.map((source) =>
    source.scope === channel ? sourceName(source.source) : scopeName(source),
  );
  const line = [...new Set(names)].map(capital).join(', ');
  return line.length <= LONGEST ? line : plural('data.sources', names.length, number(names.length));
}

/** What is to be said of some days of a channel: at most two lines. */
export function notesOn(channel: ChannelCoverage, days: Period): CoverageNote[] {
  const among = channel.days.filter(({ day }) => day >= days.from && day <= days.to);
  const count = (state: CoverageState) => among.filter((day) => day.state === state).length;
  const [missing, fault, zeros] = [count('missing'), count('fault'), count('suspicious')];
  const notes: CoverageNote[] = [];
  if (channel.sources.length === 0) return [{ text: t('data.never') }];
  if (zeros > 0) notes.push({ text: plural('data.confirm', zeros, number(zeros)), tone: 'asks' });
  if (missing > 0) notes.push({ text: plural('filter.missing', missing, number(missing)), tone: 'strong' });
  if (fault > 0) notes.push({ text: plural('data.fault', fault, number(fault)) });
  if (channel.late && channel.lastDay && days.to > channel.lastDay)
    notes.push({ text: t('data.isLate'), tone: 'asks' });
  if (missing > 0 && notes.length < 2) notes.push({ text: shortRuns(channel.missing, days) });
  return notes.length > 0 ? notes.slice(0, 2) : [{ text: t('data.none') }];
}

/** What of a run lies within these days. */
function within(run: Period, days: Period): Period {
  const from = run.from < days.from ? days.from : run.from;
  return { from, to: run.to > days.to ? days.to : run.to };
}

const MOST_RUNS = 2;

function shortRuns(missing: readonly Period[], days: Period): string {
  const among = missing
    .filter(({ from, to }) => from <= days.to && to >= days.from)
    .map((run) => within(run, days));
  const rest = among.length - MOST_RUNS;
  const words = among.slice(0, MOST_RUNS).map(shortRun).join(', ');
  return rest > 0 ? `${words} ${t('data.andMore', { count: number(rest) })}` : words;
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
  const there = channel.sources.filter((source) => loadsOn(source, day).length > 0).map(scopeName);
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

/** How many days of each state, which ones are missing, and up to when there are data. */
export function coverageTable(coverage: Coverage, channels: Channels): Table {
  const columns = [
    { title: t('data.channel') },
    ...COVERAGE_STATES.map((state) => ({ title: capital(t(`coverage.${state}`)), isFigure: true })),
    { title: t('data.whichMissing') },
    { title: t('data.lastDay'), isMinor: true },
    { title: t('data.sourcesHead'), isMinor: true },
  ];
  const rows = coverage.channels.map(({ channel, totals, missing, lastDay, sources }) => ({
    key: channel,
    cells: [
      shown(labelIn(channels, channel)),
      ...COVERAGE_STATES.map((state) => shown(number(totals[state]))),
      shown(missing.length > 0 ? runs(missing) : ''),
      lastDay === null ? nothing('missing') : shown(longDay(lastDay)),
      shown([...new Set(sources.map(scopeName))].join(', ')),
    ],
  }));
  return { columns, rows };
}
