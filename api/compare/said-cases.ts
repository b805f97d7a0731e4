// SPDX-License-Identifier: AGPL-3.0-or-later
// Test data: one case for every sentence that can be said, with made-up numbers. wording.test.ts states the Italian of
// each by hand; said.test.ts prints all of them in both languages for a reader (docs/sentences.md).
import { type ChannelResult, compareChannel } from './channel.ts';
import { seededQuestion } from './seeded-question.ts';
import type { Mix } from './statistics/mix.ts';
import { PHASES } from './statistics/seeded-series.ts';
import type { JudgedRatio, Verdict } from './verdict.ts';
import { type Language, mixSentence, type Sentences, type Setting, sentences } from './wording.ts';

/** What the case is about, the part of the sentences it shows, and how it differs from {@link RESULT}. */
export type SaidCase = [
  about: string,
  part: keyof Sentences,
  change: Partial<ChannelResult>,
  setting?: Partial<Setting>,
];

export const RESULT = compareChannel(seededQuestion());
export const SETTING: Setting = {
  label: 'Fax',
  phases: PHASES,
  markerWeek: { from: '2020-03-02', to: '2020-03-08' },
  channels: 6,
  isOnline: true,
  isLockdown: true,
};

/** The sentences of a case, with ordinary spaces. */
export function say([, part, change, setting]: SaidCase, language: Language): string[] {
  const said = sentences({ ...RESULT, notes: [], ...change }, { ...SETTING, ...setting }, language)[part];
  return [said].flat().map((sentence) => sentence.replaceAll('\u00a0', ' '));
}

export const ratio = (estimate: number, low: number, high: number, verdict: Verdict): JudgedRatio => ({
  ...{ estimate, low, high, verdict },
  ...{ standardError: 0.1, degreesOfFreedom: 15, pValue: 0.01, pHolm: 0.04, pBenjaminiHochberg: 0.02 },
});
export const UP = ratio(3.13, 2.61, 3.71, 'increase');
const DOWN = ratio(0.09, 0.07, 0.13, 'decrease');
const UNCLEAR = ratio(1.1, 0.97, 1.26, 'none');

export const plain = (of: JudgedRatio, before = 12): Partial<ChannelResult> => ({
  ratio: of,
  means: { before, during: before * of.estimate },
  ...{ ratioOfRatios: null, ratioOfRatiosReason: 'no_previous_year', headline: 'ratio' },
  minimumDetectable: 2.04,
});
export const corrected = (of: JudgedRatio): Partial<ChannelResult> => ({
  ...plain(UP),
  ...{ ratioOfRatios: of, ratioOfRatiosReason: null, headline: 'ratioOfRatios', previousYears: [1] },
});
const means = (factor: number) => ({ means: { before: 12, during: 12 * factor } });
const { before, during } = RESULT.descriptive;
const BEFORE = { ...before, daysWithData: 68, expectedDays: 68 };
const DURING = { ...during, daysWithData: 70, expectedDays: 70 };
export const refused = (
  status: ChannelResult['status'],
  totals: [number, number],
): Partial<ChannelResult> => ({
  ...{ status, ratio: null, ratioOfRatios: null, headline: null },
  descriptive: {
    before: { ...BEFORE, total: totals[0], meanPerDay: totals[0] / 68 },
    during: { ...DURING, total: totals[1], meanPerDay: totals[1] / 70 },
    after: null,
  },
});
const NO_DAYS = { daysWithData: 0, total: 0, meanPerDay: null };

