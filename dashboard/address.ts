// SPDX-License-Identifier: AGPL-3.0-or-later
// The choices of the reader and the address bar: one says the other, and what is usual is left out.
import type { Town } from '../api/schemas.ts';
import { GRANULARITIES, type Granularity, PHASES, type Phase, parsePeriod } from '../sql/vocabulary.ts';

/** A period whose end may be open: up to the last day with data. */
export interface OpenPeriod {
  from: string;
  to: string | null;
}

export type Phases = Record<Phase, OpenPeriod>;

export interface Choices {
  phases: Phases;
  /** Codes in the town's order. */
  channels: string[];
  granularity: Granularity;
  /** The topic that the page is narrowed to. */
  topic: string | null;
  /** The charts that show their table. */
  tables: readonly string[];
  /** The drawer that is open. */
  drawer: string | null;
}

export const PHASE_NAMES: Record<Phase, string> = { before: 'prima', during: 'durante', after: 'dopo' };
/** What belongs to one page only, and stays behind when the reader goes to another one. */
export const OF_ONE_PAGE: Pick<Choices, 'topic' | 'tables' | 'drawer'> = {
  topic: null,
  tables: [],
  drawer: null,
};
/** The parameters of the choices; others belong to the page that set them. */
const KNOWN = [...Object.values(PHASE_NAMES), 'canali', 'passo', 'argomento', 'vista', 'pannello'];
const STEPS: Record<Granularity, string> = { day: 'giorno', week: 'settimana', month: 'mese' };

/** What an address asks for, and the names of the parameters that could not be understood. */
export interface Address {
  choices: Choices;
  ignored: string[];
}

/** The choices that hold when the address says nothing. */
export function usualChoices(town: Town): Choices {
  return {
    phases: perPhase((phase) => parsePeriod(town.phases[phase]) ?? { from: '', to: null }),
    channels: town.channels.map((channel) => channel.code),
    granularity: 'day',
    ...OF_ONE_PAGE,
  };
}

/**
 * Reads the choices from the part of the address after the question mark.
 *
 * @example readAddress('?canali=chat&passo=mese', town).choices.granularity // 'month'
 */
export function readAddress(search: string, town: Town): Address {
  const query = new URLSearchParams(search);
  const usual = usualChoices(town);
  const ignored: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T | null, otherwise: T): T => {
    const text = query.get(name);
    if (text === null) return otherwise;
    const value = parse(text);
    if (value === null) ignored.push(name);
    return value ?? otherwise;
  };
  const phases = perPhase((phase) =>
    read(PHASE_NAMES[phase], (text) => parsePhase(phase, text), usual.phases[phase]),
  );
  const channels = read('canali', (text) => parseChannels(text, usual.channels), usual.channels);
  const granularity = read('passo', parseStep, usual.granularity);
  const topic = read('argomento', parseName, null);
  const tables = read('vista', parseNames, []);
  const drawer = read('pannello', parseName, null);
  const choices = { phases, channels, granularity, topic, tables, drawer };
  const wrong = checkPhases(phases);
  if (!wrong) return { choices, ignored };
  return {
    choices: { ...choices, phases: usual.phases },
    ignored: [...ignored, PHASE_NAMES[wrong.phase]],
  };
}

/**
 * Writes the choices as the part of the address from the question mark; empty when all is as usual.
 * Parameters that are not choices (`lingua`, and those of a page's own) are kept as they stand in `search`.
 */
export function writeAddress(choices: Choices, town: Town, search = ''): string {
  const usual = usualChoices(town);
  const { channels, granularity, topic, tables, drawer } = choices;
  const entries: [string, string | null][] = [
    ...PHASES.map((phase): [string, string | null] => {
      const text = periodText(choices.phases[phase]);
      return [PHASE_NAMES[phase], text === periodText(usual.phases[phase]) ? null : text];
    }),
    ['canali', channels.length < usual.channels.length ? channels.join(',') : null],
    ['passo', granularity === usual.granularity ? null : STEPS[granularity]],
    ['argomento', topic],
    ['vista', tables.length > 0 ? tables.join(',') : null],
    ['pannello', drawer],
    ...[...new URLSearchParams(search)].filter(([name]) => !KNOWN.includes(name)),
  ];
  return queryText(entries);
}

/** Writes parameters as the part of an address from the question mark; those that are null are left out. */
export function queryText(entries: readonly (readonly [string, string | null])[]): string {
  const written = entries.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`],
  );
  return written.length > 0 ? `?${written.join('&')}` : '';
}

/** From the first day compared to the last: an open end reaches the last day with data. */
export function shownRange({ phases }: Choices, { lastDay }: Town): OpenPeriod {
  const { before, during, after } = phases;
  const end = after.to ?? (lastDay && lastDay >= after.from ? lastDay : during.to);
  return { from: before.from, to: end };
}

/** @example periodText({ from: '2020-05-18', to: null }) // '2020-05-18..' */
export const periodText = ({ from, to }: OpenPeriod): string => `${from}..${to ?? ''}`;

export type PhaseError = 'start' | 'end' | 'order' | 'overlap';

/** The first thing that is wrong with three phases, or null: each must exist and follow the one before it. */
export function checkPhases(phases: Phases): { phase: Phase; error: PhaseError } | null {
  let previousEnd = '';
  for (const phase of PHASES) {
    const error = checkPhase(phase, phases[phase], previousEnd);
    if (error) return { phase, error };
    previousEnd = phases[phase].to ?? '';
  }
  return null;
}

function checkPhase(phase: Phase, { from, to }: OpenPeriod, previousEnd: string): PhaseError | null {
  if (parsePeriod(`${from}..`) === null) return 'start';
  if (to === null)
    return phase === 'after' && from > previousEnd ? null : phase === 'after' ? 'overlap' : 'end';
  if (parsePeriod(`${to}..`) === null) return 'end';
  if (to < from) return 'order';
  return from > previousEnd ? null : 'overlap';
}

function parsePhase(phase: Phase, text: string): OpenPeriod | null {
  const period = parsePeriod(text);
  return period && (period.to !== null || phase === 'after') ? period : null;
}

function parseChannels(text: string, all: readonly string[]): string[] | null {
  const wanted = text.split(',');
  const chosen = all.filter((code) => wanted.includes(code));
  return chosen.length === wanted.length ? chosen : null;
}

const parseName = (text: string): string | null => (text.length <= 80 ? text || null : null);

const parseNames = (text: string): string[] | null =>
  /^[\w-]+(,[\w-]+)*$/.test(text) ? text.split(',') : null;

const parseStep = (text: string): Granularity | null =>
  GRANULARITIES.find((granularity) => STEPS[granularity] === text) ?? null;

const perPhase = <T>(make: (phase: Phase) => T): Record<Phase, T> => ({
  before: make('before'),
  during: make('during'),
  after: make('after'),
});
