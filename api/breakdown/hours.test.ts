// SPDX-License-Identifier: AGPL-3.0-or-later
// Weekday by hour, counted by hand.
import { describe, expect, test } from 'vitest';
import { testTown } from '../../scripts/test-town.ts';
import type { HoursPhase } from '../schemas/hours.ts';

const PHASES = { before: '2020-03-02..2020-03-08', during: '2020-03-09..2020-03-22', after: '2020-05-18..' };

/** The hours of a weekday (1 = Monday) that are not 0: `9: 1.5`, or why they are hidden. */
function brief(phase: HoursPhase, weekday: number): string[] {
  return phase.weekdays[weekday - 1]!.hours.flatMap((cell, hour) => {
    if (cell === null) return [];
    if ('suppressed' in cell) return [`${hour}: ${cell.suppressed}`];
    return cell.mean === 0 ? [] : [`${hour}: ${cell.mean}`];
  });
}

const clicks = (day: string, hour: string, times = 1) =>
  Array.from(
    { length: times },
    (_, i) =>
      `192.0.2.${i} - - [${day}/Mar/2020:${hour}:00:00 +0100] "GET / HTTP/1.1" 200 99 "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`,
  ).join('');
const bot = (day: string) =>
  `192.0.2.9 - - [${day}/Mar/2020:12:00:00 +0100] "GET / HTTP/1.1" 200 99 "-" "Googlebot/2.1"\n`;

describe('clicks', () => {
  test('have means over the days of each weekday, those without a click among them', async () => {
    const town = await testTown(
      { phases: PHASES },
      {
        'web.log': clicks('02', '09') + bot('03') + clicks('09', '09', 3) + bot('16') + clicks('17', '23', 2),
      },
    );
    const { before, during, after, ...rest } = await town.ask('hours?channel=web');
    expect(rest).toEqual({
      channel: 'web',
      topic: null,
      suppression: null,
      hoursKnown: true,
      dataVersion: expect.any(String),
    });
    expect(after).toBeNull();
    expect(before).toMatchObject({ daysWithData: 2, daysWithHours: 2, withoutHour: 0 });
    expect(brief(before, 1)).toEqual(['9: 1']);
    // Two Mondays: 3 clicks at nine on the first, none on the second.
    expect(during).toMatchObject({ daysWithData: 3, daysWithHours: 3, withoutHour: 0 });
    expect(during.weekdays[0]).toMatchObject({ weekday: 1, open: true, days: 2 });
    expect(brief(during, 1)).toEqual(['9: 1.5']);
    expect(brief(during, 2)).toEqual(['23: 2']);
    expect(during.weekdays[2]).toMatchObject({ weekday: 3, days: 0, hours: Array(24).fill(null) });
  });

  test('do not get slower by a counter that knows only days', async () => {
    const town = await testTown(
      { phases: PHASES },
      {
        'web.log': clicks('09', '09', 3),
        'counts.csv': 'day,channel,count\n2020-03-16,web,40\n2020-03-23,web,0\n2020-03-17,phone,2\n',
      },
    );
    const { during } = await town.ask('hours?channel=web&during=2020-03-09..2020-03-23');
    expect(during).toMatchObject({ daysWithData: 3, daysWithHours: 1 });
    expect(during.weekdays[0].days).toBe(1);
    expect(brief(during, 1)).toEqual(['9: 3']);
    const phone = await town.ask('hours?channel=phone');
    expect(phone).toMatchObject({ hoursKnown: false, during: { daysWithData: 1, daysWithHours: 0 } });
    expect(phone.during.weekdays[6]).toMatchObject({ weekday: 7, open: false, days: 0 });
  });
});

describe('chats', () => {
  const chats = (rows: [string, number][], topic = 'bonus') =>
    rows.map(([time, count]) => `${time},chat,${topic},${count}\n`).join('');
  const header = 'ora,strumento,argomento,conversazioni\n';

  test('hide small counts of an hour, and what would give them back to whoever knows the total of the weekday', async () => {
    const town = await testTown(
      { phases: PHASES },
      {
        'chat.csv':
          header +
          chats([
            ['2020-03-09 09:10', 6],
            ['2020-03-09 10:10', 2],
            ['2020-03-09 11:10', 1],
            ['2020-03-10 09:10', 6],
            ['2020-03-10 10:10', 4],
            ['2020-03-10 11:10', 1],
            ['2020-03-11 00:00', 5],
          ]),
      },
    );
    const { during, suppression } = await town.ask('hours?channel=chat');
    expect(suppression).toEqual({ threshold: 3 });
    expect(brief(during, 1)).toEqual(['9: 6', '10: small', '11: small']);
    expect(brief(during, 2)).toEqual(['9: 6', '10: secondary', '11: secondary']);
    expect(brief(during, 3)).toEqual(['0: 5']);
  });

  test('can be narrowed to a topic', async () => {
    const town = await testTown(
      { phases: PHASES },
      {
        'chat.csv':
          header +
          chats([
            ['2020-03-09 09:10', 6],
            ['2020-03-16 09:10', 5],
          ]) +
          chats([['2020-03-16 09:30', 7]], 'tari') +
          chats([['2020-03-16 10:30', 2]], 'scuola'),
      },
    );
    expect(brief((await town.ask('hours?channel=chat')).during, 1)).toEqual([
      '9: secondary',
      '10: secondary',
    ]);
    expect(brief((await town.ask('hours?channel=chat&topic=bonus')).during, 1)).toEqual(['9: 5.5']);
    const scuola = await town.ask('hours?channel=chat&topic=scuola');
    expect(scuola.during.withoutHour).toBeNull();
    expect(new Set(brief(scuola.during, 1).map((cell) => cell.split(' ')[1]))).toEqual(
      new Set(['secondary']),
    );
  });
});
