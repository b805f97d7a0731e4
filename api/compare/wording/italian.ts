// SPDX-License-Identifier: AGPL-3.0-or-later
// The Italian sentences (specification, section 6). No causal verb: "durante il lockdown", never "a causa".
import type { SeasonReason } from '../season.ts';
import {
  beforeNumber,
  type Dates,
  dayAndMonth,
  italianBetween,
  italianDay,
  italianPeriod,
  shortPeriod,
} from './dates.ts';
import type { SaidRatio } from './numbers.ts';
import type { JumpPlace, Phrases, SaidChange, SaidMeans, WeekSense } from './phrases.ts';

const fromTo = ({ before, during }: SaidMeans) => `da ${before} a ${during} per giorno lavorativo`;
const limits = ({ isPercent, low, high }: SaidRatio) =>
  isPercent ? `da ${low} a ${high}` : `${low}\u2013${high}`;
const interval = (ratio: SaidRatio) => `intervallo 95\u00a0%: ${limits(ratio)}`;
const than = (months: string) => ` rispetto a ${months}`;
const estimate = ({ isPercent, estimate }: SaidRatio) => (isPercent ? estimate : `${estimate} volte`);
const ofYears = (years: string[]) => `${years.length === 1 ? 'del' : 'degli anni'} ${listed(years)}`;
const weeksOf = (years: string[]) => `Rispetto all’andamento delle stesse settimane ${ofYears(years)}`;

