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
}

export const PHASE_NAMES: Record<Phase, string> = { before: 'prima', during: 'durante', after: 'dopo' };
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
  const wrong = checkPhases(phases);
  if (!wrong) return { choices: { phases, channels, granularity }, ignored };
  return {
    choices: { phases: usual.phases, channels, granularity },
    ignored: [...ignored, PHASE_NAMES[wrong.phase]],
  };
}

/**
 * Writes the choices as the part of the address from the question mark; empty when all is as usual.
 * Parameters that are not choices (`lingua`) are kept.
 */
export function writeAddress(choices: Choices, town: Town, search = ''): string {
  const usual = usualChoices(town);
  const parts = PHASES.flatMap((phase) => {
    const text = periodText(choices.phases[phase]);
    return text === periodText(usual.phases[phase]) ? [] : [`${PHASE_NAMES[phase]}=${text}`];
  });
  if (choices.channels.length < usual.channels.length) parts.push(`canali=${choices.channels.join(',')}`);
  if (choices.granularity !== usual.granularity) parts.push(`passo=${STEPS[choices.granularity]}`);
  const language = new URLSearchParams(search).get('lingua');
  if (language) parts.push(`lingua=${encodeURIComponent(language)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
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

const parseStep = (text: string): Granularity | null =>
  GRANULARITIES.find((granularity) => STEPS[granularity] === text) ?? null;

const perPhase = <T>(make: (phase: Phase) => T): Record<Phase, T> => ({
  before: make('before'),
  during: make('during'),
  after: make('after'),
});
