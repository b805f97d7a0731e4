// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Town } from '../api/schemas.ts';
import { checkPhases, type Phases, readAddress, usualChoices, writeAddress } from './address.ts';

const channel = (code: string) => ({
  code,
  label: code,
  digital: true,
  openDays: [1],
  closedOnHolidays: false,
  closures: [],
  closedByLaw: [],
});

const town: Town = {
  name: 'Comune di Prova',
  channels: ['web', 'chat', 'desk'].map(channel),
  phases: { before: '2020-01-01..2020-03-08', during: '2020-03-09..2020-05-17', after: '2020-05-18..' },
  markers: [],
  comparisons: [],
  demonstration: false,
  firstDay: '2019-01-01',
  lastDay: '2020-12-31',
  suppressionThreshold: 3,
  writable: true,
  exports: true,
  account: null,
};
const usual = usualChoices(town);

test('an empty address holds the usual choices, and they are written as an empty address', () => {
  expect(readAddress('', town)).toEqual({ choices: usual, ignored: [] });
  expect(writeAddress(usual, town)).toBe('');
});

test('every choice goes into the address and comes back', () => {
  const query =
    '?prima=2019-03-11..2019-05-19&durante=2020-03-09..2020-05-03&dopo=2020-05-04..2020-06-30&canali=chat,desk&passo=mese&argomento=bonus%20spesa&vista=ore,topics&pannello=calcolo';
  const { choices, ignored } = readAddress(query, town);
  expect(choices).toEqual({
    phases: {
      before: { from: '2019-03-11', to: '2019-05-19' },
      during: { from: '2020-03-09', to: '2020-05-03' },
      after: { from: '2020-05-04', to: '2020-06-30' },
    },
    channels: ['chat', 'desk'],
    granularity: 'month',
    topic: 'bonus spesa',
    tables: ['ore', 'topics'],
    drawer: 'calcolo',
  });
  expect(ignored).toEqual([]);
  expect(writeAddress(choices, town)).toBe(query);
});

test('only what is not usual is written; channels in the town’s order, the language kept', () => {
  const { choices } = readAddress('?canali=desk,web&lingua=en', town);
  expect(writeAddress(choices, town, '?lingua=en')).toBe('?canali=web,desk&lingua=en');
});

test('what a page keeps there for itself is kept as it stands', () => {
  expect(writeAddress(usual, town, '?fonte=a%26b&canali=chat&lingua=en')).toBe('?fonte=a%26b&lingua=en');
});

describe('what cannot be understood is named and the usual choice holds', () => {
  test.each([
    ['?prima=2020-02-31..2020-03-08', 'prima'],
    ['?durante=2020-03-09..', 'durante'],
    ['?durante=2020-05-17..2020-03-09', 'durante'],
    ['?canali=chat,fax', 'canali'],
    ['?canali=', 'canali'],
    ['?passo=anno', 'passo'],
    ['?argomento=', 'argomento'],
    ['?vista=a;b', 'vista'],
    ['?durante=2020-03-01..2020-05-17', 'durante'],
  ])('%s', (query, name) => {
    expect(readAddress(query, town)).toEqual({ choices: usual, ignored: [name] });
  });
});

describe('three phases', () => {
  const phases = (change: Partial<Phases>): Phases => ({ ...usual.phases, ...change });

  test('that follow each other are good, with the last one open or closed', () => {
    expect(checkPhases(usual.phases)).toBeNull();
    expect(checkPhases(phases({ after: { from: '2020-05-18', to: '2020-05-18' } }))).toBeNull();
  });

  test.each([
    [{ before: { from: '', to: '2020-03-08' } }, { phase: 'before', error: 'start' }],
    [{ before: { from: '2020-01-01', to: null } }, { phase: 'before', error: 'end' }],
    [{ during: { from: '2020-03-09', to: '2020-03-01' } }, { phase: 'during', error: 'order' }],
    [{ during: { from: '2020-03-08', to: '2020-05-17' } }, { phase: 'during', error: 'overlap' }],
    [{ after: { from: '2020-05-17', to: null } }, { phase: 'after', error: 'overlap' }],
    [{ after: { from: '2020-05-32', to: null } }, { phase: 'after', error: 'start' }],
  ] as const)('are refused with the phase and the reason: %j', (change, reason) => {
    expect(checkPhases(phases(change))).toEqual(reason);
  });
});