export const ITALIAN: Phrases = {
  changed: ({ subject, ending }, change, means, versus) => {
    const { ratio, isIncrease, size } = change;
    if (ratio.isPercent) {
      const verb = isIncrease ? 'aumentat' : 'diminuit';
      return `${subject} sono ${verb}${ending} ${beforeNumber('del', size)} (${interval(ratio)})${than(versus)}: ${fromTo(means)}.`;
    }
    if (isIncrease) {
      const result = `${ratio.estimate} volte tanto (${interval(ratio)})`;
      return `${subject} sono passat${ending} ${fromTo(means)}: ${result}${than(versus)}.`;
    }
    return `${subject} sono sces${ending} ${fromTo(means)}: ${fallen(change, versus)}.`;
  },
  unclear: ({ subject }, { ratio }, means, versus) =>
    `${subject}: nessuna variazione dimostrabile${than(versus)}, ${fromTo(means)} (${estimate(ratio)}; ${interval(ratio)}).`,
  weak: ({ subject }, { ratio, isIncrease }, means, versus, channels) =>
    `${subject}: indicazione debole di ${isIncrease ? 'aumento' : 'diminuzione'}${than(versus)}, ${fromTo(means)} (${estimate(ratio)}; ${interval(ratio)}); ${chance(channels)}.`,
  measured: ({ subject, ending }, { ratio, isIncrease }, means) => {
    const start = `${subject} sono passat${ending} ${fromTo(means)}`;
    if (ratio.isPercent) return `${start} (${ratio.estimate}; ${interval(ratio)}).`;
    return `${start}: ${ratio.estimate} volte ${isIncrease ? 'tanto' : 'il livello di prima'} (${interval(ratio)}).`;
  },
  seasonChanged: (years, { ratio, isIncrease, size }) => {
    const noun = isIncrease ? 'l’aumento' : 'la diminuzione';
    if (ratio.isPercent)
      return `${weeksOf(years)} ${noun} è ${beforeNumber('del', size)} (${limits(ratio)}).`;
    return `${weeksOf(years)} il livello è ${ratio.estimate} volte quello atteso (${limits(ratio)}).`;
  },
  seasonUnclear: (years, { ratio }) =>
    `${weeksOf(years)} nessuna variazione è dimostrabile (${estimate(ratio)}; ${interval(ratio)}).`,
  seasonWeak: (years, { ratio }, channels) =>
    `${weeksOf(years)} c’è solo un’indicazione debole (${estimate(ratio)}; ${interval(ratio)}): ${chance(channels)}.`,
  sameSeason: () => 'I due periodi cadono nella stessa stagione di anni diversi.',
  notSeasonal: (reason, year) => `Non corretto per la stagione${seasonReason(reason, year)}.`,
  detectable: (factor, size) =>
    factor === null
      ? `Con questi numeri si vedrebbe solo una variazione di almeno ${beforeNumber('il', size!)}.`
      : `Con questi numeri si vedrebbe solo una variazione di circa ${factor} volte o più.`,
  closedByOrder: (isDesk) =>
    `${isDesk ? 'Gli sportelli erano chiusi' : 'Il canale era chiuso'} per legge: non è una scelta dei cittadini.`,
  allZero: ({ subject }) => `${subject}: nessun contatto registrato, né prima né durante.`,
  noBaseline: ({ subject }, days, during) =>
    `${subject}: prima, nessun contatto in ${daysOf(days)}; durante, ${perDay(during)}.`,
  activated: ({ subject }, day, during) =>
    `${subject}: canale attivato ${italianDay('il', day)}; durante, ${perDay(during)}. Un confronto con prima non è possibile.`,
  zeroed: ({ subject, ending }, before, days) =>
    `${subject} si sono azzerat${ending}: prima ${before} al giorno; durante, nessun contatto in ${daysOf(days)}.`,
  tooSmall: ({ subject }, before, during) =>
    `${subject}: numeri troppo piccoli per un confronto (${before} prima, ${during} durante).`,
  concentrated: ({ subject }, before, during) =>
    `${subject}: numeri troppo concentrati per un confronto (${before} prima, ${during} durante; in una fase cadono tutti in una o due settimane).`,
  tooShort: ({ subject }, before, during) =>
    `${subject}: servono almeno 4 settimane di dati per fase. Prima, ${perDay(before)}; durante, ${perDay(during)}.`,
  insufficient: ({ subject }, [before, during]) =>
    `${subject}: dati insufficienti, ${before[0]} giorni su ${before[1]} prima e ${during[0]} su ${during[1]} durante. Sotto la metà dei giorni non si calcola alcun rapporto.`,
  collectionChange: ({ subject }) =>
    `${subject}: il modo di contare è cambiato, perciò prima e durante non si possono confrontare.`,
  noFit: ({ subject }) =>
    `${subject}: con questi dati il calcolo non riesce, perciò non si dà alcun rapporto.`,
  missing: ({ data, open, coverage }, runs, others, isCompared) =>
    `${isCompared ? 'Calcolato su' : 'Ci sono dati per'} ${data} giorni di apertura su ${open} (${coverage}): ${missingDays(runs.map(missingRun), others)}. I giorni mancanti non contano come zero.`,
  partial: (lastDay, days, planned) =>
    `Dati fino ${italianDay('al', lastDay)}: la fase è coperta per ${daysOf(days)} su ${planned}.`,
  lowCoverage: (phase, coverage) =>
    `${{ before: 'Prima', during: 'Durante', after: 'Dopo' }[phase]}: ci sono dati solo per ${beforeNumber('il', coverage)} dei giorni di apertura.`,
  shortPeriod: (weeks) => `Periodo breve: una fase ha solo ${weeks} settimane con dati.`,
  closedDayCounts: (days) =>
    `Contatti in giorni di chiusura (${days.map((day) => dayAndMonth(day, 'it')).join(', ')}): sono stati contati, ma conviene controllarli.`,
  channelActivated: (day) => `Canale attivato ${italianDay('il', day)}.`,
  dependsOnChoices: () => 'Il risultato dipende dalle scelte di calcolo.',
  zeros: (run, withZeros, without) => {
    const both = withZeros && without;
    const compared = both
      ? ` Con gli zeri ${estimate(withZeros)} (${limits(withZeros)}); senza ${estimate(without)} (${limits(without)}).`
      : '';
    return `${capital(italianPeriod(run))} il contatore segna 0: probabile guasto, da confermare.${compared}`;
  },
  confounder: () =>
    'All’inizio di marzo, pochi giorni prima del lockdown, l’Urban Center ha rafforzato la presenza online e il 5 marzo hanno chiuso le scuole: questi dati non permettono di separare i tre effetti.',
  withoutWeek: (week, { ratio }, isSeasonal) =>
    `Senza la settimana ${shortPeriod(week, 'it')} il risultato${isSeasonal ? ', non corretto per la stagione,' : ''} è ${estimate(ratio)} (${limits(ratio)}).`,
  ordinaryWeek: (week, excess, swing) =>
    `Nella settimana ${shortPeriod(week, 'it')} i contatti erano ${excess} sul previsto; l’oscillazione normale di una settimana arriva a ${swing}: un salto prima del lockdown non è dimostrabile (né escluso).`,
  unusualWeek: (week, excess, swing, side, sense) =>
    `Nella settimana ${shortPeriod(week, 'it')} i contatti erano ${excess} sul previsto, ${side === 'above' ? 'sopra' : 'sotto'} l’oscillazione normale di una settimana (${swing}): ${WEEK_SENSES[sense]}.`,
  jump: jumpSentence,
  kept: (share, low, high, isIncrease) =>
    isIncrease
      ? `Nel periodo successivo è rimasto circa ${beforeNumber('il', share)} dell’aumento (tra ${low} e ${high}), non corretto per la stagione.`
      : `Nel periodo successivo è stato recuperato circa ${beforeNumber('il', share)} del calo (tra ${low} e ${high}), non corretto per la stagione.`,
  keptUnknown: (isIncrease) =>
    isIncrease
      ? 'Quota rimasta nel periodo successivo non calcolabile: l’aumento iniziale è troppo incerto.'
      : 'Quota recuperata nel periodo successivo non calcolabile: il calo iniziale è troppo incerto.',
  after: ({ ratio, isIncrease }, verdict, years) => {
    const start =
      years.length === 0
        ? 'Nel periodo successivo'
        : `Nel periodo successivo, tenuto conto dell’andamento delle stesse settimane ${ofYears(years)}`;
    const weak = `indicazione debole di ${isIncrease ? 'aumento' : 'diminuzione'} rispetto a prima, `;
    const word =
      verdict === 'none'
        ? 'nessuna variazione dimostrabile rispetto a prima, '
        : verdict === 'weak'
          ? weak
          : '';
    const versus = word !== '' ? '' : ratio.isPercent ? ' rispetto a prima' : ' il livello di prima';
    const season = years.length === 0 ? ', non corretto per la stagione' : '';
    return `${start}: ${word}${estimate(ratio)}${versus} (${interval(ratio)})${season}.`;
  },
  mix: ([before, during], points, totals, closed, isShown) => {
    const interval = points ? `${points[0]} punti; da ${points[1]} a ${points[2]}` : 'senza intervallo';
    const difference = ` (${interval}${points && !isShown ? ': nessuna variazione dimostrabile' : ''})`;
    const why = closed ? ': con gli sportelli chiusi la quota cresce da sola' : '';
    return `Le pratiche digitali sono passate ${beforeNumber('dal', before)} ${beforeNumber('al', during)} del totale${difference}, ${closed ? 'ma' : 'e'} il totale è passato da ${totals[0]} a ${totals[1]} al giorno${why}.`;
  },
  counterfactual: (months) =>
    `Linea tratteggiata: come sarebbe andata se fosse continuato il livello di ${months}. È un’ipotesi, non una misura.`,
  interval: () =>
    'Il metodo è costruito perché, in casi come questo, il valore vero stia nell’intervallo circa 95 volte su 100. Si ottiene rifacendo il conto senza una o due settimane alla volta.',
};