const WITHOUT_SEASON: SaidCase[] = [
  ['three times as many', 'headline', plain(UP)],
  ['a small increase', 'headline', { ...plain(ratio(1.25, 1.07, 1.47, 'increase'), 22), channel: 'phone' }],
  ['a small decrease', 'headline', { ...plain(ratio(0.86, 0.77, 0.96, 'decrease'), 22), channel: 'phone' }],
  [
    'a large decrease, closed by law',
    'headline',
    { ...plain(ratio(0.0927, 0.067, 0.128, 'decrease'), 27.2), channel: 'desk', closedByOrder: true },
  ],
  [
    'a decrease by more than half',
    'headline',
    { ...plain(ratio(0.41, 0.35, 0.49, 'decrease'), 1000), channel: 'email' },
  ],
  ['nothing shown', 'headline', { ...plain(ratio(1.37, 0.83, 2.26, 'none'), 11.2), channel: 'social' }],
  [
    'nothing shown, though a small change would have been seen',
    'headline',
    { ...plain(UNCLEAR, 40), channel: 'web', minimumDetectable: 1.18 },
  ],
  [
    'nothing shown, with few events a day',
    'headline',
    { ...plain(ratio(2.26, 0.97, 5.27, 'none'), 0.386), channel: 'fax', minimumDetectable: 3.27 },
  ],
  [
    'a weak indication upwards',
    'headline',
    { ...plain(ratio(1.32, 1.02, 1.7, 'weak'), 8.8), channel: 'social' },
  ],
  [
    'a weak indication downwards',
    'headline',
    { ...plain(ratio(0.7, 0.5, 0.98, 'weak'), 8.8), channel: 'practice' },
  ],
];

const WITH_SEASON: SaidCase[] = [
  ['many times as many', 'headline', corrected(ratio(2.9, 2.2, 3.8, 'increase'))],
  ['a small increase', 'headline', corrected(ratio(1.24, 1.07, 1.47, 'increase'))],
  ['a small decrease', 'headline', corrected(ratio(0.7, 0.6, 0.81, 'decrease'))],
  ['a large decrease', 'headline', corrected(ratio(0.3, 0.2, 0.45, 'decrease'))],
  ['nothing shown', 'headline', corrected(ratio(1.05, 0.8, 1.38, 'none'))],
  ['a weak indication', 'headline', corrected(ratio(1.5, 1.02, 2.2, 'weak'))],
  [
    'two previous years',
    'headline',
    { ...corrected(ratio(2.9, 2.2, 3.8, 'increase')), previousYears: [1, 2] },
  ],
  [
    'the plain ratio is small',
    'headline',
    { ...corrected(UP), ...means(1.25), ratio: ratio(1.25, 1.07, 1.47, 'increase'), channel: 'web' },
  ],
  [
    'the plain ratio falls, the corrected one rises',
    'headline',
    { ...corrected(UP), ...means(0.41), ratio: ratio(0.41, 0.35, 0.49, 'decrease'), channel: 'web' },
  ],
  ['the season switched off', 'headline', { ...plain(UP), ratioOfRatiosReason: 'switched_off' }],
  [
    'too few data of the previous year',
    'headline',
    { ...plain(UP), ratioOfRatiosReason: 'insufficient_coverage' },
  ],
  ['too few events in the previous year', 'headline', { ...plain(UP), ratioOfRatiosReason: 'too_small' }],
  [
    'the same weeks of two years',
    'headline',
    { ...plain(UP), ratioOfRatiosReason: 'switched_off' },
    { phases: { ...PHASES, before: { from: PHASES.during.from - 364, to: PHASES.during.to - 364 } } },
  ],
];

const ACTIVATED: Partial<ChannelResult> = { notes: [{ code: 'channel_activated', day: '2020-03-20' }] };
const described = (change: { before?: object; during?: object }): Partial<ChannelResult> => ({
  descriptive: {
    before: { ...before, ...change.before },
    during: { ...during, ...change.during },
    after: null,
  },
});

