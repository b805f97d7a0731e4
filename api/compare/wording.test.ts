// SPDX-License-Identifier: AGPL-3.0-or-later
// Every sentence for every case, whole, to be read by a person: numbers are made up, one rule a line.
import { expect, test } from 'vitest';
import { type ChannelResult, compareChannel } from './channel.ts';
import { seededQuestion } from './seeded-question.ts';
import { PHASES } from './statistics/seeded-series.ts';
import type { JudgedRatio, Verdict } from './verdict.ts';
import { type Language, mixSentence, type Sentences, type Setting, sentences } from './wording.ts';

const RESULT = compareChannel(seededQuestion());
const SETTING: Setting = {
  label: 'Fax',
  phases: PHASES,
  markerWeek: { from: '2020-03-02', to: '2020-03-08' },
  channels: 6,
  isOnline: true,
  isLockdown: true,
};

const ratio = (estimate: number, low: number, high: number, verdict: Verdict): JudgedRatio => ({
  ...{ estimate, low, high, verdict },
  ...{ standardError: 0.1, degreesOfFreedom: 15, pValue: 0.01, pHolm: 0.04, pBenjaminiHochberg: 0.02 },
});
const UP = ratio(3.13, 2.61, 3.71, 'increase');
const plain = (of: JudgedRatio, before = 12): Partial<ChannelResult> => ({
  ratio: of,
  means: { before, during: before * of.estimate },
  ...{
    ratioOfRatios: null,
    ratioOfRatiosReason: 'no_previous_year',
    headline: 'ratio',
    minimumDetectable: 2.04,
  },
});
const corrected = (of: JudgedRatio): Partial<ChannelResult> => ({
  ...plain(UP),
  ...{ ratioOfRatios: of, ratioOfRatiosReason: null, headline: 'ratioOfRatios', previousYears: [1] },
});
const means = (factor: number) => ({ means: { before: 12, during: 12 * factor } });
const { before, during } = RESULT.descriptive;
const refused = (status: ChannelResult['status'], totals: [number, number]): Partial<ChannelResult> => ({
  ...{ status, ratio: null, ratioOfRatios: null, headline: null },
  descriptive: {
    before: { ...before, total: totals[0], daysWithData: 68, expectedDays: 68, meanPerDay: totals[0] / 68 },
    during: { ...during, total: totals[1], daysWithData: 70, expectedDays: 70, meanPerDay: totals[1] / 70 },
    after: null,
  },
});

function say(
  part: keyof Sentences,
  change: Partial<ChannelResult>,
  setting: Partial<Setting> = {},
  language: Language = 'it',
) {
  const said = sentences({ ...RESULT, notes: [], ...change }, { ...SETTING, ...setting }, language)[part];
  return [said].flat().map((sentence) => sentence.replaceAll('\u00a0', ' '));
}

