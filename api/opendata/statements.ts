// SPDX-License-Identifier: AGPL-3.0-or-later
// The catalogue of the open data in the words of DCAT-AP_IT, as statements of RDF; how they are written is not said here.
import type { Settings } from '../../sql/settings.ts';
import type { Day } from '../../sql/vocabulary.ts';
import { OPEN_FORMATS } from './open-formats.ts';
import { type OpenSet, setsOf } from './sets.ts';

export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A name such as `dct:title`. */
export type Name = `${keyof typeof PREFIXES}:${string}`;

/** What is said of something: another thing by its address, words of Italian, plain words, or a day. */
export type Value = { iri: string } | { italian: string } | { plain: string } | { day: Day };

/** A thing by its address, what kinds of thing it is, and what is said of it. */
export interface Thing {
  iri: string;
  kinds: readonly Name[];
  said: readonly (readonly [Name, Value])[];
}

/** What changes from town to town and from day to day. */
export interface Catalogue {
  settings: Settings;
  /** The address of the list, ending in /opendata/. */
  address: string;
  modified: Day;
  firstDay: Day | null;
  lastDay: Day | null;
  demonstration: boolean;
}

const EUROPE = 'http://publications.europa.eu/resource/authority';
const LICENCE = 'https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40';

/** The catalogue, its sets with their files, the town, the licence, and whom to write to. */
export function statements(catalogue: Catalogue): Thing[] {
  const { settings, address } = catalogue;
  return [
    catalogueOf(catalogue),
    ...setsOf(settings).flatMap((set) => [setOf(set, catalogue), ...filesOf(set, catalogue)]),
    ...periodOf(catalogue),
    {
      iri: `${address}#titolare`,
      kinds: ['dcatapit:Agent', 'foaf:Agent'],
      said: [
        ['dct:identifier', { plain: settings.codes.ipa }],
        ['foaf:name', { italian: settings.name }],
      ],
    },
    ...contactOf(catalogue),
    {
      iri: LICENCE,
      kinds: ['dcatapit:LicenseDocument', 'dct:LicenseDocument'],
      said: [
        ['foaf:name', { italian: 'Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)' }],
        ['dct:type', { iri: 'http://purl.org/adms/licencetype/Attribution' }],
        ['owl:versionInfo', { plain: '4.0' }],
      ],
    },
  ];
}

function catalogueOf({ settings, address, modified }: Catalogue): Thing {
  return {
    iri: address,
    kinds: ['dcatapit:Catalog', 'dcat:Catalog'],
    said: [
      ['dct:title', { italian: `Dati aperti sui contatti con i cittadini, ${settings.name}` }],
      [
        'dct:description',
        { italian: 'Come i cittadini raggiungono il Comune: contatti per canale e copertura dei dati.' },
      ],
      ['dct:publisher', { iri: `${address}#titolare` }],
      ['dct:modified', { day: modified }],
      ['dct:language', { iri: `${EUROPE}/language/ITA` }],
      ['dcat:themeTaxonomy', { iri: `${EUROPE}/data-theme` }],
      ['foaf:homepage', { iri: address }],
      ...setsOf(settings).map(({ name }): [Name, Value] => ['dcat:dataset', { iri: `${address}#${name}` }]),
    ],
  };
}

function setOf({ name, title, description, keywords }: OpenSet, catalogue: Catalogue): Thing {
  const { settings, address, modified, firstDay, demonstration } = catalogue;
  const warning = demonstration ? ' Attenzione: comprende dati dimostrativi, inventati.' : '';
  const files = OPEN_FORMATS.map(({ name: format }) => `${address}#${name}-${format}`);
  return {
    iri: `${address}#${name}`,
    kinds: ['dcatapit:Dataset', 'dcat:Dataset'],
    said: [
      ['dct:identifier', { plain: `${settings.codes.ipa}:affluenza-${name}` }],
      ['dct:title', { italian: title }],
      ['dct:description', { italian: description + warning }],
      ['dct:modified', { day: modified }],
      ['dcat:theme', { iri: `${EUROPE}/data-theme/GOVE` }],
      ['dct:rightsHolder', { iri: `${address}#titolare` }],
      ['dct:publisher', { iri: `${address}#titolare` }],
      // Whenever the office takes in new files.
      ['dct:accrualPeriodicity', { iri: `${EUROPE}/frequency/IRREG` }],
      ['dct:language', { iri: `${EUROPE}/language/ITA` }],
      ['dcat:landingPage', { iri: address }],
      ...keywords.map((keyword): [Name, Value] => ['dcat:keyword', { italian: keyword }]),
      ...(settings.email ? [CONTACT(address)] : []),
      ...(firstDay ? [['dct:temporal', { iri: `${address}#periodo` }] as const] : []),
      ...files.map((iri): [Name, Value] => ['dcat:distribution', { iri }]),
    ],
  };
}

const CONTACT = (address: string): [Name, Value] => ['dcat:contactPoint', { iri: `${address}#contatto` }];

function filesOf({ name, title }: OpenSet, { address, modified }: Catalogue): Thing[] {
  return OPEN_FORMATS.map((format) => ({
    iri: `${address}#${name}-${format.name}`,
    kinds: ['dcatapit:Distribution', 'dcat:Distribution'],
    said: [
      ['dct:title', { italian: `${title}, ${format.title}` }],
      ['dct:description', { italian: format.description }],
      ['dct:format', { iri: `${EUROPE}/file-type/${format.fileType}` }],
      ['dct:license', { iri: LICENCE }],
      ['dct:modified', { day: modified }],
      ['dcat:accessURL', { iri: `${address}${name}.${format.name}` }],
      ['dcat:downloadURL', { iri: `${address}${name}.${format.name}` }],
    ],
  }));
}

function periodOf({ address, firstDay, lastDay }: Catalogue): Thing[] {
  if (!firstDay || !lastDay) return [];
  const said: Thing['said'] = [
    ['dcatapit:startDate', { day: firstDay }],
    ['dcatapit:endDate', { day: lastDay }],
  ];
  return [{ iri: `${address}#periodo`, kinds: ['dct:PeriodOfTime'], said }];
}

function contactOf({ settings, address }: Catalogue): Thing[] {
  if (!settings.email) return [];
  const said: Thing['said'] = [
    ['vcard:fn', { italian: settings.name }],
    ['vcard:hasEmail', { iri: `mailto:${settings.email}` }],
  ];
  const kinds: Name[] = ['dcatapit:Organization', 'vcard:Organization', 'vcard:Kind'];
  return [{ iri: `${address}#contatto`, kinds, said }];
}
