// SPDX-License-Identifier: AGPL-3.0-or-later
// Canale.

export const channel = {
  'channel.switch': 'Canali',
  'channel.fact': '{mean} al giorno, in {days} con dati su {expected}',
  'channel.zeros.one': '1 giorno di apertura a zero',
  'channel.zeros.other': '{count} giorni di apertura a zero',

  'calculation.open': 'Come è calcolato',
  'calculation.title': 'Come è calcolato: {label}',
  'calculation.figure': '{label}, {ratio}',
  'calculation.missing': 'Mancano i dati',
  'calculation.means': 'Medie per giorno lavorativo, a parità di giorni della settimana',
  'calculation.fromTo': 'da {before} a {during}',
  'calculation.sensitivity': 'Lo stesso rapporto con altre scelte',
  'calculation.beginning': 'Quando è cominciato',
  'calculation.after': 'Che cosa è rimasto dopo',
  'calculation.placebo': 'Lo stesso calcolo in date qualsiasi',
  'calculation.simple': 'Test semplici, per confronto',
  'calculation.read': 'Come si legge',
  'calculation.method': 'Il metodo per intero',
  'calculation.sources': 'I giorni e i file',

  'variant.as_configured': 'come impostato, senza la stagione',
  'variant.without_marker_week': 'senza la settimana del rafforzamento',
  'variant.before_ends_early': 'con un «prima» che finisce due settimane e mezzo prima',
  'variant.versus_previous_years': 'rispetto alle stesse settimane degli anni prima',
  'variant.without_suspicious_zeros': 'senza gli zeri sospetti',
  'variant.without_part_beyond_gap': 'senza la parte oltre il vuoto dei dati',

  'placebo.pending': 'Le date di controllo si stanno calcolando.',
  'placebo.none': 'Non ci sono date di controllo: serve almeno un anno di dati oltre ai periodi confrontati.',
  'placebo.said':
    'Lo stesso calcolo in {dates} date qualsiasi trova una variazione così grande nel {share}\u00a0% dei casi.',
  'placebo.plain':
    'Lo stesso calcolo, senza la correzione per la stagione, in {dates} date qualsiasi trova una variazione così grande nel {share}\u00a0% dei casi.',

  'simple.note':
    'Prendono ogni giorno per indipendente dagli altri, e perciò sono troppo sicuri: non decidono l’esito.',
  'simple.welch': 'Welch: la differenza è tra {low} e {high} contatti al giorno (p {p})',
  'simple.mannWhitney': 'Mann-Whitney: p {p}',

  'breakdown.platform': 'Per piattaforma',
  'breakdown.topic': 'Per argomento',
  'breakdown.action': 'Per azione sul sito',
  'breakdown.page': 'Per pagina del sito',
  'breakdown.referrer': 'Per sito di provenienza',
  'breakdown.device': 'Per dispositivo',
  'breakdown.kind': 'Per tipo di pratica',
  'breakdown.means': 'Per mezzo di invio',
  'breakdown.outcome': 'Per esito',
  'breakdown.subtitle': 'Contatti contati nei giorni con dati; i più numerosi {in} in cima',
  'breakdown.name': 'Voce',
  'breakdown.perDay': '{phase}, al giorno',
  'breakdown.most': 'La voce più numerosa {in} è «{name}», con {count}.',
  'breakdown.noMost': 'Per nessuna voce si può mostrare il numero {in}.',
  'breakdown.hiddenRows.one': 'Una voce è nascosta per riservatezza.',
  'breakdown.hiddenRows.other': '{count} voci sono nascoste per riservatezza.',
  'breakdown.hidden':
    'I numeri sotto {threshold} sono nascosti per riservatezza, e con loro altri, perché dal totale non si ricavino.',

  'value.view': 'pagine viste',
  'value.download': 'documenti scaricati',
  'value.outbound': 'uscite verso altri siti',
  'value.desktop': 'computer',
  'value.mobile': 'telefono',
  'value.tablet': 'tablet',
  'value.other': 'altro',

  'hours.title': 'Giorno della settimana e ora',
  'hours.subtitle': 'Contatti in media in un’ora, nei giorni di cui si conosce l’ora',
  'hours.unknown': 'Le fonti di questo canale non dicono a che ora avvengono i contatti.',
  'hours.peak':
    '{in}: il momento più frequentato è {weekday} tra le {hour}, con {mean} contatti in media ({days} contati).',
  'hours.noPeak': 'Nessuna ora da mostrare {in} ({days} contati).',
  'hours.region': 'Giorno e ora: {phase}',
  'hours.weekday': 'Giorno',
  'hours.hour': 'Ora',

  'weekday.title': 'Prima e durante, giorno per giorno',
  'weekday.subtitle': 'Media per giorno di apertura con dati',
  'weekday.summary': 'La media {in} è più alta in {higher} tipi di giorno su {all}.',
  'weekday.drawing': 'Cerchio vuoto: prima. Cerchio pieno: durante. Gli stessi numeri sono nella tabella.',
  'weekday.day': 'Giorno',
  'weekday.holiday': 'festa',
} as const;