test('the sentence of a channel that can be compared', () => {
  const said = [
    say('headline', corrected(ratio(2.9, 2.2, 3.8, 'increase'))),
    say('headline', plain(UP)),
    say('headline', { ...plain(ratio(1.25, 1.07, 1.47, 'increase'), 22), channel: 'phone' }),
    say('headline', { ...plain(ratio(0.86, 0.77, 0.96, 'decrease'), 22), channel: 'phone' }),
    say('headline', {
      ...plain(ratio(0.0927, 0.067, 0.128, 'decrease'), 27.2),
      channel: 'desk',
      closedByOrder: true,
    }),
    say('headline', { ...plain(ratio(0.41, 0.35, 0.49, 'decrease'), 1000), channel: 'email' }),
    say('headline', { ...plain(ratio(1.37, 0.83, 2.26, 'none'), 11.2), channel: 'social' }),
    say('headline', {
      ...plain(ratio(1.1, 0.97, 1.26, 'none'), 40),
      channel: 'web',
      minimumDetectable: 1.18,
    }),
    say('headline', {
      ...plain(ratio(2.26, 0.97, 5.27, 'none'), 0.386),
      channel: 'fax',
      minimumDetectable: 3.27,
    }),
    say('headline', { ...plain(ratio(1.32, 1.02, 1.7, 'weak'), 8.8), channel: 'social' }),
    say('headline', { ...plain(ratio(0.7, 0.5, 0.98, 'weak'), 8.8), channel: 'practice' }),
  ];
  expect(said.flat()).toEqual([
    "Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all'andamento delle stesse settimane del 2019 l'aumento è di 2,9 volte (2,2–3,8).",
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a gennaio–inizio marzo. Non corretto per la stagione: mancano i dati del 2019.',
    'Le telefonate sono aumentate del 25 % (intervallo 95 %: da +7 % a +47 %) rispetto a gennaio–inizio marzo: da 22,0 a 27,5 per giorno lavorativo. Non corretto per la stagione: mancano i dati del 2019.',
    'Le telefonate sono diminuite del 14 % (intervallo 95 %: da −23 % a −4 %) rispetto a gennaio–inizio marzo: da 22,0 a 18,9 per giorno lavorativo. Non corretto per la stagione: mancano i dati del 2019.',
    'Gli accessi allo sportello sono scesi da 27,2 a 2,5 per giorno lavorativo: circa un decimo del livello di gennaio–inizio marzo (0,09 volte; intervallo 95 %: 0,07–0,13). Non corretto per la stagione: mancano i dati del 2019. Gli sportelli erano chiusi per legge: non è una scelta dei cittadini.',
    'Le e-mail sono scese da 1.000 a 410 per giorno lavorativo: 0,41 volte il livello di gennaio–inizio marzo (intervallo 95 %: 0,35–0,49). Non corretto per la stagione: mancano i dati del 2019.',
    'I contatti sui social: nessuna variazione dimostrabile rispetto a gennaio–inizio marzo, da 11,2 a 15,3 per giorno lavorativo (+37 %; intervallo 95 %: da −17 % a +126 %). Non corretto per la stagione: mancano i dati del 2019. Con questi numeri si vedrebbe solo una variazione di circa 2 volte o più.',
    'Gli accessi al sito: nessuna variazione dimostrabile rispetto a gennaio–inizio marzo, da 40,0 a 44,0 per giorno lavorativo (+10 %; intervallo 95 %: da −3 % a +26 %). Non corretto per la stagione: mancano i dati del 2019. Con questi numeri si vedrebbe solo una variazione di almeno il 18 %.',
    'I contatti del canale Fax: nessuna variazione dimostrabile rispetto a gennaio–inizio marzo, da 0,39 a 0,87 per giorno lavorativo (2,3 volte; intervallo 95 %: 0,97–5,3). Non corretto per la stagione: mancano i dati del 2019. Con questi numeri si vedrebbe solo una variazione di circa 3,3 volte o più.',
    'I contatti sui social: indicazione debole di aumento rispetto a gennaio–inizio marzo, da 8,8 a 11,6 per giorno lavorativo (+32 %; intervallo 95 %: da +2 % a +70 %); guardando 6 canali insieme può essere un caso. Non corretto per la stagione: mancano i dati del 2019.',
    'Le pratiche digitali: indicazione debole di diminuzione rispetto a gennaio–inizio marzo, da 8,8 a 6,2 per giorno lavorativo (−30 %; intervallo 95 %: da −50 % a −2 %); guardando 6 canali insieme può essere un caso. Non corretto per la stagione: mancano i dati del 2019.',
  ]);
});

