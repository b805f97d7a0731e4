// SPDX-License-Identifier: AGPL-3.0-or-later
// The English sentences, beside the Italian ones. No causal verb: "during the lockdown", never "because of".
import type { SeasonReason } from '../season.ts';
import { type Dates, dayAndMonth, englishPeriod, shortPeriod } from './dates.ts';
import type { SaidRatio } from './numbers.ts';
import type { JumpPlace, Phrases, SaidMeans, WeekSense } from './phrases.ts';

const fromTo = ({ before, during }: SaidMeans) => `from ${before} to ${during} per working day`;
const limits = ({ isPercent, low, high }: SaidRatio) =>
  isPercent ? `${low} to ${high}` : `${low}\u2013${high}`;
const interval = (ratio: SaidRatio) => `95% interval: ${limits(ratio)}`;
const than = (months: string) => ` compared with ${months}`;
const estimate = ({ isPercent, estimate }: SaidRatio) => (isPercent ? estimate : `${estimate} times`);
const weeksOf = (years: string[]) => `Compared with how the same weeks of ${listed(years)} changed,`;

export const ENGLISH: Phrases = {
  changed: ({ subject }, { ratio, isIncrease, size, fraction }, means, versus) => {
    if (ratio.isPercent) {
      const verb = isIncrease ? 'increased' : 'decreased';
      return `${subject} ${verb} by ${size} (${interval(ratio)})${than(versus)}: ${fromTo(means)}.`;
    }
    const level = `${fraction === null ? `${ratio.estimate} times` : `${fraction} of`} the level of ${versus}`;
    const inBrackets = fraction === null ? interval(ratio) : `${estimate(ratio)}; ${interval(ratio)}`;
    if (!isIncrease) return `${subject} fell ${fromTo(means)}: ${level} (${inBrackets}).`;
    return `${subject} went ${fromTo(means)}: ${ratio.estimate} times as many${than(versus)} (${interval(ratio)}).`;
  },
  unclear: ({ subject }, { ratio }, means, versus) =>
    `${subject}: no change can be shown${than(versus)}, ${fromTo(means)} (${estimate(ratio)}; ${interval(ratio)}).`,
  weak: ({ subject }, { ratio, isIncrease }, means, versus, channels) =>
    `${subject}: weak indication of ${isIncrease ? 'an increase' : 'a decrease'}${than(versus)}, ${fromTo(means)} (${estimate(ratio)}; ${interval(ratio)}); ${chance(channels)}.`,
  measured: ({ subject }, { ratio, isIncrease }, means) => {
    const start = `${subject} went ${fromTo(means)}`;
    if (ratio.isPercent) return `${start} (${ratio.estimate}; ${interval(ratio)}).`;
    return `${start}: ${ratio.estimate} times ${isIncrease ? 'as many' : 'the level of before'} (${interval(ratio)}).`;
  },
  seasonChanged: (years, { ratio, isIncrease, size }) => {
    const noun = isIncrease ? 'the increase' : 'the decrease';
    if (ratio.isPercent) return `${weeksOf(years)} ${noun} is ${size} (${limits(ratio)}).`;
    return `${weeksOf(years)} the level is ${ratio.estimate} times the one expected (${limits(ratio)}).`;
  },
  seasonUnclear: (years, { ratio }) =>
    `${weeksOf(years)} no change can be shown (${estimate(ratio)}; ${interval(ratio)}).`,
  seasonWeak: (years, { ratio }, channels) =>
    `${weeksOf(years)} there is only a weak indication (${estimate(ratio)}; ${interval(ratio)}): ${chance(channels)}.`,
  sameSeason: () => 'The two periods lie in the same season of different years.',
  notSeasonal: (reason, year) => `Not corrected for the season${seasonReason(reason, year)}.`,
  detectable: (factor, size) =>
    factor === null
      ? `With these numbers only a change of at least ${size} would be seen.`
      : `With these numbers only a change of about ${factor} times or more would be seen.`,
  closedByOrder: (isDesk) =>
    `${isDesk ? 'The desks were' : 'The channel was'} closed by law: this is no choice of the citizens.`,
  allZero: ({ subject }) => `${subject}: no contact recorded, neither before nor during.`,
  noBaseline: ({ subject }, days, during) =>
    `${subject}: before, no contact in ${daysOf(days)}; during, ${perDay(during)}.`,
  activated: ({ subject }, day, during) =>
    `${subject}: channel opened on ${dayAndMonth(day, 'en')}; during, ${perDay(during)}. It cannot be compared with before.`,
  zeroed: ({ subject }, before, days) =>
    `${subject} fell to zero: before, ${before} a day; during, no contact in ${daysOf(days)}.`,
  tooSmall: ({ subject }, before, during) =>
    `${subject}: numbers too small for a comparison (${before} before, ${during} during).`,
  concentrated: ({ subject }, before, during) =>
    `${subject}: numbers too concentrated for a comparison (${before} before, ${during} during; in one phase all fall within one or two weeks).`,
  tooShort: ({ subject }, before, during) =>
    `${subject}: at least 4 weeks of data per phase are needed. Before, ${perDay(before)}; during, ${perDay(during)}.`,
  insufficient: ({ subject }, [before, during]) =>
    `${subject}: insufficient data, ${before[0]} days of ${before[1]} before and ${during[0]} of ${during[1]} during. Below half of the days no ratio is computed.`,
  collectionChange: ({ subject }) =>
    `${subject}: the way of counting changed, so that before and during cannot be compared.`,
  noFit: ({ subject }) =>
    `${subject}: with these data the calculation does not succeed, so no ratio is given.`,
  missing: ({ data, open, coverage }, runs, others, isCompared) =>
    `${isCompared ? 'Computed on' : 'There are data for'} ${data} opening days of ${open} (${coverage}): ${missingDays(runs.map(englishPeriod), others)}. Missing days do not count as zero.`,
  partial: (lastDay, days, planned) =>
    `Data up to ${dayAndMonth(lastDay, 'en')}: the phase is covered for ${daysOf(days)} of ${planned}.`,
  lowCoverage: (phase, coverage) =>
    `${{ before: 'Before', during: 'During', after: 'After' }[phase]}: data for only ${coverage} of the opening days.`,
  shortPeriod: (weeks) => `Short period: one phase has only ${weeks} weeks with data.`,
  closedDayCounts: (days) =>
    `Contacts on days of closure (${days.map((day) => dayAndMonth(day, 'en')).join(', ')}): they were counted, but should be checked.`,
  channelActivated: (day) => `Channel opened on ${dayAndMonth(day, 'en')}.`,
  dependsOnChoices: () => 'The result depends on the choices of the calculation.',
  zeros: (run, withZeros, without) => {
    const both = withZeros && without;
    const compared = both
      ? ` With the zeros ${estimate(withZeros)} (${limits(withZeros)}); without ${estimate(without)} (${limits(without)}).`
      : '';
    const when = englishPeriod(run);
    return `${when.charAt(0).toUpperCase()}${when.slice(1)} the counter shows 0: probably a fault, to be confirmed.${compared}`;
  },
  confounder: () =>
    'At the beginning of March, a few days before the lockdown, the Urban Center strengthened its online presence, and on 5 March the schools closed: these data cannot separate the three effects.',
  withoutWeek: (week, { ratio }, isSeasonal) =>
    `Without the week ${shortPeriod(week, 'en')} the result${isSeasonal ? ', not corrected for the season,' : ''} is ${estimate(ratio)} (${limits(ratio)}).`,
  ordinaryWeek: (week, excess, swing) =>
    `In the week ${shortPeriod(week, 'en')} contacts were ${excess} against expectation; the ordinary swing of a week reaches ${swing}: a jump before the lockdown can be neither shown nor excluded.`,
  unusualWeek: (week, excess, swing, side, sense) =>
    `In the week ${shortPeriod(week, 'en')} contacts were ${excess} against expectation, ${side} the ordinary swing of a week (${swing}): ${WEEK_SENSES[sense]}.`,
  jump: jumpSentence,
  kept: (share, low, high, isIncrease) =>
    `In the period after about ${share} of the ${isIncrease ? 'increase remained' : 'fall was recovered'} (between ${low} and ${high}), not corrected for the season.`,
  keptUnknown: (isIncrease) =>
    `Share ${isIncrease ? 'kept' : 'recovered'} in the period after cannot be computed: the initial ${isIncrease ? 'increase' : 'fall'} is too uncertain.`,
  after: ({ ratio, isIncrease }, verdict, years) => {
    const start =
      years.length === 0
        ? 'In the period after'
        : `In the period after, set against how the same weeks of ${listed(years)} changed`;
    const weak = `weak indication of ${isIncrease ? 'an increase' : 'a decrease'} from before, `;
    const word = verdict === 'none' ? 'no change from before can be shown, ' : verdict === 'weak' ? weak : '';
    const versus = word !== '' ? '' : ratio.isPercent ? ' compared with before' : ' the level of before';
    const season = years.length === 0 ? ', not corrected for the season' : '';
    return `${start}: ${word}${estimate(ratio)}${versus} (${interval(ratio)})${season}.`;
  },
  mix: ([before, during], points, totals, closed, isShown) => {
    const interval = points ? `${points[0]} points; ${points[1]} to ${points[2]}` : 'without an interval';
    const difference = ` (${interval}${points && !isShown ? ': no change can be shown' : ''})`;
    const why = closed ? ': with the desks closed the share rises by itself' : '';
    return `Online applications went from ${before} to ${during} of the total${difference}, ${closed ? 'but' : 'and'} the total went from ${totals[0]} to ${totals[1]} a day${why}.`;
  },
  counterfactual: (months) =>
    `Dashed line: how it would have gone on had the level of ${months} continued. It is a hypothesis, not a measure.`,
  interval: () =>
    'The method is built so that, in cases like this, the true value lies in the interval about 95 times in 100. It is obtained by repeating the calculation without one or two weeks at a time.',
};

