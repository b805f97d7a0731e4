// SPDX-License-Identifier: AGPL-3.0-or-later
// Which days are known, in words: the sentence of the page, the notes beside a row, the table.
import type { ChannelCoverage, Coverage, CoverageState } from '../api/schemas/coverage.ts';
import type { Period } from '../sql/vocabulary.ts';
import { within } from './charts/coverage-days.ts';
import type { CoverageNote } from './charts/coverage-drawing.tsx';
import { capital, conjunction, longDay, number, runs, shortRun } from './format.ts';
import { plural, t } from './i18n/words.ts';
import { labelIn } from './labels.ts';
import { nothing, shown, type Table } from './panels/data-table.tsx';
import { sourceNames } from './sources.ts';

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

const isEmpty = ({ sources }: ChannelCoverage): boolean => sources.length === 0;

/** Runs of missing days; closed days between two missing ones belong to the run. */
function gapsIn(days: ChannelCoverage['days']): Period[] {
  const gaps: Period[] = [];
  let isOpen = false;
  for (const { day, state } of days) {
    const last = gaps.at(-1);
    if (state === 'missing' && isOpen && last) last.to = day;
    else if (state === 'missing') gaps.push({ from: day, to: day });
    if (state !== 'closed') isOpen = state === 'missing';
  }
  return gaps;
}

/** What is missing of all channels together; with it, what asks for a decision. */
export function sentence({ channels }: Coverage): { missing: string; rest: string } {
  const days = (state: CoverageState) => channels.reduce((sum, { totals }) => sum + totals[state], 0);
  const missing = days('missing') + days('fault');
  const gaps = channels.filter(({ totals }) => totals.missing + totals.fault > 0).length;
  const zeros = days('suspicious');
  const never = channels.filter(isEmpty).length;
  const late = channels.filter((channel) => channel.late).length;
  const rest = [
    missing > 0 ? plural('data.gaps', gaps, number(gaps)) : '',
    never > 0 ? plural('data.neverLoaded', never, number(never)) : '',
    days('fault') > 0 ? plural('data.faults', days('fault'), number(days('fault'))) : '',
    zeros > 0 ? plural('data.zeros', zeros, number(zeros)) : '',
    late > 0 ? plural('data.late', late, number(late)) : '',
  ].filter(Boolean);
  const first = missing > 0 ? plural('data.missing', missing, number(missing)) : t('data.complete');
  const joint = missing > 0 ? ' ' : '; ';
  return { missing: first, rest: `${rest.length > 0 ? joint + rest.join('; ') : ''}. ${t('data.notZero')}` };
}

/** Channel by channel what is missing, and how many have it all. */
export function summaryOfGaps({ channels }: Coverage, names: Channels): string {
  const never = channels.filter(isEmpty).map(({ channel }) => labelIn(names, channel));
  const gaps = channels.filter((channel) => !isEmpty(channel) && hasGaps(channel));
  const list = gaps.map((channel) => `${labelIn(names, channel.channel)}: ${gapWords(channel)}.`);
  const others = channels.length - gaps.length - never.length;
  const key = gaps.length + never.length > 0 ? 'data.others' : 'data.whole';
  const none = never.length > 0 ? `${conjunction(never)}: ${t('data.never')}.` : '';
  return [...list, none, others > 0 ? plural(key, others, number(others)) : ''].filter(Boolean).join(' ');
}

const hasGaps = ({ totals }: ChannelCoverage): boolean =>
  totals.missing + totals.fault + totals.suspicious > 0;

function gapWords({ days, totals }: ChannelCoverage): string {
  const { missing, fault, suspicious } = totals;
  const parts = [
    missing > 0 ? `${plural('filter.missing', missing, number(missing))}, ${runs(gapsIn(days))}` : '',
    fault > 0 ? plural('data.fault', fault, number(fault)) : '',
    suspicious > 0 ? plural('data.confirm', suspicious, number(suspicious)) : '',
  ];
  return parts.filter(Boolean).join('; ');
}

/** What is to be said of some days of a channel: at most two lines. */
export function notesOn(channel: ChannelCoverage, days: Period): CoverageNote[] {
  const among = channel.days.filter(({ day }) => day >= days.from && day <= days.to);
  const count = (state: CoverageState) => among.filter((day) => day.state === state).length;
  const [missing, fault, zeros] = [count('missing'), count('fault'), count('suspicious')];
  const notes: CoverageNote[] = [];
  if (isEmpty(channel)) return [{ text: t('data.never') }];
  if (zeros > 0) notes.push({ text: plural('data.confirm', zeros, number(zeros)), tone: 'asks' });
  if (missing > 0) notes.push({ text: plural('filter.missing', missing, number(missing)), tone: 'strong' });
  if (fault > 0) notes.push({ text: plural('data.fault', fault, number(fault)) });
  if (channel.late && channel.lastDay && days.to > channel.lastDay)
    notes.push({ text: t('data.isLate'), tone: 'asks' });
  if (missing > 0 && notes.length < 2) notes.push({ text: shortRuns(gapsIn(channel.days), days) });
  return notes.length > 0 ? notes.slice(0, 2) : [{ text: t('data.none') }];
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

/** How many days of each state, which ones are missing, and up to when there are data. */
export function coverageTable(coverage: Coverage, channels: Channels): Table {
  const columns = [
    { title: t('data.channel') },
    ...COVERAGE_STATES.map((state) => ({ title: capital(t(`coverage.${state}`)), isFigure: true })),
    { title: t('data.whichMissing') },
    { title: t('data.lastDay'), isMinor: true },
    { title: t('data.sourcesHead'), isMinor: true },
  ];
  const rows = coverage.channels.map(({ channel, days, totals, lastDay, sources }) => ({
    key: channel,
    cells: [
      shown(labelIn(channels, channel)),
      ...COVERAGE_STATES.map((state) => shown(number(totals[state]))),
      shown(runs(gapsIn(days))),
      lastDay === null ? nothing('missing') : shown(longDay(lastDay)),
      shown(sourceNames({ channel, sources }).join(', ')),
    ],
  }));
  return { columns, rows };
}