test('set against the previous years', () => {
  const said = [
    say('headline', corrected(ratio(1.24, 1.07, 1.47, 'increase'))),
    say('headline', corrected(ratio(0.7, 0.6, 0.81, 'decrease'))),
    say('headline', corrected(ratio(0.3, 0.2, 0.45, 'decrease'))),
    say('headline', corrected(ratio(1.05, 0.8, 1.38, 'none'))),
    say('headline', corrected(ratio(1.5, 1.02, 2.2, 'weak'))),
    say('headline', { ...corrected(ratio(2.9, 2.2, 3.8, 'increase')), previousYears: [1, 2] }),
    say('headline', {
      ...corrected(UP),
      ...means(1.25),
      ratio: ratio(1.25, 1.07, 1.47, 'increase'),
      channel: 'web',
    }),
    say('headline', {
      ...corrected(UP),
      ...means(0.41),
      ratio: ratio(0.41, 0.35, 0.49, 'decrease'),
      channel: 'web',
    }),
    say('headline', { ...plain(UP), ratioOfRatiosReason: 'switched_off' }),
    say('headline', { ...plain(UP), ratioOfRatiosReason: 'insufficient_coverage' }),
    say('headline', { ...plain(UP), ratioOfRatiosReason: 'too_small' }),
  ];
  expect(said.flat()).toEqual([
    "Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all'andamento delle stesse settimane del 2019 l'aumento è del 24 % (da +7 % a +47 %).",
    "Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all'andamento delle stesse settimane del 2019 la diminuzione è del 30 % (da −40 % a −19 %).",
    "Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all'andamento delle stesse settimane del 2019 il livello è sceso a 0,30 volte (0,20–0,45).",
    "Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all'andamento delle stesse settimane del 2019 nessuna variazione è dimostrabile (+5 %; intervallo 95 %: da −20 % a +38 %). Con questi numeri si vedrebbe solo una variazione di circa 2 volte o più.",
    "Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all'andamento delle stesse settimane del 2019 c'è solo un'indicazione debole (+50 %; intervallo 95 %: da +2 % a +120 %): guardando 6 canali insieme può essere un caso.",
    "Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all'andamento delle stesse settimane degli anni 2018 e 2019 l'aumento è di 2,9 volte (2,2–3,8).",
    "Gli accessi al sito sono passati da 12,0 a 15,0 per giorno lavorativo (+25 %; intervallo 95 %: da +7 % a +47 %). Rispetto all'andamento delle stesse settimane del 2019 l'aumento è di 3,1 volte (2,6–3,7).",
    "Gli accessi al sito sono passati da 12,0 a 4,9 per giorno lavorativo: 0,41 volte il livello di prima (intervallo 95 %: 0,35–0,49). Rispetto all'andamento delle stesse settimane del 2019 l'aumento è di 3,1 volte (2,6–3,7).",
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a gennaio–inizio marzo. Non corretto per la stagione.',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a gennaio–inizio marzo. Non corretto per la stagione: i dati del 2019 sono troppo pochi.',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a gennaio–inizio marzo. Non corretto per la stagione: con i dati del 2019 il calcolo non è possibile.',
  ]);
});

test('a channel that cannot be compared', () => {
  const activated: Partial<ChannelResult> = { notes: [{ code: 'channel_activated', day: '2020-03-20' }] };
  const said = [
    say('headline', { ...refused('all_zero', [0, 0]), channel: 'fax' }),
    say('headline', { ...refused('no_baseline', [0, 238]), channel: 'whatsapp' }, { label: 'WhatsApp' }),
    say('headline', { ...refused('no_baseline', [0, 238]), ...activated }),
    say('headline', { ...refused('zeroed', [1849, 0]), channel: 'desk', closedByOrder: true }),
    say('headline', refused('too_small', [3, 5])),
    say('headline', refused('too_small', [30, 50])),
    say('headline', refused('too_short', [413, 938])),
    say('headline', {
      ...refused('too_short', [413, 0]),
      descriptive: { before, during: { ...during, meanPerDay: null }, after: null },
    }),
    say('headline', {
      ...refused('insufficient_coverage', [9, 9]),
      descriptive: { before: { ...before, daysWithData: 30 }, during, after: null },
    }),
    say('headline', refused('collection_change', [413, 938])),
    say('headline', refused('no_fit', [413, 938])),
  ];
  expect(said.flat()).toEqual([
    'I contatti del canale Fax: nessun contatto registrato, né prima né durante.',
    'I contatti del canale WhatsApp: prima, nessun contatto in 68 giorni; durante, 3,4 al giorno.',
    'Le chat: canale attivato il 20 marzo; durante, 3,4 al giorno. Un confronto con prima non è possibile.',
    'Gli accessi allo sportello si sono azzerati: prima 27,2 al giorno; durante, nessun contatto in 70 giorni. Gli sportelli erano chiusi per legge: non è una scelta dei cittadini.',
    'Le chat: numeri troppo piccoli per un confronto (3 prima, 5 durante).',
    'Le chat: numeri troppo concentrati per un confronto (30 prima, 50 durante; in una fase cadono tutti in una o due settimane).',
    'Le chat: servono almeno 4 settimane di dati per fase. Media al giorno: 6,1 prima, 13,4 durante.',
    'Le chat: servono almeno 4 settimane di dati per fase. Media al giorno: 3,0 prima; durante, nessun dato.',
    'Le chat: dati insufficienti, 30 giorni su 68 prima e 66 su 70 durante. Sotto la metà dei giorni non si calcola alcun rapporto.',
    'Le chat: il modo di contare è cambiato, perciò prima e durante non si possono confrontare.',
    'Le chat: con questi dati il calcolo non riesce, perciò non si dà alcun rapporto.',
  ]);
});

