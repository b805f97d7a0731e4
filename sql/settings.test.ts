// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { channelCode } from './channels.ts';
import { checkSettings, readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-settings-'));

describe('the settings of the town', () => {
  test('are those of Montevarchi without a file', () => {
    const settings = readSettings(folder, {});
    expect(settings.name).toBe('Comune di Montevarchi');
    expect(settings.channels.map(({ code }) => code)).toEqual([
      'web',
      'social',
      'chat',
      'email',
      'phone',
      'desk',
      'practice',
    ]);
    expect(settings.phases).toEqual({
      before: '2020-01-01..2020-03-08',
      during: '2020-03-09..2020-05-17',
      after: '2020-05-18..',
    });
  });

  test('come from the file that AFFLUENZA_SETTINGS names, or from comune.json', () => {
    writeFileSync(join(folder, 'other.json'), '{"name": "Comune di Altrove"}');
    expect(readSettings(folder, { AFFLUENZA_SETTINGS: join(folder, 'other.json') }).name).toBe(
      'Comune di Altrove',
    );
    expect(() => readSettings(folder, { AFFLUENZA_SETTINGS: '/no/such/file' })).toThrow(
      '/no/such/file non esiste',
    );
    writeFileSync(join(folder, 'comune.json'), '\uFEFF{"name": "Comune di Qui"}');
    expect(readSettings(folder, {}).name).toBe('Comune di Qui');
    writeFileSync(join(folder, 'comune.json'), '{"name": ');
    expect(() => readSettings(folder, {})).toThrow(/comune\.json non si legge come JSON/);
  });

  test.each([
    [
      {
        phases: { before: '2020-03-08..2020-01-01', during: '2020-03-09..2020-05-17', after: '2020-05-18..' },
      },
      'phases.before',
    ],
    [
      {
        phases: { before: '2020-01-01..2020-03-09', during: '2020-03-09..2020-05-17', after: '2020-05-18..' },
      },
      'phases.during',
    ],
    [
      {
        phases: { before: '2020-01-01..2020-03-08', during: '2020-03-09..2020-05-17', after: '2020-05-17..' },
      },
      'phases.after',
    ],
    [
      { phases: { before: '2020-01-01..2020-03-08', during: '2020-03-09..', after: '2020-05-18..' } },
      'phases.during',
    ],
    [{ markers: [{ day: '2020-02-31', label: 'x' }] }, 'markers.0.day'],
    [{ channels: [{ code: 'Con Spazi', label: 'x' }] }, 'channels.0.code'],
    [
      {
        channels: [
          { code: 'a', label: 'x' },
          { code: 'a', label: 'y' },
        ],
      },
      'due canali con lo stesso codice',
    ],
    [{ channels: [{ code: 'a', label: 'x', openDays: [0] }] }, 'channels.0.openDays.0'],
    [{ suppressionThreshold: 1 }, 'suppressionThreshold'],
    [{ timeZone: 'Europe/Paris' }, "solo 'Europe/Rome'"],
    [{ report: { dayOfMonth: 5 } }, 'servono recipients e smtp'],
    [{ report: { recipients: ['urp'] } }, 'report.recipients.0: indirizzo di posta non valido'],
    [{ address: 'affluenza.comune.example' }, 'address: indirizzo non valido'],
    [{ address: 'javascript:alert(1)' }, 'address: indirizzo non valido'],
    [{ email: 'urp' }, 'email: indirizzo e-mail non valido'],
    [{ openData: 'sì' }, 'openData'],
    [{ nome: 'x' }, 'chiave sconosciuta: nome'],
    [[], 'tutto il file'],
  ])('are refused when wrong, with the key: %j', (content, reason) => {
    expect(() => checkSettings(content)).toThrow(reason);
  });

  test('name channels as files do', () => {
    const settings = checkSettings({
      channels: [
        { code: 'pec', label: 'Posta certificata' },
        { code: 'phone', label: 'Centralino', labelEn: 'Switchboard' },
        { code: 'mail', label: 'Lettere', labelEn: 'Posta certificata' },
      ],
    });
    expect(channelCode(settings, 'switchboard')).toBe('phone');
    expect(channelCode(settings, ' PEC ')).toBe('pec');
    expect(channelCode(settings, 'posta certificata')).toBe('pec');
    expect(channelCode(settings, 'Telefono')).toBe('phone');
    expect(channelCode(settings, 'chat')).toBeUndefined();
  });
});