const NOT_COMPARED: SaidCase[] = [
  ['all zero', 'headline', { ...refused('all_zero', [0, 0]), channel: 'fax' }],
  [
    'nothing before',
    'headline',
    { ...refused('no_baseline', [0, 238]), channel: 'whatsapp' },
    { label: 'WhatsApp' },
  ],
  ['activated during', 'headline', { ...refused('no_baseline', [0, 238]), ...ACTIVATED }],
  [
    'activated during, without data',
    'headline',
    { ...refused('no_baseline', [0, 0]), ...ACTIVATED, ...described({ during: NO_DAYS }) },
  ],
  [
    'zeroed, closed by law',
    'headline',
    { ...refused('zeroed', [1849, 0]), channel: 'desk', closedByOrder: true },
  ],
  [
    'zeroed, one day of data',
    'headline',
    { ...refused('zeroed', [1849, 0]), ...described({ during: { daysWithData: 1 } }) },
  ],
  [
    'zeroed, another channel closed by law',
    'headline',
    { ...refused('zeroed', [1849, 0]), channel: 'library', closedByOrder: true },
    { label: 'Biblioteca' },
  ],
  ['too small', 'headline', refused('too_small', [3, 5])],
  ['all events in a week or two', 'headline', refused('too_small', [30, 50])],
  ['too short', 'headline', refused('too_short', [413, 938])],
  [
    'too short, nothing during',
    'headline',
    { ...refused('too_short', [413, 0]), ...described({ during: NO_DAYS }) },
  ],
  [
    'too short, nothing before',
    'headline',
    { ...refused('too_short', [0, 938]), ...described({ before: NO_DAYS }) },
  ],
  [
    'less than half of the days',
    'headline',
    { ...refused('insufficient_coverage', [9, 9]), ...described({ before: { coverage: 30 / 68 } }) },
  ],
  ['another way of counting', 'headline', refused('collection_change', [413, 938])],
  ['no convergence', 'headline', refused('no_fit', [413, 938])],
];

const RUNS = [
  { from: '2020-02-03', to: '2020-02-11', days: 9 },
  { from: '2020-02-20', to: '2020-02-20', days: 1 },
  { from: '2020-04-14', to: '2020-04-18', days: 4 },
  { from: '2020-05-02', to: '2020-05-04', days: 2 },
];
const SINGLES = ['2020-02-03', '2020-02-11', '2020-03-01'].map((day) => ({ from: day, to: day, days: 1 }));
const missing = (runs: typeof RUNS, lost: number): Partial<ChannelResult> => ({
  notes: [{ code: 'missing_days', daysWithData: 113 - lost, expectedDays: 113, runs }],
});
const note = (...notes: ChannelResult['notes']): Partial<ChannelResult> => ({ notes });
const zeros = (first: string, last: string): Partial<ChannelResult> => ({
  suspiciousZeros: [{ first, last, days: 3, expected: 180.9, probability: 1e-15 }],
});

const NOTES: SaidCase[] = [
  ['many runs of missing days', 'notes', missing(RUNS, 16)],
  ['two runs', 'notes', missing(RUNS.slice(0, 2), 10)],
  ['two runs and a day', 'notes', missing([RUNS[0]!, RUNS[2]!, RUNS[1]!], 14)],
  ['scattered days', 'notes', missing(SINGLES, 3)],
  ['one day', 'notes', missing(RUNS.slice(1, 2), 1)],
  [
    'missing days of a channel that is not compared',
    'notes',
    { ...refused('too_small', [3, 5]), ...missing(RUNS, 16) },
  ],
  [
    'a phase that is not over, up to a 9th',
    'notes',
    note({ code: 'partial_phase', phase: 'during', days: 62, plannedDays: 70, lastDay: '2020-05-09' }),
  ],
  [
    'a phase that is not over, up to an 8th',
    'notes',
    note({ code: 'partial_phase', phase: 'during', days: 61, plannedDays: 70, lastDay: '2020-05-08' }),
  ],
  ['low coverage before', 'notes', note({ code: 'low_coverage', phase: 'before', coverage: 0.7941 })],
  [
    'low coverage after, almost enough',
    'notes',
    note({ code: 'low_coverage', phase: 'after', coverage: 0.8 - 1e-6 }),
  ],
  ['few weeks', 'notes', note({ code: 'short_period', weeks: 4 })],
  [
    'counts on days of closure',
    'notes',
    note({ code: 'counts_on_closed_days', days: ['2020-03-01', '2020-03-15'] }),
  ],
  ['activated before', 'notes', note({ code: 'channel_activated', day: '2020-01-11' })],
  ['fragile', 'notes', note({ code: 'depends_on_choices' })],
  [
    'said in the headline already: nothing',
    'notes',
    note({ code: 'closed_by_order' }, { code: 'not_corrected_for_season', reason: 'no_previous_year' }),
  ],
  [
    'suspicious zeros',
    'notes',
    {
      ...plain(ratio(1.86, 1.44, 2.41, 'increase')),
      ...zeros('2020-04-21', '2020-04-24'),
      sensitivity: [
        { variant: 'without_suspicious_zeros', ratio: ratio(1.95, 1.52, 2.52, 'increase'), reason: null },
      ],
    },
  ],
  [
    'one suspicious zero, no ratio',
    'notes',
    { ...refused('too_small', [3, 5]), ...zeros('2020-04-21', '2020-04-21'), sensitivity: [] },
  ],
];