test('the notes on the data', () => {
  const runs = [
    { from: '2020-02-03', to: '2020-02-11', days: 9 },
    { from: '2020-02-20', to: '2020-02-20', days: 1 },
    { from: '2020-04-14', to: '2020-04-18', days: 4 },
    { from: '2020-05-02', to: '2020-05-04', days: 2 },
  ];
  const singles = ['2020-02-03', '2020-02-11', '2020-03-01'].map((day) => ({ from: day, to: day, days: 1 }));
  const missing = (some: typeof runs, lost: number): Partial<ChannelResult> => ({
    notes: [{ code: 'missing_days', daysWithData: 113 - lost, expectedDays: 113, runs: some }],
  });
  const said = [
    say('notes', missing(runs, 16)),
    say('notes', missing(runs.slice(0, 2), 10)),
    say('notes', missing([runs[0]!, runs[2]!, runs[1]!], 14)),
    say('notes', missing(singles, 3)),
    say('notes', missing(runs.slice(1, 2), 1)),
    say('notes', {
      notes: [
        { code: 'partial_phase', phase: 'during', days: 62, plannedDays: 70, lastDay: '2020-05-09' },
        { code: 'partial_phase', phase: 'during', days: 61, plannedDays: 70, lastDay: '2020-05-08' },
        { code: 'low_coverage', phase: 'before', coverage: 0.7941 },
        { code: 'low_coverage', phase: 'after', coverage: 0.8 - 1e-6 },
        { code: 'short_period', weeks: 4 },
        { code: 'counts_on_closed_days', days: ['2020-03-01', '2020-03-15'] },
        { code: 'channel_activated', day: '2020-01-11' },
        { code: 'depends_on_choices' },
        { code: 'closed_by_order' },
        { code: 'not_corrected_for_season', reason: 'no_previous_year' },
      ],
    }),
    say('notes', {
      ...plain(ratio(1.86, 1.44, 2.41, 'increase')),
      suspiciousZeros: [
        { first: '2020-04-21', last: '2020-04-24', days: 3, expected: 180.9, probability: 1e-15 },
      ],
      sensitivity: [
        { variant: 'without_suspicious_zeros', ratio: ratio(1.95, 1.52, 2.52, 'increase'), reason: null },
      ],
    }),
    say('notes', {
      ...refused('too_small', [3, 5]),
      suspiciousZeros: [
        { first: '2020-04-21', last: '2020-04-21', days: 1, expected: 180.9, probability: 1e-15 },
      ],
      sensitivity: [],
    }),
  ];
  expect(said.flat()).toEqual([
    "Calcolato su 97 giorni di apertura su 113 (85 %): mancano i dati dal 3 all'11 febbraio, dal 14 al 18 aprile e di altri 3 giorni. I giorni mancanti non contano come zero.",
    "Calcolato su 103 giorni di apertura su 113 (91 %): mancano i dati dal 3 all'11 febbraio e del 20 febbraio. I giorni mancanti non contano come zero.",
    "Calcolato su 99 giorni di apertura su 113 (87 %): mancano i dati dal 3 all'11 febbraio, dal 14 al 18 aprile e di un altro giorno. I giorni mancanti non contano come zero.",
    'Calcolato su 110 giorni di apertura su 113 (97 %): mancano 3 giorni sparsi. I giorni mancanti non contano come zero.',
    'Calcolato su 112 giorni di apertura su 113 (99 %): mancano i dati del 20 febbraio. I giorni mancanti non contano come zero.',
    'Dati fino al 9 maggio: la fase è coperta per 62 giorni su 70.',
    "Dati fino all'8 maggio: la fase è coperta per 61 giorni su 70.",
    'Prima: ci sono dati solo per il 79 % dei giorni di apertura.',
    'Dopo: ci sono dati solo per il 79 % dei giorni di apertura.',
    'Periodo breve: una fase ha solo 4 settimane con dati.',
    'Contatti in giorni di chiusura (1º marzo, 15 marzo): sono stati contati, ma conviene controllarli.',
    "Canale attivato l'11 gennaio.",
    'Il risultato dipende dalle scelte di calcolo.',
    'Dal 21 al 24 aprile il contatore segna 0: probabile guasto, da confermare. Con gli zeri +86 % (da +44 % a +141 %); senza +95 % (da +52 % a +152 %).',
    'Il 21 aprile il contatore segna 0: probabile guasto, da confermare.',
  ]);
});

