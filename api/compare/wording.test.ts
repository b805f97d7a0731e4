// SPDX-License-Identifier: AGPL-3.0-or-later
// Every sentence for every case, whole, to be read by a person: numbers are made up, one rule a line.
import { expect, test } from 'vitest';
import type { ChannelResult } from './channel.ts';
import {
  corrected,
  MIXES,
  plain,
  RESULT,
  ratio,
  refused,
  SAID,
  type SaidCase,
  SETTING,
  say,
  sayMix,
  UP,
} from './said-cases.ts';
import { type Sentences, sentences } from './wording.ts';

const italian = (cases: readonly SaidCase[]) => cases.flatMap((each) => say(each, 'it'));

test('the sentence of a channel that can be compared', () => {
  expect(italian(SAID.WITHOUT_SEASON)).toEqual([
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
  expect(italian(SAID.WITH_SEASON)).toEqual([
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all’andamento delle stesse settimane del 2019 il livello è 2,9 volte quello atteso (2,2–3,8).',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all’andamento delle stesse settimane del 2019 l’aumento è del 24 % (da +7 % a +47 %).',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all’andamento delle stesse settimane del 2019 la diminuzione è del 30 % (da −40 % a −19 %).',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all’andamento delle stesse settimane del 2019 il livello è 0,30 volte quello atteso (0,20–0,45).',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all’andamento delle stesse settimane del 2019 nessuna variazione è dimostrabile (+5 %; intervallo 95 %: da −20 % a +38 %). Con questi numeri si vedrebbe solo una variazione di circa 2 volte o più.',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all’andamento delle stesse settimane del 2019 c’è solo un’indicazione debole (+50 %; intervallo 95 %: da +2 % a +120 %): guardando 6 canali insieme può essere un caso.',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7). Rispetto all’andamento delle stesse settimane degli anni 2018 e 2019 il livello è 2,9 volte quello atteso (2,2–3,8).',
    'Gli accessi al sito sono passati da 12,0 a 15,0 per giorno lavorativo (+25 %; intervallo 95 %: da +7 % a +47 %). Rispetto all’andamento delle stesse settimane del 2019 il livello è 3,1 volte quello atteso (2,6–3,7).',
    'Gli accessi al sito sono passati da 12,0 a 4,9 per giorno lavorativo: 0,41 volte il livello di prima (intervallo 95 %: 0,35–0,49). Rispetto all’andamento delle stesse settimane del 2019 il livello è 3,1 volte quello atteso (2,6–3,7).',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a gennaio–inizio marzo. Non corretto per la stagione.',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a gennaio–inizio marzo. Non corretto per la stagione: i dati del 2019 sono troppo pochi.',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a gennaio–inizio marzo. Non corretto per la stagione: con i dati del 2019 il calcolo non è possibile.',
    'Le chat sono passate da 12,0 a 37,6 per giorno lavorativo: 3,1 volte tanto (intervallo 95 %: 2,6–3,7) rispetto a metà marzo–metà maggio 2019. I due periodi cadono nella stessa stagione di anni diversi.',
  ]);
});

test('a channel that cannot be compared', () => {
  expect(italian(SAID.NOT_COMPARED)).toEqual([
    'I contatti del canale Fax: nessun contatto registrato, né prima né durante.',
    'I contatti del canale WhatsApp: prima, nessun contatto in 68 giorni; durante, 3,4 al giorno.',
    'Le chat: canale attivato il 20 marzo; durante, 3,4 al giorno. Un confronto con prima non è possibile.',
    'Le chat: canale attivato il 20 marzo; durante, nessun dato. Un confronto con prima non è possibile.',
    'Gli accessi allo sportello si sono azzerati: prima 27,2 al giorno; durante, nessun contatto in 70 giorni. Gli sportelli erano chiusi per legge: non è una scelta dei cittadini.',
    'Le chat si sono azzerate: prima 3,0 al giorno; durante, nessun contatto in un giorno.',
    'I contatti del canale Biblioteca si sono azzerati: prima 27,2 al giorno; durante, nessun contatto in 70 giorni. Il canale era chiuso per legge: non è una scelta dei cittadini.',
    'Le chat: numeri troppo piccoli per un confronto (3 prima, 5 durante).',
    'Le chat: numeri troppo concentrati per un confronto (30 prima, 50 durante; in una fase cadono tutti in una o due settimane).',
    'Le chat: servono almeno 4 settimane di dati per fase. Prima, 6,1 al giorno; durante, 13,4 al giorno.',
    'Le chat: servono almeno 4 settimane di dati per fase. Prima, 3,0 al giorno; durante, nessun dato.',
    'Le chat: servono almeno 4 settimane di dati per fase. Prima, nessun dato; durante, 7,7 al giorno.',
    'Le chat: dati insufficienti, 30 giorni su 68 prima e 66 su 70 durante. Sotto la metà dei giorni non si calcola alcun rapporto.',
    'Le chat: il modo di contare è cambiato, perciò prima e durante non si possono confrontare.',
    'Le chat: con questi dati il calcolo non riesce, perciò non si dà alcun rapporto.',
  ]);
});

test('the notes on the data', () => {
  expect(italian(SAID.NOTES)).toEqual([
    'Calcolato su 97 giorni di apertura su 113 (85 %): mancano i dati dal 3 all’11 febbraio, dal 14 al 18 aprile e di altri 3 giorni. I giorni mancanti non contano come zero.',
    'Calcolato su 103 giorni di apertura su 113 (91 %): mancano i dati dal 3 all’11 febbraio e del 20 febbraio. I giorni mancanti non contano come zero.',
    'Calcolato su 99 giorni di apertura su 113 (87 %): mancano i dati dal 3 all’11 febbraio, dal 14 al 18 aprile e di un altro giorno. I giorni mancanti non contano come zero.',
    'Calcolato su 110 giorni di apertura su 113 (97 %): mancano 3 giorni sparsi. I giorni mancanti non contano come zero.',
    'Calcolato su 112 giorni di apertura su 113 (99 %): mancano i dati del 20 febbraio. I giorni mancanti non contano come zero.',
    'Ci sono dati per 97 giorni di apertura su 113 (85 %): mancano i dati dal 3 all’11 febbraio, dal 14 al 18 aprile e di altri 3 giorni. I giorni mancanti non contano come zero.',
    'Dati fino al 9 maggio: la fase è coperta per 62 giorni su 70.',
    'Dati fino all’8 maggio: la fase è coperta per 61 giorni su 70.',
    'Prima: ci sono dati solo per il 79 % dei giorni di apertura.',
    'Dopo: ci sono dati solo per il 79 % dei giorni di apertura.',
    'Periodo breve: una fase ha solo 4 settimane con dati.',
    'Contatti in giorni di chiusura (1º marzo, 15 marzo): sono stati contati, ma conviene controllarli.',
    'Canale attivato l’11 gennaio.',
    'Il risultato dipende dalle scelte di calcolo.',
    'Dal 21 al 24 aprile il contatore segna 0: probabile guasto, da confermare. Con gli zeri +86 % (da +44 % a +141 %); senza +95 % (da +52 % a +152 %).',
    'Il 21 aprile il contatore segna 0: probabile guasto, da confermare.',
  ]);
});

test('the three causes, under online channels only', () => {
  expect(italian(SAID.CAUSES)).toEqual([
    'All’inizio di marzo, pochi giorni prima del lockdown, l’Urban Center ha rafforzato la presenza online e il 5 marzo hanno chiuso le scuole: questi dati non permettono di separare i tre effetti.',
    'Senza la settimana 2–8 marzo il risultato è 2,1 volte (1,5–3,0).',
    'All’inizio di marzo, pochi giorni prima del lockdown, l’Urban Center ha rafforzato la presenza online e il 5 marzo hanno chiuso le scuole: questi dati non permettono di separare i tre effetti.',
    'Senza la settimana 2–8 marzo il risultato, non corretto per la stagione, è +24 % (da −10 % a +71 %).',
    'All’inizio di marzo, pochi giorni prima del lockdown, l’Urban Center ha rafforzato la presenza online e il 5 marzo hanno chiuso le scuole: questi dati non permettono di separare i tre effetti.',
  ]);
});

test('when it began', () => {
  expect(italian(SAID.BEGINNING)).toEqual([
    'Nella settimana 2–8 marzo i contatti erano +27 % sul previsto; l’oscillazione normale di una settimana arriva a ±67 %: un salto prima del lockdown non è dimostrabile (né escluso).',
    'Nella settimana 2–8 marzo i contatti erano −17 % sul previsto; l’oscillazione normale di una settimana arriva a +224 %: un salto prima del lockdown non è dimostrabile (né escluso).',
    'Nella settimana 2–8 marzo i contatti erano +90 % sul previsto, sopra l’oscillazione normale di una settimana (±67 %): il salto può essere già iniziato.',
    'Nella settimana 2–8 marzo i contatti erano −80 % sul previsto, sotto l’oscillazione normale di una settimana (±67 %): la settimana è fuori dal normale, ma in senso opposto al salto.',
    'Nella settimana 2–8 marzo i contatti erano +90 % sul previsto, sopra l’oscillazione normale di una settimana (±67 %): la settimana è fuori dal normale, ma un salto tra le due fasi non è dimostrato.',
    'Nella settimana 2–8 marzo i contatti erano +90 % sul previsto, sopra l’oscillazione normale di una settimana (±67 %): la settimana è fuori dal normale, ma un salto tra le due fasi non è dimostrato.',
    'Nella settimana 2–8 marzo i contatti erano −80 % sul previsto, sotto l’oscillazione normale di una settimana (±67 %): il salto può essere già iniziato.',
    'Il salto è iniziato probabilmente tra il 29 febbraio e il 2 marzo, prima del lockdown. (Vale se il salto è uno solo e netto.)',
    'Il salto è iniziato probabilmente tra il 29 febbraio e il 12 marzo: l’intervallo comprende sia il rafforzamento dell’Urban Center sia il lockdown. (Vale se il salto è uno solo e netto.)',
    'Il salto è iniziato probabilmente tra l’8 e l’11 marzo: l’intervallo comprende l’inizio del lockdown. (Vale se il salto è uno solo e netto.)',
    'Il salto è iniziato probabilmente tra il 12 e il 27 marzo, dopo l’inizio del lockdown. (Vale se il salto è uno solo e netto.)',
    'Il salto è iniziato probabilmente il 9 marzo: l’intervallo comprende l’inizio del lockdown. (Vale se il salto è uno solo e netto.)',
    'Il salto è iniziato probabilmente tra il 4 e il 12 marzo. (Vale se il salto è uno solo e netto.)',
    'Non si può dire quando il salto è iniziato: le date possibili arrivano al limite del periodo che si può esaminare.',
  ]);
});

test('after the reopening', () => {
  expect(italian(SAID.AFTER)).toEqual([
    'Nel periodo successivo è rimasto circa il 68 % dell’aumento (tra 29 % e 130 %), non corretto per la stagione.',
    'Nel periodo successivo è rimasto circa il 19 % dell’aumento (tra −41 % e 53 %), non corretto per la stagione.',
    'Nel periodo successivo è stato recuperato circa il 35 % del calo (tra 29 % e 42 %), non corretto per la stagione.',
    'Quota rimasta nel periodo successivo non calcolabile: l’aumento iniziale è troppo incerto.',
    'Quota recuperata nel periodo successivo non calcolabile: il calo iniziale è troppo incerto.',
    'Nel periodo successivo, tenuto conto dell’andamento delle stesse settimane del 2019: nessuna variazione dimostrabile rispetto a prima, +78 % (intervallo 95 %: da −0,1 % a +219 %).',
    'Nel periodo successivo: +83 % rispetto a prima (intervallo 95 %: da +31 % a +157 %), non corretto per la stagione.',
    'Nel periodo successivo: nessuna variazione dimostrabile rispetto a prima, +25 % (intervallo 95 %: da −20 % a +94 %), non corretto per la stagione.',
    'Nel periodo successivo: indicazione debole di diminuzione rispetto a prima, −30 % (intervallo 95 %: da −50 % a −2 %), non corretto per la stagione.',
    'Nel periodo successivo, tenuto conto dell’andamento delle stesse settimane del 2019: 2,3 volte il livello di prima (intervallo 95 %: 1,5–3,5).',
  ]);
});

test('the digital share, never without the total', () => {
  expect(MIXES.flatMap((each) => sayMix(each, 'it'))).toEqual([
    'Le pratiche digitali sono passate dal 6 % al 59 % del totale (+54 punti; da +46 a +61), ma il totale è passato da 23,6 a 5,0 al giorno: con gli sportelli chiusi la quota cresce da sola.',
    'Le pratiche digitali sono passate dal 6 % al 59 % del totale (+54 punti; da +46 a +61), e il totale è passato da 23,6 a 5,0 al giorno.',
    'Le pratiche digitali sono passate dal 6 % all’8 % del totale (senza intervallo), e il totale è passato da 23,6 a 40,0 al giorno.',
    'Le pratiche digitali sono passate dal 6 % all’8 % del totale (+3 punti; da −1 a +7: nessuna variazione dimostrabile), e il totale è passato da 23,6 a 24,0 al giorno.',
  ]);
});

test('the captions', () => {
  expect(italian(SAID.CAPTIONS)).toEqual([
    'Linea tratteggiata: come sarebbe andata se fosse continuato il livello di gennaio–inizio marzo. È un’ipotesi, non una misura.',
    'Il metodo è costruito perché, in casi come questo, il valore vero stia nell’intervallo circa 95 volte su 100. Si ottiene rifacendo il conto senza una o due settimane alla volta.',
  ]);
});

test('English says the same', () => {
  const english = (part: keyof Sentences, change: Partial<ChannelResult>) => say(['', part, change], 'en');
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
    'Chats went from 12.0 to 37.6 per working day: 3.1 times as many (95% interval: 2.6–3.7). Compared with how the same weeks of 2019 changed, the level is 2.9 times the one expected (2.2–3.8).',
    'Chats went from 12.0 to 37.6 per working day: 3.1 times as many (95% interval: 2.6–3.7). Compared with how the same weeks of 2019 changed, no change can be shown (+5%; 95% interval: −20% to +38%). With these numbers only a change of about 2 times or more would be seen.',
    'Chats increased by 25% (95% interval: +7% to +47%) compared with January to early March: from 12.0 to 15.0 per working day. Not corrected for the season: the data of 2019 are missing.',
    'Visits to the desk fell from 27.2 to 2.5 per working day: about a tenth of the level of January to early March (0.09 times; 95% interval: 0.07–0.13). Not corrected for the season: the data of 2019 are missing. The desks were closed by law: this is no choice of the citizens.',
    'Chats: weak indication of an increase compared with January to early March, from 12.0 to 15.8 per working day (+32%; 95% interval: +2% to +70%); looking at 6 channels together it may be chance. Not corrected for the season: the data of 2019 are missing.',
    'Chats: no change can be shown compared with January to early March, from 12.0 to 16.4 per working day (+37%; 95% interval: −17% to +126%). Not corrected for the season: the data of 2019 are missing. With these numbers only a change of about 2 times or more would be seen.',
    'Chats: before, no contact in 68 days; during, 3.4 a day.',
    'Chats fell to zero: before, 27.2 a day; during, no contact in 70 days.',
    'Chats: numbers too concentrated for a comparison (30 before, 50 during; in one phase all fall within one or two weeks).',
    'Chats: at least 4 weeks of data per phase are needed. Before, 6.1 a day; during, 13.4 a day.',
    'Computed on 112 opening days of 113 (99%): data are missing on 5 March. Missing days do not count as zero.',
    'At the beginning of March, a few days before the lockdown, the Urban Center strengthened its online presence, and on 5 March the schools closed: these data cannot separate the three effects.',
    'Without the week 2–8 March the result is 2.1 times (1.5–3.0).',
    'In the week 2–8 March contacts were −31% against expectation; the ordinary swing of a week reaches ±58%: a jump before the lockdown can be neither shown nor excluded.',
    'The jump probably began between 12 March and 27 March, after the start of the lockdown. (Valid if there was one jump, and a sharp one.)',
    'In the period after, set against how the same weeks of 2019 changed: no change from before can be shown, +30% (95% interval: −16% to +100%).',
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
