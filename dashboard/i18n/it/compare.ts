// SPDX-License-Identifier: AGPL-3.0-or-later
// Confronto.

export const compare = {
  'compare.title': 'Confronto fra periodi',
  'compare.choose': 'Scegli due o tre periodi.',
  'compare.lead': '{second}, rispetto a {first}. Tutte le medie sono per giorno di apertura con dati.',
  'compare.leadThree':
    '{second}, rispetto a {first}; poi {third}. Tutte le medie sono per giorno di apertura con dati.',
  'compare.presets': 'Quali periodi',
  'compare.preset.own': 'Il lockdown rispetto a prima',
  'compare.preset.sameWeeks': 'Il lockdown e le stesse settimane del {year}',
  'compare.preset.month': '{month} rispetto a {other}',
  'compare.outside': 'Non disponibile: i dati vanno dal {from} al {to}.',
  'compare.noData': 'Non disponibile: non c’è ancora nessun dato.',
  'compare.own': 'Altri periodi',
  'compare.first': 'Primo periodo',
  'compare.second': 'Secondo periodo',
  'compare.third': 'Terzo periodo (facoltativo)',
  'compare.wrong':
    'Questi periodi non si possono confrontare: ognuno deve avere un inizio e una fine, e cominciare dopo la fine del precedente.',
  'compare.table': 'I canali a confronto',
  'compare.tableNote':
    'Media per giorno di apertura con dati; fra parentesi il totale contato. Il rapporto è a parità di giorni della settimana e, dove si può, corretto con gli anni prima: per questo può andare in senso diverso dalle medie.',
  'compare.channel': 'Canale',
  'compare.ratio': 'Secondo rispetto al primo',
  'compare.outcome': 'Esito',
  'compare.plots': 'Settimana per settimana',
  'compare.unit': '{unit} per giorno di apertura, media della settimana',
  'compare.drawing':
    '{label}: i periodi sovrapposti, settimana per settimana. Gli stessi numeri sono nella tabella.',
  'compare.week': 'sett. {week}',
} as const;