test('the three causes, under online channels only', () => {
  const said = [
    say('confounder', { ...plain(UP), withoutMarkerWeek: ratio(2.1, 1.5, 3, 'increase') }),
    say('confounder', { ...corrected(UP), withoutMarkerWeek: ratio(1.24, 0.9, 1.71, 'none') }),
    say('confounder', { ...refused('too_small', [3, 5]), withoutMarkerWeek: null }),
    say('confounder', plain(UP), { isOnline: false }),
    say('confounder', plain(UP), { isLockdown: false }),
    say('beginning', plain(UP), { isLockdown: false }),
  ];
  expect(said.flat()).toEqual([
    "All'inizio di marzo, pochi giorni prima del lockdown, l'Urban Center ha rafforzato la presenza online e il 5 marzo hanno chiuso le scuole: questi dati non permettono di separare i tre effetti.",
    'Senza la settimana 2–8 marzo il risultato è 2,1 volte (1,5–3,0).',
    "All'inizio di marzo, pochi giorni prima del lockdown, l'Urban Center ha rafforzato la presenza online e il 5 marzo hanno chiuso le scuole: questi dati non permettono di separare i tre effetti.",
    'Senza la settimana 2–8 marzo il risultato, non corretto per la stagione, è +24 % (da −10 % a +71 %).',
    "All'inizio di marzo, pochi giorni prima del lockdown, l'Urban Center ha rafforzato la presenza online e il 5 marzo hanno chiuso le scuole: questi dati non permettono di separare i tre effetti.",
  ]);
});