function jumpSentence({ from, to }: Dates, place: JumpPlace): string {
  const [first, last] = [dayAndMonth(from, 'en'), dayAndMonth(to, 'en')];
  if (place === 'unbounded')
    return 'It cannot be said when the jump began: the possible dates reach the edge of the period that can be examined.';
  const when = from === to ? `on ${first}` : `between ${first} and ${last}`;
  return `The jump probably began ${when}${JUMP_PLACES[place]}. (Valid if there was one jump, and a sharp one.)`;
}

const JUMP_PLACES: Record<Exclude<JumpPlace, 'unbounded'>, string> = {
  before: ', before the lockdown',
  after: ', after the start of the lockdown',
  both: ': the interval contains both the strengthening of the Urban Center and the lockdown',
  lockdown: ': the interval contains the start of the lockdown',
  between: '',
};

const WEEK_SENSES: Record<WeekSense, string> = {
  begun: 'the jump may already have begun',
  opposite: 'the week is out of the ordinary, but in the direction opposite to the jump',
  undecided: 'the week is out of the ordinary, but no jump between the two phases is demonstrated',
};

const daysOf = (days: number) => (days === 1 ? 'one day' : `${days} days`);
const perDay = (rate: string | null) => (rate === null ? 'no data' : `${rate} a day`);
const chance = (channels: number) => `looking at ${channels} channels together it may be chance`;

function seasonReason(reason: SeasonReason, year: string): string {
  if (reason === 'switched_off' || reason === 'not_compared') return '';
  if (reason === 'no_previous_year') return `: the data of ${year} are missing`;
  if (reason === 'insufficient_coverage') return `: the data of ${year} are too few`;
  return `: with the data of ${year} the calculation is not possible`;
}

function missingDays(runs: string[], others: number): string {
  const rest = others === 1 ? 'one other day' : `${others} other days`;
  if (runs.length === 0) return `${others} scattered day${others === 1 ? ' is' : 's are'} missing`;
  return `data are missing ${listed(others > 0 ? [...runs, `on ${rest}`] : runs)}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