const WEEK_SENSES: Record<WeekSense, string> = {
  begun: 'il salto può essere già iniziato',
  opposite: 'la settimana è fuori dal normale, ma in senso opposto al salto',
  undecided: 'la settimana è fuori dal normale, ma un salto tra le due fasi non è dimostrato',
};

const daysOf = (days: number) => (days === 1 ? 'un giorno' : `${days} giorni`);
const perDay = (rate: string | null) => (rate === null ? 'nessun dato' : `${rate} al giorno`);
const chance = (channels: number) => `guardando ${channels} canali insieme può essere un caso`;

function jumpSentence(days: Dates, place: JumpPlace): string {
  if (place === 'unbounded')
    return 'Non si può dire quando il salto è iniziato: le date possibili arrivano al limite del periodo che si può esaminare.';
  const when = days.from === days.to ? italianDay('il', days.from) : `tra ${italianBetween(days)}`;
  return `Il salto è iniziato probabilmente ${when}${JUMP_PLACES[place]}. (Vale se il salto è uno solo e netto.)`;
}

const JUMP_PLACES: Record<Exclude<JumpPlace, 'unbounded'>, string> = {
  before: ', prima del lockdown',
  after: ', dopo l’inizio del lockdown',
  both: ': l’intervallo comprende sia il rafforzamento dell’Urban Center sia il lockdown',
  lockdown: ': l’intervallo comprende l’inizio del lockdown',
  between: '',
};

/** "circa un decimo del livello di gennaio (0,09 volte; ...)". */
function fallen({ fraction, ratio }: SaidChange, versus: string): string {
  if (fraction === null) return `${ratio.estimate} volte il livello di ${versus} (${interval(ratio)})`;
  return `${fraction} del livello di ${versus} (${estimate(ratio)}; ${interval(ratio)})`;
}

function seasonReason(reason: SeasonReason, year: string): string {
  if (reason === 'switched_off' || reason === 'not_compared') return '';
  if (reason === 'no_previous_year') return `: mancano i dati del ${year}`;
  if (reason === 'insufficient_coverage') return `: i dati del ${year} sono troppo pochi`;
  return `: con i dati del ${year} il calcolo non è possibile`;
}

function missingDays(runs: string[], others: number): string {
  const rest = others === 1 ? 'un altro giorno' : `altri ${others} giorni`;
  if (runs.length === 0) return others === 1 ? 'manca un giorno' : `mancano ${others} giorni sparsi`;
  return `mancano i dati ${listed(others > 0 ? [...runs, `di ${rest}`] : runs)}`;
}

function missingRun(run: Dates): string {
  return run.from === run.to ? italianDay('del', run.from) : italianPeriod(run);
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