test('when it began', () => {
  const week = (of: number, high: number, outside: boolean): Partial<ChannelResult> => ({
    ...plain(UP),
    markerWeek: { ...RESULT.markerWeek!, ratio: of, high, outside },
    changePoint: null,
  });
  const jump = (first: string, last: string, more: Partial<NonNullable<ChannelResult['changePoint']>>) =>
    say('beginning', {
      markerWeek: null,
      changePoint: { ...RESULT.changePoint!, first, last, isDemonstrated: true, isBounded: true, ...more },
    });
  const both = { containsLockdown: true, containsMarker: true };
  const said = [
    say('beginning', week(1.27, 1.67, false)),
    say('beginning', week(0.83, 3.24, false)),
    say('beginning', week(1.9, 1.67, true)),
    say('beginning', week(0.2, 1.67, true)),
    jump('2020-02-29', '2020-03-02', { containsMarker: true }),
    jump('2020-02-29', '2020-03-12', both),
    jump('2020-03-08', '2020-03-11', { containsLockdown: true, containsMarker: false }),
    jump('2020-03-12', '2020-03-27', {}),
    jump('2020-03-09', '2020-03-09', { containsLockdown: true }),
    jump('2020-03-04', '2020-03-12', { containsLockdown: false }),
    jump('2020-01-29', '2020-03-26', { ...both, isBounded: false }),
    jump('2020-02-29', '2020-03-12', { isDemonstrated: false }),
  ];
  expect(said.flat()).toEqual([
    "Nella settimana 2–8 marzo i contatti erano +27 % sul previsto; l'oscillazione normale di una settimana arriva a ±67 %: un salto prima del lockdown non è dimostrabile (né escluso).",
    "Nella settimana 2–8 marzo i contatti erano −17 % sul previsto; l'oscillazione normale di una settimana arriva a +224 %: un salto prima del lockdown non è dimostrabile (né escluso).",
    "Nella settimana 2–8 marzo i contatti erano +90 % sul previsto, sopra l'oscillazione normale di una settimana (±67 %): il salto era già iniziato.",
    "Nella settimana 2–8 marzo i contatti erano −80 % sul previsto, sotto l'oscillazione normale di una settimana (±67 %): la settimana è fuori dal normale, ma in senso opposto al salto.",
    'Il salto è iniziato con ogni probabilità tra il 29 febbraio e il 2 marzo, prima del lockdown. (Vale se il salto è uno solo e netto.)',
    "Il salto è iniziato con ogni probabilità tra il 29 febbraio e il 12 marzo: l'intervallo comprende sia il rafforzamento dell'Urban Center sia il lockdown. (Vale se il salto è uno solo e netto.)",
    "Il salto è iniziato con ogni probabilità tra l'8 e l'11 marzo: l'intervallo comprende l'inizio del lockdown. (Vale se il salto è uno solo e netto.)",
    "Il salto è iniziato con ogni probabilità tra il 12 e il 27 marzo, dopo l'inizio del lockdown. (Vale se il salto è uno solo e netto.)",
    "Il salto è iniziato con ogni probabilità il 9 marzo: l'intervallo comprende l'inizio del lockdown. (Vale se il salto è uno solo e netto.)",
    'Il salto è iniziato con ogni probabilità tra il 4 e il 12 marzo. (Vale se il salto è uno solo e netto.)',
    'Non si può dire quando il salto è iniziato: le date possibili arrivano al limite del periodo che si può esaminare.',
  ]);
});

test('after the reopening', () => {
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
  const said = [
    say('after', kept(0.68, 0.29, 1.3, UP)),
    say('after', kept(0.19, -0.41, 0.53, UP)),
    say('after', kept(0.65, 0.58, 0.71, ratio(0.09, 0.07, 0.13, 'decrease'))),
    say('after', kept(0.5, null, null, UP)),
    say('after', kept(0.5, null, null, ratio(0.5, 0.2, 0.9, 'decrease'))),
    say('after', kept(0.5, 0.2, 0.9, UP, false)),
    say('after', after(ratio(1.83, 1.31, 2.57, 'increase'))),
    say('after', after(ratio(1.25, 0.8, 1.94, 'none'))),
    say('after', after(ratio(0.7, 0.5, 0.98, 'weak'))),
    say('after', after(UP, ratio(2.3, 1.5, 3.5, 'increase'))),
  ];
  expect(said.flat()).toEqual([
    "Dopo la riapertura è rimasto circa il 68 % dell'aumento (tra 29 % e 130 %).",
    "Dopo la riapertura è rimasto circa il 19 % dell'aumento (tra −41 % e 53 %).",
    'Dopo la riapertura è stato recuperato circa il 35 % del calo (tra 29 % e 42 %).',
    "Quota rimasta dopo la riapertura non calcolabile: l'aumento iniziale è troppo incerto.",
    'Quota recuperata dopo la riapertura non calcolabile: il calo iniziale è troppo incerto.',
    'Dopo la riapertura: +83 % rispetto a prima (intervallo 95 %: da +31 % a +157 %), non corretto per la stagione.',
    'Dopo la riapertura: nessuna variazione dimostrabile rispetto a prima, +25 % (intervallo 95 %: da −20 % a +94 %), non corretto per la stagione.',
    'Dopo la riapertura: indicazione debole di diminuzione rispetto a prima, −30 % (intervallo 95 %: da −50 % a −2 %), non corretto per la stagione.',
    "Dopo la riapertura, tenuto conto dell'andamento delle stesse settimane del 2019: 2,3 volte rispetto a prima (intervallo 95 %: 1,5–3,5).",
  ]);
});

