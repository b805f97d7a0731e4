// SPDX-License-Identifier: AGPL-3.0-or-later
// What the fixtures of the register cannot show.
import { expect, test } from 'vitest';
import { checkSettings } from '../../sql/settings.ts';
import { hashes } from '../secret.ts';
import type { Contact } from '../source.ts';
import { protocol } from './protocol.ts';

const HEADER = ['Numero', 'Data', 'Verso', 'Mezzo'];
const town = checkSettings({ channels: [{ code: 'posta', label: 'Posta' }] });

test('applications from the portal are kept, and are contacts only if the settings say so', () => {
  expect(protocol.metrics).toEqual(['documents', 'applications']);
  expect(protocol.counted).toEqual(['documents']);
});

test('a town that has declared a channel for it counts the post, and leaves out what it has none for', () => {
  const register = protocol.open({ settings: town, ...hashes('x') });
  register.take(HEADER, 1);
  expect(register.take(['1', '02/01/2020', 'E', 'Posta ordinaria'], 2)).toMatchObject({
    channel: 'posta',
    count: 1,
  });
  expect(register.take(['2', '02/01/2020', 'E', 'PEC'], 3)).toMatchObject({ class: 'arrivati per pec' });
});

test('the same number has the same key however its year is written, and another in another register or town', () => {
  const key = (secret: string, number: string, register = '') => {
    const source = protocol.open({ settings: checkSettings({}), ...hashes(secret) });
    source.take([...HEADER, 'Registro'], 1);
    return (source.take([number, '02/01/2020', 'E', 'PEC', register], 2) as Contact).key;
  };
  expect(key('x', '2020/0001234')).toBe(key('x', '1234'));
  expect(key('x', '0001234/2020')).toBe(key('x', '1.234'));
  expect(key('x', '1234', 'SUAP')).not.toBe(key('x', '1234'));
  expect(key('y', '1234')).not.toBe(key('x', '1234'));
});

test('a file without the columns it needs says which are missing', () => {
  const register = protocol.open({ settings: town, ...hashes('x') });
  register.take(['Numero', 'Data', 'Oggetto'], 1);
  expect(() => register.end?.()).toThrow('manca la colonna verso');
});