const CAUSES: SaidCase[] = [
  ['an online channel', 'confounder', { ...plain(UP), withoutMarkerWeek: ratio(2.1, 1.5, 3, 'increase') }],
  [
    'an online channel, corrected for the season',
    'confounder',
    { ...corrected(UP), withoutMarkerWeek: ratio(1.24, 0.9, 1.71, 'none') },
  ],
  ['no ratio', 'confounder', { ...refused('too_small', [3, 5]), withoutMarkerWeek: null }],
  ['another channel: nothing', 'confounder', plain(UP), { isOnline: false }],
  ['other phases: nothing', 'confounder', plain(UP), { isLockdown: false }],
  ['other phases, beginning: nothing', 'beginning', plain(UP), { isLockdown: false }],
];

const week = (of: number, high: number, outside: boolean, found = UP): Partial<ChannelResult> => ({
  ...plain(found),
  markerWeek: { ...RESULT.markerWeek!, ratio: of, high, outside },
  changePoint: null,
});
const jump = (
  first: string,
  last: string,
  more: Partial<NonNullable<ChannelResult['changePoint']>>,
): Partial<ChannelResult> => ({
  markerWeek: null,
  changePoint: { ...RESULT.changePoint!, first, last, isDemonstrated: true, isBounded: true, ...more },
});
const BOTH = { containsLockdown: true, containsMarker: true };

const BEGINNING: SaidCase[] = [
  ['an ordinary week', 'beginning', week(1.27, 1.67, false)],
  ['an ordinary week of a channel that swings much', 'beginning', week(0.83, 3.24, false)],
  ['a high week', 'beginning', week(1.9, 1.67, true)],
  ['a low week before an increase', 'beginning', week(0.2, 1.67, true)],
  ['a high week before no demonstrated change', 'beginning', week(1.9, 1.67, true, UNCLEAR)],
  [
    'a high week before a weak indication',
    'beginning',
    week(1.9, 1.67, true, ratio(1.32, 1.02, 1.7, 'weak')),
  ],
  ['a low week before a decrease', 'beginning', week(0.2, 1.67, true, DOWN)],
  ['before the lockdown', 'beginning', jump('2020-02-29', '2020-03-02', { containsMarker: true })],
  ['both', 'beginning', jump('2020-02-29', '2020-03-12', BOTH)],
  ['the lockdown only', 'beginning', jump('2020-03-08', '2020-03-11', { ...BOTH, containsMarker: false })],
  ['after its start', 'beginning', jump('2020-03-12', '2020-03-27', {})],
  ['one day', 'beginning', jump('2020-03-09', '2020-03-09', { containsLockdown: true })],
  ['on both sides of it', 'beginning', jump('2020-03-04', '2020-03-12', { containsLockdown: false })],
  ['anywhere', 'beginning', jump('2020-01-29', '2020-03-26', { ...BOTH, isBounded: false })],
  ['not demonstrated: nothing', 'beginning', jump('2020-02-29', '2020-03-12', { isDemonstrated: false })],
];