test('the digital share, never without the total', () => {
  const phase = (share: number | null, totalPerDay: number) => ({
    digital: 1,
    desk: 1,
    share,
    totalPerDay,
    days: 70,
  });
  const found = {
    before: phase(0.055, 23.6),
    during: phase(0.591, 5.03),
    difference: { points: 53.5, low: 45.9, high: 61.2, degreesOfFreedom: 9.7 },
  };
  const said = [
    mixSentence(found, true, 'it'),
    mixSentence(found, false, 'it'),
    mixSentence({ ...found, during: phase(0.081, 40), difference: 'too_short' }, true, 'it'),
    mixSentence({ ...found, before: phase(0.111, 23.6) }, true, 'en'),
    mixSentence({ ...found, before: phase(null, 0) }, true, 'it'),
  ];
  expect(said.map((sentence) => sentence?.replaceAll('\u00a0', ' ') ?? null)).toEqual([
    'Le pratiche digitali sono passate dal 6 % al 59 % del totale (+54 punti; da +46 a +61), ma il totale è passato da 23,6 a 5,0 al giorno: la quota cresce soprattutto perché gli sportelli erano chiusi.',
    'Le pratiche digitali sono passate dal 6 % al 59 % del totale (+54 punti; da +46 a +61), e il totale è passato da 23,6 a 5,0 al giorno.',
    "Le pratiche digitali sono passate dal 6 % all'8 % del totale, e il totale è passato da 23,6 a 40,0 al giorno.",
    'Digital practices went from 11% to 59% of the total (+54 points; +46 to +61), but the total went from 23.6 to 5.0 a day: the share rises above all as the desks were closed.',
    null,
  ]);
});

test('the captions', () => {
  expect(say('captions', plain(UP))).toEqual([
    "Linea tratteggiata: come sarebbe andata se fosse continuato il livello di gennaio–inizio marzo. È un'ipotesi, non una misura.",
    "Il metodo è costruito perché, in casi come questo, il valore vero stia nell'intervallo circa 95 volte su 100. Si ottiene rifacendo il conto senza una o due settimane alla volta.",
  ]);
  expect(say('captions', refused('too_small', [3, 5]))).toEqual([]);
});

test('English says the same', () => {
  const english = (part: keyof Sentences, change: Partial<ChannelResult>) => say(part, change, {}, 'en');
  const said = [
    english('headline', corrected(ratio(2.9, 2.2, 3.8, 'increase'))),
    english('headline', corrected(ratio(1.05, 0.8, 1.38, 'none'))),
    english('headline', plain(ratio(1.25, 1.07, 1.47, 'increase'))),
    english('headline', {
      ...plain(ratio(0.0927, 0.067, 0.128, 'decrease'), 27.2),
      channel: 'desk',
      closedByOrder: true,
    }),
    english('headline', plain(ratio(1.32, 1.02, 1.7, 'weak'))),
    english('headline', plain(ratio(1.37, 0.83, 2.26, 'none'))),
    english('headline', refused('no_baseline', [0, 238])),
    english('headline', refused('zeroed', [1849, 0])),
    english('headline', refused('too_small', [30, 50])),
    english('headline', refused('too_short', [413, 938])),
    english('notes', {
      notes: [
        {
          code: 'missing_days',
          daysWithData: 112,
          expectedDays: 113,
          runs: [{ from: '2020-03-05', to: '2020-03-05', days: 1 }],
        },
      ],
    }),
    english('confounder', { ...plain(UP), withoutMarkerWeek: ratio(2.1, 1.5, 3, 'increase') }),
    english('beginning', RESULT),
    english('after', RESULT),
    english('captions', plain(UP)),
  ];
  expect(said.flat()).toEqual([
    'Chats went from 12.0 to 37.6 per working day: 3.1 times as many (95% interval: 2.6–3.7). Compared with how the same weeks of 2019 changed, they are 2.9 times as many (2.2–3.8).',
    'Chats went from 12.0 to 37.6 per working day: 3.1 times as many (95% interval: 2.6–3.7). Compared with how the same weeks of 2019 changed, no change can be shown (+5%; 95% interval: −20% to +38%). With these numbers only a change of about 2 times or more would be seen.',
    'Chats increased by 25% (95% interval: +7% to +47%) compared with January to early March: from 12.0 to 15.0 per working day. Not corrected for the season: the data of 2019 are missing.',
    'Visits to the desk fell from 27.2 to 2.5 per working day: about a tenth of the level of January to early March (0.09 times; 95% interval: 0.07–0.13). Not corrected for the season: the data of 2019 are missing. The desks were closed by law: this is no choice of the citizens.',
    'Chats: weak indication of an increase compared with January to early March, from 12.0 to 15.8 per working day (+32%; 95% interval: +2% to +70%); looking at 6 channels together it may be chance. Not corrected for the season: the data of 2019 are missing.',
    'Chats: no change can be shown compared with January to early March, from 12.0 to 16.4 per working day (+37%; 95% interval: −17% to +126%). Not corrected for the season: the data of 2019 are missing. With these numbers only a change of about 2 times or more would be seen.',
    'Chats: before, no contact in 68 days; during, 3.4 a day.',
    'Chats fell to zero: before, 27.2 a day; during, no contact in 70 days.',
    'Chats: numbers too concentrated for a comparison (30 before, 50 during; in one phase all fall within one or two weeks).',
    'Chats: at least 4 weeks of data per phase are needed. Mean a day: 6.1 before, 13.4 during.',
    'Computed on 112 opening days of 113 (99%): data are missing on 5 March. Missing days do not count as zero.',
    'At the beginning of March, a few days before the lockdown, the Urban Center strengthened its online presence, and on 5 March the schools closed: these data cannot separate the three effects.',
    'Without the week 2–8 March the result is 2.1 times (1.5–3.0).',
    'In the week 2–8 March contacts were −31% against expectation; the ordinary swing of a week reaches ±58%: a jump before the lockdown can be neither shown nor excluded.',
    'The jump very probably began between 12 March and 27 March, after the start of the lockdown. (Valid if there was one jump, and a sharp one.)',
    'After the reopening, set against how the same weeks of 2019 changed: no change from before can be shown, +30% (95% interval: −16% to +100%).',
    'After the reopening about 64% of the increase remained (between 43% and 99%).',
    'Dashed line: how it would have gone on had the level of January to early March continued. It is a hypothesis, not a measure.',
    'The method is built so that, in cases like this, the true value lies in the interval about 95 times in 100. It is obtained by repeating the calculation without one or two weeks at a time.',
  ]);
});

test('no causal word, no "volte di più", no bold word without its interval', () => {
  const everything = [
    RESULT,
    ...[UP, ratio(0.3, 0.2, 0.4, 'decrease'), ratio(1.3, 0.9, 1.9, 'none')].map((of) => ({
      ...RESULT,
      ...plain(of),
    })),
  ];
  for (const language of ['it', 'en'] as const) {
    const text = everything.map((result) => JSON.stringify(sentences(result, SETTING, language))).join(' ');
    expect(text).not.toMatch(
      /grazie|a causa|per effetto|dovut|provocat|determinat|volte di pi|triplicat|raddoppiat/i,
    );
    expect(text).not.toMatch(/because|due to|thanks to|caus|owing|times more|tripled|doubled/i);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|-\d/);
  }
});