const kept = (
  share: number,
  low: number | null,
  high: number | null,
  of: JudgedRatio,
  shown = true,
): Partial<ChannelResult> => ({
  afterRatio: null,
  afterRatioOfRatios: null,
  persistence: { share, low, high, during: of, shown },
});
const after = (of: JudgedRatio, seasonal: JudgedRatio | null = null): Partial<ChannelResult> => ({
  ...{ afterRatio: of, afterRatioOfRatios: seasonal, persistence: null },
  afterYears: seasonal ? [1] : [],
});

const AFTER: SaidCase[] = [
  ['most of an increase remained', 'after', kept(0.68, 0.29, 1.3, UP)],
  ['perhaps nothing remained', 'after', kept(0.19, -0.41, 0.53, UP)],
  ['a loss partly recovered', 'after', kept(0.65, 0.58, 0.71, DOWN)],
  ['no limits, increase', 'after', kept(0.5, null, null, UP)],
  ['no limits, decrease', 'after', kept(0.5, null, null, ratio(0.5, 0.2, 0.9, 'decrease'))],
  ['not to be shown: nothing', 'after', kept(0.5, 0.2, 0.9, UP, false)],
  [
    'the season leaves no increase: no share of it',
    'after',
    { ...kept(0.33, 0.07, 0.54, UP), afterRatioOfRatios: ratio(1.78, 0.999, 3.19, 'none'), afterYears: [1] },
  ],
  ['an increase', 'after', after(ratio(1.83, 1.31, 2.57, 'increase'))],
  ['nothing shown', 'after', after(ratio(1.25, 0.8, 1.94, 'none'))],
  ['a weak indication', 'after', after(ratio(0.7, 0.5, 0.98, 'weak'))],
  ['corrected for the season', 'after', after(UP, ratio(2.3, 1.5, 3.5, 'increase'))],
];

const CAPTIONS: SaidCase[] = [
  ['with a ratio', 'captions', plain(UP)],
  ['without a ratio: nothing', 'captions', refused('too_small', [3, 5])],
];

/** Every group of sentences, in the order of a page. */
export const SAID = {
  WITHOUT_SEASON,
  WITH_SEASON,
  NOT_COMPARED,
  NOTES,
  CAUSES,
  BEGINNING,
  AFTER,
  CAPTIONS,
} as const;

const phase = (share: number | null, totalPerDay: number) => ({
  ...{ digital: 1, desk: 1, days: 70 },
  ...{ share, totalPerDay },
});
const points = (estimate: number, low: number, high: number) => ({
  ...{ points: estimate, low, high, degreesOfFreedom: 9.7 },
});
const MIX: Mix = {
  before: phase(0.055, 23.6),
  during: phase(0.591, 5.03),
  difference: points(53.5, 45.9, 61.2),
};

/** The digital share: what the case is about, the shares, and whether the desks were closed by law. */
export const MIXES: [about: string, mix: Mix, closedByOrder: boolean][] = [
  ['desks closed by law', MIX, true],
  ['desks open', MIX, false],
  ['no interval', { ...MIX, during: phase(0.081, 40), difference: 'too_short' }, true],
  ['nothing shown', { ...MIX, during: phase(0.081, 24), difference: points(2.6, -1.4, 6.6) }, false],
  ['no practice before: nothing', { ...MIX, before: phase(null, 0) }, true],
];

/** The sentence of a case of the digital share, with ordinary spaces. */
export function sayMix([, mix, closedByOrder]: (typeof MIXES)[number], language: Language): string[] {
  const said = mixSentence(mix, closedByOrder, language);
  return said === null ? [] : [said.replaceAll('\u00a0', ' ')];
}
